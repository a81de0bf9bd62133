// The pages of a PDF put together into one document: paragraphs whole, tables over several pages joined.
import Findings
import Tables

/// Takes laid-out pages in order.
struct DocumentAssembly {
  private let limits: ReadingLimits
  private var blocks: [Block] = []
  private var open: PageTable?
  private var lines: [TextLine] = []
  private var lineCount = 0
  private var tableCount = 0
  private var cellCount = 0

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  mutating func add(_ page: PageLayout) throws(ReadingError) {
    for element in page.elements {
      switch element {
      case .line(let line):
        closeTable()
        lines.append(line)
      case .table(let table):
        if let started = open, lines.isEmpty, started.lastPage < table.page,
          TableJoiner.continues(started, table)
        {
          var joined = TableJoiner.joined(started, table)
          joined.lastPage = table.page
          open = joined
        } else {
          closeTable()
          closeLines()
          open = table
        }
        cellCount += table.cells.count
        guard cellCount <= limits.cellCountMax else {
          throw .limit(name: .cellCount, value: limits.cellCountMax)
        }
      }
    }
    closeLines()
  }

  mutating func finish() -> Document {
    closeTable()
    closeLines()
    return Document(format: .pdf, blocks: blocks)
  }

  private mutating func closeTable() {
    guard let table = open else { return }
    open = nil
    tableCount += 1
    var frames = TableFrames()
    let cells = table.cells.map { cell in
      frames.set(
        TableFrames.Frame(
          page: cell.page,
          box: Box(
            left: Int(cell.box.left * 10), top: Int(cell.box.top * 10), width: Int(cell.box.width * 10),
            height: Int(cell.box.height * 10))), row: cell.row, column: cell.column)
      return Cell(
        row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
        text: cell.text)
    }
    blocks.append(
      .table(
        Table(
          page: table.page, number: tableCount, rowCount: table.rowCount, columnCount: table.columnCount,
          cells: cells, frames: frames)))
  }

  /// The lines above or below tables as paragraphs: wrapped ones joined, columns kept apart by blanks.
  private mutating func closeLines() {
    guard !lines.isEmpty else { return }
    let left = lines.map(\.box.left).min() ?? 0
    let right = lines.map(\.box.right).max() ?? 0
    var paragraph: [TextLine] = []
    func flush(_ blocks: inout [Block], _ lineCount: inout Int) {
      guard !paragraph.isEmpty else { return }
      for text in WrappedText.text(of: paragraph, left: left, right: right).split(separator: "\n") {
        lineCount += 1
        blocks.append(.paragraph(Paragraph(text: String(text), line: lineCount)))
      }
      paragraph = []
    }
    for line in lines {
      let segments = line.segments(gap: 1.4)
      let isFar =
        paragraph.last.map {
          line.box.top - $0.box.bottom > 1.6 * line.size || abs(line.size - $0.size) > 1.5
        }
        ?? false
      if segments.count > 1 || isFar { flush(&blocks, &lineCount) }
      if segments.count > 1 {
        lineCount += 1
        let text = segments.map(\.text).joined(separator: "    ")
        blocks.append(.paragraph(Paragraph(text: text, line: lineCount)))
      } else {
        paragraph.append(line)
      }
    }
    flush(&blocks, &lineCount)
    lines = []
  }
}

// The pages of a PDF put together into one document: paragraphs whole, tables over several pages joined.
import Findings
import Tables

/// Takes laid-out pages in order.
struct DocumentAssembly {
  private let limits: ReadingLimits
  private var blocks: [Block] = []
  private var turns: [PageTurn] = []
  private var open: PageTable?
  /// Lines that are not yet told from the table before them.
  private var waiting: [TextLine] = []
  private var lines: [TextLine] = []
  private var pageWidth: Double?
  /// Where the text's lines begin and end, on all pages of this width so far.
  private var column: (left: Double, right: Double) = (0, 0)
  private var lineCount = 0
  private var tableCount = 0
  private var cellCount = 0

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  mutating func add(_ page: PageLayout) throws(ReadingError) {
    if let turn = page.turn { turns.append(turn) }
    if let pageWidth, abs(pageWidth - page.width) > 20 { closeLines() }
    if pageWidth != page.width { column = page.column }
    pageWidth = page.width
    column = (min(column.left, page.column.left), max(column.right, page.column.right))
    for element in page.elements {
      switch element {
      case .line(var line):
        line.page = page.number
        line.zoom = page.zoom
        waiting.append(line)
      case .table(var table):
        // Places are told as they are printed.
        for index in table.cells.indices {
          table.cells[index].box = table.cells[index].box.zoomed(by: 1 / page.zoom)
        }
        cellCount += table.cells.count
        guard cellCount <= limits.cellCountMax else {
          throw .limit(name: .cellCount, value: limits.cellCountMax)
        }
        add(table)
      }
    }
    settleWaiting()
  }

  /// A table goes on with the one before it where only echoes of that one's merged cells stand between them.
  private mutating func add(_ table: PageTable) {
    if let started = open, started.lastPage < table.page, isEcho(waiting, of: started),
      TableJoiner.continues(started, table)
    {
      waiting = []
      open = TableJoiner.joined(started, table)
      open?.lastPage = table.page
      return
    }
    settleWaiting()
    closeTable()
    closeLines()
    open = table
  }

  /// Lines behind a table end it.
  private mutating func settleWaiting() {
    guard !waiting.isEmpty else { return }
    closeTable()
    lines += waiting
    waiting = []
  }

  /// Spreadsheets print the text of a merged cell again where a page cuts the cell, above the table's rest.
  private func isEcho(_ lines: [TextLine], of table: PageTable) -> Bool {
    guard !lines.isEmpty else { return true }
    let last = table.cells.filter { $0.row + $0.rowSpan == table.rowCount }
      .map { Self.bare($0.text) }
    return lines.allSatisfy { line in
      line.segments(gap: 1).allSatisfy { segment in
        let text = Self.bare(segment.text)
        return last.contains { $0.holds(text) }
      }
    }
  }

  private static func bare(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 > 0x20 }
  }

  mutating func finish() -> Document {
    settleWaiting()
    closeTable()
    closeLines()
    return Document(format: .pdf, blocks: blocks, turns: turns)
  }

  private mutating func closeTable() {
    guard let table = open else { return }
    open = nil
    tableCount += 1
    var frames = TableFrames()
    let cells = table.cells.map { cell in
      frames.set(
        TableFrames.Frame(
          page: cell.page, box: Box(cell.box), confidence: cell.confidence), row: cell.row,
        column: cell.column)
      return Cell(
        row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
        text: cell.text)
    }
    blocks.append(
      .table(
        Table(
          page: table.page, number: tableCount, rowCount: table.rowCount, columnCount: table.columnCount,
          cells: cells, hasGuessedRows: table.hasGuessedRows, frames: frames)))
  }

  /// The distance between the middles of lines of one paragraph: the smallest there is.
  private var leastPitch: Double {
    var least = Double.infinity
    for (line, next) in zip(lines, lines.dropFirst()) {
      let pitch = next.box.centerY - line.box.centerY
      if pitch > 0.9 * line.size { least = min(least, max(pitch, 1.2 * line.size)) }
    }
    return least
  }

  /// Where lines are printed; of lines on two pages, those on the first.
  private static func frame(of lines: [TextLine]) -> TableFrames.Frame? {
    guard let first = lines.first else { return nil }
    var box = first.box
    for line in lines where line.page == first.page { box.formUnion(line.box) }
    return TableFrames.Frame(
      page: first.page, box: Box(box.zoomed(by: 1 / first.zoom)),
      confidence: lines.lazy.flatMap(\.glyphs).compactMap(\.confidence).min())
  }

  /// The lines above or below tables as paragraphs: wrapped ones joined, columns kept apart by blanks.
  private mutating func closeLines() {
    guard !lines.isEmpty else { return }
    let (left, right) = column
    let edge = lines.map(\.box.left).min() ?? left
    var paragraph: [TextLine] = []
    func flush(_ blocks: inout [Block], _ lineCount: inout Int) {
      guard !paragraph.isEmpty else { return }
      let frame = Self.frame(of: paragraph)
      for text in WrappedText.text(of: paragraph, left: left, right: right, edge: edge).split(separator: "\n")
      {
        lineCount += 1
        blocks.append(.paragraph(Paragraph(text: String(text), line: lineCount, frame: frame)))
      }
      paragraph = []
    }
    let least = leastPitch
    for line in lines {
      let segments = line.segments(gap: 1.4)
      let isFar =
        paragraph.last.map {
          line.box.centerY - $0.box.centerY > least * 1.35 || abs(line.size - $0.size) > 1.5
        } ?? false
      if segments.count > 1 || isFar { flush(&blocks, &lineCount) }
      if segments.count > 1 {
        lineCount += 1
        let text = segments.map(\.text).joined(separator: "    ")
        blocks.append(.paragraph(Paragraph(text: text, line: lineCount, frame: Self.frame(of: [line]))))
      } else {
        paragraph.append(line)
      }
    }
    flush(&blocks, &lineCount)
    lines = []
  }
}

extension [UInt8] {
  /// Whether other bytes stand somewhere among these.
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard other.count <= count else { return false }
    return other.isEmpty || (0...(count - other.count)).contains { self[$0...].starts(with: other) }
  }
}

extension Box {
  /// In tenths of a point.
  fileprivate init(_ box: PageBox) {
    self.init(
      left: Int(box.left * 10), top: Int(box.top * 10), width: Int(box.width * 10),
      height: Int(box.height * 10))
  }
}

// Goes over the lines of a text and makes paragraphs and tables of them.
import Findings
import Tables

/// The blocks of a text, in order.
struct TextBlocks {
  let text: TextLines
  let limits: ReadingLimits
  private(set) var blocks: [Block] = []
  private(set) var findings: [Finding] = []
  private var tableCount = 0
  /// Cells so far; paragraphs and tables count as one more each against the same limit.
  private var cellCount = 0
  private var sample = TabbedRun.Sample()

  init(_ text: TextLines, limits: ReadingLimits) {
    self.text = text
    self.limits = limits
  }

  mutating func build() throws(ReadingError) {
    let hasCellsOnLines = CellLines.areUsed(in: text)
    var index = 0
    while index < text.lines.count {
      switch text.lines[index].shape {
      case .led where hasCellsOnLines:
        index = try addCellLines(from: index)
      case .tabbed, .led:
        index = try addTabbedRun(from: index)
      case .barred, .parted, .rule:
        index = try addDrawnTable(from: index)
      case .plain:
        addParagraph(text.lines[index])
        index += 1
      }
    }
  }

  private mutating func addParagraph(_ line: TextLine) {
    let words = text.string(line.range)
    if words.isEmpty { return }
    cellCount += 1
    blocks.append(.paragraph(Paragraph(text: words, line: Int(line.number))))
  }

  private mutating func addCellLines(from start: Int) throws(ReadingError) -> Int {
    var builder = GridBuilder(limits: limits, cellsElsewhere: cellCount)
    let end = CellLines.lay(text, from: start, on: &builder)
    try add(&builder, isRagged: true)
    return end
  }

  /// A run of lines that only begin with a tab is prose with indented paragraphs.
  private mutating func addTabbedRun(from start: Int) throws(ReadingError) -> Int {
    let run = TabbedRun(text, from: start, sample: &sample)
    guard run.hasColumns else {
      for index in start..<run.end { addParagraph(text.lines[index]) }
      return run.end
    }
    var builder = GridBuilder(limits: limits, cellsElsewhere: cellCount)
    let end = run.lay(on: &builder)
    try add(&builder, isRagged: true)
    return end
  }

  private mutating func addDrawnTable(from start: Int) throws(ReadingError) -> Int {
    let table = DrawnTable(text, from: start)
    guard table.isTable else {
      for index in start..<table.end where text.lines[index].shape != .rule {
        addParagraph(text.lines[index])
      }
      return table.end
    }
    var builder = GridBuilder(limits: limits, cellsElsewhere: cellCount)
    table.lay(on: &builder)
    try add(&builder, isRagged: table.isRagged)
    return table.end
  }

  private mutating func add(_ builder: inout GridBuilder, isRagged: Bool) throws(ReadingError) {
    if builder.limitReached == .cellCount { throw .limit(name: .cellCount, value: limits.cellCountMax) }
    let reached = builder.limitReached
    cellCount += builder.cellCount + 1
    tableCount += 1
    var table = builder.finish(number: tableCount)
    table.isRagged = isRagged
    if let reached {
      findings.append(PlainTextWording.limit(reached, limits: limits, table: tableCount))
    }
    blocks.append(.table(table))
  }
}

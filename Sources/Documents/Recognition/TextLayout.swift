// Finds tables in lines: rows whose cells are set apart by white space, cells that run over several lines.
import Findings
import FormVocabulary
import Tables

enum TextLayout {
  /// The elements with every run of lines that holds an indicator head turned into a table.
  static func arranged(_ elements: [StreamElement]) -> [StreamElement] {
    var result: [StreamElement] = []
    var run: [Paragraph] = []
    func flush() {
      guard !run.isEmpty else { return }
      var lines = LineTable(run)
      result += lines.laidOut() ?? run.map { .line($0) }
      run = []
    }
    for element in elements {
      switch element {
      case .line(let line): run.append(line)
      case .grid:
        flush()
        result.append(element)
      }
    }
    flush()
    return result
  }
}

/// A part of a line between white space.
struct Chunk {
  var text: String
  let line: Int
  let reading: LabelReading?

  init(_ text: String, line: Int) {
    self.text = text
    self.line = line
    reading = LabelReading.of(text)
  }

  var field: FieldTerm? { reading?.meaning.field }
  var columnTerm: ColumnTerm? { reading?.meaning.column }
  var level: LevelTerm? { reading?.meaning.level }
  var isLabel: Bool { field != nil }
  var isNumeric: Bool {
    guard let first = text.first else { return false }
    return (first.isNumber || "-—".contains(first)) && text.count <= 20
      && text.allSatisfy { $0.isNumber || ".,%％-—，".contains($0) }
  }

  func cell(column: Int) -> GridCell {
    GridCell(line: line, column: column, text: text, reading: reading)
  }
}

/// Lines of a text, cut into chunks and put together as rows of a table.
struct LineTable {
  private var lines: [Paragraph]
  private var chunks: [[Chunk]] = []
  private var rows: [[GridCell]] = []

  init(_ lines: [Paragraph]) {
    self.lines = lines.filter { !LineTable.isPageMark($0.text) }
  }

  /// `— 3 —`, `- 1 -`, `第1页 共3页`: marks of pages in texts taken from paged documents.
  static func isPageMark(_ text: String) -> Bool {
    let folded = LabelText.folded(text)
    // twelve characters at most, one of them a digit
    guard folded.utf8.count <= 48, folded.utf8.contains(where: { $0 &- 0x30 < 10 }), folded.count <= 12 else {
      return false
    }
    let core = folded.filter { !"-—–·第页共/".contains($0) }
    return !core.isEmpty && core.count < folded.count && core.allSatisfy { $0.isASCII && $0.isNumber }
      && (folded.holds("页") || folded.first == folded.last)
  }

  /// Lines, then the table; nil where no line heads indicators.
  mutating func laidOut() -> [StreamElement]? {
    guard lines.contains(where: { $0.text.holds("指标") && $0.text.contains(where: \.isWhitespace) }) else {
      return nil
    }
    for index in lines.indices { chunks.append(LineTable.cut(lines[index])) }
    guard let head = chunks.indices.first(where: { isHead($0) }) else { return nil }
    let start = (0..<head).first { opens($0) } ?? head
    layHead(start..<head)
    var index = head
    while index < chunks.count {
      if isHead(index) {
        index = layIndicators(head: index)
      } else {
        let next = (index + 1..<chunks.count).first { isHead($0) } ?? chunks.count
        layHead(index..<next)
        index = next
      }
    }
    let width = rows.lazy.flatMap { $0 }.map(\.endColumn).max() ?? 1
    let grid = Grid(rows: rows, columnCount: width, isRagged: true)
    return lines[..<start].map { .line($0) } + [.grid(grid)]
  }

  // MARK: Chunks

  /// The chunks of a line; chunks that together are a known label are joined: 年度绩效 指标.
  private static func cut(_ line: Paragraph) -> [Chunk] {
    var parts: [String] = []
    for part in line.text.unicodeScalars.split(whereSeparator: CleanText.isSpace).map({ String($0) }) {
      // a blank before a sign of punctuation is a slip of the text, no border
      if let first = part.first, "，。、；！？）”".contains(first), let last = parts.indices.last {
        parts[last] += part
      } else {
        parts.append(part)
      }
    }
    var result: [Chunk] = []
    var index = 0
    while index < parts.count {
      var taken = 1
      for length in stride(from: min(4, parts.count - index), through: 2, by: -1) {
        let slice = parts[index..<(index + length)]
        guard slice.allSatisfy({ $0.count <= 8 && !$0.contains { $0.isDigit || "：:".contains($0) } }) else {
          continue
        }
        if slice.contains(where: { LabelReading.of($0)?.meaning.level != nil && $0.count > 2 }) { continue }
        let whole = Chunk(slice.joined(), line: line.line)
        let allKnown = slice.allSatisfy { LabelReading.of($0) != nil }
        if whole.isLabel || whole.level != nil, !allKnown {
          taken = length
          break
        }
      }
      result.append(Chunk(parts[index..<(index + taken)].joined(), line: line.line))
      index += taken
    }
    return result
  }

  /// Whether a line heads an indicator table.
  private func isHead(_ index: Int) -> Bool {
    let cells = chunks[index]
    guard cells.count >= 3 else { return false }
    let terms = cells.compactMap { $0.columnTerm }
    let anchors = terms.filter(\.isIndicatorAnchor).count
    return anchors >= 2 && terms.count >= 3 && terms.count * 2 > cells.count
  }

  /// Whether a line may be the first row of the form: it begins with a label that has its value behind it or
  /// below.
  private func opens(_ index: Int) -> Bool {
    guard let first = chunks[index].first, first.isLabel, FormTitle.strength(lines[index].text) < 2 else {
      return false
    }
    if lines[index].text.holds("：") || lines[index].text.holds(":") { return false }
    let folded = LabelText.folded(first.text)
    return LabelText.withoutNumbering(folded) == folded && first.text.count <= 16
  }

  // MARK: Rows of labels

  /// Lays lines with labels and values as rows; a value may run on over the lines that follow.
  private mutating func layHead(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let flow = TaskFlow.find(in: chunks, at: index, end: range.upperBound) {
        rows += flow.rows
        index = flow.end
        continue
      }
      if let (cells, taken) = wrappedLabel(index, end: range.upperBound) {
        rows.append(cells)
        index += taken
        continue
      }
      let cells = LineTable.cells(of: chunks[index])
      let isProse = cells.count == 1 && cells[0].field == nil && cells[0].columnTerm == nil
      if isProse, continues(cells[0], index) {
        index += 1
      } else {
        rows.append(cells)
        index += 1
      }
    }
  }

  /// A label that was broken over two or three lines: 其他事业发展性 / 支出.
  private func wrappedLabel(_ index: Int, end: Int) -> ([GridCell], Int)? {
    guard let first = chunks[index].last, !first.isLabel, first.text.count <= 12, !first.text.ends("。")
    else {
      return nil
    }
    var text = first.text
    for offset in 1...2 where index + offset < end {
      guard let next = chunks[index + offset].first, next.text.count <= 12 else { return nil }
      text += next.text
      let whole = Chunk(text, line: first.line)
      guard whole.isLabel, !next.isLabel || next.text.count <= 2 else { continue }
      var cells = LineTable.cells(of: Array(chunks[index].dropLast()))
      cells.append(whole.cell(column: cells.count))
      for chunk in chunks[index + offset].dropFirst() { cells.append(chunk.cell(column: cells.count)) }
      return (cells, offset + 1)
    }
    return nil
  }

  /// Adds prose to the value it goes on with; false where it stands for itself.
  private mutating func continues(_ cell: GridCell, _ index: Int) -> Bool {
    guard let row = rows.indices.last, let last = rows[row].last else { return false }
    let lone = chunks[index][0]
    if FormTitle.yearLine(lone.text) != nil || FormTitle.unitLine(lone.text) != nil { return false }
    if lone.isNumeric { return false }
    if last.field != nil || last.columnTerm != nil {
      guard last.field?.sort == .text else { return false }
      var value = cell
      value.column = last.endColumn
      rows[row].append(value)
      return true
    }
    guard last.field == nil,
      rows[row].contains(where: { $0.field?.sort == .text || $0.field?.isGroup == true })
    else {
      return false
    }
    let breaks =
      "。；;".contains(last.text.last ?? "，")
      || LabelText.withoutNumbering(LabelText.folded(cell.text)).count
        < LabelText.folded(cell.text).count
    rows[row][rows[row].count - 1].text += (breaks ? "\n" : "") + cell.text
    return true
  }

  /// The cells of a line: labels and numbers stand alone, other chunks beside each other are one text.
  static func cells(of chunks: [Chunk]) -> [GridCell] {
    var cells: [GridCell] = []
    for chunk in chunks {
      let isOwn =
        chunk.isLabel || chunk.isNumeric || chunk.columnTerm?.isFundAnchor == true
        || chunk.columnTerm == .weight || chunk.columnTerm == .score
      if !isOwn, let last = cells.indices.last, cells[last].field == nil, cells[last].columnTerm == nil,
        !cells[last].text.allSatisfy({ $0.isNumber || ".,%".contains($0) })
      {
        cells[last].text += " " + chunk.text
        cells[last].reading = nil
      } else {
        cells.append(chunk.cell(column: cells.count))
      }
    }
    return cells
  }

  // MARK: Indicators

  /// Lays the rows under a head; returns the line behind the last one.
  private mutating func layIndicators(head: Int) -> Int {
    var headCells: [GridCell] = []
    for chunk in chunks[head] { headCells.append(chunk.cell(column: headCells.count)) }
    rows.append(headCells)
    let names =
      headCells.lastIndex { $0.columnTerm == .name || $0.columnTerm == .content } ?? headCells.count - 1
    var flow = IndicatorFlow(valueCount: max(1, headCells.count - 1 - names))
    var index = head + 1
    while index < chunks.count {
      if isHead(index) {
        if chunks[index].map(\.text) != chunks[head].map(\.text) { break }
        index += 1
        continue
      }
      if leaves(index) { break }
      let next = index + 1 < chunks.count && !isHead(index + 1) && !leaves(index + 1) ? chunks[index + 1] : []
      index += flow.read(chunks[index], next: next) ? 2 : 1
    }
    flow.flush()
    let heads = Grid(rows: [headCells], columnCount: headCells.count, isRagged: true)
    if let found = IndicatorHead.find(in: heads, row: 0) {
      var solver = RowSolver(head: found, hasPlaces: false)
      rows += flow.rows.map { solver.aligned($0) }
    } else {
      rows += flow.rows
    }
    return index
  }

  /// A label that ends the indicators: a score, an opinion, a foot.
  private func leaves(_ index: Int) -> Bool {
    guard let first = chunks[index].first, first.level == nil else { return false }
    if let field = first.field, field != .group(.indicators) {
      return field.sort != .money && field.sort != .year && field != .other || field == .totalScore
    }
    if LabelledPairs.pair(lines[index].text) != nil || wrappedLabel(index, end: chunks.count) != nil {
      return true
    }
    return FormTitle.strength(lines[index].text) >= 2
  }
}

// Rows with known columns, found in any document: the head is looked for, blanks and repeated heads go.
import Findings
import Tables

/// One cell with its place.
struct RosterValue: Sendable, Hashable {
  let text: String
  let place: Place
}

/// One row below the head.
struct RosterRow<Column: RosterColumn>: Sendable {
  let number: Int
  let place: Place
  private let values: [Column: RosterValue]
  private let heads: [Column: RosterValue]

  init(number: Int, place: Place, values: [Column: RosterValue], heads: [Column: RosterValue]) {
    self.number = number
    self.place = place
    self.values = values
    self.heads = heads
  }

  /// The cell's text; empty where the table has no such column, or nothing in it.
  subscript(column: Column) -> String { values[column]?.text ?? "" }

  /// A fault of the cell of a column, or of the row where the table has no such column.
  func fault(_ problem: RosterProblem, _ column: Column) -> RosterFault {
    var place = values[column]?.place ?? place
    place.row = number
    if place.column == nil { place.column = heads[column]?.place.column }
    return RosterFault(problem, place: place, head: heads[column]?.text ?? column.title, value: self[column])
  }
}

/// A table whose columns are known.
struct RosterTable<Column: RosterColumn>: Sendable {
  let rows: [RosterRow<Column>]
  let notes: [RosterNote]
  let place: Place

  /// Rows of a table at most; a city has a tenth of it.
  static var rowsMax: Int { 50_000 }
  /// Rows at the top in which the head is looked for.
  private static var headRowsMax: Int { 30 }

  init(_ document: Document) throws(RosterRefusal) {
    let tables = document.blocks.compactMap { block -> Table? in
      if case .table(let table) = block { return table }
      return nil
    }
    var missing = Column.allCases.filter(\.isRequired).map(\.title)
    for (index, table) in tables.enumerated() {
      for row in 0..<min(table.rowCount, Self.headRowsMax) {
        let head = RosterHead<Column>(table, row: row)
        if head.isForeign { break }
        if head.missing.isEmpty {
          let others = tables.indices.filter { $0 != index }.map { tables[$0] }
          try self.init(table, head: head, others: others, findings: document.findings)
          return
        }
        if head.missing.count < missing.count { missing = head.missing }
      }
    }
    throw RosterRefusal([RosterFault(.noHeads(missing: missing), place: Place())])
  }

  private init(
    _ table: Table, head: RosterHead<Column>, others: [Table], findings: [Finding]
  ) throws(RosterRefusal) {
    place = Place(sheet: table.sheet, table: table.number)
    if let fault = head.doubles.first { throw RosterRefusal([fault]) }
    guard table.rowCount - head.row <= Self.rowsMax else {
      throw RosterRefusal([RosterFault(.tooManyRows(max: Self.rowsMax), place: place)])
    }
    var values: [[Column: RosterValue]] = Array(repeating: [:], count: table.rowCount)
    for cell in table.cells where cell.row > head.row {
      guard let column = head.columns[cell.column] else { continue }
      let value = RosterValue(text: Self.plain(cell.text), place: table.place(of: cell))
      if value.text.isEmpty { continue }
      for row in cell.row..<min(cell.row + cell.rowSpan, table.rowCount) { values[row][column] = value }
    }
    rows = values.indices.compactMap { index in
      guard !values[index].isEmpty, !head.isRepeated(values[index]) else { return nil }
      let place = Place(sheet: table.sheet, table: table.number, row: index + 1)
      return RosterRow(number: index + 1, place: place, values: values[index], heads: head.heads)
    }
    if rows.isEmpty { throw RosterRefusal([RosterFault(.noRows, place: place)]) }
    notes =
      head.unknown.map { RosterNote(.columnIgnored(head: $0.text), place: $0.place) }
      + others.map {
        RosterNote(
          .tableIgnored(sheet: $0.sheet), place: Place(sheet: $0.sheet, table: $0.number))
      }
      + findings.filter { $0.severity > .info }.map {
        RosterNote(.reading(message: $0.message), place: $0.place ?? Place())
      }
  }

  /// The text on one line, its ends trimmed.
  private static func plain(_ text: String) -> String {
    let lines = text.split { $0.isNewline }.map { line in
      var line = line.drop { $0.isWhitespace }
      while let last = line.last, last.isWhitespace { line.removeLast() }
      return String(line)
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

/// A row whose cells may be heads.
private struct RosterHead<Column: RosterColumn> {
  let row: Int
  /// By the table's column.
  private(set) var columns: [Int: Column] = [:]
  private(set) var heads: [Column: RosterValue] = [:]
  private(set) var unknown: [RosterValue] = []
  private(set) var doubles: [RosterFault] = []
  private(set) var isForeign = false

  init(_ table: Table, row: Int) {
    self.row = row
    let foreign = Set(Column.foreignHeads.map(Self.normalized))
    for cell in table.cells where cell.row <= row && row < cell.row + cell.rowSpan {
      let value = RosterValue(text: cell.text.split { $0.isNewline }.joined(), place: table.place(of: cell))
      let words = Self.normalized(value.text)
      if words.isEmpty { continue }
      if foreign.contains(words) { isForeign = true }
      guard let column = Column.named(words) else {
        unknown.append(value)
        continue
      }
      if heads[column] != nil {
        doubles.append(
          RosterFault(.doubleColumn(title: column.title), place: value.place, head: value.text))
      }
      columns[cell.column] = column
      heads[column] = value
    }
  }

  var missing: [String] {
    Column.allCases.filter { $0.isRequired && heads[$0] == nil }.map(\.title)
  }

  /// A head printed again on a further page.
  func isRepeated(_ values: [Column: RosterValue]) -> Bool {
    heads.allSatisfy { column, head in
      values[column].map { Self.normalized($0.text) == Self.normalized(head.text) } ?? false
    }
  }

  /// The words of a head without blanks, stars and what stands in brackets: `单位编码（必填）*` → `单位编码`.
  static func normalized(_ text: String) -> String { RosterHeadText.normalized(text) }
}

/// Heads compared as people read them.
enum RosterHeadText {
  /// Small letters, without blanks, stars, colons and remarks in brackets behind the words.
  static func normalized(_ text: String) -> String {
    var words = ""
    var depth = 0
    for character in text {
      switch character {
      case "（", "(", "[", "【": depth += 1
      case "）", ")", "]", "】": depth = max(0, depth - 1)
      case "*", "＊", ":", "：", "\u{FEFF}", "\u{200B}": break
      default: if depth == 0, !character.isWhitespace { words.append(contentsOf: character.lowercased()) }
      }
    }
    return words
  }
}

extension RosterColumn {
  /// The column with a head, told without blanks and remarks.
  static func named(_ words: String) -> Self? {
    allCases.first { column in
      ([column.title] + column.synonyms).contains { RosterHeadText.normalized($0) == words }
    }
  }
}

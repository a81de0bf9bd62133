// The cells of a sheet: labels, and fields of the record as they are printed.
import FormSheets
import FormVocabulary
import Model
import Quantities

/// A row of a grid in the making.
struct GridRow {
  var pieces: [SheetPiece]
  var row: SheetRow

  init(_ pieces: [SheetPiece], isHead: Bool = false, keepsWithNext: Bool = false, height: Int = 80) {
    self.pieces = pieces
    row = SheetRow(isHead: isHead, keepsWithNext: keepsWithNext || isHead, height: height)
  }
}

extension SheetGrid {
  mutating func add(_ rows: [GridRow]) {
    for row in rows { addRow(row.pieces, row: row.row) }
  }

  /// Adds rows with one label at their left that spans them all.
  mutating func addSection(_ label: String, _ rows: [GridRow], scope: CellScope = .rowGroup) {
    guard let first = rows.first else { return }
    var rows = rows
    rows[0].pieces = [.label(label, rows: rows.count, scope: scope)] + first.pieces
    add(rows)
  }
}

extension SheetPiece {
  /// A printed label beside a value.
  static func label(
    _ text: String, rows: Int = 1, columns: Int = 1, scope: CellScope = .row,
    alignment: TextAlignment = .center
  ) -> SheetPiece {
    SheetPiece(text, role: .label, alignment: alignment, rows: rows, columns: columns, scope: scope)
  }

  /// The head of a column.
  static func head(_ text: String, rows: Int = 1, columns: Int = 1) -> SheetPiece {
    SheetPiece(text, role: .head, rows: rows, columns: columns, scope: .column)
  }

  /// What stands in a cell: short texts in the middle, prose from the left.
  static func body(
    _ text: String, rows: Int = 1, columns: Int = 1, path: String? = nil, alignment: TextAlignment? = nil
  ) -> SheetPiece {
    SheetPiece(
      text, alignment: alignment ?? (isShort(text) ? .center : .start), rows: rows, columns: columns,
      path: path)
  }

  /// At most two lines of a narrow cell.
  private static func isShort(_ text: String) -> Bool {
    text.utf8.count <= 96 && !text.utf8.contains(0x0A)
  }
}

/// The unit in which a layout prints money.
enum MoneyUnit {
  /// 341250, and 341250.50 where there are 分.
  case yuan
  /// 775,413.00
  case groupedYuan
  /// 109.64; more digits where they are needed to be exact.
  case tenThousandYuan
}

extension SheetDraft {
  /// A cell that shows one text of the record.
  mutating func field(
    _ path: String, columns: Int = 1, rows: Int = 1, alignment: TextAlignment? = nil
  ) -> SheetPiece {
    hold(path)
    return .body(fields[path] ?? "", rows: rows, columns: columns, path: path, alignment: alignment)
  }

  /// A cell that shows an amount of the record.
  mutating func money(_ path: String, in unit: MoneyUnit, columns: Int = 1) -> SheetPiece {
    hold(path)
    let amount = fields[path].flatMap { ExactDecimal($0) }.flatMap { Money(yuan: $0) }
    var piece = SheetPiece.body(amount.map { unit.text($0) } ?? "", columns: columns, path: path)
    piece.entry = SheetEntry([path], unit: unit.name)
    return piece
  }

  /// A cell that shows a number with a percent sign behind it.
  mutating func percent(_ path: String, columns: Int = 1) -> SheetPiece {
    hold(path)
    var piece = SheetPiece.body(fields[path].map { $0 + "%" } ?? "", columns: columns, path: path)
    piece.entry = SheetEntry([path], unit: FormWords.percentSign)
    return piece
  }

  /// A cell that shows an organisation: its name, and its code where the two can be parted again.
  mutating func party(_ path: String, columns: Int = 1) -> SheetPiece {
    let text = partyText(path)
    let isOne = fields[path + "/code"] == nil
    var piece = SheetPiece.body(text, columns: columns, path: isOne ? path + "/name" : nil)
    piece.entry = SheetEntry([path + "/code", path + "/name"])
    return piece
  }

  /// The organisation's text for a cell or line.
  mutating func partyText(_ path: String) -> String {
    hold(path + "/name")
    guard let name = fields[path + "/name"] else { return "" }
    guard let code = fields[path + "/code"] else { return name }
    let party = Party(code: code, name: name)
    let forms = [
      "\(code)\(name)", "\(code)-\(name)", "[\(code)]\(name)", FormWords.bracketed(code, behind: name),
    ]
    guard let text = forms.first(where: { CodedName.party($0) == party }) else { return name }
    hold(path + "/code")
    return text
  }

  /// A project's name, and its code where the two can be parted again.
  mutating func codedProject(columns: Int = 1, rows: Int = 1) -> SheetPiece {
    var piece = projectPiece(columns: columns, rows: rows)
    piece.entry = SheetEntry(["/project/code", "/project/name"])
    return piece
  }

  private mutating func projectPiece(columns: Int, rows: Int) -> SheetPiece {
    hold("/project/name")
    let name = fields["/project/name"] ?? ""
    guard let code = fields["/project/code"], !name.isEmpty else {
      return .body(name, rows: rows, columns: columns, path: "/project/name")
    }
    for text in ["\(code)-\(name)", "[\(code)]\(name)"] {
      let parted = CodedName.project(text)
      guard parted.code == code, parted.name == name else { continue }
      hold("/project/code")
      return .body(text, rows: rows, columns: columns)
    }
    return .body(name, rows: rows, columns: columns, path: "/project/name")
  }

  /// 2022年—2024年; nil where one of the years is missing or they do not follow each other.
  mutating func spanText() -> String? {
    guard let start = fields["/project/startYear"].flatMap({ Int($0) }),
      let end = fields["/project/endYear"].flatMap({ Int($0) }), start <= end,
      (1990...2099).contains(start), (1990...2099).contains(end)
    else { return nil }
    hold("/project/startYear")
    hold("/project/endYear")
    return FormWords.span(start, end)
  }

  /// A cell that shows the years from and to; blank where they do not read as a span.
  mutating func span(columns: Int) -> SheetPiece {
    var piece = SheetPiece.body(spanText() ?? "", columns: columns)
    piece.entry = SheetEntry(["/project/startYear", "/project/endYear"])
    return piece
  }

  /// The label of an opinion, with the authority in it where that can be read again.
  ///
  /// - Returns: nil where there is neither; the line that names the authority where the label cannot.
  mutating func opinionLabel() -> (label: String, line: String?)? {
    let authority = fields["/approval/authority"]
    guard authority != nil || fields["/approval/opinion"] != nil else { return nil }
    guard let authority else { return (FormWords.opinion, nil) }
    hold("/approval/authority")
    let label = authority + FormWords.opinion
    if fields["/approval/opinion"] != nil,
      case .approvalOf(authority)? = LabelReading.of(label)?.meaning.field
    {
      return (label, nil)
    }
    return (FormWords.opinion, FormWords.authorityLine(authority))
  }
}

extension MoneyUnit {
  /// What stands behind amounts, or above them.
  var name: String { self == .tenThousandYuan ? FormWords.tenThousandYuan : FormWords.yuan }

  /// The amount as printed; exact whatever the unit.
  func text(_ money: Money) -> String {
    let magnitude = money.fen.magnitude
    let sign = money.fen < 0 ? "-" : ""
    switch self {
    case .yuan:
      return sign
        + (magnitude % 100 == 0 ? "\(magnitude / 100)" : Self.decimal(magnitude, places: 2, least: 2))
    case .groupedYuan:
      return sign + Self.grouped(magnitude / 100) + "."
        + Self.padded(magnitude % 100, to: 2)
    case .tenThousandYuan: return sign + Self.decimal(magnitude, places: 6, least: 2)
    }
  }

  private static func decimal(_ value: UInt64, places: Int, least: Int) -> String {
    var power: UInt64 = 1
    for _ in 0..<places { power *= 10 }
    var fraction = padded(value % power, to: places)
    while fraction.utf8.count > least, fraction.last == "0" { fraction.removeLast() }
    return "\(value / power).\(fraction)"
  }

  private static func padded(_ value: UInt64, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func grouped(_ value: UInt64) -> String {
    var rest = String(value)[...]
    var groups: [Substring] = []
    while rest.utf8.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: ",")
  }
}

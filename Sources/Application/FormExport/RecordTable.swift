// Records as comma-separated values for spreadsheets (RFC 4180), and back again.
import Forms
import Model
import PlainText

/// One line an indicator, the form's own fields before it on every line; a form without indicators has one.
///
/// UTF-8 with a byte order mark, without which Excel takes the Chinese for another encoding. Columns are
/// those that any of the forms fills. A cell that a spreadsheet would run as a formula gets an apostrophe
/// before it, as does one that has an apostrophe already.
struct RecordTable {
  /// The paths of the columns: the form's own, then those of an indicator without its number.
  let ownPaths: [String]
  let indicatorFields: [Indicator.Field]
  private let records: [RecordFields]

  init(_ forms: [Form]) {
    records = forms.map { RecordFields($0) }
    var known: Set<String> = []
    ownPaths = records.flatMap(\.all).map(\.path)
      .filter { !$0.hasPrefix("/indicators/") && known.insert($0).inserted }
    indicatorFields = Indicator.Field.allCases.filter { field in
      forms.contains { $0.indicators.contains { $0[field] != nil } }
    }
  }

  var head: [String] {
    [ExportWording.number, ExportWording.kind] + ownPaths.map { FieldWording.label($0) }
      + indicatorFields.map { FieldWording.column($0) }
  }

  /// The lines below the head.
  var rows: [[String]] {
    records.enumerated().flatMap { number, record -> [[String]] in
      let own =
        [String(number + 1), ExportWording.kind(record.form.kind)] + ownPaths.map { record[$0] ?? "" }
      guard !record.form.indicators.isEmpty else { return [own + indicatorFields.map { _ in "" }] }
      return record.form.indicators.map { indicator in own + indicatorFields.map { indicator[$0] ?? "" } }
    }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in [head] + rows { bytes += Self.line(row) }
    return bytes
  }

  /// One line with its end.
  static func line(_ cells: [String]) -> [UInt8] { SeparatedLine.bytes(cells, where: isDangerous) }

  /// What begins a formula, blanks before it passed over; plain negative numbers do not.
  private static func isDangerous(_ bytes: ArraySlice<UInt8>) -> Bool {
    let bytes = bytes.drop { $0 == 0x20 }
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "-"), bytes.count > 1,
      bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
    {
      return false
    }
    return "=+-@\t\r'".utf8.contains(first)
  }

  // MARK: Reading

  /// The cells of a file that this type has written, apostrophes taken off; nil where quotes do not close.
  static func cells(_ bytes: [UInt8]) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func finished() -> String {
      let isMarked = cell.first == UInt8(ascii: "'") && isDangerous(cell[1...])
      return String(decoding: isMarked ? cell[1...] : cell[...], as: UTF8.self)
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 0x22 where isQuoted && next == 0x22:
        cell.append(0x22)
        index += 1
      case 0x22: isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(finished())
        cell = []
      case 0x0D where !isQuoted && next == 0x0A:
        rows.append(row + [finished()])
        row = []
        cell = []
        index += 1
      default: cell.append(byte)
      }
      index += 1
    }
    return isQuoted || !cell.isEmpty || !row.isEmpty ? nil : rows
  }
}

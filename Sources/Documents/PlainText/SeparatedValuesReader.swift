// Tables as text with separators (CSV), as spreadsheet programs write them.
import Findings
package import Tables

/// Reads comma-separated values (RFC 4180) in any encoding that Chinese offices use.
///
/// The separator is the comma, semicolon or tab that stands most often, outside quotation marks, in the first
/// line; a line `sep=;` before it (as some spreadsheet programs write) decides. Records may hold line breaks
/// inside quotation marks; rows count records. The document is one table, whose blank cells are left out.
///
/// Example: `编码,名称⏎713,"城建,规划办"` is a table of two rows and two columns.
package struct SeparatedValuesReader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .init()) {
    self.limits = limits
  }

  /// - Throws: `.empty`, `.unknownFormat` for bytes that are no text, `.limit` beyond the limits, `.damaged`
  ///   where a quotation mark is never closed, since what follows it cannot be told apart.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.fileBytesMax else {
      throw .limit(name: .fileBytes, value: limits.fileBytesMax)
    }
    guard let text = TextDecoder().decode(bytes) else { throw .unknownFormat }
    var scan = SeparatedValuesScan(text.utf8, limits: limits)
    let table = try scan.table()
    return Document(format: .text, blocks: [.table(table)], findings: text.findings)
  }
}

extension SeparatedValuesReader {
  /// The table of a text whose lines are cells parted by commas or semicolons, as spreadsheets save a form;
  /// nil for prose and for other tables. A quotation mark that is not closed is a sign like others, and told.
  func table(of text: DecodedText) throws(ReadingError) -> (table: Table, findings: [Finding])? {
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";")]
    guard
      let separator = separators.first(where: { Self.isParted(text.utf8, by: $0, heedsQuotes: true) })
        ?? separators.first(where: { Self.isParted(text.utf8, by: $0, heedsQuotes: false) })
    else { return nil }
    var scan = SeparatedValuesScan(text.utf8, limits: limits, separator: separator, isLenient: true)
    var table = try scan.table()
    // Cells that were merged have come apart: blank ones may be the rest of the one before.
    table.isRagged = true
    return (table, scan.hasLooseQuote ? [PlainTextWording.looseQuote] : [])
  }

  /// True where most of the first lines have as many separators, two at least, and none has a tab.
  private static func isParted(_ bytes: [UInt8], by separator: UInt8, heedsQuotes: Bool) -> Bool {
    var lineCounts: [Int: Int] = [:]
    var (lines, commas) = (0, 0)
    var (isQuoted, hasText) = (false, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\"") where heedsQuotes: isQuoted.toggle()
      case _ where isQuoted: hasText = true
      case UInt8(ascii: "\t"): return false
      case separator: commas += 1
      case 0x0A:
        if hasText {
          lines += 1
          lineCounts[commas, default: 0] += 1
        }
        (commas, hasText) = (0, false)
      case 0...0x20: break
      default: hasText = true
      }
      if lines == surveyedLines { break }
    }
    guard lines >= 4, let most = lineCounts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return false
    }
    return most.key >= 2 && most.value * 10 >= lines * 6
  }

  private static let surveyedLines = 400
}

/// One walk over the bytes of a text.
private struct SeparatedValuesScan {
  private let bytes: [UInt8]
  private let limits: ReadingLimits
  private var separator = UInt8(ascii: ",")
  private var index = 0
  private var row = 0
  private var column = 0
  private var columnCount = 0
  private var cells: [Cell] = []
  private let isLenient: Bool
  /// How many quotation marks that open nothing were taken as they stand; beyond some hundred all are.
  private var looseCount = 0
  private static let looseMax = 100

  var hasLooseQuote: Bool { looseCount > 0 }

  /// - Parameters:
  ///   - separator: nil where the first line tells it.
  ///   - isLenient: whether a quotation mark that is not closed stands for itself.
  init(_ bytes: [UInt8], limits: ReadingLimits, separator: UInt8? = nil, isLenient: Bool = false) {
    self.bytes = bytes
    self.limits = limits
    self.isLenient = isLenient
    skipAnnouncement()
    if let separator { self.separator = separator } else if index == 0 { chooseSeparator() }
  }

  mutating func table() throws(ReadingError) -> Table {
    while index < bytes.count {
      let text = try field()
      try keep(text)
      guard index < bytes.count else { break }
      let sign = bytes[index]
      index += 1
      if sign == separator {
        column += 1
        if index == bytes.count { try keep("") }
      } else {
        if sign == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        row += 1
        column = 0
      }
    }
    let rowCount = column == 0 && !(cells.last.map { $0.row == row } ?? false) ? row : row + 1
    return Table(number: 1, rowCount: rowCount, columnCount: columnCount, cells: cells)
  }

  /// A field up to its separator or line end, which is not consumed.
  private mutating func field() throws(ReadingError) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), looseCount < Self.looseMax else {
      return plainField()
    }
    let start = index
    index += 1
    var content: [UInt8] = []
    while true {
      guard index < bytes.count else {
        guard isLenient else { throw .damaged(detail: "a quotation mark is not closed") }
        return looseField(start)
      }
      if bytes[index] != UInt8(ascii: "\"") {
        content.append(bytes[index])
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        content.append(bytes[index])
        index += 1
      } else {
        break
      }
      index += 1
    }
    index += 1
    // The mark that ends a field over several lines stands at a field's end, or it is another field's.
    if isLenient, content.contains(0x0A), index < bytes.count, !isEnd(bytes[index]) {
      return looseField(start)
    }
    // What stands between the closing mark and the separator belongs to the field, as spreadsheets read it.
    while index < bytes.count, !isEnd(bytes[index]) {
      content.append(bytes[index])
      index += 1
    }
    return content.withUnsafeBufferPointer { String(trimming: $0) }
  }

  private mutating func plainField() -> String {
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
    return bytes[start..<index].withUnsafeBufferPointer { String(trimming: $0) }
  }

  private mutating func looseField(_ start: Int) -> String {
    looseCount += 1
    index = start + 1
    return plainField()
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  private mutating func keep(_ text: String) throws(ReadingError) {
    guard row < limits.rowCountMax else { throw .limit(name: .rowCount, value: limits.rowCountMax) }
    guard column < limits.columnCountMax else {
      throw .limit(name: .columnCount, value: limits.columnCountMax)
    }
    columnCount = max(columnCount, column + 1)
    if text.isEmpty { return }
    guard cells.count < limits.cellCountMax else {
      throw .limit(name: .cellCount, value: limits.cellCountMax)
    }
    cells.append(Cell(row: row, column: column, text: text))
  }

  private mutating func chooseSeparator() {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    let choices = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    separator = choices.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? separator
  }

  /// A first line `sep=;` says what parts the cells of those below.
  private mutating func skipAnnouncement() {
    let announced = Array("sep=".utf8)
    guard bytes.starts(with: announced), bytes.count > 5, bytes[5] == 0x0A || bytes[5] == 0x0D else { return }
    separator = bytes[4]
    index = bytes[5] == 0x0D && bytes.count > 6 && bytes[6] == 0x0A ? 7 : 6
  }
}

// A form for a later year: the year that it was written for becomes the later one, wherever it stands.
import FormDrafts
import Model
import Quantities

extension Form {
  /// The form with one year moved on to the next.
  func movedOn(from year: FiscalYear) -> Form {
    guard let next = year.next else { return self }
    return movedOn(from: year, to: next)
  }

  /// The form with a year in its texts replaced; other years, and longer numbers that hold the digits, stay.
  ///
  /// What is compared with (较2023年增长) stays as it is: only the year that the form was written for moves.
  func movedOn(from year: FiscalYear, to later: FiscalYear) -> Form {
    guard year != later else { return self }
    let draft = FormDraft(record: self)
    let changes = draft.fields.compactMap { field -> FieldChange? in
      guard let json = field.value, draft.kind(of: field.path) == .text,
        !Self.codes.contains(field.path), let moved = Self.moved(json, year.year, later.year)
      else { return nil }
      return FieldChange(path: field.path, value: moved)
    }
    return changes.isEmpty ? self : draft.applying(changes).record
  }

  /// Fields whose digits are no years.
  private static let codes: Set<String> = ["project/code", "unit/code", "department/code"]

  /// The text with each number that is the year replaced; nil where there is none.
  private static func moved(_ text: String, _ year: Int, _ later: Int) -> String? {
    let bytes = Array(text.utf8)
    let wanted = Array(String(year).utf8)
    var kept: [UInt8] = []
    var place = 0
    var isMoved = false
    while place < bytes.count {
      guard isDigit(bytes[place]) else {
        kept.append(bytes[place])
        place += 1
        continue
      }
      let start = place
      while place < bytes.count, isDigit(bytes[place]) { place += 1 }
      let number = bytes[start..<place]
      // 2025.5 and 12,025 are no years.
      let isPart = start > 0 && (bytes[start - 1] == 0x2E || bytes[start - 1] == 0x2C)
      if number.elementsEqual(wanted), !isPart, isYear(before: bytes[place...]) {
        kept += Array(String(later).utf8)
        isMoved = true
      } else {
        kept += number
      }
    }
    return isMoved ? String(decoding: kept, as: UTF8.self) : nil
  }

  /// True where what stands behind four digits makes them a year: 年, a dash with another year or a month, a month
  /// behind a point.
  private static func isYear(before rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.drop { $0 == 0x20 }
    if rest.starts(with: yearMark) { return true }
    guard let mark = rest.first, mark == 0x2D || mark == 0x2F || mark == 0x2E else { return false }
    let digits = rest.dropFirst().prefix(while: isDigit)
    let behind = rest.dropFirst(1 + digits.count)
    guard mark == 0x2E else { return digits.count == 4 || (1...2).contains(digits.count) }
    let month = digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 100) }
    return (1...2).contains(digits.count) && (1...12).contains(month)
      && !unitMarks.contains { behind.starts(with: $0) }
  }

  private static let yearMark = Array(DraftWording.yearMark.utf8)
  private static let unitMarks = DraftWording.unitMarks.map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

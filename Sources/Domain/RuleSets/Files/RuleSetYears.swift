// Reads the years, numbers and lists of rule-set files, also as Chinese keyboards type them.
import Quantities

enum RuleSetYears {
  /// Budgets of this system lie between the first budget law and the end of the century.
  static let bounds = 1994...2100

  /// `2024`, also in full-width digits; nil for anything else.
  static func year(_ text: String) -> Int? {
    var year = 0
    for scalar in text.unicodeScalars {
      let plain = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFF10 + 0x30 : scalar.value
      guard (0x30...0x39).contains(plain), year <= bounds.upperBound else { return nil }
      year = year * 10 + Int(plain) - 0x30
    }
    return bounds.contains(year) ? year : nil
  }

  /// `2024`, `2024—2025`, `2026—`; nil where a year is none, or the last lies before the first.
  static func span(_ text: String) -> (first: Int, last: Int?)? {
    let sides = text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { "-—–－~～至".unicodeScalars.contains($0) }
    ).map { String(String.UnicodeScalarView(RuleSetLines.trimmed($0))) }
    guard let first = year(sides[0]) else { return nil }
    if sides.count == 1 { return (first, first) }
    // A dash of Chinese text is often two.
    let rest = sides.dropFirst().filter { !$0.isEmpty }
    guard sides.count <= 3, rest.count <= 1 else { return nil }
    guard let end = rest.first else { return (first, nil) }
    guard let last = year(end), last >= first else { return nil }
    return (first, last)
  }
}

extension RuleSetWords {
  /// A number in plain digits, full-width ones too; nil for anything else.
  static func number(_ text: String) -> ExactDecimal? {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF10...0xFF19).contains(scalar.value) || scalar.value == 0xFF0E
      plain.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return ExactDecimal(String(plain))
  }

  /// The pieces of a list: parted by 、 ， , ； ;.
  static func list(_ text: String) -> [String] {
    text.unicodeScalars.split { "、，,；;".unicodeScalars.contains($0) }
      .map { String(String.UnicodeScalarView(RuleSetLines.trimmed($0))) }.filter { !$0.isEmpty }
  }
}

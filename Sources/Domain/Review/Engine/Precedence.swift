// One cell, one finding: which rule makes which others superfluous.

/// Lets the most specific finding of a cell or row speak alone.
enum Precedence {
  /// Where a rule silences another.
  private enum Reach { case row, form }

  /// A winner, the rules it silences, and how far.
  private static let order: [(winner: String, silenced: [String], reach: Reach)] = [
    ("C14", ["C06", "C15", "M01", "M02", "M03", "M07"], .row),
    ("C06", ["M02", "M03", "M01", "M07"], .row),
    ("M02", ["M03", "M01", "M20", "M27", "C15"], .row),
    ("M03", ["M01", "M04", "M05", "M07"], .row),
    ("M09", ["M10", "M11", "M27"], .row),
    ("M09", ["C04"], .form),
    // A sign that is to be turned is not also told as understood.
    ("M11", ["M20"], .row),
    ("M12", ["M20"], .row),
    ("M17", ["M21"], .row),
    ("E08", ["E15"], .row),
    ("E10", ["E14"], .row),
    ("M24", ["A02", "M11", "M23", "M27"], .row),
  ]

  /// The same with codes as numbers, which are compared sooner than texts.
  private static let steps = order.map { step in
    (winner: RuleCode(step.winner), silenced: step.silenced.map { RuleCode($0) }, reach: step.reach)
  }

  /// Which of some findings are superfluous; nil where none is.
  ///
  /// - Parameter codes: those of the findings' rules.
  static func silenced(_ findings: [ReviewFinding], _ codes: [RuleCode]) -> [Bool]? {
    guard findings.count > 1 else { return nil }
    var silenced: [Bool]?
    for step in steps where codes.contains(step.winner) {
      for index in codes.indices where codes[index] == step.winner {
        for other in codes.indices where step.silenced.contains(codes[other]) {
          if standsBeside(findings[other]) { continue }
          guard step.reach == .form || stands(findings[other], inRowOf: findings[index]) else { continue }
          if silenced == nil { silenced = Array(repeating: false, count: findings.count) }
          silenced?[other] = true
        }
      }
    }
    return silenced
  }

  /// True where a finding's first row is one of another's.
  private static func stands(_ finding: ReviewFinding, inRowOf other: ReviewFinding) -> Bool {
    for field in finding.fields {
      guard let row = row(field) else { continue }
      return other.fields.contains { self.row($0) == row }
    }
    return false
  }

  /// Two whole clauses with one value (M21 on name and value) are more than a long name.
  private static func standsBeside(_ finding: ReviewFinding) -> Bool {
    finding.rule == "M21" && finding.fields.count > 1
  }

  /// `indicators/3/annualValue` → 3; nil for cells outside the table.
  private static func row(_ field: String) -> Int? {
    guard field.begins(with: "indicators/") else { return nil }
    var number: Int?
    for byte in field.utf8.dropFirst(11) {
      guard (0x30...0x39).contains(byte), number ?? 0 < 100_000 else { break }
      number = (number ?? 0) * 10 + Int(byte - 0x30)
    }
    return number
  }
}

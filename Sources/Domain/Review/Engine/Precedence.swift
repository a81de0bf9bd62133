// One cell, one finding: which rule makes which others superfluous.

/// Lets the most specific finding of a cell or row speak alone.
enum Precedence {
  /// Where a rule silences another.
  private enum Reach { case row, form }

  /// A winner, the rules it silences, and how far.
  private static let order: [(winner: String, silenced: Set<String>, reach: Reach)] = [
    ("C14", ["C06", "C15", "M01", "M02", "M03", "M07"], .row),
    ("C06", ["M02", "M03", "M01", "M07"], .row),
    ("M02", ["M03", "M01", "C15"], .row),
    ("M03", ["M01"], .row),
    ("M09", ["M10", "M11", "M27"], .row),
    ("M09", ["C04"], .form),
    ("M24", ["A02", "M11", "M23", "M27"], .row),
    ("M17", ["M21"], .row),
  ]

  static func applied(to findings: [ReviewFinding]) -> [ReviewFinding] {
    var silenced = [Bool](repeating: false, count: findings.count)
    for (winner, losers, reach) in order {
      for finding in findings where finding.rule == winner {
        let rows = Set(finding.fields.compactMap(row))
        for (index, other) in findings.enumerated() where losers.contains(other.rule) {
          let meets = reach == .form || other.fields.first.flatMap(row).map { rows.contains($0) } == true
          if meets { silenced[index] = true }
        }
      }
    }
    return findings.indices.filter { !silenced[$0] }.map { findings[$0] }
  }

  /// `indicators/3/annualValue` → `3`.
  private static func row(_ field: String) -> Substring? {
    let parts = field.split(separator: "/")
    return parts.count >= 2 && parts[0] == "indicators" ? parts[1] : nil
  }
}

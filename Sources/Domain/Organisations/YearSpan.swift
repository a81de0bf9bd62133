// The fiscal years in which something is there.
package import Quantities

/// A first fiscal year and, where it is known, a last one; both count.
package struct YearSpan: Sendable, Hashable, CustomStringConvertible {
  package let first: FiscalYear
  /// Nil while no end is known.
  package let last: FiscalYear?

  /// Nil when the last year lies before the first.
  package init?(first: FiscalYear, last: FiscalYear? = nil) {
    if let last, last < first { return nil }
    self.first = first
    self.last = last
  }

  /// True for the years from the first to the last.
  package func contains(_ year: FiscalYear) -> Bool {
    first <= year && last.map { year <= $0 } ?? true
  }

  /// True when every year of the other is a year of this one.
  package func contains(_ other: YearSpan) -> Bool {
    guard first <= other.first else { return false }
    guard let last else { return true }
    return other.last.map { $0 <= last } ?? false
  }

  /// True when some year belongs to both.
  package func overlaps(_ other: YearSpan) -> Bool {
    contains(other.first) || other.contains(first)
  }

  /// `2024–2026`, or `2024–` while no end is known.
  package var description: String { "\(first)–\(last.map(\.description) ?? "")" }
}

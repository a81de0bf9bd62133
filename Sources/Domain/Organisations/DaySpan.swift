// The days on which something holds.
package import Quantities

/// A first day and, where it is known, a last one; both count.
package struct DaySpan: Sendable, Hashable, CustomStringConvertible {
  package let first: Day
  /// Nil while no end is known.
  package let last: Day?

  /// Nil when the last day lies before the first.
  package init?(first: Day, last: Day? = nil) {
    if let last, last < first { return nil }
    self.first = first
    self.last = last
  }

  /// True for the days from the first to the last.
  package func contains(_ day: Day) -> Bool { first <= day && last.map { day <= $0 } ?? true }

  /// True when some day belongs to both.
  package func overlaps(_ other: DaySpan) -> Bool {
    contains(other.first) || other.contains(first)
  }

  /// `2026-01-01–2026-02-28`, or `2026-01-01–` while no end is known.
  package var description: String { "\(first)–\(last.map(\.description) ?? "")" }
}

// The fiscal year of a budget: in China the calendar year.

/// A fiscal year, such as 2025.
package struct FiscalYear: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int

  /// Nil outside 1949…2999: no budget of this system lies there.
  package init?(_ year: Int) {
    guard (1949...2999).contains(year) else { return nil }
    self.year = year
  }

  package var next: FiscalYear? { FiscalYear(year + 1) }
  package var previous: FiscalYear? { FiscalYear(year - 1) }

  /// True for the days from 1 January to 31 December.
  package func contains(_ day: Day) -> Bool { day.year == year }

  package static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.year < right.year }

  package var description: String { String(year) }
}

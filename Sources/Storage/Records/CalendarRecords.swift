// Years and deadlines in the store.
package import Organisations
package import Quantities

/// A year for which forms are made.
package struct BudgetYear: Sendable, Hashable {
  package let year: FiscalYear
  /// Closed years are read and never changed.
  package var isOpen: Bool

  package init(year: FiscalYear, isOpen: Bool) {
    self.year = year
    self.isOpen = isOpen
  }
}

/// The last day for a step of the workflow.
package struct Deadline: Sendable, Hashable {
  package let year: FiscalYear
  /// In the words of the workflow: `target.submission`.
  package let step: String
  /// For whom; everything below too, unless it has a deadline of its own.
  package let organisation: OrganisationID
  package var day: Day

  package init(year: FiscalYear, step: String, organisation: OrganisationID, day: Day) {
    self.year = year
    self.step = step
    self.organisation = organisation
    self.day = day
  }
}

/// Reads years and deadlines.
package protocol CalendarView {
  /// The earliest first.
  func budgetYears() throws(RecordError) -> [Stored<BudgetYear>]

  /// By step, then by organisation.
  func deadlines(of year: FiscalYear) throws(RecordError) -> [Stored<Deadline>]
}

/// Changes years and deadlines.
package protocol CalendarStore {
  /// - Parameter revision: 0 for a year that is not there yet.
  /// - Throws: `.stale`.
  func save(_ year: BudgetYear, expecting revision: Int64) throws(RecordError)

  /// - Parameter revision: 0 for a deadline that is not there yet.
  /// - Throws: `.stale`, `.unknownReference` for a year or an organisation that is not there.
  func save(_ deadline: Deadline, expecting revision: Int64) throws(RecordError)

  /// - Throws: `.stale`, `.notFound`.
  func remove(_ deadline: Deadline, expecting revision: Int64) throws(RecordError)
}

// Who is late, and who will be soon.
import Organisations
import Permissions
package import Quantities
import Records

/// The organisations that still have something to do for a step of a year.
package struct ListWaitingWork: Sendable {
  package var year: FiscalYear
  package var step: DeadlineStep

  package init(year: FiscalYear, step: DeadlineStep) {
    self.year = year
    self.step = step
  }

  /// - Returns: the latest first, then those with most to do.
  /// - Throws: `.permission`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [WaitingWork] {
    let today = office.today
    return try await office.read { records in
      try signedIn.demand(.remindUnits)
      return try records.waitingWork(for: step, in: year, by: signedIn, on: today)
    }
  }
}

extension RecordView {
  /// What waits at the places at which somebody may remind, each organisation once, the most pressing first.
  func waitingWork(
    for step: DeadlineStep, in year: FiscalYear, by signedIn: SignedIn, on today: Day
  ) throws(RecordError) -> [WaitingWork] {
    var all: [WaitingWork] = []
    for place in signedIn.places(for: .remindUnits) {
      all += try waitingWork(for: step, in: year, under: place, on: today)
    }
    return all.pressing(on: today)
  }
}

extension [WaitingWork] {
  /// The latest first, then those with most to do.
  func pressing(on today: Day) -> [WaitingWork] {
    let keys = enumerated().map { (place: $0, pressure: $1.pressure(on: today), open: $1.open) }
    let order = keys.sorted { left, right in
      if left.pressure != right.pressure { return left.pressure > right.pressure }
      if left.open != right.open { return left.open > right.open }
      return self[left.place].organisation.path < self[right.place].organisation.path
    }
    return order.map { self[$0.place] }
  }
}

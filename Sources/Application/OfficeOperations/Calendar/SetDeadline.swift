// The last day for a step of the year.
import Ledger
package import Organisations
import Permissions
package import Quantities
import Records
import Rosters

/// Sets the last day of a step, for an organisation and everything below it.
package struct SetDeadline: Sendable {
  package var year: FiscalYear
  package var step: DeadlineStep
  package var organisation: OrganisationID
  /// As typed.
  package var day: String
  /// Of the deadline as it was read; 0 for one that is not there yet.
  package var revision: Int64

  package init(
    year: FiscalYear, step: DeadlineStep, organisation: OrganisationID, day: String, revision: Int64 = 0
  ) {
    self.year = year
    self.step = step
    self.organisation = organisation
    self.day = day
    self.revision = revision
  }

  /// - Throws: `.permission`, `.records(.notFound)` for an organisation that is not there or lies elsewhere
  ///   and for a year that was never opened, `.records(.stale)`, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let place = try records.organisation(organisation, for: .changeYears, by: signedIn).value
      try records.demandOpen(year)
      var fields = TypedFields()
      let typed = fields.read("day", day) { text throws(RosterProblem) -> Day in
        if text.isEmpty { throw .missing }
        return try RosterCell.day(text)
      }
      // Targets are made in the autumn before, evaluations in the year after.
      if let typed, abs(typed.year - year.year) > 1 { fields.tell("day", OfficeWording.deadlineTooFar(year)) }
      try fields.check()
      guard let typed else { throw OfficeRefusal.unforeseen }
      let deadline = Deadline(year: year, step: step.rawValue, organisation: organisation, day: typed)
      try records.save(deadline, expecting: revision)
      try records.append(
        signedIn.note(.deadlineSet, deadline.subject, at: moment, reason: "\(place.path) \(typed)"))
    }
  }
}

/// Removes a deadline: that of the organisation above counts again.
package struct RemoveDeadline: Sendable {
  package var year: FiscalYear
  package var step: DeadlineStep
  package var organisation: OrganisationID
  /// Of the deadline as it was read.
  package var revision: Int64

  package init(year: FiscalYear, step: DeadlineStep, organisation: OrganisationID, revision: Int64) {
    self.year = year
    self.step = step
    self.organisation = organisation
    self.revision = revision
  }

  /// - Throws: `.permission`, `.records(.notFound)`, `.records(.stale)`, `.fields` for a closed year.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let place = try records.organisation(organisation, for: .changeYears, by: signedIn).value
      try records.demandOpen(year)
      let found = try records.deadlines(of: year).first {
        $0.value.step == step.rawValue && $0.value.organisation == organisation
      }
      guard let deadline = found?.value else { throw RecordError.notFound(.deadline, key: step.rawValue) }
      try records.remove(deadline, expecting: revision)
      try records.append(
        signedIn.note(.deadlineRemove, deadline.subject, at: moment, reason: place.path.description))
    }
  }
}

extension RecordView {
  /// - Throws: `.notFound` for a year that was never opened, `.fields` for one that is closed.
  func demandOpen(_ year: FiscalYear) throws {
    guard let stored = try budgetYears().first(where: { $0.value.year == year }) else {
      throw RecordError.notFound(.budgetYear, key: year.description)
    }
    guard stored.value.isOpen else {
      throw OfficeRefusal.fields([FieldFault("year", OfficeWording.yearClosed)])
    }
  }
}

extension Deadline {
  /// The path of the ledger.
  var subject: String { "year/\(year)/deadline/\(step)/\(organisation)" }
}

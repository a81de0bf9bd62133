// More time for a unit, given by the finance bureau.
import Ledger
package import Organisations
import Permissions
package import Quantities
import Records
import Rosters

/// Puts the last day of a step off for an organisation and everything below it; others keep theirs.
package struct ExtendDeadline: Sendable {
  package var year: FiscalYear
  package var step: DeadlineStep
  package var organisation: OrganisationID
  /// As typed: later than the day that counts for the organisation now.
  package var day: String
  /// Why, for the ledger.
  package var reason: String

  package init(
    year: FiscalYear, step: DeadlineStep, organisation: OrganisationID, day: String, reason: String
  ) {
    self.year = year
    self.step = step
    self.organisation = organisation
    self.day = day
    self.reason = reason
  }

  private static let reasonCharactersMax = 200

  /// - Throws: `.permission`, `.records(.notFound)` for an organisation that is not there or lies elsewhere
  ///   and for a year that was never opened, `.fields`; who comes second with an earlier day is refused.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let place = try records.organisation(organisation, for: .extendDeadlines, by: signedIn).value
      try records.demandOpen(year)
      guard let counts = try records.deadline(of: step, in: year, for: place)?.value else {
        throw OfficeRefusal.fields([FieldFault("step", OfficeWording.noDeadlineYet)])
      }
      let (day, reason) = try typed(after: counts.day)
      let own = try records.deadlines(of: year).first {
        $0.value.step == step.rawValue && $0.value.organisation == organisation
      }
      let deadline = Deadline(year: year, step: step.rawValue, organisation: organisation, day: day)
      try records.save(deadline, expecting: own?.revision ?? 0)
      try records.append(
        signedIn.note(
          .deadlineExtend, deadline.subject, at: moment,
          reason: "\(place.path) \(counts.day) → \(day) \(reason)"))
    }
  }

  private func typed(after last: Day) throws(OfficeRefusal) -> (day: Day, reason: String) {
    var fields = TypedFields()
    let day = fields.read("day", day) { text throws(RosterProblem) -> Day in
      if text.isEmpty { throw .missing }
      return try RosterCell.day(text)
    }
    if let day, day <= last { fields.tell("day", OfficeWording.notLater(than: last)) }
    if let day, abs(day.year - year.year) > 1 { fields.tell("day", OfficeWording.deadlineTooFar(year)) }
    let reason = reason.trimmed
    if reason.isEmpty { fields.tell("reason", OfficeWording.reasonMissing) }
    if reason.count > Self.reasonCharactersMax {
      fields.tell("reason", OfficeWording.reasonTooLong(Self.reasonCharactersMax))
    }
    try fields.check()
    guard let day else { throw .unforeseen }
    return (day, reason)
  }
}

extension RecordView {
  /// The deadline that counts for an organisation: its own, or that of the nearest above it.
  func deadline(
    of step: DeadlineStep, in year: FiscalYear, for place: Organisation
  ) throws(RecordError) -> Stored<Deadline>? {
    var nearest: (deadline: Stored<Deadline>, path: OrganisationPath)?
    for deadline in try deadlines(of: year) where deadline.value.step == step.rawValue {
      let path = try organisation(deadline.value.organisation).value.path
      guard path.contains(place.path) else { continue }
      if let found = nearest, path.contains(found.path) { continue }
      nearest = (deadline, path)
    }
    return nearest?.deadline
  }
}

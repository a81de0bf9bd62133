// 催办: those who are late, or soon will be, are told with one press.
import Ledger
package import Organisations
import Permissions
package import Quantities
import Records
import Workflow

/// Reminds organisations of what they still have to do for a step of a year; nobody twice on one day.
package struct RemindUnits: Sendable {
  /// Whom.
  package enum Which: Sendable {
    /// All that are late.
    case late
    /// All that are late or will be within a week.
    case soon
    case chosen(Set<OrganisationID>)
  }

  package var year: FiscalYear
  package var step: DeadlineStep
  package var which: Which

  package init(year: FiscalYear, step: DeadlineStep, which: Which) {
    self.year = year
    self.step = step
    self.which = which
  }

  /// What came of it.
  package struct Outcome: Sendable {
    /// Organisations that were reminded, and how many people were told.
    package let organisationCount: Int
    package let toldCount: Int
    /// Those that had been reminded today already.
    package let repeatedCount: Int
    /// Where nobody has the part that could be told.
    package let empty: [Organisation]
  }

  /// Organisations of one press at most: more than the largest county has.
  private static let organisationsMax = 5000

  /// - Throws: `.permission`, `.records(.notFound)` for a chosen organisation that lies elsewhere, and for a
  ///   year that was never opened, `.fields` for a closed year and where nobody is meant.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Outcome {
    let moment = office.now
    return try await office.change { records in
      try signedIn.demand(.remindUnits)
      if case .chosen(let chosen) = which {
        for id in chosen.sorted() { _ = try records.organisation(id, for: .remindUnits, by: signedIn) }
      }
      try records.demandOpen(year)
      let wanted = try records.waitingWork(for: step, in: year, by: signedIn, on: moment.day())
        .filter { isMeant($0, on: moment.day()) }
      guard !wanted.isEmpty else {
        throw OfficeRefusal.fields([FieldFault("organisation", ReminderWording.nobodyMeant)])
      }
      var telling = Telling()
      for work in wanted.prefix(Self.organisationsMax) {
        if work.isReminded(on: moment.day()) {
          telling.repeatedCount += 1
        } else {
          try remind(work, in: records, by: signedIn, at: moment, &telling)
        }
      }
      return Outcome(
        organisationCount: telling.organisationCount, toldCount: telling.toldCount,
        repeatedCount: telling.repeatedCount, empty: telling.empty)
    }
  }

  private struct Telling {
    var organisationCount = 0
    var toldCount = 0
    var repeatedCount = 0
    var empty: [Organisation] = []
  }

  private func isMeant(_ work: WaitingWork, on today: Day) -> Bool {
    switch which {
    case .late: work.pressure(on: today) == .late
    case .soon: work.pressure(on: today) >= .soon
    case .chosen(let chosen): chosen.contains(work.organisation.id)
    }
  }

  private func remind(
    _ work: WaitingWork, in records: any RecordTransaction, by signedIn: SignedIn, at moment: Moment,
    _ outcome: inout Telling
  ) throws {
    let count = try records.remind(
      work, of: step, in: year, as: .reminder, by: signedIn.person.id, at: moment)
    guard count > 0 else {
      outcome.empty.append(work.organisation)
      return
    }
    outcome.organisationCount += 1
    outcome.toldCount += count
    try records.append(
      signedIn.note(
        .unitRemind, "year/\(year)/reminder/\(step.rawValue)/\(work.organisation.id)", at: moment,
        reason: "\(work.organisation.path) \(work.open)"))
  }
}

extension RecordTransaction {
  /// Tells those who have to do the work, and keeps that they were told.
  ///
  /// - Parameter person: who reminds; nil for the office itself.
  /// - Returns: how many were told; where nobody was, nothing is kept.
  func remind(
    _ work: WaitingWork, of step: DeadlineStep, in year: FiscalYear, as kind: NoticeKind,
    by person: PersonID?, at moment: Moment
  ) throws(RecordError) -> Int {
    let day = moment.day()
    let place = work.organisation.path
    let isReview = step == .targetDepartmentReview
    let people = try holders(
      of: isReview ? .departmentReviewer : .clerk, at: place, on: day, besides: isReview ? .bureau : nil)
    var details = NoticeDetails()
    (details.year, details.step, details.open, details.lastDay) = (year, step, work.open, work.lastDay)
    let telling = NoticeTelling(
      kind: kind, topic: "\(year.year)/\(step.rawValue)/\(work.organisation.id)", actor: person,
      moment: moment, details: details)
    let toldCount = try telling.tell(try withDeputies(people, on: day), in: self)
    guard toldCount > 0 else { return 0 }
    try add(
      Reminder(
        id: try nextNumber(), organisation: work.organisation.id, year: year, step: step.rawValue,
        person: person, moment: moment, toldCount: toldCount))
    return toldCount
  }
}

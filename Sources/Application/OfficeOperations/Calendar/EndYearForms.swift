// Any node ends the forms of a year that was closed: some at a time, and on from there after a failure.
import JSONText
import Ledger
import Organisations
import Quantities
import Records
import Workflow

extension Job {
  /// Ends the forms of a closed year.
  static let yearEnd = "year.end"
}

/// What a job of a year's end has to do.
struct YearEndErrand: Sendable {
  let job: Job
  let year: FiscalYear
  /// Who closed the year: the steps are taken in this name.
  let person: PersonID
  /// How many forms there were to end.
  let total: Int

  init?(_ job: Job) {
    guard let json = try? JSONReader.read(Array(job.payload.utf8)),
      let year = json["year"]?.whole.flatMap({ FiscalYear($0) }),
      let person = json["person"]?.whole.flatMap({ PersonID(Int64($0)) }), let total = json["total"]?.whole
    else { return nil }
    self.job = job
    self.year = year
    self.person = person
    self.total = total
  }
}

/// Takes the step of the year's end with the forms of a closed year. A form with which it cannot be taken,
/// because its course is damaged, is left as it is, and the ledger says how many were. Where the year was
/// opened again meanwhile, the rest stays as it is.
package struct EndYearForms: Sendable {
  /// Forms of one transaction.
  package var formsAtOnce: Int

  package init(formsAtOnce: Int = 50) { self.formsAtOnce = max(1, formsAtOnce) }

  private static let leaseSeconds = 300
  /// A taker stops so long before its lease ends.
  private static let workSeconds = 200

  /// - Returns: false where nothing waits.
  package func run(in office: Office) async throws(OfficeRefusal) -> Bool {
    let start = office.now
    guard try await office.read({ try $0.isJobDue(kinds: [Job.yearEnd], now: start) }) else { return false }
    let job = try await office.change { records in
      try records.takeJob(
        kinds: [Job.yearEnd], now: start, leaseEnds: start.advanced(bySeconds: Self.leaseSeconds))
    }
    guard let job else { return false }
    do throws(OfficeRefusal) {
      guard let errand = YearEndErrand(job) else {
        try await office.change { try $0.finish(job) }
        return true
      }
      try await end(errand, in: office, since: start)
    } catch .records(.stale), .records(.notFound) {
      // Somebody else took it meanwhile.
    }
    return true
  }

  /// How far a batch has come.
  private struct Progress: Sendable {
    var stages: ArraySlice<Stage> = Stage.allCases.filter { $0.isEditing || $0.isUnderReview }[...]
    var last: FormID?
    var isStopped = false
  }

  private func end(_ errand: YearEndErrand, in office: Office, since start: Moment)
    async throws(OfficeRefusal)
  {
    var progress = Progress()
    while !progress.stages.isEmpty, !progress.isStopped {
      if office.now.seconds(since: start) > Self.workSeconds || Task.isCancelled {
        let now = office.now
        try await office.change { try $0.putBack(errand.job, due: now, problem: "") }
        return
      }
      let (before, moment) = (progress, office.now)
      progress = try await office.change { try batch(of: errand, from: before, in: $0, at: moment) }
    }
    let (after, moment) = (progress, office.now)
    try await office.change { records in
      try records.finish(errand.job)
      let open = try records.formCounts(FormSelection(year: errand.year)).reduce(0) { sum, count in
        sum + (Stage(rawValue: count.key).map { $0.isEditing || $0.isUnderReview } ?? true ? count.value : 0)
      }
      let ended = after.isStopped ? "reopened" : "\(max(0, errand.total - open)) ended"
      try records.append(
        LedgerNote(
          moment: moment, actor: errand.person.rawValue, action: .yearEnd, subject: "year/\(errand.year)",
          reason: "\(ended), \(open) left"))
    }
  }

  private func batch(
    of errand: YearEndErrand, from before: Progress, in records: any RecordTransaction, at moment: Moment
  ) throws -> Progress {
    var progress = before
    guard let stage = progress.stages.first else { return progress }
    let isClosed = try records.budgetYears().contains { $0.value.year == errand.year && !$0.value.isOpen }
    guard isClosed else {
      progress.isStopped = true
      return progress
    }
    let some = try records.forms(
      FormSelection(year: errand.year, stage: stage.rawValue), after: progress.last, limit: formsAtOnce)
    for stored in some {
      try end(stored.value.id, errand, in: records, at: moment)
    }
    progress.last = some.last?.value.id
    if some.count < formsAtOnce {
      progress.stages = progress.stages.dropFirst()
      progress.last = nil
    }
    return progress
  }

  /// Takes the step with a form; a damaged one is left as it is.
  private func end(
    _ form: FormID, _ errand: YearEndErrand, in records: any RecordTransaction, at moment: Moment
  ) throws {
    let ground: FormGround
    do throws(RecordError) { ground = try records.ground(form) } catch .damaged { return }
    guard let step = ground.course.stepAtYearEnd else { return }
    let reason = OfficeWording.yearEndReason(errand.year)
    let deed: Deed = step == .abandon ? .abandonment(reason: reason) : .lapse(reason: reason)
    let person = try records.person(errand.person).value
    let taking = StepTaking(
      form: form, length: ground.course.length,
      signedIn: SignedIn(
        person: person, actor: Actor(person: person.id, holdings: []), session: .zero,
        mustChangePassword: false), moment: moment)
    let record = StepRecord(deed: deed, actor: person.id, role: .systemAdministrator, moment: moment)
    _ = try taking.keep(record, on: ground, in: records) { ground throws in
      try taking.version(for: deed, on: ground, in: records)
    }
    var details = NoticeDetails()
    details.year = errand.year
    let telling = NoticeTelling(
      kind: .yearEnded, form: form, topic: errand.year.description, actor: person.id, moment: moment,
      details: details)
    try telling.tell(
      try records.addressees(
        of: .clerks, at: ground.organisation.path, hands: ground.course.hands, on: moment.day()),
      in: records)
  }
}

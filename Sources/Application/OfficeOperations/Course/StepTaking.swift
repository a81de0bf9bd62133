// What every step does inside its transaction.
import FormDrafts
import Ledger
import Model
import Organisations
import Permissions
import Quantities
import Records
import Workflow

/// A step on its way.
struct StepTaking: Sendable {
  let form: FormID
  let length: Int
  let signedIn: SignedIn
  let moment: Moment

  /// What a step leaves besides its record.
  struct Trace {
    /// The version that the decision is about.
    var version: Int
    /// The word of explanation of a submission.
    var said = ""
    /// The last day that a submission has missed.
    var late: Day?
    /// What serves what in a submission.
    var links = FormLinks()
    /// What was found in a submission.
    var judgement: FormJudgement?
  }

  /// Asks the right, then the workflow, lets the step do its own work, and keeps the decision.
  ///
  /// - Parameter work: what this step does to draft and versions; called when nothing else stands in the way.
  func take(
    _ deed: Deed, in records: any RecordTransaction, work: (FormGround) throws -> Trace
  ) throws -> TakeStep.Taken {
    let right = Right.step(deed.step)
    let ground = try records.ground(form, for: right, by: signedIn)
    if isRepetition(of: deed, on: ground) { return TakeStep.Taken(course: ground.course, isRepeated: true) }
    guard ground.course.length == length else {
      throw RecordError.stale(
        .form, key: form.description, expected: Int64(length), found: Int64(ground.course.length))
    }
    guard let part = try ground.part(for: right, by: signedIn) else { throw OfficeRefusal.unforeseen }
    try records.demandOpen(ground.entry.year)
    let record = StepRecord(
      deed: deed, actor: signedIn.person.id, onBehalfOf: part.onBehalfOf, role: part.role, moment: moment)
    let course = try keep(record, on: ground, in: records, work: work)
    try records.tell(of: record, on: ground, after: course)
    return TakeStep.Taken(course: course, isRepeated: false)
  }

  /// Goes one step further on the course and keeps the decision; the right was asked before.
  ///
  /// - Returns: the course after the step.
  func keep(
    _ record: StepRecord, on ground: FormGround, in records: any RecordTransaction,
    work: (FormGround) throws -> Trace
  ) throws -> FormCourse {
    var course = ground.course
    try course.take(record)
    let trace = try work(ground)
    let decision = Decision(
      id: try records.nextNumber(), form: form, version: trace.version, from: ground.course.stage,
      to: course.stage, keeping: record, said: trace.said, late: trace.late, links: trace.links)
    try records.add(decision, expecting: try records.form(form).revision)
    try records.keepStep(decision, course: course, on: ground, judgement: trace.judgement)
    return course
  }

  /// Begins the review of a form that waits for it.
  ///
  /// - Returns: the step after it, taken from the same page.
  func afterOpening(in records: any RecordTransaction) throws -> StepTaking {
    _ = try take(.opening, in: records) { Trace(version: $0.entry.latestVersion) }
    return StepTaking(form: form, length: length + 1, signedIn: signedIn, moment: moment)
  }

  /// True where the person has just taken this very step from the same page: the second press of a button.
  private func isRepetition(of deed: Deed, on ground: FormGround) -> Bool {
    guard ground.decisions.count == length + 1, let last = ground.decisions.last,
      last.person == signedIn.person.id, last.action == deed.step.rawValue
    else { return false }
    if case .submission = deed { return true }
    return last.reason == deed.words && last.details == deed.details()
  }

  // MARK: Versions

  /// What a step other than a submission does to draft and versions.
  func version(for deed: Deed, on ground: FormGround, in records: any RecordTransaction) throws -> Trace {
    switch deed {
    case .approval(let opinion, _):
      return Trace(version: try approvedVersion(opinion, on: ground, in: records))
    case .abandonment:
      let number = ground.versionInForce ?? ground.entry.latestVersion
      try records.putBack(try records.version(number, of: form), by: signedIn.person.id, at: moment)
      return Trace(version: number)
    case .return(let objections):
      try records.demandReasons(for: objections, on: ground)
      return Trace(version: ground.entry.latestVersion)
    case .retraction:
      guard try records.isUntouchedSinceReturn(ground) else {
        throw OfficeRefusal.step(.conditionFails(ground.course.stage, .retract, .justReturned))
      }
      return Trace(version: ground.entry.latestVersion)
    case .submission, .withdrawal, .opening, .release, .forwarding, .recall, .reopening, .disclosure,
      .withholding, .adjustment, .lapse:
      return Trace(version: ground.entry.latestVersion)
    }
  }

  /// Stores the version with the opinion in its cell, where the kind of form has one; the draft shows it too.
  private func approvedVersion(
    _ opinion: String, on ground: FormGround, in records: any RecordTransaction
  ) throws -> Int {
    let last = try records.version(ground.entry.latestVersion, of: form)
    let home = try records.organisation(signedIn.person.organisation).value
    guard let approved = try last.approved(opinion: opinion, authority: home.name) else { return last.number }
    let version = try records.addVersion(
      of: form, record: approved.record, by: signedIn.person.id, at: moment, reason: "")
    _ = try records.save(
      approved.changes, of: form, onto: try records.form(form).value.draftRevision, by: signedIn.person.id,
      at: moment)
    return version.number
  }
}

extension FormGround {
  /// The number of the version that is in force; nil where none is.
  var versionInForce: Int? {
    guard course.stage.isInForce || course.inForce != nil else { return nil }
    return decisions.approvedVersions.last
  }
}

extension RecordView {
  /// True while the draft says what was submitted, and no attachment was added since the return. No clock
  /// is asked: those of two nodes need not agree.
  func isUntouchedSinceReturn(_ ground: FormGround) throws(RecordError) -> Bool {
    let (form, number) = (ground.entry.id, ground.entry.latestVersion)
    guard let last = ground.decisions.last, last.action == Step.sendBack.rawValue, number > 0 else {
      return false
    }
    guard try version(number, of: form).form() == ground.draft.record else { return false }
    return try !attachments(of: form.attachmentSubject).contains { $0.id.rawValue > last.id.rawValue }
  }
}

extension [Decision] {
  /// Without the returns that were taken back, and what took them back: nobody was asked for anything.
  var standing: [Decision] {
    reduce(into: []) { kept, decision in
      if decision.action == Step.retract.rawValue, kept.last?.action == Step.sendBack.rawValue {
        kept.removeLast()
      } else {
        kept.append(decision)
      }
    }
  }

  /// The versions that were approved and stayed so, the first first.
  var approvedVersions: [Int] {
    reduce(into: []) { versions, decision in
      if decision.action == Step.approve.rawValue { versions.append(decision.version) }
      if decision.action == Step.reopen.rawValue, decision.stageBefore == Stage.approved.rawValue {
        _ = versions.popLast()
      }
    }
  }
}

// How digests follow the steps: written in the same transaction as what they tell.
import Findings
import FormDrafts
import Model
import Organisations
import Quantities
import Records
import Review
import Workflow

extension RecordTransaction {
  /// Puts a form that was just begun among the drafts.
  func keepBeginning(of form: FormID, at organisation: Organisation, moment: Moment) throws(RecordError) {
    let entry = try self.form(form).value
    try save(
      FormDigest(
        form: form, year: entry.year, kind: entry.kind, organisation: entry.organisation,
        place: organisation.path, project: entry.project, stage: entry.stage, amount: entry.amount,
        moved: moment))
    try keepText(of: entry, at: organisation, decisions: [])
  }

  /// Lets the digest follow a sum that was changed in the draft.
  func keepAmount(of form: FormID) throws(RecordError) {
    guard var digest = try digest(of: form) else { return }
    let amount = try self.form(form).value.amount
    if amount == digest.amount { return }
    digest.amount = amount
    try save(digest)
  }

  /// Lets digest, tallies and searched words follow a step that was just stored.
  ///
  /// - Parameters:
  ///   - course: behind the step.
  ///   - judgement: of a submission; nil leaves what was found the last time.
  func keepStep(
    _ decision: Decision, course: FormCourse, on ground: FormGround, judgement: FormJudgement? = nil
  ) throws(RecordError) {
    let form = decision.form
    guard var digest = try digest(of: form) else {
      return try fillDigest(of: form, memory: FormMemory(), judgement: judgement)
    }
    try countStep(
      decision, before: ground.course, course: course, since: digest.moved, at: digest.place, in: digest.year)
    let entry = try self.form(form).value
    digest.stage = entry.stage
    digest.amount = entry.amount
    digest.round = course.round
    digest.length = course.length
    digest.moved = decision.moment
    digest.inForce = try inForce(of: form, course, decisions: ground.decisions + [decision], known: digest)
    if let judgement {
      digest.findings = judgement.counts
      digest.urgency = judgement.urgency(of: entry.amount)
    }
    try save(digest)
    if decision.changesText {
      try keepText(
        of: entry, at: ground.organisation, decisions: ground.decisions + [decision],
        findings: judgement?.sentences.joined(separator: "\n"))
    }
  }

  /// Counts what a step tells of the course of business.
  private func countStep(
    _ decision: Decision, before: FormCourse, course: FormCourse, since: Moment, at place: OrganisationPath,
    in year: FiscalYear
  ) throws(RecordError) {
    let spent = max(0, decision.moment.milliseconds - since.milliseconds)
    try count(.time, decision.stageBefore, at: place, in: year, by: 1, sum: spent)
    switch try decision.stepRecord().deed {
    case .approval: try count(.round, "\(course.round)", at: place, in: year, by: 1, sum: 0)
    case .reopening where decision.stageBefore == Stage.approved.rawValue:
      try count(.round, "\(course.round)", at: place, in: year, by: -1, sum: 0)
    case .return(let objections):
      for objection in objections {
        try count(.objection, objection.rule ?? FormDigest.ownRule, at: place, in: year, by: 1, sum: 0)
      }
    case .retraction:
      for objection in before.objections {
        try count(.objection, objection.rule ?? FormDigest.ownRule, at: place, in: year, by: -1, sum: 0)
      }
    case .reopening, .submission, .withdrawal, .opening, .release, .forwarding, .recall, .disclosure,
      .withholding, .adjustment, .abandonment, .lapse:
      break
    }
  }

  /// Writes the digest of a form that has none, from everything that its decisions tell.
  ///
  /// - Parameter judgement: of its last submission; nil holds it against the rules where it is on its way.
  func fillDigest(
    of form: FormID, memory: FormMemory, judgement: FormJudgement? = nil
  ) throws(RecordError) {
    let entry = try self.form(form).value
    guard try digest(of: form) == nil else { return }
    let organisation = try organisation(entry.organisation).value
    let decisions = try decisions(on: form)
    let written = try fields(of: form, after: 0).map(\.moment).min()
    var moved = written ?? decisions.first?.moment ?? .first
    if let first = decisions.first?.moment, first < moved { moved = first }
    var course = FormCourse()
    for decision in decisions {
      let record = try decision.stepRecord()
      let before = course
      do throws(StepRefusal) { try course.take(record) } catch {
        throw .damaged(Decision.subject(form: form.rawValue, decision: decision.id.rawValue))
      }
      try countStep(
        decision, before: before, course: course, since: moved, at: organisation.path, in: entry.year)
      moved = decision.moment
    }
    var judged = judgement
    if judged == nil, course.stage.isUnderReview || course.stage == .returned {
      judged = try judgementOfVersion(of: entry, at: organisation, memory: memory)
    }
    try save(
      FormDigest(
        form: form, year: entry.year, kind: entry.kind, organisation: entry.organisation,
        place: organisation.path, project: entry.project, stage: entry.stage, amount: entry.amount,
        findings: judged?.counts, round: course.round, length: course.length, moved: moved,
        urgency: judged?.urgency(of: entry.amount) ?? 0,
        inForce: try inForce(of: form, course, decisions: decisions)))
    try keepText(
      of: entry, at: organisation, decisions: decisions,
      findings: judged?.sentences.joined(separator: "\n"))
  }
}

extension RecordView {
  /// The version in force behind a later one that is on its way; nil without one.
  ///
  /// - Parameter known: tells the sum of a version in force that stays the same.
  fileprivate func inForce(
    of form: FormID, _ course: FormCourse, decisions: [Decision], known: FormDigest? = nil
  ) throws(RecordError) -> FormDigest.InForce? {
    guard let stage = course.inForce?.stage, let number = decisions.approvedVersions.last else { return nil }
    if let known = known?.inForce, known.stage == stage.rawValue, known.amount != nil { return known }
    return FormDigest.InForce(
      stage: stage.rawValue, amount: try version(number, of: form).form().amountAsked)
  }

  /// The version that was submitted last, held against the rules as its reviewers see it.
  func judgementOfVersion(
    of entry: FormEntry, at organisation: Organisation, memory: FormMemory
  ) throws(RecordError) -> FormJudgement? {
    guard entry.latestVersion > 0 else { return nil }
    let record = try version(entry.latestVersion, of: entry.id).form()
    let around = try surroundings(of: entry, at: organisation, memory: memory)
    let help = DraftHelp(FormDraft(record: record), in: around)
    return FormJudgement(
      findings: help.findings.map(\.finding),
      novelty: FormJudgement.Novelty(of: record, beside: around.lastYear?.target))
  }
}

extension FormDigest {
  /// How objections that follow no rule are counted.
  static let ownRule = "own"
}

extension Decision {
  /// True where the step changes what the form is found by: its version, its words, or who may find it.
  fileprivate var changesText: Bool {
    switch Step(rawValue: action) {
    case .open, .release, .recall: false
    case .forward: !reason.isEmpty
    case .submit, .withdraw, .sendBack, .retract, .approve, .reopen, .disclose, .withhold, .adjust, .abandon,
      .lapse, nil:
      true
    }
  }
}

// A reviewer decides: the return slip goes out, the form goes on, the form is approved.
import Findings
import FormDrafts
import Ledger
import Organisations
import Permissions
import Quantities
package import Records
import Review
import Workflow

/// What a reviewer decides on.
package enum ReviewDecision: Sendable, Hashable {
  /// Sends the return slip as it stands.
  case sendBack
  /// Forwards the form to the bureau, with a word or without.
  case forward(note: String)
  /// - Parameter number: nil takes the next of the bureau, where it gives any.
  case approve(opinion: String, number: String?)

  var step: Step {
    switch self {
    case .sendBack: .sendBack
    case .forward: .forward
    case .approve: .approve
    }
  }
}

/// Decides on a form from the desk. The review is begun by it where nobody has begun it, and the paper is
/// closed: its digest stands in the ledger beside the decision.
package struct DecideReview: Sendable {
  package var form: FormID
  package var decision: ReviewDecision
  /// How many steps the form had when the reviewer decided; the own opening since does not count.
  package var length: Int

  package init(form: FormID, decision: ReviewDecision, length: Int) {
    self.form = form
    self.decision = decision
    self.length = length
  }

  /// - Throws: as `TakeStep`; `.fields` where the paper is not finished: a slip beside an approval, findings
  ///   nobody looked at, grades without a reason.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> TakeStep.Taken {
    let moment = office.now
    let memory = office.memory.forWriting
    return try await office.change { records in
      let right = Right.step(decision.step)
      let ground = try records.ground(form, for: right, by: signedIn)
      let side = try side(on: ground, by: signedIn)
      let length = try begin(ground, in: records, by: signedIn, at: moment)
      let kept = try records.reviewWork(of: ground, side: side)
      let taking = StepTaking(form: form, length: length, signedIn: signedIn, moment: moment)
      if case .approve(let opinion, let number) = decision {
        let now = try records.ground(form, for: right, by: signedIn)
        if now.course.stage == .financeReview, now.course.length == length {
          try now.part(for: right, by: signedIn)
          try check(kept.work, on: now, in: records, memory: memory)
        }
        let approved = try taking.approve(saying: opinion, number: number, in: records)
        if !approved.isRepeated {
          try close(kept, of: ground, side: side, in: records, by: signedIn, at: moment)
        }
        return TakeStep.Taken(course: approved.course, isRepeated: approved.isRepeated)
      }
      let taken = try taking.take(deed(by: kept.work, on: ground), in: records) { now throws in
        try check(kept.work, on: now, in: records, memory: memory)
        return try taking.version(for: deed(by: kept.work, on: ground), on: now, in: records)
      }
      if !taken.isRepeated { try close(kept, of: ground, side: side, in: records, by: signedIn, at: moment) }
      return taken
    }
  }

  private func side(on ground: FormGround, by signedIn: SignedIn) throws -> Role {
    if let side = ground.side(of: signedIn) { return side }
    // After the decision, as by a second press, the side is that of the decision.
    if let role = ground.decisions.last.flatMap({ Role(rawValue: $0.role) }) { return role }
    throw OfficeRefusal.step(.notFromHere(ground.course.stage, decision.step))
  }

  /// Begins the review where nobody has.
  ///
  /// - Returns: the length at which the decision is taken.
  private func begin(
    _ ground: FormGround, in records: any RecordTransaction, by signedIn: SignedIn, at moment: Moment
  ) throws -> Int {
    let all = ground.decisions
    if all.indices.contains(length), all[length].action == Step.open.rawValue,
      all[length].person == signedIn.person.id
    {
      return length + 1
    }
    guard ground.course.stage.awaitsReview, ground.course.length == length else { return length }
    return try StepTaking(form: form, length: length, signedIn: signedIn, moment: moment)
      .afterOpening(in: records).length
  }

  private func deed(by work: ReviewWork, on ground: FormGround) -> Deed {
    switch decision {
    case .forward(let note): .forwarding(note: note.trimmed.isEmpty ? nil : note.trimmed)
    case .approve(let opinion, let number): .approval(opinion: opinion.trimmed, number: number)
    case .sendBack: .return(work.objections(in: ground.draft))
    }
  }

  private func check(
    _ work: ReviewWork, on ground: FormGround, in records: any RecordTransaction, memory: FormMemory
  ) throws {
    guard decision != .sendBack else { return }
    var faults: [FieldFault] = []
    if !work.slip.isEmpty {
      faults.append(FieldFault("slip", ReviewDeskWording.slipLeft(work.slip.count)))
    }
    let around = try records.surroundings(of: ground.entry, at: ground.organisation, memory: memory)
    let help = DraftHelp(ground.draft, in: around)
    let open = help.findings.count { finding in
      finding.finding.severity == .error && !work.acknowledged.contains(finding.key)
    }
    if open > 0 { faults.append(FieldFault("findings", ReviewDeskWording.findingsLeft(open))) }
    let sheet = ReviewSheet(
      kind: ground.entry.kind, findings: help.findings.map(\.finding), rules: around.rules)
    for line in sheet?.lines ?? [] {
      guard let grading = work.grades[line.point], grading.grade != line.grade, grading.reason.isEmpty else {
        continue
      }
      faults.append(FieldFault("grade-\(line.point.rawValue)", ReviewDeskWording.unreasoned(line.point)))
    }
    if !faults.isEmpty { throw OfficeRefusal.fields(faults) }
  }

  /// The paper as it was when the decision was taken stays, and the ledger knows its digest.
  private func close(
    _ kept: KeptWork, of ground: FormGround, side: Role, in records: any RecordTransaction,
    by signedIn: SignedIn, at moment: Moment
  ) throws {
    var work = kept.work
    work.ended = decision.step.rawValue
    if case .approve(let opinion, _) = decision { work.opinion = opinion.trimmed }
    if case .forward(let note) = decision { work.opinion = note.trimmed }
    let paper = try ReviewTaking(form: form, signedIn: signedIn, moment: moment).save(
      work, over: kept, of: ground, side: side, in: records)
    try records.append(
      signedIn.note(
        .reviewSheet, ReviewPaper.subject(form: form, side: side.rawValue, version: paper.version),
        at: moment, content: ContentHash(of: Array(paper.details.utf8))))
  }
}

extension ReviewWork {
  /// The slip as objections, by places in the record; what is opened with a cell has its words.
  func objections(in draft: FormDraft) -> [Objection] {
    var objections: [Objection] = []
    for entry in slip {
      for path in [entry.path] + entry.also {
        guard let pointer = draft.pointer(ofPath: path).map({ String($0.dropFirst()) }),
          !objections.contains(where: { $0.field == pointer })
        else { continue }
        objections.append(
          Objection(
            field: pointer, rule: entry.rule, words: entry.words,
            proposal: path == entry.path ? entry.proposal : nil, whyNow: entry.whyNow))
      }
    }
    return objections
  }
}

extension RecordView {
  /// Holds a return against the round before: whoever objects to a cell that was seen then and has not
  /// changed since says why.
  ///
  /// - Throws: `.fields` with the place of each cell that lacks it.
  func demandReasons(for objections: [Objection], on ground: FormGround) throws {
    guard ground.earlierVersion?.kind == .returned else { return }
    let draft = ground.draft
    let changes = try reviewChanges(of: ground, draft: draft, record: draft.record)
    let faults = objections.filter { ($0.whyNow ?? "").trimmed.isEmpty && changes.isSettled($0.field) }
      .map { FieldFault("whyNow", ReviewDeskWording.whyNow($0.field, in: draft.record)) }
    if !faults.isEmpty { throw OfficeRefusal.fields(faults) }
  }
}

/// Takes the own last step with a form back, where the workflow lets it: an approval, a forwarding, an
/// opening, a return that the clerk has not begun to mend.
package struct TakeStepBack: Sendable {
  package var form: FormID
  /// As in `TakeStep`.
  package var length: Int
  /// Why an approval is taken back; blank for the usual words.
  package var reason: String

  package init(form: FormID, length: Int, reason: String = "") {
    self.form = form
    self.length = length
    self.reason = reason
  }

  /// - Throws: as `TakeStep`; `.step` where nothing can be taken back.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> TakeStep.Taken {
    let (form, said) = (form, reason.trimmed)
    let step = try await office.read { records in
      let ground = try records.ground(form, for: .readNotes, by: signedIn)
      try ground.part(for: .readNotes, by: signedIn)
      guard let step = try ground.takeBack(by: signedIn, in: records) else {
        throw OfficeRefusal.step(.notFromHere(ground.course.stage, .recall))
      }
      return step
    }
    let deed: Deed =
      switch step {
      case .release: .release
      case .recall: .recall
      case .retract: .retraction
      default: .reopening(reason: said.isEmpty ? ReviewDeskWording.takenBack : said)
      }
    return try await TakeStep(form: form, deed: deed, length: length).run(in: office, by: signedIn)
  }
}

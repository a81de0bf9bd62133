// A form on a reviewer's desk, with everything that is needed to decide on it.
import FormDrafts
import Model
import Opinions
package import Organisations
import Permissions
package import Quantities
package import Records
package import Review
import RuleSets
package import Workflow

/// A form as its reviewer sees it.
package struct ReviewedForm: Sendable {
  package let opened: OpenedForm
  /// Whose paper is shown: that of the reader's own side.
  package let side: Role
  /// True where the reader may write in the paper now, by beginning the review where nobody has.
  package let isWritable: Bool
  /// The steps that the reader may take, as if the review had begun.
  package let steps: Set<Step>
  /// The step that takes the reader's own last one back; nil where none does.
  package let takeBack: Step?
  package let work: ReviewWork
  /// As the findings propose it; nil for kinds without a sheet.
  package let proposed: ReviewSheet?
  /// With the reviewer's own grades.
  package let sheet: ReviewSheet?
  package let changes: ReviewChanges
  /// What the clerk said when the form was submitted.
  package let submission: Said?
  /// What the department said when it forwarded the form.
  package let forwarding: Said?
  /// Who has begun the review; nil where nobody has.
  package let opener: Said?
  package let notes: [Said]
  package let colleagues: [ReviewColleague]
  /// Names by number, of those who wrote in the slip.
  package let names: [PersonID: String]
  /// Reasons for a return that the reader's bureau or department often gives.
  package let reasons: [String]

  package var entry: FormEntry { opened.entry }
  package var course: FormCourse { opened.course }

  /// Words of somebody, at a moment.
  package struct Said: Sendable, Hashable {
    package let person: PersonID
    package let name: String
    package let moment: Moment
    package let words: String
  }

  /// The cells of the slip that have to say why they come only now, and do not.
  package var unexplained: [ReviewWork.SlipEntry] {
    work.slip.filter { changes.isSettled($0.path) && ($0.whyNow ?? "").isEmpty }
  }
}

/// Reads a form for its reviewer.
package struct ReadReview: Sendable {
  package var form: FormID

  package init(form: FormID) { self.form = form }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> ReviewedForm {
    let memory = office.memory
    let since = office.now.advanced(bySeconds: -NoteGlance.secondsMax)
    return try await office.read { records in
      let ground = try records.ground(form, for: .readNotes, by: signedIn, memory: memory)
      guard let part = try ground.part(for: .readNotes, by: signedIn) else { throw OfficeRefusal.unforeseen }
      let reading = try FormReading(ground, in: records, by: signedIn, memory: memory)
      return try ReviewMaking(
        ground: ground, opened: reading.opened(from: memory), records: records, signedIn: signedIn,
        memory: memory,
        place: part.place, since: since
      ).form(side: ground.side(of: signedIn) ?? part.role)
    }
  }
}

extension FormGround {
  /// The side on which somebody reviews the form now; nil where it is not that person's turn.
  func side(of signedIn: SignedIn) -> Role? {
    guard let role = course.stage.reviewingRole else { return nil }
    let reaches = signedIn.actor.holdings.contains { holding in
      holding.role == role
        && Reach.subtree.covers(Position(of: organisation.path, from: holding.place))
    }
    return reaches ? role : nil
  }

  /// The course as it would be with the review begun.
  func begun(by signedIn: SignedIn) -> FormCourse {
    guard course.stage.awaitsReview, let role = course.stage.reviewingRole else { return course }
    var begun = course
    let opening = StepRecord(
      deed: .opening, actor: signedIn.person.id, role: role, moment: decisions.last?.moment ?? .first)
    try? begun.take(opening)
    return begun
  }

  /// The step with which somebody takes the own last step back.
  ///
  /// - Parameter records: tells whether the clerk has begun to mend what was returned.
  func takeBack(by signedIn: SignedIn, in records: any RecordView) throws(RecordError) -> Step? {
    guard let last = decisions.last, last.person == signedIn.person.id, let step = Step(rawValue: last.action)
    else { return nil }
    let back: Step? =
      switch step {
      case .open: .release
      case .forward: .recall
      case .approve: .reopen
      case .sendBack: try records.isUntouchedSinceReturn(self) ? .retract : nil
      case .submit, .withdraw, .release, .recall, .retract, .reopen, .disclose, .withhold, .adjust, .abandon,
        .lapse:
        nil
      }
    guard let back, course.openSteps.contains(back), (try? part(for: .step(back), by: signedIn)) != nil
    else { return nil }
    return back
  }
}

/// Puts together what a reviewer sees.
private struct ReviewMaking {
  let ground: FormGround
  let opened: OpenedForm
  let records: any RecordView
  let signedIn: SignedIn
  let memory: FormMemory
  /// The place at which the reader reviews.
  let place: OrganisationPath
  let since: Moment

  func form(side: Role) throws -> ReviewedForm {
    var names: [PersonID: String] = [:]
    let kept = try records.reviewWork(of: ground, side: side)
    let isYearOpen = (try? records.demandOpen(ground.entry.year)) != nil
    let isTurn = ground.side(of: signedIn) == side && isYearOpen
    let begun = ground.begun(by: signedIn)
    let steps = isTurn ? stepsWhenBegun(begun) : []
    let findings = opened.help.findings.map(\.finding)
    let proposed = ReviewSheet(
      kind: ground.entry.kind, findings: findings, rules: opened.rules,
      letBe: opened.help.findings.places(of: kept.work.acknowledged))
    for entry in kept.work.slip { _ = try records.name(of: entry.person, knowing: &names) }
    let notes = try records.reviewNotes(on: ground.entry.id, limit: AddReviewNote.notesMax)
      .map { note throws(RecordError) in
        ReviewedForm.Said(
          person: note.person, name: try records.name(of: note.person, knowing: &names), moment: note.moment,
          words: note.words)
      }
    func said(_ decision: Decision?) throws(RecordError) -> ReviewedForm.Said? {
      guard let decision else { return nil }
      return ReviewedForm.Said(
        person: decision.person, name: try records.name(of: decision.person, knowing: &names),
        moment: decision.moment, words: decision.reason)
    }
    func last(_ step: Step) -> Decision? { ground.decisions.last { $0.action == step.rawValue } }
    let changes = try records.reviewChanges(
      of: ground, draft: opened.draft, record: opened.help.record, lastYear: opened.lastYear,
      findings: opened.help.findings, readings: opened.help.readings,
      peers: try records.peerValues(
        of: ground, record: opened.help.record, within: place, rules: opened.rules, memory: memory))
    return ReviewedForm(
      opened: opened, side: side, isWritable: isTurn && isWritable(begun), steps: steps,
      takeBack: isYearOpen ? try ground.takeBack(by: signedIn, in: records) : nil, work: kept.work,
      proposed: proposed,
      sheet: proposed?.changed(kept.work.grades.mapValues(\.grade), rules: opened.rules), changes: changes,
      submission: try said(last(.submit)),
      forwarding: ground.course.route == .viaDepartment ? try said(last(.forward)) : nil,
      opener: ground.course.openedBy == nil ? nil : try said(last(.open)), notes: notes,
      colleagues: try records.colleagues(at: ground.entry.id, besides: signedIn, since: since), names: names,
      reasons: try reasons())
  }

  /// The phrases of the place at which the reader reviews.
  private func reasons() throws(RecordError) -> [String] {
    guard let owner = try records.owner(at: place) else { return [] }
    return try records.approvalStyle(of: owner.id).style.phrases.reasons
  }

  private func isWritable(_ begun: FormCourse) -> Bool {
    let matter = Matter(place: ground.organisation.path, course: begun, person: signedIn.person.id)
    return (try? Permission.part(for: .objectToCells, actor: signedIn.actor, matter: matter)) != nil
  }

  private func stepsWhenBegun(_ begun: FormCourse) -> Set<Step> {
    let matter = Matter(place: ground.organisation.path, course: begun, person: signedIn.person.id)
    return Set(
      begun.openSteps.filter { step in
        (try? Permission.part(for: .step(step), actor: signedIn.actor, matter: matter)) != nil
      })
  }
}

extension RecordView {
  /// What changed in a form since the version before, and what was asked for.
  func reviewChanges(
    of ground: FormGround, draft: FormDraft, record: Form, lastYear: LastYearForm? = nil,
    findings: [DraftFinding] = [], readings: [String: String] = [:], peers: [String: PeerValues] = [:]
  ) throws(RecordError) -> ReviewChanges {
    var sources = ReviewChanges.Sources(draft: draft, record: record)
    if let earlier = ground.earlierVersion {
      sources.earlier = (earlier, try version(earlier.number, of: ground.entry.id).form())
    }
    sources.lastYear = lastYear
    sources.findings = findings
    sources.readings = readings
    sources.peers = peers
    let asked = try ground.askedBefore()
    sources.asked = asked.flatMap(\.self)
    sources.lastAsked = asked.last ?? []
    return ReviewChanges(sources)
  }
}

extension FormGround {
  /// The decisions on the version of the form that is on its way: since it was begun, or adjusted.
  private var ofThisVersion: ArraySlice<Decision> {
    let all = decisions.standing
    let begun = all.lastIndex { $0.action == Step.adjust.rawValue }
    return all[(begun.map { $0 + 1 } ?? 0)...]
  }

  /// The version with which the one at hand is compared: the last that was returned, else the one in force.
  var earlierVersion: EarlierVersion? {
    let returned = ofThisVersion.last {
      $0.action == Step.sendBack.rawValue && $0.version > 0 && $0.version < entry.latestVersion
    }
    if let returned {
      return EarlierVersion(kind: .returned, number: returned.version, moment: returned.moment)
    }
    guard course.inForce != nil, let number = versionInForce, number < entry.latestVersion,
      let approval = decisions.last(where: { $0.action == Step.approve.rawValue && $0.version == number })
    else { return nil }
    return EarlierVersion(kind: .inForce, number: number, moment: approval.moment)
  }

  /// What reviewers asked for in the rounds before, round by round.
  func askedBefore() throws(RecordError) -> [[Objection]] {
    var rounds: [[Objection]] = []
    for decision in ofThisVersion
    where decision.action == Step.sendBack.rawValue && decision.version < entry.latestVersion {
      if case .return(let objections) = try decision.stepRecord().deed { rounds.append(objections) }
    }
    return rounds
  }
}

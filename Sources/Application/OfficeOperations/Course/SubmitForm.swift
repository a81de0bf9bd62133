// A form goes to its reviewers: held against the rules first, kept as a version.
import Findings
import FormDrafts
import Forms
import Ledger
package import Model
import Organisations
import Permissions
import Quantities
package import Records
import Review
import RuleSets
package import Workflow

/// Submits a form.
///
/// What the reviewer would send back for sure is refused with its list, unless the rule set takes it; what
/// has to be explained needs a word, and so does a cell that a reviewer named and nobody changed. After the
/// last day a first submission still is taken, with a word, and the decision says that it was late: forms
/// that were returned and adjustments have no last day.
package struct SubmitForm: Sendable {
  package var form: FormID
  /// How many steps the form had when the person decided.
  package var length: Int
  /// The revision of the draft that the person saw; nil takes whatever the draft says.
  package var revision: Int64?
  /// The word that explains what is asked for; blank where nothing is.
  package var explanation: String

  package init(form: FormID, length: Int, revision: Int64? = nil, explanation: String = "") {
    self.form = form
    self.length = length
    self.revision = revision
    self.explanation = explanation
  }

  /// Characters of an explanation at most.
  package static let explanationCharactersMax = 1000

  /// What a submission would meet now.
  package struct Outlook: Sendable {
    package let course: FormCourse
    package let route: Route
    /// Nil where it may be submitted as it stands.
    package let obstacle: SubmissionRefusal?
    /// What has to be explained.
    package let questions: SubmissionQuestions
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere,
  ///   `.records(.stale)` where course or draft have moved on, `.submission`, `.step`, `.fields` for a
  ///   closed year and for the explanation.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> TakeStep.Taken {
    let moment = office.now
    let memory = office.memory.forWriting
    let said = explanation.trimmed
    guard said.count <= Self.explanationCharactersMax else {
      throw .fields([FieldFault("explanation", SubmissionWording.explanationTooLong)])
    }
    return try await office.change { records in
      let ground = try records.ground(form, for: .step(.submit), by: signedIn)
      let route = try records.route(of: ground, on: moment.day())
      let taking = StepTaking(form: form, length: length, signedIn: signedIn, moment: moment)
      return try taking.take(.submission(route: route), in: records) { ground throws in
        if let revision, revision != ground.entry.draftRevision {
          throw RecordError.stale(
            .form, key: form.description, expected: revision, found: ground.entry.draftRevision)
        }
        let subject = try records.submission(of: ground, on: moment.day(), memory: memory)
        if let obstacle = subject.obstacle { throw obstacle }
        guard subject.questions.isEmpty || !said.isEmpty else {
          throw SubmissionRefusal.noExplanation(subject.questions)
        }
        try records.setAmount(subject.record.amountAsked, of: form)
        let version = try records.addVersion(
          of: form, record: subject.record.recordBytes, by: signedIn.person.id, at: moment, reason: said)
        return StepTaking.Trace(
          version: version.number, said: said, late: subject.questions.missedDay,
          links: ground.draft.links,
          judgement: FormJudgement(findings: subject.findings, novelty: subject.novelty))
      }
    }
  }

  /// What stands in the way, and what is to be explained, before anything is pressed.
  ///
  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere, `.step`.
  package func outlook(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Outlook {
    let day = office.today
    let memory = office.memory
    return try await office.read { records in
      let ground = try records.ground(form, for: .step(.submit), by: signedIn)
      try ground.part(for: .step(.submit), by: signedIn)
      let subject = try records.submission(of: ground, on: day, memory: memory)
      return Outlook(
        course: ground.course, route: try records.route(of: ground, on: day), obstacle: subject.obstacle,
        questions: subject.questions)
    }
  }
}

/// A draft as it would be submitted.
struct SubmissionSubject {
  let record: Form
  let unreadable: [String]
  let findings: [ReviewFinding]
  /// Whether the rule set lets a form go with findings that will be returned.
  let takesErrors: Bool
  let missedDay: Day?
  /// How much of it is unlike last year's.
  let novelty: FormJudgement.Novelty
  let unchanged: [Objection]

  var obstacle: SubmissionRefusal? {
    if !unreadable.isEmpty { return .unreadable(unreadable) }
    let errors = findings.filter { $0.severity == .error }
    return errors.isEmpty || takesErrors ? nil : .errors(errors)
  }

  var questions: SubmissionQuestions {
    SubmissionQuestions(
      findings: findings.filter { $0.severity == .warning || takesErrors && $0.severity == .error },
      missedDay: missedDay, unchanged: unchanged)
  }
}

extension RecordView {
  /// What a reviewer named when the form was returned, and what the draft still says as it was submitted
  /// then: a cell, or everything in a row, a list, a part of the form.
  func unchanged(of ground: FormGround, now record: Form) throws(RecordError) -> [Objection] {
    guard ground.course.stage == .returned, ground.entry.latestVersion > 0 else { return [] }
    let before = RecordFields(try version(ground.entry.latestVersion, of: ground.entry.id).form())
    let after = RecordFields(record)
    return ground.course.objections.filter { objection in
      let named = objection.field.utf8.first == 0x2F ? objection.field : "/" + objection.field
      func said(_ fields: RecordFields) -> [RecordFields.Field] {
        fields.all.filter { $0.path == named || $0.path.utf8.starts(with: "\(named)/".utf8) }
      }
      return said(before) == said(after)
    }
  }

  /// The way of a submission: over the nearest place above that has somebody to review, or straight.
  func route(of ground: FormGround, on day: Day) throws(RecordError) -> Route {
    var place = ground.organisation.path.parent
    while let path = place, path.code.level > 0 {
      for organisation in try organisations(at: path).map(\.value) where organisation.kind != .bureau {
        let isReviewed = try assignments(under: path).map(\.value).contains { assignment in
          assignment.organisation == organisation.id && assignment.role == .departmentReviewer
            && assignment.days.contains(day)
        }
        if isReviewed { return .viaDepartment }
      }
      place = path.parent
    }
    return .direct
  }

  /// The last day that a first submission of a target misses; nil where it is in time or none counts.
  func missedDay(of ground: FormGround, on day: Day) throws(RecordError) -> Day? {
    guard ground.course.stage == .draft, ground.course.round == 0,
      let step = DeadlineStep(of: ground.entry.kind)
    else { return nil }
    let last = try lastDay(of: step, in: ground.entry.year, at: ground.organisation.path)
    return last.flatMap { $0 < day ? $0 : nil }
  }
}

extension DeadlineStep {
  /// By when forms of a kind are handed in.
  package init?(of kind: FormKind) {
    switch kind {
    case .projectTarget, .departmentTarget: self = .targetSubmission
    case .projectMonitoring: self = .monitoringSubmission
    case .projectSelfEvaluation, .departmentSelfEvaluation: self = .evaluationSubmission
    }
  }
}

// The opinion of an approval, drafted from what the reviewer sees.
import Findings
import FormDrafts
import Forms
import Ledger
package import Model
package import Opinions
package import Organisations
import Permissions
import Quantities
package import Records
package import Review
import RuleSets
package import Workflow

/// A form as it would be approved: its opinion as it is drafted, and what stands in the way of a batch.
package struct ApprovalProposal: Sendable {
  package let entry: FormEntry
  package let organisation: Organisation
  /// Nil for forms of a whole department.
  package let project: ProjectEntry?
  package let course: FormCourse
  package let record: Form
  package let draft: OpinionDraft
  /// The bureau's sentences to put in by a press.
  package let phrases: [String]
  /// What the review found; hints are no obstacle.
  package let findings: [DraftFinding]
  /// The opinion of the approval before, where this one takes its place.
  package let opinionInForce: String?

  /// True where nothing but hints was found: it may be approved in a batch.
  package var isClean: Bool { findings.allSatisfy { $0.finding.severity == .info } }
}

/// Drafts the opinion for a form that lies with the bureau.
package struct DraftOpinion: Sendable {
  package var form: FormID
  /// Findings that the reviewer has set aside, by key: the opinion says nothing of them.
  package var setAside: Set<String>
  /// The grade as the reviewer gave it; nil takes the one that the findings propose.
  package var grade: ReviewSheet.Grade?

  package init(form: FormID, setAside: Set<String> = [], grade: ReviewSheet.Grade? = nil) {
    self.form = form
    self.setAside = setAside
    self.grade = grade
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> ApprovalProposal {
    let memory = office.memory
    let ground = try await office.read { records in
      try records.approvalGround(form, by: signedIn, memory: memory)
    }
    return ground.proposal(setAside: setAside, grade: grade)
  }
}

/// What an opinion is drafted from, read from one state of the store.
struct ApprovalGround: Sendable {
  let ground: FormGround
  let project: ProjectEntry?
  let draft: FormDraft
  let around: FormSurroundings
  let phrases: OpinionPhrases
  let inForce: Form?

  /// Reviews the form and drafts what is said of it; takes milliseconds, so it is done outside of the store.
  func proposal(
    setAside: Set<String> = [], grade: ReviewSheet.Grade? = nil
  ) -> ApprovalProposal {
    let help = DraftHelp(draft, in: around)
    let told = help.findings.filter { !setAside.contains($0.key) }.map(\.finding)
    let sheet = ReviewSheet(
      kind: ground.entry.kind, findings: help.findings.map(\.finding), rules: around.rules,
      letBe: help.findings.places(of: setAside))
    let matter = OpinionMatter(
      form: help.record, findings: told, sums: help.sums.map(\.sum), grade: grade ?? sheet?.grade,
      lastYear: around.lastYear?.target, lastOutcome: around.lastYear?.outcome, inForce: inForce)
    return ApprovalProposal(
      entry: ground.entry, organisation: ground.organisation, project: project, course: ground.course,
      record: help.record, draft: OpinionDraft(matter, phrases: phrases),
      phrases: phrases.opinions.map { PhraseSlots(help.record).filled($0) }, findings: help.findings,
      opinionInForce: inForce?.approval?.opinion)
  }
}

extension [DraftFinding] {
  /// The places of findings by their keys.
  func places(of keys: Set<String>) -> Set<Int> { Set(indices.filter { keys.contains(self[$0].key) }) }
}

extension RecordView {
  /// A form that somebody may approve now, or could once it is opened.
  ///
  /// - Throws: `.permission`, `.notFound`.
  func approvalGround(
    _ form: FormID, by signedIn: SignedIn, memory: FormMemory
  ) throws -> ApprovalGround {
    let ground = try ground(form, for: .step(.approve), by: signedIn)
    let isWaiting = ground.course.stage == .awaitingFinance
    let part = try ground.part(for: .step(isWaiting ? .open : .approve), by: signedIn)
    var phrases = OpinionPhrases.usual
    if let part, let bureau = try owner(at: part.place) {
      phrases = try approvalStyle(of: bureau.id).style.phrases
    }
    var inForce: Form?
    if ground.course.inForce != nil, let number = ground.versionInForce {
      inForce = try version(number, of: form).form()
    }
    let submitted = try version(ground.entry.latestVersion, of: form).form()
    return ApprovalGround(
      ground: ground,
      project: try ground.entry.project.map { id throws(RecordError) in try project(id).value },
      draft: FormDraft(record: submitted),
      around: try surroundings(of: ground.entry, at: ground.organisation, memory: memory),
      phrases: phrases, inForce: inForce)
  }
}

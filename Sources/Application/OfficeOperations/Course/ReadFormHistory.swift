// What happened to a form: every step with who, when and why, and every version.
package import Ledger
package import Organisations
import Permissions
package import Quantities
package import Records
package import Workflow

/// The history of a form, as its reader may know it.
package struct FormHistory: Sendable {
  package let entry: FormEntry
  package let organisation: Organisation
  /// Nil for forms of a whole department.
  package let project: ProjectEntry?
  package let course: FormCourse
  /// The first step first.
  package let steps: [PastStep]
  /// The first version first.
  package let versions: [PastVersion]
  /// The version in force; nil where none is.
  package let versionInForce: Int?
  /// True where the draft may be compared too.
  package let showsDraft: Bool
  /// The steps that whoever asks may take now.
  package let openSteps: [Step]

  /// One step.
  package struct PastStep: Sendable {
    package let record: StepRecord
    package let before: Stage
    package let after: Stage
    /// The version that it was about, 0 where there was none.
    package let version: Int
    package let person: String
    /// The name of the person whose part a deputy took.
    package let onBehalfOf: String?
    /// The opinion, the reason, the note, the word of explanation; empty where nothing was said.
    package let words: String
    /// The last day that a submission has missed.
    package let missedDay: Day?
  }

  /// One version.
  package struct PastVersion: Sendable {
    package let number: Int
    package let moment: Moment
    package let person: String
    /// The digest that the ledger has of it.
    package let content: ContentHash
  }
}

/// Reads the history of a form. Those who see only what is in force are told what led to it, and nothing
/// of what is on its way behind it.
package struct ReadFormHistory: Sendable {
  package var form: FormID

  package init(form: FormID) { self.form = form }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> FormHistory {
    try await office.read { records in
      let ground = try records.ground(form, for: .readHistory, by: signedIn)
      let part = try ground.part(for: .readHistory, by: signedIn)
      let sight = FormSight(of: ground, as: part?.role)
      var names: [PersonID: String] = [:]
      func name(_ person: PersonID) throws(RecordError) -> String {
        if let name = names[person] { return name }
        let name = try records.person(person).value.name
        names[person] = name
        return name
      }
      let steps = try sight.decisions.map { decision throws(RecordError) in
        FormHistory.PastStep(
          record: try decision.stepRecord(), before: Stage(rawValue: decision.stageBefore) ?? .draft,
          after: Stage(rawValue: decision.stageAfter) ?? .draft, version: decision.version,
          person: try name(decision.person), onBehalfOf: try decision.onBehalfOf.map(name),
          words: decision.reason, missedDay: decision.missedDay)
      }
      let versions = try records.versions(of: form, after: nil, limit: Self.versionsMax)
        .filter { $0.number <= sight.versionMax }
        .map { version throws(RecordError) in
          FormHistory.PastVersion(
            number: version.number, moment: version.moment, person: try name(version.person),
            content: version.content)
        }
      return FormHistory(
        entry: ground.entry, organisation: ground.organisation,
        project: try ground.entry.project.map { id throws(RecordError) in try records.project(id).value },
        course: sight.course, steps: steps, versions: versions, versionInForce: ground.versionInForce,
        showsDraft: sight.showsDraft, openSteps: try openSteps(on: ground, in: records, by: signedIn))
    }
  }

  private func openSteps(
    on ground: FormGround, in records: any RecordView, by signedIn: SignedIn
  ) throws -> [Step] {
    guard (try? records.demandOpen(ground.entry.year)) != nil else { return [] }
    return try ground.course.openSteps.filter { step in
      guard (try? ground.part(for: .step(step), by: signedIn)) != nil else { return false }
      return try step != .retract || records.isUntouchedSinceReturn(ground)
    }
  }

  private static let versionsMax = 500
}

/// What of a form somebody may see, by the part in which it is read.
struct FormSight {
  let course: FormCourse
  let decisions: [Decision]
  /// The last version that may be seen; 0 for none.
  let versionMax: Int
  let showsDraft: Bool

  /// Clerks see everything; reviewers everything that was submitted; all others what is in force.
  init(of ground: FormGround, as role: Role?) {
    showsDraft = role == .clerk
    guard !(role?.seesWork ?? false), let inForce = ground.versionInForce else {
      course = ground.course
      decisions = ground.decisions
      versionMax = ground.entry.latestVersion
      return
    }
    versionMax = inForce
    let begun = ground.decisions.lastIndex { $0.action == Step.adjust.rawValue }
    // Steps of a later version that is still on its way are nobody's business yet.
    if ground.course.inForce != nil, let begun {
      decisions = Array(ground.decisions[..<begun])
      course = (try? FormCourse(decisions: decisions)) ?? ground.course
    } else {
      decisions = ground.decisions
      course = ground.course
    }
  }
}

extension Role {
  /// True for those who see what is on its way, beside what is in force.
  var seesWork: Bool { self == .clerk || self == .departmentReviewer || self == .financeReviewer }
}

// How far a document is on its way into drafts, and what was found and answered so far.
import JSONText
import Organisations
import Permissions
package import Records

/// How far an intake is.
package enum IntakeState: String, Sendable, CaseIterable {
  /// 等待: nobody reads it yet.
  case waiting
  /// 在读
  case reading
  /// 读好了: with as many forms as it has, perhaps none.
  case read
  /// 读不了
  case unreadable
  /// 不要了
  case discarded
}

/// What somebody said about a field.
package enum IntakeAnswer: Sendable, Hashable {
  /// It is as it was read.
  case confirmed
  /// It is this; blank for nothing.
  case corrected(String)
}

/// What the office keeps of an intake besides its file and its reading.
package struct IntakeDetails: Sendable, Hashable {
  /// Why it cannot be read, in a sentence.
  package var problem: String?
  /// What kind of file it is; nil until it was read.
  package var format: String?
  package var formCount = 0
  /// True where the text of pictures is, or was, recognised.
  package var readsPictures = false
  /// Answers by form (from 0) and path.
  package var answers: [Int: [String: IntakeAnswer]] = [:]
  /// The drafts that its forms became.
  package var drafts: [Int: FormID] = [:]

  package init() {}

  /// Reads what `text` prints; what cannot be read is left out.
  package init(_ text: String) {
    guard let json = try? JSONReader.read(Array(text.utf8)) else { return }
    problem = json["problem"]?.text
    format = json["format"]?.text
    formCount = max(0, json["forms"]?.whole ?? 0)
    readsPictures = json["readsPictures"] == .truth(true)
    for member in json["answers"]?.members ?? [] {
      guard let form = Int(member.key) else { continue }
      for answer in member.value.members ?? [] {
        answers[form, default: [:]][answer.key] = answer.value.text.map { .corrected($0) } ?? .confirmed
      }
    }
    for member in json["drafts"]?.members ?? [] {
      guard let form = Int(member.key), let draft = member.value.text.flatMap({ FormID($0) }) else {
        continue
      }
      drafts[form] = draft
    }
  }

  /// As JSON: an answer is the corrected text, or null for a confirmed one.
  package var text: String {
    var json = JSONWriter()
    json.object { json in
      if let problem { json.member("problem", problem) }
      if let format { json.member("format", format) }
      json.member("forms", formCount)
      if readsPictures { json.member("readsPictures", true) }
      json.member("answers", object: writeAnswers)
      json.member(
        "drafts",
        object: { json in
          for (form, draft) in drafts.sorted(by: { $0.key < $1.key }) {
            json.member(String(form), draft.description)
          }
        })
    }
    return json.text
  }

  private func writeAnswers(to json: inout JSONWriter) {
    for (form, answers) in answers.sorted(by: { $0.key < $1.key }) {
      json.member(
        String(form),
        object: { json in
          for (path, answer) in answers.sorted(by: { $0.key < $1.key }) {
            switch answer {
            case .confirmed: json.member(path, nil as String?)
            case .corrected(let text): json.member(path, text)
            }
          }
        })
    }
  }
}

extension Intake {
  /// How far it is; a word that a later program wrote counts as waiting.
  package var progress: IntakeState { IntakeState(rawValue: state) ?? .waiting }
  package var found: IntakeDetails { IntakeDetails(details) }

  /// The same further on its way.
  func moved(to state: IntakeState, _ details: IntakeDetails) -> Intake {
    var intake = self
    intake.state = state.rawValue
    intake.details = details.text
    return intake
  }
}

extension RecordView {
  /// An intake by a number from outside, where the person may hand in.
  ///
  /// - Throws: `.noRole`, or `.notFound` for one that is not there or lies elsewhere.
  func intake(_ id: IntakeID, by signedIn: SignedIn) throws -> Stored<Intake> {
    try signedIn.demand(.importForms)
    let stored = try intake(id)
    let place = try organisation(stored.value.organisation).value.path
    try signedIn.mayReach(.importForms, at: place, .intake, key: id.description)
    return stored
  }
}

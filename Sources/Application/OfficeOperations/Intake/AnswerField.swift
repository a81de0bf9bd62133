// What people say about a field that was read: it is so, or it is something else.
import Ledger
import Model
import Operations
import Quantities
package import Records

/// Confirms a field as it was read.
package struct ConfirmField: Sendable {
  package var id: IntakeID
  /// From 0.
  package var form: Int
  package var path: String

  package init(id: IntakeID, form: Int, path: String) {
    self.id = id
    self.form = form
    self.path = path
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for one that lies elsewhere, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    try await FieldAnswering(id: id, form: form, path: path, typed: nil).run(in: office, by: signedIn)
  }
}

/// Corrects a field that was read wrong; blank empties it.
package struct CorrectField: Sendable {
  package var id: IntakeID
  /// From 0.
  package var form: Int
  package var path: String
  package var text: String

  package init(id: IntakeID, form: Int, path: String, text: String) {
    self.id = id
    self.form = form
    self.path = path
    self.text = text
  }

  /// - Throws: as `ConfirmField`; `.fields` also for a text that is no number where one is wanted.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    try await FieldAnswering(id: id, form: form, path: path, typed: text).run(in: office, by: signedIn)
  }
}

/// What both have in common. Two people who answer different fields at once are both heard; of one field the
/// last answer counts.
private struct FieldAnswering {
  let id: IntakeID
  let form: Int
  let path: String
  /// Nil to confirm.
  let typed: String?

  private static let charactersMax = 20_000

  func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let opened = try await ReadIntake(id: id).run(in: office, by: signedIn)
    let answer = try answer(to: opened)
    let moment = office.now
    try await office.change { records in
      let stored = try records.intake(id, by: signedIn)
      guard stored.value.progress == .read else { throw Self.fault(IntakeWording.notRead) }
      var details = stored.value.found
      guard details.drafts[form] == nil else { throw Self.fault(IntakeWording.taken) }
      details.answers[form, default: [:]][path] = answer
      try records.save(stored.value.moved(to: .read, details), expecting: stored.revision)
      try records.append(
        signedIn.note(
          answer == .confirmed ? .intakeConfirm : .intakeCorrect, "\(stored.value.subject)/form/\(form)",
          at: moment, reason: path))
    }
  }

  private func answer(to opened: OpenedIntake) throws(OfficeRefusal) -> IntakeAnswer {
    guard opened.progress == .read else { throw Self.fault(IntakeWording.notRead) }
    guard opened.forms.indices.contains(form) else { throw Self.fault(IntakeWording.noSuchForm) }
    guard let field = opened.forms[form].fields.first(where: { $0.path == path }) else {
      throw Self.fault(IntakeWording.noSuchField)
    }
    guard let typed, typed.trimmed != field.text.trimmed else { return .confirmed }
    guard typed.unicodeScalars.count <= Self.charactersMax else { throw Self.fault(IntakeWording.tooLong) }
    do throws(TypedFault) {
      _ = try opened.forms[form].form.setting(path, to: typed)
    } catch {
      throw Self.fault(error.sentence)
    }
    return .corrected(typed.trimmed)
  }

  private static func fault(_ sentence: String) -> OfficeRefusal { .fields([FieldFault("value", sentence)]) }
}

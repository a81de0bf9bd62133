// What was typed into a form, to be shown again with what is wrong with it.
import Design
import HTTP
import Ledger
import OfficeOperations
import Records

/// The contents of a form: as stored when it is opened, as typed when something was wrong.
struct Answers: Sendable {
  var fields: FormFields
  var faults: [FieldFault] = []
  /// True where somebody else changed the thing meanwhile.
  var isStale = false
  var lastChange: LastChange?
  /// What stands there now, by field; shown where it differs from what was typed.
  var now: [(String, String)] = []

  init(_ fields: FormFields = FormFields()) { self.fields = fields }

  init(_ stored: [(String, String)]) { fields = FormFields(stored) }

  subscript(name: String) -> String { fields[name] ?? "" }

  /// The revision that the form was opened with, so that a press in ignorance overwrites nothing; after a
  /// conflict was shown, the one that stands there now.
  func revision(orNow stored: Int64) -> String {
    isStale ? String(stored) : fields["revision"].flatMap { Int64($0) }.map(String.init) ?? String(stored)
  }

  // MARK: Questions

  /// A line of text.
  func text(_ name: String, _ label: String, hint: String? = nil, isNeeded: Bool = false) -> Question {
    question(name, label, .text(value: self[name], placeholder: ""), hint, isNeeded)
  }

  /// A day.
  func day(_ name: String, _ label: String, hint: String? = nil, isNeeded: Bool = false) -> Question {
    question(name, label, .day(value: self[name]), hint, isNeeded)
  }

  /// One of several.
  func select(
    _ name: String, _ label: String, _ options: [(value: String, text: String)], hint: String? = nil
  ) -> Question {
    var question = question(name, label, .select(value: self[name], options: options), hint, false)
    if let current = now.first(where: { $0.0 == name })?.1, isStale, current != self[name] {
      question.reading = OfficeWording.now(options.first { $0.value == current }?.text ?? current)
    }
    return question
  }

  private func question(
    _ name: String, _ label: String, _ field: Question.Field, _ hint: String?, _ isNeeded: Bool
  ) -> Question {
    var question = Question(name, label, field)
    question.hint = hint
    question.isNeeded = isNeeded
    question.autocomplete = "off"
    question.fault = fault(name)
    if isStale, let current = now.first(where: { $0.0 == name })?.1, current != self[name] {
      question.reading = OfficeWording.now(current)
    }
    return question
  }

  /// What is wrong with a field; nil where nothing is.
  func fault(_ name: String) -> String? {
    faults.filter { $0.field == name }.map(\.sentence).joined().nilWhereEmpty
  }

  /// What stands above the form: how much is wrong, what belongs to no field of it, who was first.
  func notices(besides names: Set<String>) -> [any Component] {
    var notices: [any Component] = []
    if !faults.isEmpty {
      let loose = faults.filter { !names.contains($0.field) }.map(\.sentence).joined()
      notices.append(Notice(.stop, OfficeWording.faults(faults.count), text: loose.nilWhereEmpty))
    }
    if isStale {
      let (title, advice) = OfficeWording.conflict(lastChange)
      notices.append(Notice(.ask, title, text: advice))
    }
    return notices
  }
}

extension OfficeSite {
  /// What a form shows again after a refusal that its reader can mend.
  ///
  /// - Parameters:
  ///   - subject: the path of the thing in the ledger.
  ///   - actions: what counts as a change of it.
  /// - Throws: every other refusal.
  func again(
    _ form: FormFields, after refusal: OfficeRefusal, about subject: String = "",
    by actions: Set<LedgerAction> = []
  ) async throws(OfficeRefusal) -> Answers {
    var answers = Answers(form)
    switch refusal {
    case .fields(let faults): answers.faults = faults
    case .records(.stale):
      answers.isStale = true
      answers.lastChange = try await lastChange(of: subject, by: actions)
    default: throw refusal
    }
    return answers
  }
}

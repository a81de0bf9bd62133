// Saving what was typed into a form: what two people wrote and what is locked is told, the rest is saved.
import FormDrafts
import OfficeOperations
import Records
import Workflow

/// Saves for one person into one form.
struct FormSaving: Sendable {
  let office: Office
  let signedIn: SignedIn
  let form: FormID
  /// The draft's revision on which the next change is saved.
  private(set) var revision: Int64
  /// Fields that somebody else changed meanwhile.
  private(set) var conflicts: [DisputedField] = []
  /// Fields that cannot be changed now, each with a sentence.
  private(set) var refused: [FieldFault] = []
  /// What undoes the last act.
  private(set) var undo: [FieldChange] = []

  init(_ office: Office, _ signedIn: SignedIn, form: FormID, onto revision: Int64) {
    self.office = office
    self.signedIn = signedIn
    self.form = form
    self.revision = revision
  }

  /// How often the rest is tried again when others are quicker.
  private static let triesMax = 4

  /// Saves fields; those that are refused or disputed are left out and told.
  mutating func save(_ changes: [(name: String, edit: DraftEdit)]) async throws(OfficeRefusal) {
    var rest = changes
    for _ in 0..<Self.triesMax {
      guard !rest.isEmpty else { return }
      do throws(OfficeRefusal) {
        let outcome = try await SaveFields(form: form, onto: revision, edits: rest.map(\.edit))
          .run(in: office, by: signedIn)
        switch outcome {
        case .saved(let saved):
          revision = saved.revision
          return
        case .conflict(let conflict):
          revision = conflict.revision
          // two who wrote the same agree
          conflicts += conflict.fields.filter { $0.mine != $0.theirs || $0.isRowRemoved }.map(
            DisputedField.init)
          let disputed = Set(conflict.fields.map(\.path))
          rest.removeAll { disputed.contains($0.name) }
        }
      } catch {
        guard case .fields(let faults) = error else { throw error }
        let names = Set(faults.map(\.field))
        guard rest.contains(where: { names.contains($0.name) }) else { throw error }
        refused += faults
        rest.removeAll { names.contains($0.name) }
      }
    }
    if !rest.isEmpty { throw .records(.busy) }
  }

  /// Does what a button says.
  ///
  /// - Parameter key: of the row that it adds; nil takes one by chance. A row that is there already was added
  ///   by the same press, whose answer did not come back.
  /// - Returns: true where something was done.
  mutating func act(_ act: FormAct, key: RowKey? = nil) async throws(OfficeRefusal) -> Bool {
    switch act {
    case .save, .mine, .theirs, .past, .submit: return false
    case .choose(let field, let text):
      let found = try await SuggestForField(form: form, path: field).run(in: office, by: signedIn)
      guard let chosen = found.first(where: { $0.text == text }) else { return false }
      return try note(
        await SaveFields(form: form, onto: revision, edits: chosen.edits).run(in: office, by: signedIn))
    case .accept(let finding, let choice):
      return try note(
        await AcceptProposal(form: form, onto: revision, finding: finding, choice: choice)
          .run(in: office, by: signedIn))
    case .addAfter, .addAt, .append, .remove, .up, .down, .take:
      let opened = try await ReadForm(form: form).run(in: office, by: signedIn)
      revision = opened.revision
      guard let edit = act.edit(of: opened) else { return false }
      guard let key, case .addRow(let list, let place, _, let cells) = edit else {
        return try await make(edit)
      }
      if opened.draft.keys(of: list).contains(key) { return false }
      return try await make(.addRow(list, at: place, key: key, cells: cells))
    }
  }

  /// One edit of rows.
  mutating func make(_ edit: DraftEdit) async throws(OfficeRefusal) -> Bool {
    try note(
      await SaveFields(form: form, onto: revision, edits: [edit]).run(in: office, by: signedIn))
  }

  private mutating func note(_ outcome: SaveOutcome) throws(OfficeRefusal) -> Bool {
    switch outcome {
    case .saved(let saved):
      revision = saved.revision
      undo = saved.undo
      return true
    case .conflict(let conflict):
      revision = conflict.revision
      conflicts += conflict.fields.map(DisputedField.init)
      return false
    }
  }
}

extension FormAct {
  /// The edit of rows or fields that a press makes; nil where it changes nothing.
  func edit(of opened: OpenedForm) -> DraftEdit? {
    let draft = opened.draft
    switch self {
    case .addAfter(let row):
      guard let (list, key) = Self.row(row) else { return nil }
      return .addRow(list, at: .after(key), cells: Self.levels(of: row, in: draft, list))
    case .addAt(let level1, let level2, let after):
      var cells: [String: String] = [:]
      cells["level1"] = level1
      cells["level2"] = level2
      let key = after.flatMap(Self.row)?.key
      return .addRow(.indicators, at: key.map { .after($0) } ?? .first, cells: cells)
    case .append(let name):
      guard let list = DraftList(rawValue: name) else { return nil }
      return .addRow(list, at: .last, cells: list == .spendingPlan ? Self.nextMonth(in: draft) : [:])
    case .remove(let row): return Self.row(row).map { .removeRow($0.list, $0.key) }
    case .up(let row): return Self.moved(row, by: -1, in: draft)
    case .down(let row): return Self.moved(row, by: 1, in: draft)
    case .take(let path):
      let objection = opened.course.objections.first {
        draft.path(ofPointer: $0.field) == path || $0.field == path
      }
      return objection?.proposal.map { .set(path: path, typed: $0) }
    case .save, .accept, .mine, .theirs, .choose, .past, .submit: return nil
    }
  }

  /// `indicators/k7` taken apart.
  static func row(_ text: String) -> (list: DraftList, key: RowKey)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let list = DraftList(rawValue: String(parts[0])), let key = RowKey(parts[1])
    else {
      return nil
    }
    return (list, key)
  }

  /// The levels that stand beside a row, for one that is put behind it.
  static func levels(of row: String, in draft: FormDraft, _ list: DraftList) -> [String: String] {
    guard list == .indicators else { return [:] }
    var cells: [String: String] = [:]
    for level in ["level1", "level2"] { cells[level] = draft.text(at: "\(row)/\(level)") }
    return cells
  }

  /// Rows are moved among those under the same levels, so that the tree keeps its order.
  private static func moved(_ row: String, by step: Int, in draft: FormDraft) -> DraftEdit? {
    guard let (list, key) = Self.row(row) else { return nil }
    let keys = draft.keys(of: list)
    guard let place = keys.firstIndex(of: key), keys.indices.contains(place + step) else { return nil }
    let neighbour = keys[place + step]
    let name = "\(list.rawValue)/\(neighbour)"
    guard levels(of: row, in: draft, list) == levels(of: name, in: draft, list) else { return nil }
    return .moveRow(list, key, to: step < 0 ? .before(neighbour) : .after(neighbour))
  }

  /// The end of the next quarter that the plan does not name yet.
  private static func nextMonth(in draft: FormDraft) -> [String: String] {
    let known = Set(
      draft.keys(of: .spendingPlan).compactMap {
        draft.text(at: "spendingPlan/\($0)/month").flatMap { Int($0) }
      })
    let month = ([3, 6, 9, 12] + Array(1...12)).first { !known.contains($0) }
    return month.map { ["month": String($0)] } ?? [:]
  }
}

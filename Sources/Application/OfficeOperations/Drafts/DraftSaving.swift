// How every change of a draft is saved: rights, open cells, conflicts, one transaction.
import FormDrafts
import Model
import Organisations
import Permissions
import Quantities
import Records
import RuleSets
import Workflow

/// A change of a draft on its way.
struct DraftSaving: Sendable {
  let form: FormID
  /// The draft's revision as the page last knew it.
  let revision: Int64

  /// What is to be done, told the draft as it stands, what of it is open, and what is around it where that is
  /// asked for.
  typealias Wish =
    @Sendable (FormDraft, OpenFields, _ around: () throws -> FormSurroundings) throws -> [DraftEdit]

  /// Saves what is wished, or tells who changed the same fields.
  func run(
    in office: Office, by signedIn: SignedIn, wish: @escaping Wish
  ) async throws(OfficeRefusal) -> SaveOutcome {
    let moment = office.now
    let memory = office.memory.forWriting
    let chance = office.chance
    return try await office.change { records -> SaveOutcome in
      var chance = chance
      let ground = try records.ground(form, for: .editForms, by: signedIn, memory: memory)
      try ground.part(for: .editForms, by: signedIn)
      try records.demandOpen(ground.entry.year)
      guard 0...ground.entry.draftRevision ~= revision else {
        throw RecordError.stale(
          .form, key: form.description, expected: revision, found: ground.entry.draftRevision)
      }
      let draft = ground.draft
      let open = OpenFields(ground.course.unlocked, in: draft)
      let wished = try wish(draft, open) {
        try records.surroundings(of: ground.entry, at: ground.organisation, memory: memory)
      }
      let changes = try draft.wishedChanges(wished, using: &chance)
      try draft.demandOpen(changes, open)
      try records.demandOwnProjects(changes, of: ground.entry)
      var names = [signedIn.person.id: signedIn.person.name]
      let since = ground.fields.filter { $0.revision > revision }
      let conflicts = draft.conflicts(of: changes, with: since)
      guard conflicts.isEmpty else {
        return .conflict(
          DraftConflict(
            revision: ground.entry.draftRevision,
            fields: try conflicts.map { try records.conflict($0.field, $0.change, in: draft, &names) },
            wanted: changes))
      }
      let news = try since.map { try records.conflict($0, nil, in: draft, &names) }
      let saved = draft.applying(changes)
      let now = try records.save(
        changes, of: form, onto: ground.entry.draftRevision, by: signedIn.person.id, at: moment)
      if changes.contains(where: { Self.isOfAmount($0.path) }) {
        let amount = saved.record.amountAsked
        if amount != ground.entry.amount {
          try records.setAmount(amount, of: form)
          try records.keepAmount(of: form)
        }
      }
      return .saved(
        SavedDraft(
          draft: saved, revision: now, changes: changes, undo: draft.inverse(of: changes), news: news))
    }
  }

  /// True for what the sum by which queues are sorted is made of.
  private static func isOfAmount(_ path: String) -> Bool {
    path.utf8.starts(with: "budget/".utf8) || path.utf8.starts(with: "funds/".utf8)
  }
}

extension FormDraft {
  /// The changes of edits; what cannot be made is told at its field.
  func wishedChanges(
    _ edits: [DraftEdit], using chance: inout some RandomNumberGenerator
  ) throws(OfficeRefusal) -> [FieldChange] {
    do throws(DraftRefusal) {
      return try changes(for: edits, using: &chance)
    } catch {
      throw .fields([FieldFault(error.path, error.sentence)])
    }
  }

  /// - Throws: `.fields` with each cell that is closed.
  func demandOpen(_ changes: [FieldChange], _ open: OpenFields) throws(OfficeRefusal) {
    let faults = changes.filter { !open.contains($0.path) }.map { change in
      switch change.path {
      case "fiscalYear": FieldFault(change.path, DraftWording.fixedYear)
      case "approval/opinion", "approval/authority": FieldFault(change.path, DraftWording.reviewersCell)
      case let path where path.utf8.reversed().starts(with: "/order".utf8.reversed()):
        FieldFault(path, DraftWording.closedRows)
      default: FieldFault(change.path, DraftWording.closedCell)
      }
    }
    if !faults.isEmpty { throw .fields(faults) }
  }

  /// The changes that meet a field which somebody changed since.
  ///
  /// Where a row was only moved, its new place is no conflict: the last move counts, and nothing is
  /// lost. A row that was removed has all its cells emptied, which meet whatever is typed into it.
  func conflicts(
    of changes: [FieldChange], with since: [DraftField]
  ) -> [(change: FieldChange, field: DraftField)] {
    let changed = Dictionary(since.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return changes.compactMap { change in
      // The place of a row has no kind.
      guard let field = changed[change.path], field.value != change.value, kind(of: change.path) != nil else {
        return nil
      }
      return (change, field)
    }
  }

  /// True where a field lies in a row that is not there.
  func isOfRemovedRow(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count == 3, let list = DraftList(rawValue: String(parts[0])), let key = RowKey(parts[1])
    else {
      return false
    }
    return !keys(of: list).contains(key)
  }
}

extension RecordView {
  /// A field that somebody changed, in words for people.
  func conflict(
    _ field: DraftField, _ change: FieldChange?, in draft: FormDraft, _ names: inout [PersonID: String]
  ) throws(RecordError) -> FieldConflict {
    FieldConflict(
      path: field.path, mine: change.flatMap { draft.applying([$0]).text(at: $0.path) },
      theirs: draft.text(at: field.path), person: field.person,
      name: try name(of: field.person, knowing: &names), moment: field.moment,
      isRowRemoved: draft.isOfRemovedRow(field.path))
  }
}

// Typed fields saved one by one, while others may write in the same form.
package import FormDrafts
import Model
package import Organisations
import Permissions
package import Quantities
package import Records
import Workflow

/// Saves edits of a draft.
package struct SaveFields: Sendable {
  package var form: FormID
  /// The draft's revision as the page last knew it.
  package var revision: Int64
  package var edits: [DraftEdit]

  /// - Parameters:
  ///   - revision: the draft's as the page last knew it; what others changed since is a conflict where it is
  ///     the same field, and news elsewhere.
  ///   - edits: made one after the other, all or none.
  package init(form: FormID, onto revision: Int64, edits: [DraftEdit]) {
    self.form = form
    self.revision = revision
    self.edits = edits
  }

  /// Saves ready changes, such as those that undo others.
  package init(form: FormID, onto revision: Int64, changes: [FieldChange]) {
    self.init(form: form, onto: revision, edits: [.write(changes)])
  }

  /// - Throws: `.permission`, `.records(.notFound)`, `.records(.stale)` for a revision that never was,
  ///   `.fields` with the draft path of each cell that is locked, unknown or too long.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> SaveOutcome {
    let edits = edits
    return try await DraftSaving(form: form, revision: revision).run(in: office, by: signedIn) { _, _, _ in
      edits
    }
  }
}

/// What became of changes.
package enum SaveOutcome: Sendable {
  case saved(SavedDraft)
  /// Somebody changed one of the fields since; nothing was saved.
  case conflict(DraftConflict)
}

/// A draft after changes were saved.
package struct SavedDraft: Sendable {
  package let draft: FormDraft
  /// The draft's revision now.
  package let revision: Int64
  /// What was changed; empty where the edits changed nothing.
  package let changes: [FieldChange]
  /// The changes that undo it.
  package let undo: [FieldChange]
  /// What others changed since the revision that the page knew, as it stands now.
  package let news: [FieldConflict]
}

/// Why nothing was saved: fields that somebody else changed since.
package struct DraftConflict: Sendable {
  /// The draft's revision now: what is decided is saved onto it.
  package let revision: Int64
  package let fields: [FieldConflict]
  /// The changes that were wanted, all of them; nothing of them is lost.
  package let wanted: [FieldChange]
}

/// A field that somebody else changed.
package struct FieldConflict: Sendable, Hashable {
  /// The draft path.
  package let path: String
  /// What was to be saved, as people see it; nil for blank, or where nothing was.
  package let mine: String?
  /// What stands there now; nil for blank.
  package let theirs: String?
  package let person: PersonID
  package let name: String
  package let moment: Moment
  /// True where the row itself is gone.
  package let isRowRemoved: Bool
}

// Forms that are looked at beside the one that is written, kept until they change.
import FormDrafts
import Model
import Quantities
import Records
import Review
import RuleSets
import Synchronization

/// A form as it stands beside another: last year's, or one of the same unit.
final class KnownForm: Sendable {
  let entry: FormEntry
  let form: Form
  /// The project's category, as the form prints it.
  let category: String?
  /// What one thing costs, by normal unit text.
  let unitCosts: [(unit: String, number: ExactDecimal)]
  /// By what forms with the same indicators are found; nil where the form is none of those.
  let neighbour: FormNeighbour?

  init(_ form: Form, entry: FormEntry, rules: RuleSet) {
    self.form = form
    self.entry = entry
    neighbour = FormNeighbour(form)
    if case .projectTarget(let target) = form { category = target.project.category } else { category = nil }
    unitCosts = ReviewSubject(form: form, rules: rules).rows.compactMap { row in
      row.unitCost.map { ($0.unit, $0.number) }
    }
  }
}

/// A draft as it stood at a revision.
final class KnownDraft: Sendable {
  let revision: Int64
  /// As the store has them, by path.
  let fields: [DraftField]
  let draft: FormDraft

  init(_ fields: [DraftField], kind: FormKind, revision: Int64) {
    self.revision = revision
    self.fields = fields
    draft = FormDraft(fields: fields, kind: kind)
  }

  /// - Parameter news: the fields that were saved since.
  init(_ before: KnownDraft, changedBy news: [DraftField], revision: Int64) {
    self.revision = revision
    var fields = before.fields
    var added: [DraftField] = []
    for field in news {
      if let place = fields.firstIndex(where: { $0.path == field.path }) {
        fields[place] = field
      } else {
        added.append(field)
      }
    }
    if !added.isEmpty { fields = (fields + added).sorted { $0.path < $1.path } }
    self.fields = fields
    draft = before.draft.applying(news.map { FieldChange(path: $0.path, value: $0.value) })
  }
}

/// Remembers forms by their version or revision; what is not asked for any more is forgotten in time.
///
/// Nothing of it is ever believed without asking the store for the revision.
struct FormMemory: Sendable {
  /// Forms at most, each some tens of kilobytes.
  private static let formsMax = 2_000
  /// Drafts at most, each up to a tenth of a megabyte.
  private static let draftsMax = 400

  private struct Place: Hashable {
    let form: FormID
    let isVersion: Bool
  }

  private struct Helped {
    let draft: KnownDraft
    let around: FormSurroundings
    let help: DraftHelp
  }

  /// What is remembered.
  private final class Shelf: Sendable {
    let known = Mutex<[Place: (stamp: Int64, form: KnownForm)]>([:])
    let drafts = Mutex<[FormID: KnownDraft]>([:])
    let helped = Mutex<[FormID: Helped]>([:])
  }

  private let shelf = Shelf()
  private var isKeeping = true

  /// The same for a transaction that writes: what it sees may never be committed, and its revisions would be
  /// given out again for something else. So it looks, and keeps nothing.
  var forWriting: FormMemory {
    var memory = self
    memory.isKeeping = false
    return memory
  }

  /// The last version of a form, or its draft where it has none; nil for one without a word.
  func form(_ entry: FormEntry, rules: RuleSet, in records: any RecordView) throws(RecordError) -> KnownForm?
  {
    let isVersion = entry.latestVersion > 0
    let stamp = isVersion ? Int64(entry.latestVersion) : entry.draftRevision
    guard stamp > 0 else { return nil }
    let place = Place(form: entry.id, isVersion: isVersion)
    let remembered = shelf.known.withLock { $0[place] }
    if let remembered, remembered.stamp == stamp { return remembered.form }
    let form =
      isVersion
      ? try records.version(entry.latestVersion, of: entry.id).form()
      : try draft(of: entry, in: records).draft.record
    let found = KnownForm(form, entry: entry, rules: rules)
    guard isKeeping else { return found }
    shelf.known.withLock { known in
      if known.count >= Self.formsMax { known.removeAll() }
      known[place] = (stamp, found)
    }
    return found
  }

  /// A form's draft: what was remembered, and what was saved since.
  func draft(of entry: FormEntry, in records: any RecordView) throws(RecordError) -> KnownDraft {
    let before = shelf.drafts.withLock { $0[entry.id] }
    if let before, before.revision == entry.draftRevision { return before }
    let found: KnownDraft
    if let before, before.revision < entry.draftRevision {
      let news = try records.fields(of: entry.id, after: before.revision)
      found = KnownDraft(before, changedBy: news, revision: entry.draftRevision)
    } else {
      let fields = try records.fields(of: entry.id, after: 0)
      found = KnownDraft(fields, kind: entry.kind, revision: entry.draftRevision)
    }
    guard isKeeping else { return found }
    shelf.drafts.withLock { drafts in
      if drafts.count >= Self.draftsMax { drafts.removeAll() }
      drafts[entry.id] = found
    }
    return found
  }

  /// What helps with a draft, found out once while neither it nor what is around it changes.
  func help(_ form: FormID, _ draft: KnownDraft, in around: FormSurroundings) -> DraftHelp {
    let before = shelf.helped.withLock { $0[form] }
    if let before, before.draft === draft, before.around.isSame(as: around) { return before.help }
    let help = DraftHelp(draft.draft, in: around)
    shelf.helped.withLock { helped in
      if helped.count >= Self.draftsMax { helped.removeAll() }
      helped[form] = Helped(draft: draft, around: around, help: help)
    }
    return help
  }
}

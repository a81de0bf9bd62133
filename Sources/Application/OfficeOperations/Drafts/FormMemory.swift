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
  /// What one thing costs, by the indicator's name and normal unit text.
  let unitCosts: [(name: String, unit: String, number: ExactDecimal)]

  init(_ form: Form, entry: FormEntry, rules: RuleSet) {
    self.form = form
    self.entry = entry
    if case .projectTarget(let target) = form { category = target.project.category } else { category = nil }
    unitCosts = ReviewSubject(form: form, rules: rules).rows.compactMap { row in
      row.unitCost.map { (row.shortName, $0.unit, $0.number) }
    }
  }
}

/// Remembers forms by their version or revision; what is not asked for any more is forgotten in time.
final class FormMemory: Sendable {
  /// Forms at most, each some tens of kilobytes.
  private static let formsMax = 2_000

  private struct Place: Hashable {
    let form: FormID
    let isVersion: Bool
  }

  private let known = Mutex<[Place: (stamp: Int64, form: KnownForm)]>([:])

  /// The last version of a form, or its draft where it has none; nil for one without a word.
  func form(_ entry: FormEntry, rules: RuleSet, in records: any RecordView) throws(RecordError) -> KnownForm?
  {
    let isVersion = entry.latestVersion > 0
    let stamp = isVersion ? Int64(entry.latestVersion) : entry.draftRevision
    guard stamp > 0 else { return nil }
    let place = Place(form: entry.id, isVersion: isVersion)
    let remembered = known.withLock { known in known[place].flatMap { $0.stamp == stamp ? $0.form : nil } }
    if let remembered { return remembered }
    let form =
      isVersion
      ? try records.version(entry.latestVersion, of: entry.id).form()
      : FormDraft(fields: try records.fields(of: entry.id, after: 0), kind: entry.kind).record
    let found = KnownForm(form, entry: entry, rules: rules)
    known.withLock { known in
      if known.count >= Self.formsMax { known.removeAll() }
      known[place] = (stamp, found)
    }
    return found
  }
}

// The cell for which something is suggested: its row, its place in the tree, and what fits there.
import FormDrafts
import IndicatorLibrary
import Model
import Quantities
import Review
import RuleSets

/// A cell of the indicator table with everything that suggestions are chosen by.
struct SuggestionCell {
  let key: RowKey
  let column: Indicator.Field
  /// Suggestions hold this; blank lets all stand.
  let typed: String
  let draft: FormDraft
  let around: FormSurroundings
  private let subject: ReviewSubject
  private let row: ReviewRow

  /// The columns for which something can be suggested.
  private static let columns: Set<Indicator.Field> = [
    .name, .annualValue, .periodValue, .unit, .basis, .description,
  ]

  /// Nil for a cell for which nothing can be suggested.
  init?(_ path: String, typed: String, in draft: FormDraft, _ around: FormSurroundings) {
    let parts = path.split(separator: "/")
    guard parts.count == 3, parts[0] == "indicators", let key = RowKey(parts[1]),
      let column = Indicator.Field(rawValue: String(parts[2])), Self.columns.contains(column),
      let index = draft.keys(of: .indicators).firstIndex(of: key)
    else { return nil }
    let subject = ReviewSubject(form: draft.record, rules: around.rules)
    guard subject.rows.indices.contains(index) else { return nil }
    self.key = key
    self.column = column
    self.typed = typed
    self.draft = draft
    self.around = around
    self.subject = subject
    row = subject.rows[index]
  }

  // MARK: The unit's own past

  /// An indicator of another form.
  private struct Precedent {
    var indicator: Indicator
    var project: String?
  }

  /// Last year's indicators of the same project first, then those of the unit's other projects by how often they
  /// are there.
  func fromOwnPast() -> [FieldSuggestion] {
    fromLastYear() + fromOtherProjects()
  }

  private func fromLastYear() -> [FieldSuggestion] {
    let target = around.lastYear?.target?.indicators ?? []
    let outcome = around.lastYear?.outcome?.indicators ?? []
    var found: [FieldSuggestion] = []
    for indicator in target.isEmpty ? outcome : target where fits(indicator) {
      let actual = outcome.first { $0.name == indicator.name }?.actualValue
      if let text = indicator[column] {
        found.append(
          suggestion(
            text, from: indicator,
            reason: DraftWording.lastYear(
              value: indicator.annualValue ?? indicator.periodValue, actual: actual)))
      }
      if column == .annualValue, let actual, actual != indicator.annualValue, holdsTyped(actual) {
        found.append(suggestion(actual, from: Indicator(), reason: DraftWording.lastYearActual(actual)))
      }
    }
    return found
  }

  private func fromOtherProjects() -> [FieldSuggestion] {
    var uses: [String: (count: Int, first: Precedent)] = [:]
    var order: [String] = []
    for known in around.peers + around.earlier {
      var seen: Set<String> = []
      for indicator in known.form.indicators where fits(indicator) {
        guard let text = indicator[column], seen.insert(text).inserted else { continue }
        if uses[text] == nil {
          uses[text] = (0, Precedent(indicator: indicator, project: known.projectName))
          order.append(text)
        }
        uses[text]?.count += 1
      }
    }
    let ranked = order.enumerated().sorted { left, right in
      (uses[right.element]?.count ?? 0, left.offset) < (uses[left.element]?.count ?? 0, right.offset)
    }
    return ranked.prefix(SuggestForField.countMax).compactMap { entry in
      guard let use = uses[entry.element] else { return nil }
      return suggestion(
        entry.element, from: use.first.indicator,
        reason: DraftWording.ownProjects(use.count, example: use.first.project))
    }
  }

  /// True where an indicator of another form may serve: for a name, under the same level 2 and not in this form
  /// yet; for the rest, of the same name.
  private func fits(_ indicator: Indicator) -> Bool {
    guard let text = indicator[column], holdsTyped(text) else { return false }
    if column != .name { return indicator.name != nil && indicator.name == row.indicator.name }
    return isPlaceOf(indicator) && text != row.indicator.name
      && !subject.rows.contains { $0.indicator.name == text }
  }

  private func isPlaceOf(_ indicator: Indicator) -> Bool {
    let tree = subject.rules.tree
    if let category = row.category { return tree.category(of: indicator.level2) == category }
    guard let branch = row.branch else { return true }
    return tree.branch(of: indicator.level1) == branch
  }

  // MARK: The library

  func fromLibrary() -> [FieldSuggestion] {
    let library = Library.shipped
    let query = LibraryQuery(
      name: row.shortName, category: row.category, branch: row.branch,
      value: row.indicator[row.targetField] ?? "")
    let match = library.match(for: query) {
      library.surroundings(project: subject.name.text, goal: subject.annualGoal?.text ?? "")
    }
    var entries = match.map { [$0.entry] } ?? []
    let named = library.entries.filter { $0.name == row.indicator.name && canStand($0) }
    if column == .name {
      let words = typed.isEmpty ? [] : [typed]
      let kinds = kindsOfProject(in: library, among: entries)
      let fitting = library.entries(holding: words).filter { canStand($0) && kinds.contains($0.kind) }
      entries += fitting.filter { $0.name != row.indicator.name }
    } else {
      entries += named
    }
    return entries.compactMap(suggestion(of:))
  }

  /// What fits every project, and the kinds that the project's name, else its goal, tells.
  private func kindsOfProject(in library: Library, among entries: [LibraryEntry]) -> Set<String> {
    func told(_ text: String) -> [LibraryKind] {
      library.kinds.filter { kind in kind.words.contains { text.contains($0) } }
    }
    let byName = told(subject.name.text)
    let kinds = byName.isEmpty ? told(subject.annualGoal?.text ?? "") : byName
    return Set((kinds + library.kinds.filter(\.isGeneral)).map(\.title) + entries.map(\.kind))
  }

  private func canStand(_ entry: LibraryEntry) -> Bool {
    if let category = row.category { return entry.fits(category) }
    return row.branch.map { entry.fits(under: $0) } ?? true
  }

  private func suggestion(of entry: LibraryEntry) -> FieldSuggestion? {
    let value = entry.value.isBlank ? nil : entry.value.text
    let text: String? =
      switch column {
      case .name: entry.name
      case .annualValue, .periodValue: value
      case .unit: entry.value.isDeadline ? nil : entry.value.unitText
      case .basis, .description: entry.method
      default: nil
      }
    guard let text, !text.isEmpty, holdsTyped(text) || column == .name,
      column != .name || !subject.rows.contains(where: { $0.index != row.index && $0.indicator.name == text })
    else { return nil }
    var indicator = Indicator()
    if column == .name { indicator.annualValue = value }
    return FieldSuggestion(
      text: text, reason: DraftWording.library(kind: entry.kind, method: entry.method), source: .library,
      edits: edits(writing: text, from: indicator))
  }

  // MARK: Edits

  private func holdsTyped(_ text: String) -> Bool { typed.isEmpty || text.contains(typed) }

  private func suggestion(_ text: String, from indicator: Indicator, reason: String) -> FieldSuggestion {
    FieldSuggestion(
      text: text, reason: reason, source: .own, edits: edits(writing: text, from: indicator))
  }

  /// The field, and with a name those beside it that are blank.
  private func edits(writing text: String, from indicator: Indicator) -> [DraftEdit] {
    var edits = [DraftEdit.set(path: path(column), typed: text)]
    guard column == .name else { return edits }
    for beside in [Indicator.Field.annualValue, .operator, .unit, .description, .basis] {
      guard let value = indicator[beside], row.indicator[beside] == nil else { continue }
      edits.append(.set(path: path(beside), typed: value))
    }
    return edits
  }

  private func path(_ field: Indicator.Field) -> String { "indicators/\(key)/\(field.rawValue)" }
}

extension KnownForm {
  /// The project's name as the form prints it.
  var projectName: String? {
    switch form {
    case .projectTarget(let target): target.project.name
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome): outcome.project.name
    case .departmentTarget, .departmentSelfEvaluation: nil
    }
  }
}

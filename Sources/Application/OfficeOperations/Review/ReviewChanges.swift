// The cells of a form beside what they were: cell by cell against the version before and against last year.
import FormDrafts
import Forms
import Model
package import Quantities
import Records
import Review
import Workflow

/// What changed in a form, for its reviewer.
package struct ReviewChanges: Sendable {
  /// Nil for the first version.
  package let earlier: EarlierVersion?
  /// The year before, where there is something to compare with.
  package let lastYear: FiscalYear?
  /// Every cell that is filled, was filled, or is spoken of, in the order of the record.
  package let lines: [ReviewLine]
  /// Objections of earlier rounds of this version of the form.
  private let asked: [Objection]

  /// The lines to look at first: what changed and what is spoken of.
  package var concerned: [ReviewLine] { lines.filter(isConcerned) }

  private func isConcerned(_ line: ReviewLine) -> Bool {
    if line.isChanged || !line.findings.isEmpty || line.asked != nil { return true }
    if line.isNewThisYear || line.isDroppedThisYear { return true }
    if line.pointer == "budget/total" { return line.differsFromLastYear }
    guard earlier == nil else { return false }
    return line.differsFromLastYear && Self.weighed.contains { line.pointer.utf8.ends(with: $0.utf8) }
  }

  /// What is compared with last year in the first round: the rest follows from it.
  private static let weighed = ["/annualValue", "/periodValue", "goals/annual", "goals/period"]

  /// True where an objection to a cell would be new although the cell was seen in the round before and has
  /// not changed since: it has to say why it comes only now.
  ///
  /// - Parameter path: a draft path, or a place in the record.
  package func isSettled(_ path: String) -> Bool {
    guard earlier?.kind == .returned else { return false }
    let meant = lines.filter { line in
      // The numbers of rows that are gone are those of another record: only their list is the same.
      if line.isGone { return line.pointer.split(separator: "/").first.map(String.init) == path }
      return [line.path, line.pointer].compactMap(\.self).contains { Self.holds(path, $0) }
    }
    guard !meant.contains(where: \.isChanged) else { return false }
    let names = Set([path] + meant.map(\.pointer) + meant.compactMap(\.path))
    return !asked.contains { objection in
      names.contains { Self.holds(objection.field, $0) || Self.holds($0, objection.field) }
    }
  }

  /// True where the first path is the second, or its row, list or part.
  private static func holds(_ whole: String, _ path: String) -> Bool {
    whole == path || path.utf8.starts(with: "\(whole)/".utf8)
  }
}

extension ReviewChanges {
  /// What the lines are made of.
  struct Sources {
    let draft: FormDraft
    let record: Form
    var earlier: (version: EarlierVersion, record: Form)?
    var lastYear: LastYearForm?
    var findings: [DraftFinding] = []
    var readings: [String: String] = [:]
    /// Objections of the last round, and of all rounds of this version.
    var lastAsked: [Objection] = []
    var asked: [Objection] = []
    var peers: [String: PeerValues] = [:]
  }

  init(_ sources: Sources) {
    earlier = sources.earlier?.version
    lastYear = sources.lastYear?.year
    asked = sources.asked
    lines = LineMaking(sources).lines
  }
}

/// Makes the lines of a form.
private struct LineMaking {
  let sources: ReviewChanges.Sources
  let now: RecordFields
  let before: RecordFields?
  let comparison: RecordComparison?
  let lastTarget: RecordFields?
  /// Cells that differ from the version before, by their place now, with what stood there.
  private(set) var changed: [String: String?] = [:]
  private var addedRows: Set<String> = []
  private var spoken: [String: [Int]] = [:]
  private var asked: [String: Objection] = [:]

  /// Fields that others fill, or that the form prints of itself.
  private static let left: Set<String> = ["title", "fiscalYear", "approval/authority", "approval/opinion"]

  init(_ sources: ReviewChanges.Sources) {
    self.sources = sources
    now = RecordFields(sources.record)
    before = sources.earlier.map { RecordFields($0.record) }
    comparison = sources.earlier.map { RecordComparison(from: $0.record, to: sources.record) }
    lastTarget = sources.lastYear?.target.map(RecordFields.init)
    if let comparison { note(comparison) }
    for (index, finding) in sources.findings.enumerated() {
      let fields = finding.finding.fields
      let shown = finding.finding.shownField
      for field in fields + (shown.map { [$0] } ?? []) where spoken[field]?.last != index + 1 {
        spoken[field, default: []].append(index + 1)
      }
    }
    for objection in sources.lastAsked { asked[pointer(of: objection.field)] = objection }
  }

  private func pointer(of field: String) -> String {
    guard let pointer = sources.draft.pointer(ofPath: field) else { return field }
    return String(pointer.dropFirst())
  }

  private mutating func note(_ comparison: RecordComparison) {
    for cell in comparison.cells { changed[cell.path] = .some(cell.before) }
    for row in comparison.rows {
      guard let after = row.after else { continue }
      if row.before == nil { addedRows.insert("\(row.list)/\(after)") }
      for cell in row.cells {
        // A cell that was emptied is named by its place in the earlier record.
        let column = cell.path.split(separator: "/").dropFirst(2).joined(separator: "/")
        let place = column.isEmpty ? "\(row.list)/\(after)" : "\(row.list)/\(after)/\(column)"
        changed[place] = .some(cell.before)
      }
    }
  }

  var lines: [ReviewLine] {
    var pointers = now.all.map { String($0.path.dropFirst()) }
    let known = Set(pointers)
    let more = Set(changed.keys).union(spoken.keys).union(asked.keys).subtracting(known)
    pointers += more.filter { sources.draft.path(ofPointer: $0) != nil }
    let order = PlaceOrder(sources.record.kind)
    let shown = pointers.filter(isShown).map { (key: order.key($0), pointer: $0) }.sorted { $0.key < $1.key }
    return shown.map { line($0.pointer) } + gone + dropped
  }

  private func isShown(_ pointer: String) -> Bool {
    if Self.left.contains(pointer) { return false }
    let column = pointer.split(separator: "/").last
    guard column == "level1" || column == "level2" else { return true }
    return changed[pointer] != nil || spoken[pointer] != nil || asked[pointer] != nil
  }

  private func line(_ pointer: String) -> ReviewLine {
    let path = sources.draft.path(ofPointer: pointer)
    let parts = pointer.split(separator: "/").map(String.init)
    let (name, part) = ReviewDeskWording.place(parts, in: sources.record)
    var line = ReviewLine(path: path, pointer: pointer, name: name, part: part)
    line.now = now["/" + pointer]
    if path.map({ sources.draft.kind(of: $0) == nil }) ?? false {
      return whole(line)
    }
    line.isNewThisYear = isNewThisYear(parts)
    if sources.earlier != nil {
      if let old = changed[pointer] {
        line.before = old
        line.isChanged = true
      } else {
        line.before = line.now
      }
      line.isAdded = parts.count > 1 && addedRows.contains("\(parts[0])/\(parts[1])")
    }
    (line.lastYear, line.outcome) = past(parts, pointer)
    line.reading = path.flatMap { sources.readings[$0] }
    line.findings = spoken[pointer] ?? []
    line.asked = asked[pointer]
    line.peers = sources.peers[pointer]
    return line
  }

  /// A line about a list, a row or a part: what all of it says now, and what it said.
  private func whole(_ asIs: ReviewLine) -> ReviewLine {
    var line = asIs
    let place = WholePlace(line.pointer)
    line.now = place.text(in: now)
    if let before, let comparison {
      let rows = comparison.rows.filter { $0.list == place.list?.rawValue }
      if let number = place.row {
        let row = rows.first { $0.after == number }
        line.isAdded = addedRows.contains(line.pointer)
        line.before =
          row == nil
          ? line.now
          : row?.before.flatMap { old in
            WholePlace("\(place.list?.rawValue ?? "")/\(old)").text(in: before)
          }
        line.isChanged = row.map { $0.before == nil || !$0.cells.isEmpty } ?? false
      } else {
        line.before = place.text(in: before)
        line.reading = ReviewDeskWording.rowChanges(
          added: rows.count { $0.before == nil }, gone: rows.count { $0.after == nil },
          changed: rows.count { $0.before != nil && $0.after != nil && !$0.cells.isEmpty })
        line.isChanged = line.before != line.now || !rows.isEmpty
      }
    }
    if place.row == nil { line.lastYear = lastTarget.flatMap { place.text(in: $0) } }
    line.findings = spoken[line.pointer] ?? []
    line.asked = asked[line.pointer]
    return line
  }

  // MARK: Last year

  /// True for the value of an indicator that last year's form has not, where nothing later can be compared.
  private func isNewThisYear(_ parts: [String]) -> Bool {
    guard sources.earlier == nil, let last = sources.lastYear, last.target != nil, parts.count == 3,
      parts[0] == DraftList.indicators.rawValue, let index = Int(parts[1]),
      sources.record.indicators.indices.contains(index),
      parts[2] == Self.promise(of: sources.record.indicators[index])?.rawValue
    else { return false }
    guard let name = sources.record.indicators[index].name else { return false }
    return last.indicator(named: name).target == nil
  }

  /// The cell that stands for an indicator where one line tells of it.
  private static func promise(of indicator: Indicator) -> Indicator.Field? {
    indicator.annualValue != nil ? .annualValue : indicator.periodValue != nil ? .periodValue : nil
  }

  /// Indicators of last year's form that this one has not, one line each.
  private var dropped: [ReviewLine] {
    guard sources.earlier == nil, let target = sources.lastYear?.target else { return [] }
    let names = Set(sources.record.indicators.compactMap(\.name))
    return target.indicators.enumerated().compactMap { index, indicator in
      guard let name = indicator.name, !names.contains(name), let field = Self.promise(of: indicator) else {
        return nil
      }
      let parts = [DraftList.indicators.rawValue, String(index), field.rawValue]
      let (shown, part) = ReviewDeskWording.place(parts, in: target)
      var line = ReviewLine(
        path: nil, pointer: parts.joined(separator: "/"), name: shown, part: part)
      line.lastYear = indicator[field]
      line.outcome = sources.lastYear?.indicator(named: name).outcome?.actualValue
      line.isDroppedThisYear = true
      return line
    }
  }

  /// Last year's value of a cell, and what came of it.
  private func past(_ parts: [String], _ pointer: String) -> (value: String?, outcome: String?) {
    guard let lastYear = sources.lastYear else { return (nil, nil) }
    if parts.count == 3, parts[0] == "indicators", let field = Indicator.Field(rawValue: parts[2]),
      let index = Int(parts[1]), sources.record.indicators.indices.contains(index),
      let name = sources.record.indicators[index].name
    {
      let (target, outcome) = lastYear.indicator(named: name)
      let value = target?[field] ?? (field == .annualValue ? outcome?.annualValue : nil)
      return (value, field == .annualValue ? outcome?.actualValue : nil)
    }
    guard Int(parts.count > 1 ? parts[1] : "") == nil else { return (nil, nil) }
    var outcome: String?
    if pointer == "budget/total" { outcome = lastYear.outcome?.executionRate }
    if pointer == "goals/annual", let form = lastYear.outcome {
      outcome = RecordFields(form)["/goals/actual"]
    }
    return (lastTarget?["/" + pointer], outcome)
  }

  /// Rows that are not there any more, one line each.
  private var gone: [ReviewLine] {
    (comparison?.rows ?? []).filter { $0.after == nil }.compactMap { row in
      guard let number = row.before, let before else { return nil }
      let place = WholePlace("\(row.list)/\(number)")
      let (name, part) = ReviewDeskWording.place(
        [row.list, String(number)], in: sources.earlier?.record ?? sources.record)
      var line = ReviewLine(path: nil, pointer: place.pointer, name: name, part: part)
      line.before = place.text(in: before)
      line.isChanged = true
      line.isGone = true
      return line
    }
  }
}

/// The order of places in the record of a kind: fields, then lists row by row.
private struct PlaceOrder {
  private var fields: [String: Int] = [:]
  private var lists: [String: (place: Int, columns: [String: Int])] = [:]

  init(_ kind: FormKind) {
    let schema = DraftSchema.of(kind)
    for (place, field) in schema.fields.enumerated() {
      fields[field.path] = place
      // A part of the form stands before its first field.
      if let part = field.path.split(separator: "/").first.map(String.init), fields[part] == nil {
        fields[part] = place
      }
    }
    for (place, list) in schema.lists.enumerated() {
      let columns = Dictionary(
        list.columns.enumerated().map { ($0.element.path, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      lists[list.list.rawValue] = (schema.fields.count + place, columns)
    }
  }

  func key(_ pointer: String) -> PlaceKey {
    let parts = pointer.split(separator: "/").map(String.init)
    guard let first = parts.first, let list = lists[first] else {
      return PlaceKey(group: fields[pointer] ?? Int.max, row: 0, column: 0, text: pointer)
    }
    return PlaceKey(
      group: list.place, row: parts.count > 1 ? Int(parts[1]) ?? 0 : -1,
      column: parts.count > 2 ? list.columns[parts[2]] ?? Int.max : -1, text: pointer)
  }
}

private struct PlaceKey: Comparable {
  let group: Int
  let row: Int
  let column: Int
  let text: String

  static func < (left: Self, right: Self) -> Bool {
    (left.group, left.row, left.column, left.text) < (right.group, right.row, right.column, right.text)
  }
}

extension Form {
  /// The rate of execution of the whole, as an outcome prints it.
  fileprivate var executionRate: String? {
    switch self {
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      outcome.funds.first?.rate
    case .projectTarget, .departmentTarget: nil
    }
  }
}

extension String.UTF8View {
  fileprivate func ends(with end: String.UTF8View) -> Bool { reversed().starts(with: end.reversed()) }
}

// What the indicator library puts in place of a form's vague rows.
import IndicatorLibrary
import IndicatorValues
import Model
import Quantities
import RuleSets

/// Looks up the rows of one form; no entry is proposed twice, and none that the form has already.
struct LibraryRewrites {
  /// What is proposed for a row.
  struct Rewrite {
    /// `“社工服务水平”换成“个案目标达成率 ≥80%”：…。这个数是常用取值，请按本单位实际核定。`
    var proposal: Proposal
    /// `个案目标达成率 ≥80%`, or the value alone where the name stays.
    var example: String
  }

  private let subject: ReviewSubject
  /// The names of what has been proposed.
  private var proposed: [String] = []

  init(_ subject: ReviewSubject) {
    self.subject = subject
  }

  /// Looked up once a form, for the library that is shipped.
  private var surroundings: LibrarySurroundings {
    if let known = subject.lookingUp({ $0.surroundings }) { return known }
    let surroundings = Library.shipped.surroundings(
      project: subject.kind == .departmentTarget
        ? subject.name.scalars + LibraryWords.wholeDepartment.scalars : subject.name.scalars,
      goal: subject.annualGoal?.scalars ?? [])
    subject.lookingUp { $0.surroundings = surroundings }
    return surroundings
  }

  /// True for an indicator that the form has, under its name or, for a share, one much like it.
  private func stands(_ entry: LibraryEntry) -> Bool {
    let (name, isShare) = (entry.name, entry.value.isShare)
    let ending = name.unicodeScalars.suffix(3)
    return subject.rows.contains { row in
      if row.shortName.isSame(as: name) { return true }
      return isShare && row.promisesShare && row.short.scalars.suffix(3).elementsEqual(ending)
        && TextLikeness.percent(row.shortName, name) >= 40
    }
  }

  /// What may stand in place of a vague row.
  ///
  /// - Parameters:
  ///   - category: where to look instead of the row's own place.
  ///   - wantsShare: only a percentage will do.
  ///   - keepsName: the name stays whatever the entry says.
  mutating func rewrite(
    _ row: ReviewRow, as category: IndicatorCategory? = nil, wantsShare: Bool = false, keepsName: Bool = false
  ) -> Rewrite? {
    let query = LibraryQuery(
      name: row.shortName, category: category ?? row.category, branch: row.branch,
      value: row.indicator[row.targetField] ?? "", wantsLess: Self.wantsLess(row), wantsShare: wantsShare)
    guard var match = Library.shipped.match(for: query, in: { surroundings }) else { return nil }
    if keepsName { match.keepsName = true }
    if !match.keepsName {
      let name = match.entry.name
      guard !stands(match.entry), !proposed.contains(where: { $0.isSame(as: name) }) else { return nil }
      proposed.append(name)
    }
    return Rewrite(proposal: proposal(match, for: row), example: Self.example(match))
  }

  /// What the library holds projects of this kind to: `场均活动成本 ≤__元/场`; nil where the form has it.
  ///
  /// - Parameter fits: whether a cost of this name and counter fits the form.
  func unitCost(where fits: (String, Quantities.Unit) -> Bool) -> Rewrite? {
    guard let entry = Library.shipped.unitCost(in: surroundings), !stands(entry),
      let per = entry.value.per.first, fits(entry.name, per)
    else { return nil }
    let example = "\(entry.name) \(entry.value.text)"
    return Rewrite(
      proposal: Proposal(text: LibraryWords.instead(example: example, entry)), example: example)
  }

  /// True where the value wants less of what the name says; in 减少污染 the name has said so already.
  private static func wantsLess(_ row: ReviewRow) -> Bool {
    guard case .qualitative(let words) = row.target?.value.meaning, words.direction == .down else {
      return false
    }
    return !row.shortName.unicodeScalars.contains { "减降缓控化".unicodeScalars.contains($0) }
  }

  private static func example(_ match: LibraryMatch) -> String {
    match.keepsName ? match.entry.value.text : "\(match.entry.name) \(match.entry.value.text)"
  }

  private func proposal(_ match: LibraryMatch, for row: ReviewRow) -> Proposal {
    let example = Self.example(match)
    let text =
      match.keepsName
      ? LibraryWords.value(of: row.shortName, example: example, match.entry)
      : LibraryWords.exchange(row.shortName, for: example, match.entry)
    // A blank is for the clerk to fill: there is nothing to accept yet.
    guard !match.entry.value.isBlank, !makesAllAlike(match.entry.value, at: row) else {
      return Proposal(text: text)
    }
    let label = match.keepsName ? "改值“\(example)”" : "换成“\(example)”"
    return Proposal(text: text, choices: [Proposal.Choice(label: label, edits: edits(match, for: row))])
  }

  /// True where every other row promises the same percentage: M19 would speak.
  private func makesAllAlike(_ value: EntryValue, at row: ReviewRow) -> Bool {
    guard value.isShare, subject.rows.count >= 4 else { return false }
    return subject.rows.allSatisfy { other in
      other.index == row.index || other.measure?.number == value.number && other.measure?.unit == value.unit
        || WordsOnly.isUnmeasurable(other)
    }
  }

  private func edits(_ match: LibraryMatch, for row: ReviewRow) -> [RecordEdit] {
    let value = match.entry.value
    var edits: [RecordEdit] = []
    func write(_ field: Indicator.Field, _ text: String?) {
      edits.append(RecordEdit(field: row.path(field), text: text))
    }
    if !match.keepsName { write(.name, match.entry.name) }
    // Sign and unit go to their own columns where the form has them.
    let isSplit = row.indicator.operator != nil || row.indicator.unit != nil
    let figure = isSplit && !value.isDeadline ? value.figureText : value.text
    for field in [Indicator.Field.annualValue, .periodValue]
    where field == row.targetField || row.indicator[field] != nil { write(field, figure) }
    if isSplit, !value.isDeadline {
      if row.indicator.operator != nil || value.comparator != nil {
        write(.operator, value.comparator?.rawValue ?? "=")
      }
      write(.unit, value.unitText)
    }
    if row.indicator.direction != nil {
      write(.direction, LibraryWords.direction(isUpperBound: value.comparator?.isUpperBound == true))
    }
    let hasDescriptions = subject.rows.contains { $0.indicator.description != nil }
    if hasDescriptions, !match.keepsName || row.indicator.description == nil {
      write(.description, match.entry.method)
    }
    return edits
  }
}

/// The words around an entry.
private enum LibraryWords {
  static let wholeDepartment = "部门整体"

  static func exchange(_ name: String, for example: String, _ entry: LibraryEntry) -> String {
    "“\(name)”换成“\(example)”：\(entry.method)\(note(entry.value))"
  }

  static func value(of name: String, example: String, _ entry: LibraryEntry) -> String {
    "“\(name)”的指标值写成“\(example)”：\(entry.method)\(note(entry.value))"
  }

  static func instead(example: String, _ entry: LibraryEntry) -> String {
    "可写“\(example)”：\(entry.method)\(note(entry.value))"
  }

  /// What is the clerk's part: the figure of a blank, or to hold a usual figure against the unit's own.
  private static func note(_ value: EntryValue) -> String {
    guard value.isBlank else { return "这个数是常用取值，请按本单位实际核定。" }
    return value.isDeadline ? "横线处填本单位的计划月份。" : "横线处填本单位的数。"
  }

  static func direction(isUpperBound: Bool) -> String { isUpperBound ? "反向指标" : "正向指标" }
}

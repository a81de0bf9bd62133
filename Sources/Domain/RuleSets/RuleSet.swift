// The rules of one region, year and kind of form: parameters, severities, weights, trees.
package import Findings
package import Model
package import Quantities

/// A rule set as it applies in one year.
///
/// Sets come from files (`RuleSetLibrary`); a set holds all years of its histories and is turned to another
/// year, or to a form's kind, by `applying(to:in:)` at no cost.
package struct RuleSet: Sendable {
  private let whole: Whole
  private let resolution: Resolution

  /// Everything that does not depend on the year.
  private final class Whole: Sendable {
    let head: RuleSetHead
    let content: RuleSetContent
    let extended: RuleSet?
    /// One for each year in which something changes, in order; at least one.
    let resolutions: [Resolution]

    init(head: RuleSetHead, content: RuleSetContent, extended: RuleSet?) {
      self.head = head
      self.content = content
      self.extended = extended
      let years = content.years.isEmpty ? [head.firstYear] : content.years
      var trees: [String: IndicatorTree] = [:]
      resolutions = years.map { year in
        let identifier = content.treeIdentifier(in: year)
        let tree = trees[identifier] ?? content.tree(identifier)
        trees[identifier] = tree
        return Resolution(content, tree: tree, year: year)
      }
    }
  }

  /// What holds from one year on.
  private final class Resolution: Sendable {
    let year: Int
    let tree: IndicatorTree
    let parameters: [RuleParameter: ExactDecimal]
    let severities: [String: Severity]
    let switchedOff: [String: String]

    init(_ content: RuleSetContent, tree: IndicatorTree, year: Int) {
      self.year = year
      self.tree = tree
      var parameters: [RuleParameter: ExactDecimal] = [:]
      for key in content.parameters.keys {
        parameters[key] = content.parameters.entry(of: key, in: year)?.value
      }
      self.parameters = parameters
      var severities: [String: Severity] = [:]
      var switchedOff: [String: String] = [:]
      for code in content.changes.keys {
        // A rule that was changed later is as it was: the earliest entry does not reach back.
        guard let entry = content.changes.entry(of: code, in: year), entry.fromYear <= year else { continue }
        switch entry.value {
        case .severity(let severity): severities[code] = severity
        case .switchedOff: switchedOff[code] = entry.source
        }
      }
      self.severities = severities
      self.switchedOff = switchedOff
    }
  }

  init(head: RuleSetHead, content: RuleSetContent, extended: RuleSet?) {
    self.init(Whole(head: head, content: content, extended: extended), year: nil)
  }

  private init(_ whole: Whole, year: Int?) {
    self.whole = whole
    let resolutions = whole.resolutions
    let wanted = year ?? whole.head.lastYear ?? resolutions[resolutions.count - 1].year
    resolution = resolutions.last { $0.year <= wanted } ?? resolutions[0]
  }

  /// The set as it speaks about a form: in the form's year (without one, in its own last year), and for kinds
  /// that it does not name as the set that it extends.
  package func applying(to kind: FormKind, in year: Int?) -> RuleSet {
    if !whole.head.kinds.contains(kind), let extended = whole.extended {
      return extended.applying(to: kind, in: year)
    }
    return RuleSet(whole, year: year)
  }

  /// The set in another year.
  package func applying(in year: Int) -> RuleSet { RuleSet(whole, year: year) }

  /// Who and what it is for.
  package var head: RuleSetHead { whole.head }
  /// `national`, `dongguan-towns-2024`.
  package var identifier: String { whole.head.identifier }
  /// The set that it extends.
  package var extended: RuleSet? { whole.extended }
  package var tree: IndicatorTree { resolution.tree }
  /// Codes of the rules that are switched off, with the reason.
  package var switchedOff: [String: String] { resolution.switchedOff }

  /// The value of a parameter in this year.
  package subscript(parameter: RuleParameter) -> ExactDecimal { resolution.parameters[parameter] ?? .zero }

  /// A parameter as a whole number; fractions are cut.
  package func whole(_ parameter: RuleParameter) -> Int {
    self[parameter].whole ?? 0
  }

  /// The severity that the set gives to a rule, if it changes it.
  package func severity(of code: String) -> Severity? {
    resolution.severities.isEmpty ? nil : resolution.severities[code]
  }

  /// Everything that it says, over all years.
  var content: RuleSetContent { whole.content }

  /// The national default, shipped.
  package static let national = ShippedRuleSets.national
}

// MARK: Listing

extension RuleSet {
  /// The history of a parameter: by year, each with its source and the set that says so.
  package func history(of parameter: RuleParameter) -> [DatedEntry<RuleParameter, ExactDecimal>] {
    content.parameters.entries[parameter] ?? []
  }

  /// The entry of a parameter that holds in this year.
  package func entry(of parameter: RuleParameter) -> DatedEntry<RuleParameter, ExactDecimal>? {
    content.parameters.entry(of: parameter, in: resolution.year)
  }

  /// The schemes of weights that hold in this year, in the order of the files.
  package var weights: [DatedEntry<String, WeightScheme>] {
    content.weights.keys.compactMap { content.weights.entry(of: $0, in: resolution.year) }
  }

  /// The rules that are changed in this year, by code, each with its reason.
  package var changes: [DatedEntry<String, RuleChange>] {
    content.changes.keys.sorted().compactMap { content.changes.entry(of: $0, in: resolution.year) }
      .filter { $0.fromYear <= resolution.year }
  }

  /// Which tree holds, and since when.
  package var treeChoice: DatedEntry<String, String>? {
    content.treeChoices.entry(of: RuleSetWords.applies, in: resolution.year)
  }
}

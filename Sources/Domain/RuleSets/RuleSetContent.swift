// What a rule set says, the sets that it extends counted in; and what may be wrong with the whole.
import Quantities

/// All histories of a set, its own over those of the sets that it extends.
struct RuleSetContent: Sendable {
  private(set) var treeChoices = Histories<String, String>()
  /// In the order in which they are first defined.
  private(set) var trees: [RuleSetFile.Tree] = []
  private var treeIndices: [String: Int] = [:]
  private(set) var parameters = Histories<RuleParameter, ExactDecimal>()
  private(set) var weights = Histories<String, WeightScheme>()
  private(set) var changes = Histories<String, RuleChange>()
  /// Found while the trees were put together.
  private var treeProblems: [(line: Int, kind: RuleSetProblem.Kind)] = []

  init(_ file: RuleSetFile, over extended: RuleSetContent?) {
    if let extended { self = extended }
    treeProblems = []
    treeChoices.override(with: file.treeChoices)
    parameters.override(with: file.parameters)
    // Schemes belong together: a set that has its own does not keep the others'.
    if !file.weights.isEmpty { weights = Histories() }
    weights.override(with: file.weights)
    changes.override(with: file.changes)
    for tree in file.trees { add(tree) }
  }

  private mutating func add(_ tree: RuleSetFile.Tree) {
    let index = treeIndices[tree.identifier]
    var nodes = index.map { trees[$0].nodes } ?? []
    var places: [String: String] = [:]
    // The two levels have labels of their own: 成本 may stand on both.
    func key(_ lookup: String, _ node: IndicatorTreeNode) -> String {
      (node.category == nil ? "1" : "2") + lookup
    }
    for node in nodes { for lookup in node.lookups { places[key(lookup, node)] = node.name } }
    for node in tree.nodes {
      if node.category != nil, !nodes.contains(where: { $0.branch == node.branch && $0.category == nil }) {
        treeProblems.append((node.line, .unknownParent(node.path)))
      }
      for (label, lookup) in zip([node.name] + node.labels, node.lookups) {
        if let other = places[key(lookup, node)], other != node.name {
          treeProblems.append((node.line, .ambiguousLabel(label, other: other)))
        }
        places[key(lookup, node)] = node.name
      }
      nodes.append(node)
    }
    let whole = RuleSetFile.Tree(identifier: tree.identifier, nodes: nodes)
    if let index {
      trees[index] = whole
    } else {
      treeIndices[tree.identifier] = trees.count
      trees.append(whole)
    }
  }

  /// The years in which something changes, in order; the first stands for all before it.
  var years: [Int] {
    treeChoices.years.union(parameters.years).union(weights.years).union(changes.years).sorted()
  }

  /// The tree that applies in a year; empty where none does.
  func treeIdentifier(in year: Int) -> String {
    treeChoices.entry(of: RuleSetWords.applies, in: year)?.value ?? ""
  }

  /// A tree, the labels of the others behind its own.
  func tree(_ identifier: String) -> IndicatorTree {
    IndicatorTree(
      identifier: identifier, nodes: treeIndices[identifier].map { trees[$0].nodes } ?? [],
      others: trees.filter { $0.identifier != identifier }.map(\.nodes))
  }
}

// MARK: The whole

extension RuleSetContent {
  /// What is wrong with the whole, at lines of the file that was laid over last.
  func problems(of file: RuleSetFile, named name: String) -> [RuleSetProblem] {
    var problems = treeProblems
    for choice in file.treeChoices where treeIndices[choice.value] == nil {
      problems.append((choice.line, .unknownTree(choice.value)))
    }
    if treeChoices.keys.isEmpty { problems.append((file.extendsLine, .missingTree)) }
    for parameter in RuleParameter.allCases where parameters.entries[parameter] == nil {
      problems.append((file.extendsLine, .missingParameter(parameter.description.label)))
    }
    problems += orderProblems(of: file) + weightProblems(of: file)
    return problems.sorted { $0.line < $1.line }.map {
      RuleSetProblem(file: name, line: $0.line, kind: $0.kind)
    }
  }

  private typealias Located = (line: Int, kind: RuleSetProblem.Kind)

  /// Each pair is told once, whatever the number of years.
  private func orderProblems(of file: RuleSetFile) -> [Located] {
    RuleParameter.ordered.compactMap { small, large in
      let isWrong = years.contains { year in
        guard let small = parameters.entry(of: small, in: year),
          let large = parameters.entry(of: large, in: year)
        else { return false }
        return small.value > large.value
      }
      guard isWrong else { return nil }
      let line = file.parameters.last { $0.key == small || $0.key == large }?.line ?? file.extendsLine
      return (line, .wrongOrder(smaller: small.description.label, larger: large.description.label))
    }
  }

  /// What a scheme leaves to the indicators is what their weights add up to.
  private func weightProblems(of file: RuleSetFile) -> [Located] {
    var told: Set<String> = []
    var problems: [Located] = []
    for year in years {
      guard let wanted = parameters.entry(of: .weightSum, in: year)?.value else { continue }
      for name in weights.keys {
        guard let scheme = weights.entry(of: name, in: year)?.value,
          let left = ExactDecimal.hundred.subtracting(scheme.points(of: .execution) ?? .zero),
          left != wanted, told.insert(name).inserted
        else { continue }
        let line =
          file.weights.last { $0.key == name }?.line
          ?? file.parameters.last { $0.key == .weightSum }?.line ?? file.extendsLine
        problems.append(
          (
            line,
            .weightsDisagree(scheme: name, points: left.description, parameter: wanted.description)
          ))
      }
    }
    return problems
  }
}

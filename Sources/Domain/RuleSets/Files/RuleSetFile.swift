// A rule-set file as it is written: its own lines only, nothing of the set that it extends.
package import Model
package import Quantities

/// Who and what a rule set is for.
package struct RuleSetHead: Sendable, Equatable {
  /// `dongguan-towns-2024`: lower-case letters, digits, hyphens.
  package let identifier: String
  /// 东莞镇街 2024
  package let title: String
  package let region: String
  /// The fiscal years it was made for; the last one is nil where it still holds.
  package let firstYear: Int
  package let lastYear: Int?
  /// The kinds of forms it speaks about; of others the set that it extends does.
  package let kinds: Set<FormKind>
  /// The identifier of the set that it extends.
  package let extends: String?
  /// Circulars or cases.
  package let source: String
}

/// A rule-set file, read.
package struct RuleSetFile: Sendable, Equatable {
  package let head: RuleSetHead
  /// Which tree applies from when; the key is always `采用`.
  package let treeChoices: [DatedEntry<String, String>]
  /// Trees that it defines, or adds labels to.
  package let trees: [Tree]
  package let parameters: [DatedEntry<RuleParameter, ExactDecimal>]
  /// By the name of the scheme.
  package let weights: [DatedEntry<String, WeightScheme>]
  /// By the code of the rule.
  package let changes: [DatedEntry<String, RuleChange>]
  /// The line of `继承`, else of the head.
  var extendsLine = 1

  /// A section `[指标体系 tree-2021]`.
  package struct Tree: Sendable, Equatable {
    package let identifier: String
    package let nodes: [IndicatorTreeNode]
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.head == right.head && left.treeChoices == right.treeChoices && left.trees == right.trees
      && left.parameters == right.parameters && left.weights == right.weights
      && left.changes == right.changes
  }
}

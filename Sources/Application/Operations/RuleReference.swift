// The reference pages of the rules and rule sets in docs, made from the catalogue and the shipped files.
import Findings
import Model
import Quantities
import Review
package import RuleSets

/// Markdown pages for `docs/reference/rules`.
package enum RuleReference {
  /// The pages by file name: one for each part of the catalogue, one for each rule set, and the overview.
  package static func pages(of sets: [RuleSet]) -> [(name: String, text: String)] {
    let parts = RuleReferenceWording.parts.map { part in
      (part.file, page(of: part, under: RuleSet.national))
    }
    let sets = sets.map { ("set-\($0.identifier).md", page(of: $0)) }
    return [("README.md", overview(sets.map(\.0)))] + parts + sets
  }

  private static func overview(_ sets: [String]) -> String {
    var lines = ["# \(RuleReferenceWording.overview)", "", RuleReferenceWording.introduction, ""]
    for part in RuleReferenceWording.parts {
      let rules = RuleCatalogue.all.filter { $0.code.hasPrefix(part.letter) }
      lines += ["## [\(part.title)](\(part.file))", ""]
      lines += rules.map { "- \($0.code) \($0.title)" } + [""]
    }
    lines += ["## \(RuleReferenceWording.sets)", ""]
    lines += sets.map { "- [\($0.dropFirst(4).dropLast(3))](\($0))" }
    return joined(lines)
  }

  private static func page(of part: RuleReferenceWording.Part, under set: RuleSet) -> String {
    var lines = ["# \(part.title)", "", RuleReferenceWording.generated]
    for rule in RuleCatalogue.all where rule.code.hasPrefix(part.letter) {
      lines += ["", "## \(rule.code) \(rule.title)", ""]
      lines += [
        RuleReferenceWording.line(of: rule), "", rule.why, "", RuleReferenceWording.advice(rule.advice),
      ]
      let parameters = RuleParameter.allCases.filter { $0.description.rules.contains(rule.code) }
      if !parameters.isEmpty {
        let list = parameters.map { "\($0.description.label) \(set[$0])\($0.description.unit)" }
        lines += ["", RuleReferenceWording.parameters(list)]
      }
      lines += ["", RuleReferenceWording.example, ""] + block(rule.example)
      lines += ["", RuleReferenceWording.counterExample, ""] + block(rule.counterExample)
    }
    return joined(lines)
  }

  private static func page(of set: RuleSet) -> String {
    let head = set.head
    var lines = [
      "# \(head.title)", "", RuleReferenceWording.generated, "",
      RuleReferenceWording.line(of: head), "", RuleReferenceWording.source(head.source),
    ]
    if let choice = set.treeChoice {
      lines += ["", RuleReferenceWording.tree(choice.value, choice.fromYear, choice.source)]
    }
    lines += ["", "## \(RuleReferenceWording.parametersTitle)", ""]
    lines += row(RuleReferenceWording.parameterColumns) + ["|---|---|---|---|---|---|"]
    for parameter in RuleParameter.allCases {
      let about = parameter.description
      for entry in set.history(of: parameter) {
        lines += row([
          about.label, "\(entry.value)\(about.unit)", "\(entry.fromYear)", entry.source, entry.ruleSet,
          about.rules.joined(separator: " "),
        ])
      }
    }
    lines += ["", "## \(RuleReferenceWording.weightsTitle)", ""]
    lines += row(RuleReferenceWording.weightColumns) + ["|---|---|---|---|"]
    for entry in set.weights {
      lines += row([entry.key, entry.value.text, "\(entry.fromYear)", entry.source])
    }
    if !set.changes.isEmpty {
      lines += ["", "## \(RuleReferenceWording.changesTitle)", ""]
      lines += row(RuleReferenceWording.changeColumns) + ["|---|---|---|---|"]
      for entry in set.changes {
        lines += row([entry.key, entry.value.name, "\(entry.fromYear)", entry.source])
      }
    }
    lines += ["", "## \(RuleReferenceWording.treeTitle(set.tree.identifier))", ""]
    lines += set.tree.nodes.map { node in
      let labels = node.labels.joined(separator: "、")
      return node.category == nil ? "- \(node.name)：\(labels)" : "  - \(node.name)：\(labels)"
    }
    return joined(lines)
  }

  /// A bar inside a cell would end it.
  private static func row(_ cells: [String]) -> [String] {
    ["| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"]
  }

  private static func block(_ text: String) -> [String] {
    ["```text"] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + ["```"]
  }

  private static func joined(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}

// Writes a rule set as the text of its file; reading it gives the same.
import Findings
import Model
import Quantities

extension RuleSetFile {
  /// The file in its plainest form, without comments.
  package var text: String {
    var lines = ["[\(RuleSetWords.head)]"]
    func add(_ key: String, _ value: String) { lines.append("\(key) = \(value)") }
    add(RuleSetWords.identifier, head.identifier)
    add(RuleSetWords.title, head.title)
    add(RuleSetWords.region, head.region)
    add(RuleSetWords.years, head.yearsText)
    add(RuleSetWords.kinds, head.kindsText)
    if let extends = head.extends { add(RuleSetWords.extends, extends) }
    add(RuleSetWords.source, head.source)
    func addSection<Key, Value>(
      _ name: String, _ entries: [DatedEntry<Key, Value>],
      _ text: (DatedEntry<Key, Value>) -> (String, String)
    ) {
      guard !entries.isEmpty else { return }
      lines += ["", "[\(name)]"]
      for entry in entries {
        let (key, value) = text(entry)
        add(key, "\(value) | \(entry.fromYear) | \(entry.source)")
      }
    }
    addSection(RuleSetWords.trees, treeChoices) { ($0.key, $0.value) }
    for tree in trees {
      lines += ["", "[\(RuleSetWords.trees) \(tree.identifier)]"]
      for node in tree.nodes { add(node.path, node.labels.joined(separator: "、")) }
    }
    addSection(RuleSetWords.parameters, parameters) { ($0.key.description.label, $0.value.description) }
    addSection(RuleSetWords.weights, weights) { ($0.key, $0.value.text) }
    addSection(RuleSetWords.rules, changes) { ($0.key, $0.value.name) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension RuleSetHead {
  /// `2024—2025`, `2026—`
  package var yearsText: String {
    firstYear == lastYear ? "\(firstYear)" : "\(firstYear)—\(lastYear.map(String.init) ?? "")"
  }

  /// `全部`, or the kinds in their usual order.
  package var kindsText: String {
    kinds.count == FormKind.allCases.count
      ? RuleSetWords.everyKind
      : FormKind.allCases.filter(kinds.contains).map(\.officialName).joined(separator: "、")
  }
}

extension WeightScheme {
  /// `预算执行率 10、产出指标 50`
  package var text: String { shares.map { "\($0.part.name) \($0.points)" }.joined(separator: "、") }
}

extension RuleChange {
  /// 提示, 停用
  package var name: String {
    switch self {
    case .switchedOff: RuleSetWords.switchedOff
    case .severity(let severity):
      RuleSetWords.severities.first { $0.severity == severity }?.name ?? severity.rawValue
    }
  }
}

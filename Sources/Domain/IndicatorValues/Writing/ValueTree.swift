// The typed tree of a value, drawn with box characters for people.

import Quantities

/// One line of the tree with the lines below it.
package struct ValueTree: Sendable, Equatable {
  package var label: String
  package var children: [ValueTree]

  package init(_ label: String, _ children: [ValueTree] = []) {
    self.label = label
    self.children = children
  }

  /// The tree as text, one line a node:
  ///
  ///     ≥15场
  ///     └─ 数值 measure
  ///        ├─ 比较 ≥
  ///        ├─ 数 15
  ///        └─ 单位 场
  package var drawing: String {
    var text = label + "\n"
    for (index, child) in children.enumerated() {
      child.draw(into: &text, lead: "", isLast: index == children.count - 1)
    }
    return text
  }

  private func draw(into text: inout String, lead: String, isLast: Bool) {
    text += lead + (isLast ? "└─ " : "├─ ") + label + "\n"
    let below = lead + (isLast ? "   " : "│  ")
    for (index, child) in children.enumerated() {
      child.draw(into: &text, lead: below, isLast: index == children.count - 1)
    }
  }
}

extension ParsedValue {
  /// The value's tree, its problems behind it.
  package var tree: ValueTree {
    var children = [value.meaningTree]
    if !problems.isEmpty {
      children.append(
        ValueTree(ValueTreeWording.problems, problems.map { ValueTree("\($0.code.rawValue)：\($0.sentence)") })
      )
    }
    return ValueTree(value.source.isEmpty ? ValueTreeWording.nothing : value.source, children)
  }
}

extension IndicatorValue {
  var meaningTree: ValueTree {
    ValueTree("\(ValueTreeWording.name(of: kind)) \(kind.rawValue)", rows)
  }

  private var rows: [ValueTree] {
    typealias Wording = ValueTreeWording
    switch meaning {
    case .measure(let measure):
      let number = measure.ratioTo.map { "\(measure.number):\($0)" } ?? measure.number.description
      return Wording.rows([
        (Wording.comparator, measure.comparator?.rawValue), (Wording.center, measure.center?.description),
        (Wording.number, number), (Wording.upper, measure.upper?.description),
        (Wording.unit, measure.unit?.symbol), (Wording.per, Wording.list(measure.per)),
        (Wording.subject, measure.subject), (Wording.approximate, measure.isApproximate ? Wording.yes : nil),
      ])
    case .frequency(let frequency):
      return Wording.rows([
        (Wording.comparator, frequency.comparator?.rawValue), (Wording.number, frequency.number?.description),
        (Wording.upper, frequency.upper?.description), (Wording.unit, frequency.unit?.symbol),
        (Wording.per, Wording.list(frequency.per)), (Wording.subject, frequency.subject),
      ])
    case .deadline(let deadline):
      return Wording.rows([
        (Wording.comparator, deadline.comparator?.rawValue), (Wording.from, deadline.from?.isoText),
        (Wording.to, deadline.to?.isoText), (Wording.precision, Wording.name(of: deadline.precision)),
        (Wording.anchor, Wording.name(of: deadline.anchor)), (Wording.subject, deadline.subject),
      ])
    case .composite(let composite):
      return [ValueTree("\(Wording.connective) \(composite.connective.rawValue)")]
        + composite.terms.map { ValueTree($0.source, [$0.meaningTree]) }
    case .grade(let grade):
      return Wording.rows([
        (Wording.comparator, grade.comparator?.rawValue), (Wording.choice, grade.choice),
        (Wording.scale, grade.scale.isEmpty ? nil : grade.scale.joined(separator: "、")),
      ])
    case .yesNo(let yes):
      return Wording.rows([(Wording.choice, yes.map { $0 ? Wording.yes : Wording.no } ?? Wording.open)])
    case .qualitative(let words):
      return Wording.rows([(Wording.direction, words.direction.map { $0 == .up ? "↑" : "↓" })])
    case .placeholder(let slot):
      return Wording.rows([
        (Wording.comparator, slot.comparator?.rawValue), (Wording.unit, slot.unit?.symbol),
        (Wording.per, Wording.list(slot.per)),
      ])
    case .empty, .text:
      return []
    }
  }
}

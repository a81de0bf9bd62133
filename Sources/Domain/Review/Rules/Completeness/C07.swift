// C07: a value without a name, or a level 2 that cannot stand under its level 1.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let c07 = Rule(
    code: "C07", title: "指标没有名称，或二级与一级不符",
    why: "没有名称的数字不知道说什么；二级指标挂错一级，汇总时会算到别处。", advice: "补上名称，或把二级指标移到对应的一级指标下。",
    severity: .warning, source: "财预〔2021〕101号", dimension: .completeness, kinds: .targets,
    example: "产出指标/社会效益指标 | 受益群众人数 | ≥900人",
    counterExample: "效益指标/社会效益指标 | 受益群众人数 | ≥900人"
  ) { subject in
    var findings: [ReviewFinding] = []
    let nameless = subject.rows.filter { $0.indicator.name == nil && $0.hasPromise }
    // Rows that are filled with zeros are rows nobody uses.
    let numbered = subject.rows.filter { row in
      guard let name = row.indicator.name, let first = name.utf8.first, first < 0x3A,
        ExactDecimal(name) != nil, row.hasPromise
      else { return false }
      return row.measure?.number.isZero != true
    }
    if !numbered.isEmpty {
      let names = Set(numbered.compactMap(\.indicator.name)).sorted()
      findings.append(
        ReviewFinding(
          rule: "C07", fields: numbered.map { $0.path(.name) },
          message:
            "\(numbered.count) 项指标的名称填的是数字（\(names.prefix(3).joined(separator: "、"))），看不出说的是什么。请填写指标名称。"))
    }
    if !nameless.isEmpty {
      let values = nameless.compactMap { $0.indicator[$0.targetField] }
      findings.append(
        ReviewFinding(
          rule: "C07", fields: nameless.map { $0.path(.name) },
          message: nameless.count == 1
            ? "有指标值“\(values.first ?? "")”，没有指标名称。请补上名称，说明这个数量的是什么。"
            : "\(FigureText.names(values))只有指标值，没有指标名称。请逐项补上名称。"))
    }
    let misplaced = subject.rows.filter { row in
      guard let branch = row.branch, let category = row.category, row.indicator.level2 != nil else {
        return false
      }
      return !TreePlaces.allows(category, under: branch, label: row.indicator.level1 ?? "")
    }
    var told: Set<String> = []
    for row in misplaced {
      let pair = "\(row.indicator.level1 ?? "")/\(row.indicator.level2 ?? "")"
      guard told.insert(pair).inserted, let category = row.category else { continue }
      let members = misplaced.filter {
        $0.indicator.level1 == row.indicator.level1 && $0.indicator.level2 == row.indicator.level2
      }
      let right = TreePlaces.level1(of: category, in: subject)
      findings.append(
        ReviewFinding(
          rule: "C07", fields: members.map { $0.path(.level2) },
          message: "“\(row.indicator.level2 ?? "")”放在了“\(row.indicator.level1 ?? "")”下（"
            + FigureText.names(members.map(\.shortName)) + "）。建议移到“\(right)”下。",
          proposal: Proposal(
            text: "移到“\(right)”",
            choices: [
              Proposal.Choice(
                label: "移到“\(right)”",
                edits: members.map { RecordEdit(field: $0.path(.level1), text: right) })
            ])))
    }
    return findings
  }
}

/// Which level 2 may stand under which level 1, over both official trees.
private enum TreePlaces {
  static func allows(_ category: IndicatorCategory, under branch: IndicatorBranch, label: String) -> Bool {
    switch branch {
    case .output: category.isOutput || category.isCost
    // The older 投入 holds time and money; 成本 only money.
    case .cost: category.isCost || category.isOutput && label.unicodeScalars.contains("投")
    // Some layouts print satisfaction under benefit.
    case .benefit: category.isBenefit || category == .satisfaction
    case .satisfaction: category == .satisfaction
    }
  }

  /// The label of level 1 where a category belongs: as this form prints it, else the official one.
  static func level1(of category: IndicatorCategory, in subject: ReviewSubject) -> String {
    let (branch, official): (IndicatorBranch, String) =
      if category.isOutput || category == .cost {
        (.output, "产出指标")
      } else if category.isCost {
        (.cost, "成本指标")
      } else {
        category == .satisfaction ? (.satisfaction, "满意度指标") : (.benefit, "效益指标")
      }
    return subject.rows.first { $0.branch == branch }?.indicator.level1 ?? official
  }
}

// A07: a bar that is set low.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let a07 = Rule(
    code: "A07", title: "指标值偏低",
    why: "定得太低，不努力也能完成。", advice: "参照上年完成值或同类项目提高。",
    severity: .warning, source: "实例", dimension: .feasibility, kinds: .targets,
    example: "产出指标/质量指标 | 持证上岗率 | ≥50%",
    counterExample: "产出指标/质量指标 | 持证上岗率 | ≥85%"
  ) { subject in
    var findings: [ReviewFinding] = []
    for row in subject.rows where row.promisesShare && row.isNamed {
      guard !row.name.speaks(ofAny: LowBar.exempt),
        let measure = row.measure, measure.unit == .percent, measure.comparator?.isUpperBound != true,
        let bar = LowBar.of(row, subject.rules), measure.number < bar
      else { continue }
      let text = row.printedTarget
      findings.append(
        ReviewFinding(
          rule: "A07", fields: [row.path(row.targetField)],
          message: "“\(row.shortName) \(text)”偏低，同类指标一般不低于 \(bar)%。请参照上年完成情况核对，或说明原因。",
          terms: [
            ReviewTerm(
              field: row.path(row.targetField), label: row.shortName, number: measure.number, unit: "%")
          ]))
    }
    return findings
  }
}

private enum LowBar {
  /// Harm is better low; growth has no usual bar.
  static let exempt = ConceptSet(.harm, .growth, .negated)

  /// The bar for a row by what its name speaks of; nil where there is none.
  static func of(_ row: ReviewRow, _ rules: RuleSet) -> ExactDecimal? {
    if row.isSatisfaction { return rules[.lowSatisfaction] }
    guard row.name.ends(in: .share) else { return nil }
    if row.name.speaks(of: .certified) { return rules[.lowCertified] }
    // Antibodies in 70% of the animals are the national standard.
    if row.name.speaks(of: .passing) { return row.name.text.holds("抗体") ? nil : rules[.lowPassing] }
    // How much land is green is nature's and the town's, no bar of effort.
    if row.name.speaks(of: .coverage) {
      return ["绿化", "森林", "植被", "林草", "绿地", "林木"].contains(where: row.name.text.holds)
        ? nil : rules[.lowCoverage]
    }
    return nil
  }
}

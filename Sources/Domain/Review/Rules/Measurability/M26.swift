// M26: a figure in the name contradicts the value.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m26 = Rule(
    code: "M26", title: "名称里的数与指标值不一致",
    why: "名称写 100 人，指标值写 80 人，不知道以哪个为准。", advice: "只在指标值里写数，名称只写量什么。",
    severity: .warning, source: "实例", dimension: .completeness, kinds: .targets,
    example: "产出指标/数量指标 | 培训村干部100人 | ≥80人",
    counterExample: """
      产出指标/数量指标 | 培训村干部100人 | ≥100人
      产出指标/数量指标 | 32个村宣传场次 | ≥64场
      产出指标/数量指标 | 2026年培训人数 | ≥80人
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.isNamed, let dimension = row.dimension, dimension != .money, dimension != .time,
        row.indicator.description != nil || row.name.text.holds(anyOf: { (0x30...0x39).contains($0) }),
        !row.name.speaks(of: .average), let measure = row.measure, measure.per.isEmpty, measure.upper == nil
      else { return nil }
      for (field, text) in [
        (Indicator.Field.name, row.name.text), (.description, row.indicator.description ?? ""),
      ] {
        // A part of them in brackets (含线上 20 人) is not all of them.
        guard text.unicodeScalars.contains(where: \.isDigit), !text.holds("含"), !text.holds("包括") else {
          continue
        }
        let figures = PromisedFigures.all(in: text).filter { $0.matchesUnit(of: measure) && !$0.isRate }
        guard figures.count == 1, let figure = figures.first, figure.number != measure.number else {
          continue
        }
        return ReviewFinding(
          rule: "M26", fields: [row.path(row.targetField), row.path(field)],
          message:
            "“\(row.shortName)”的\(field == .name ? "名称" : "说明")写 "
            + "\(FigureText.number(figure.number))\(figure.unit)，"
            + "指标值写“\(row.printedTarget)”。请核对以哪个为准；建议数只写在指标值里。",
          terms: [
            ReviewTerm(
              field: row.path(field), label: row.shortName, number: figure.number, unit: figure.unit),
            ReviewTerm(
              field: row.path(row.targetField), label: "指标值", number: measure.number, unit: measure.unitText),
          ])
      }
      return nil
    }
  }
}

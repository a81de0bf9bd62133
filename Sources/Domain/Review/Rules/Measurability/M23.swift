// M23: money put in stands as a goal.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m23 = Rule(
    code: "M23", title: "把投入写成产出",
    why: "花多少钱、钱到没到是投入，产出和效益要说用这些钱做成了什么。", advice: "改写用这些钱做成的事；金额写在成本指标。",
    severity: .warning, source: "财预〔2015〕88号", dimension: .relevance, kinds: .targets,
    example: "产出指标/数量指标 | 项目资金投入金额 | 20万元",
    counterExample: """
      产出指标/成本指标 | 项目投入金额 | ≤20万元
      产出指标/数量指标 | 发放补贴金额 | 20万元
      产出指标/数量指标 | 配备社工人数 | 7人
      """
  ) { subject in
    guard subject.names(anyOf: .moneyPutIn, .moneyWord) else { return [] }
    return subject.rows.filter { row in
      guard let category = row.category, category.isOutput || category.isBenefit,
        row.name.speaks(of: .moneyPutIn) || PutIn.isAmount(row, subject.budget?.yuan),
        !row.name.speaks(ofAny: ConceptSet(.income, .saving)),
        // 补助资金到位率 is of the money, 发放补助金额 of the work.
        !row.name.speaks(of: .allowance) || row.name.text.holds("到位")
      else { return false }
      // Of two clauses one may be of money; that there are two is M21's.
      return !row.name.speaks(of: .fundTimeliness)
        && TwoPromises.parts(of: row)?.areClauses != true
    }.map { row in
      ReviewFinding(
        rule: "M23", fields: [row.path(.name)],
        message: row.name.speaks(of: .staffPutIn)
          ? "“\(row.shortName)”说的是投入的人，不是做成的事。建议改写这些人完成的数量、质量或效果。"
          : "“\(row.shortName)”说的是投入的钱，不是做成的事。建议改写用这些钱完成的数量、质量或效果，金额放在成本指标。")
    }
  }
}

private enum PutIn {
  /// True for 项目经费 under an output; investments only where they are the project's own money.
  static func isAmount(_ row: ReviewRow, _ budget: ExactDecimal?) -> Bool {
    guard row.category?.isOutput == true, row.dimension == .money, row.measure?.per.isEmpty == true,
      row.name.speaks(of: .moneyWord), !row.name.speaks(ofAny: ConceptSet(.payment, .promotes, .growth))
    else { return false }
    return row.measure?.number == budget || !row.name.text.holds("投资")
  }
}

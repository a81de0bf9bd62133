// M22: a source of data stands where the basis belongs.
import Findings
import Model

extension Rule {
  static let m22 = Rule(
    code: "M22", title: "依据写成数据来源",
    why: "调查问卷说的是数从哪里来，不是为什么定 95%。", advice: "依据写计划、标准、历史值；数据来源另写。",
    severity: .info, source: "财预〔2021〕101号", dimension: .feasibility, kinds: .targets,
    example: "满意度指标/服务对象满意度指标 | 群众满意度 | ≥95% | basis=调查问卷",
    counterExample: "满意度指标/服务对象满意度指标 | 群众满意度 | ≥95% | basis=上年完成值 94%"
  ) { subject in
    subject.rows.compactMap { row in
      guard let basis = row.indicator.basis else { return nil }
      let text = ReviewText(basis)
      guard text.speaks(of: .dataSource), !text.speaks(of: .goodBasis) else { return nil }
      return ReviewFinding(
        rule: "M22", fields: [row.path(.basis)],
        message: "“\(row.shortName)”的依据是“\(basis)”，那是数据来源。建议依据写计划、标准或历史完成值。")
    }
  }
}

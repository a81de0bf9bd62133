// C15: a number without a unit where the reader has to guess.
import Findings
import IndicatorValues
import Model
import Quantities

extension Rule {
  static let c15 = Rule(
    code: "C15", title: "指标值没有单位",
    why: "没有单位，15 是 15 场还是 15 人，只能猜。", advice: "数字后写上单位；比率写百分号。",
    severity: .warning, source: "实例", dimension: .completeness, kinds: .targets,
    grouping: Rule.Grouping { findings in
      let names = findings.compactMap { $0.terms.first?.label }
      if findings.allSatisfy({ $0.proposal != nil }) { return "\(FigureText.names(names))的指标值没有百分号。建议逐项补上。" }
      return "\(FigureText.names(names))的指标值没有写单位。建议逐项补上单位，比率写百分号。"
    },
    example: "产出指标/质量指标 | 图书完好率 | ≥85",
    counterExample: """
      产出指标/质量指标 | 图书完好率(%) | ≥85
      产出指标/数量指标 | 借阅人次 | ≥3000
      """
  ) { subject in
    guard !subject.isBlank else { return [] }
    return subject.rows.compactMap { UnitlessValue.finding(of: $0) }
  }
}

private enum UnitlessValue {
  static func finding(of row: ReviewRow) -> ReviewFinding? {
    guard row.dimension == nil, row.isNamed, row.indicator.unit == nil, let measure = row.measure,
      measure.unit == nil, measure.per.isEmpty, measure.ratioTo == nil,
      let text = row.indicator[row.targetField]
    else { return nil }
    let name = row.shortName
    let isShare = row.isSatisfaction || row.name.ends(in: .share) || row.short.ends(in: .share)
    let term = ReviewTerm(
      field: row.path(row.targetField), label: name, number: measure.number, unit: nil)
    if isShare { return share(row, measure, text, term) }
    // 0 of anything is 0; a name that ends in 人数, 场次 gives the unit.
    guard !measure.number.isZero, measure.subject == nil, !row.name.speaks(of: .dimensionless),
      !name.ends(with: "比")
    else { return nil }
    let isCount = row.name.ends(in: .count) || row.short.ends(in: .count)
    return ReviewFinding(
      rule: "C15", severity: isCount ? .info : .warning, fields: [row.path(row.targetField)],
      message: isCount
        ? "“\(name)”的指标值“\(text)”没有写单位。建议补上单位。" : "“\(name)”的指标值“\(text)”没有单位，要靠猜。建议补上单位，写成“\(text)__”。",
      terms: [term])
  }

  private static func share(
    _ row: ReviewRow, _ measure: Measure, _ text: String, _ term: ReviewTerm
  ) -> ReviewFinding? {
    let field = row.path(row.targetField)
    guard measure.number <= .one else {
      guard measure.number <= .hundred else { return nil }
      return ReviewFinding(
        rule: "C15", severity: .info, fields: [field],
        message: "“\(row.shortName)”的指标值“\(text)”没有百分号。建议写成“\(text)%”。",
        proposal: percentProposal(row, text: text + "%"), terms: [term])
    }
    if measure.number.isZero {
      return ReviewFinding(
        rule: "C15", severity: .info, fields: [field],
        message: "“\(row.shortName)”的指标值“\(text)”没有百分号。建议写成“0%”。",
        proposal: percentProposal(row, text: sign(measure, row) + "0%"), terms: [term])
    }
    guard let percent = measure.number.scaled(byPowerOfTen: 2) else { return nil }
    let written = sign(measure, row) + percent.description + "%"
    return ReviewFinding(
      rule: "C15", fields: [field],
      message:
        "“\(row.shortName)”的指标值“\(text)”可以读成 \(percent)%，也可以读成 \(measure.number)%。请核对，建议写成“\(written)”。",
      proposal: percentProposal(row, text: written), terms: [term])
  }

  /// The sign that the cell itself prints.
  private static func sign(_ measure: Measure, _ row: ReviewRow) -> String {
    guard row.indicator.operator == nil else { return "" }
    return switch measure.comparator {
    case .atLeast, .moreThan, .atMost, .lessThan, .equal: measure.comparator?.rawValue ?? ""
    default: ""
    }
  }

  /// Both value cells: the other one too where it is a number without a sign of percent.
  private static func percentProposal(_ row: ReviewRow, text: String) -> Proposal {
    let printed = row.indicator[row.targetField]
    var edits: [RecordEdit] = []
    for field in [Indicator.Field.annualValue, .periodValue] {
      guard let cell = row.indicator[field], let last = cell.unicodeScalars.last, last.isDigit else {
        continue
      }
      if cell == printed {
        edits.append(RecordEdit(field: row.path(field), text: text))
      } else if let number = ExactDecimal(cell), number > .one {
        edits.append(RecordEdit(field: row.path(field), text: cell + "%"))
      }
    }
    return Proposal(
      text: "指标值写成“\(text)”",
      choices: edits.isEmpty ? [] : [Proposal.Choice(label: "改值“\(text)”", edits: edits)])
  }
}

// M20: words of measure: what was understood is told.
import Findings
import IndicatorValues
import Model

extension Rule {
  static let m20 = Rule(
    code: "M20", title: "量词写法不规范",
    why: "“以上”“左右”各人理解不同，写成符号就没有歧义。", advice: "写成“≥”“≤”或一个区间。",
    severity: .info, source: "实例", dimension: .completeness, kinds: .targets,
    grouping: Rule.Grouping { findings in
      let readings = FigureText.names(findings.compactMap { $0.proposal?.choices.first?.label }, most: 4)
      return "以下 \(findings.count) 项的量词按符号理解：\(readings)。建议照此写。"
    },
    example: "产出指标/数量指标 | 讲座场次 | 15场以上",
    counterExample: "产出指标/数量指标 | 讲座场次 | ≥15场"
  ) { subject in
    subject.rows.compactMap { row in
      let cells = RoughFigure.cells(of: row)
      guard let first = cells.first else { return nil }
      // The two columns of a row are told once where they say the same.
      let others = cells.dropFirst().filter { $0.better != first.better }
      let also = others.map { "，“\($0.text)”按“\($0.better)”" }.joined()
      let edits = cells.map { RecordEdit(field: row.path($0.field), text: $0.better) }
      return ReviewFinding(
        rule: "M20", fields: cells.map { row.path($0.field) },
        message: row.measure?.comparator == .about
          ? "“\(row.shortName)”的“\(first.text)”看不出做到多少才算完成。建议写成“\(first.better)”或一个区间。"
          : "“\(row.shortName)”的“\(first.text)”按“\(first.better)”\(also)理解。",
        proposal: Proposal(
          text: "“\(row.shortName)”写成“\(first.better)”",
          choices: [Proposal.Choice(label: "\(row.shortName) \(first.better)", edits: edits)]))
    }
  }
}

private enum RoughFigure {
  /// False for values in signs: they hold nothing that a word of measure begins with.
  private static func mayBeRough(_ text: String?) -> Bool {
    text?.unicodeScalars.contains(where: wordBeginnings.contains) ?? false
  }

  /// The first characters of the words of measure.
  private static let wordBeginnings = ScalarSet(
    String(of: ConceptVocabulary.measureWords.compactMap(\.unicodeScalars.first)))

  /// The cells of a row with a word of measure, and what should stand there.
  static func cells(of row: ReviewRow) -> [(field: Indicator.Field, text: String, better: String)] {
    guard mayBeRough(row.indicator.annualValue) || mayBeRough(row.indicator.periodValue) else { return [] }
    var cells: [(field: Indicator.Field, text: String, better: String)] = []
    func read(_ value: IndicatorValue?, in field: Indicator.Field) {
      guard let value, case .measure(let measure) = value.meaning, measure.comparator != nil,
        measure.subject == nil, value.source.speaks(of: .measureWord)
      else { return }
      let better =
        measure.comparator == .about ? bound(value.source) : FigureText.value(measure, of: value)
      if better != value.source { cells.append((field, value.source, better)) }
    }
    read(row.annual?.value, in: .annualValue)
    read(row.period?.value, in: .periodValue)
    return cells
  }

  /// `约500个`, `500个左右`, `50余场` as what must be reached: `≥500个`.
  static func bound(_ text: String) -> String {
    var figure = text
    for word in ["大约", "约", "左右", "余", "近"] {
      while let range = figure.firstRange(of: word) { figure.removeSubrange(range) }
    }
    return "≥" + figure.filter { !$0.isWhitespace }
  }
}

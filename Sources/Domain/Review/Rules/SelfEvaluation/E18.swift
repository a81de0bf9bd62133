// E18: the sources of the money do not add up to its total.
import Findings
import Model
import Quantities

extension Rule {
  static let e18 = Rule(
    code: "E18", title: "资金来源合计不符",
    why: "财政拨款、结转和其他资金相加应等于资金总额。", advice: "核对各来源的数，改正不符的一处。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .outcomes,
    example: """
      表 自评
      资金 年度资金总额 | 100000 | 100000 | 90000 | 90 | 10 | 9
      资金 当年财政拨款 | 80000 | 80000 | 75000
      资金 其他资金 | 10000 | 10000 | 10000
      """,
    counterExample: """
      表 自评
      资金 年度资金总额 | 100000 | 100000 | 90000 | 90 | 10 | 9
      资金 当年财政拨款 | 80000 | 80000 | 75000
      资金 其他资金 | 20000 | 20000 | 15000
      """
  ) { subject in
    guard let funds = subject.outcome?.funds, let total = ExecutionReading.totalRow(of: funds), total == 0,
      FundSums.isTotal(funds[total])
    else { return [] }
    let sources = Array(funds.enumerated().dropFirst())
    for column in FundSums.columns {
      guard let whole = column.money(funds[total]), whole > .zero else { continue }
      let parts = sources.compactMap { index, row in
        column.money(row).map {
          FundSums.Part(field: "funds/\(index)/\(column.key)", source: row.source ?? "来源", amount: $0)
        }
      }
      guard parts.contains(where: { $0.amount > .zero }),
        let gap = FundSums.gap(whole, parts.map(\.amount))
      else { continue }
      let sum = parts.map { "\($0.source) \(FigureText.money($0.amount))" }.joined(separator: " + ")
      return [
        ReviewFinding(
          rule: "E18", fields: ["funds/\(total)/\(column.key)"] + parts.map(\.field),
          message:
            "\(column.label)：\(sum)，与总额 \(FigureText.money(whole))相差 \(FigureText.money(gap))。请核对各来源的数。",
          terms: [
            ReviewTerm(field: "funds/\(total)/\(column.key)", label: "总额", number: whole.yuan, unit: "元")
          ]
            + parts.map {
              ReviewTerm(field: $0.field, label: $0.source, number: $0.amount.yuan, unit: "元")
            },
          stake: gap)
      ]
    }
    return []
  }
}

private enum FundSums {
  /// One source and its amount.
  struct Part {
    let field: String
    let source: String
    let amount: Money
  }

  struct Column {
    let key: String
    let label: String
    let money: @Sendable (FundRow) -> Money?
  }

  static let columns = [
    Column(key: "initial", label: "年初预算数") { $0.initial },
    Column(key: "adjusted", label: "全年预算数") { $0.adjusted },
    Column(key: "executed", label: "执行数") { $0.executed },
  ]

  /// True for a row that says so; a list of sources without a total has none.
  static func isTotal(_ row: FundRow) -> Bool {
    guard let source = row.source else { return false }
    return ["总额", "合计", "总计"].contains { source.contains($0) }
  }

  /// What is missing or too much; nil where the parts, or some of them (sources may be split once more),
  /// make the whole up to rounding.
  static func gap(_ whole: Money, _ parts: [Money]) -> Money? {
    guard !parts.isEmpty, parts.count <= 10 else { return nil }
    // Amounts printed in 万元 with two digits are rounded to a hundred yuan each.
    let isRough = ([whole] + parts).allSatisfy { $0.fen % 10_000 == 0 }
    let tolerance = isRough ? Int64(parts.count) * 10_000 : 100
    for choice in 1..<(1 << parts.count) {
      var sum: Int64 = 0
      for (index, part) in parts.enumerated() where choice >> index & 1 == 1 {
        let (next, overflow) = sum.addingReportingOverflow(part.fen)
        guard !overflow else { return nil }
        sum = next
      }
      let (distance, overflow) = sum.subtractingReportingOverflow(whole.fen)
      guard !overflow else { return nil }
      if distance.magnitude <= UInt64(tolerance) { return nil }
    }
    guard let sum = parts.dropFirst().reduce(parts.first, { $0?.adding($1) }),
      let gap = sum.subtracting(whole)
    else {
      return nil
    }
    return gap < .zero ? Money.zero.subtracting(gap) : gap
  }
}

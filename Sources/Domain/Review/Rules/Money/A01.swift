// A01: quantity times unit cost is more than the budget.
import Findings
import Model
import Quantities

extension Rule {
  static let a01 = Rule(
    code: "A01", title: "数量×单位成本超出预算",
    why: "按表上自己的数算，钱不够用。", advice: "核对数量、标准和预算，三者要对得上。",
    severity: .error, source: "实例", dimension: .adequacy, kinds: [.projectTarget],
    example: """
      预算 40000
      产出指标/数量指标 | 表彰户数 | ≥1560户
      产出指标/成本指标 | 表彰标准 | ≤200元/户
      """,
    counterExample: """
      预算 20000
      产出指标/数量指标 | 培训人数 | ≥100人
      产出指标/成本指标 | 人均培训成本 | ≤200元/次
      """
  ) { subject in
    guard let budget = subject.budget, !budget.yuan.isZero,
      let most = budget.yuan.multiplied(by: ExactDecimal(101))?.scaled(byPowerOfTen: -2)
    else { return [] }
    return CostProduct.all(in: subject).filter { most < $0.total }.map { product in
      let affordable = product.pairs.count == 1 ? affordableCount(product.pairs[0], budget.yuan) : nil
      let advice = affordable.map { "请核对数量或标准；\($0)。" } ?? "请核对人数、标准和预算。"
      return ReviewFinding(
        rule: "A01", fields: product.fields + ["budget/total"],
        message: "按指标值计算，\(product.factors) = \(MoneyText.yuan(product.total))，"
          + "是本年预算 \(MoneyText.yuan(budget.yuan))的 \(MoneyText.times(product.total, budget.yuan)) 倍。"
          + advice,
        terms: product.terms + [
          ReviewTerm(field: "budget/total", label: "本年预算", number: budget.yuan, unit: "元")
        ], stake: Money(yuan: product.total).flatMap { $0.subtracting(budget) })
    }
  }

  /// `按 200 元/户，4 万元可发 200 户`
  private static func affordableCount(_ pair: CostProduct.Pair, _ budget: ExactDecimal) -> String? {
    guard let count = ExactFraction(budget, dividedBy: pair.price)?.decimal(places: 0), count.isWhole else {
      return nil
    }
    return "按 \(FigureText.number(pair.price)) \(pair.priceUnit)，\(MoneyText.yuan(budget))约合 "
      + "\(FigureText.number(count)) \(pair.countUnit)"
  }
}

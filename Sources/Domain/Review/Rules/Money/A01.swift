// A01: quantity times unit cost is more than the budget.
import Findings
import Model
import Quantities
import RuleSets

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
    let products = CostProduct.all(in: subject)
    var over = products.filter { most < $0.total }
    if over.isEmpty, let sum = CostProduct.sum(of: products, within: budget.yuan), most < sum.total {
      over = [sum]
    }
    if over.isEmpty, let stacked = CostProduct.stacked(products, in: subject.name), most < stacked.total {
      return [StackedPrices.finding(of: stacked, budget)]
    }
    if over.isEmpty { return WholeSum.finding(of: products, in: subject, budget).map { [$0] } ?? [] }
    return over.map { product in
      let pair = product.pairs[0]
      let affordable = product.pairs.count == 1 ? affordableCount(pair, budget.yuan) : nil
      let advice =
        affordable.map {
          "请核对数量或标准；按 \(pair.priceText)，\(MoneyText.yuan(budget.yuan))约合 "
            + "\(FigureText.number($0)) \(pair.countUnit)。"
        } ?? "请核对数量、标准和预算。"
      return ReviewFinding(
        rule: "A01", severity: product.isAssumed ? .warning : nil, fields: product.fields + ["budget/total"],
        message:
          "\(product.isAssumed ? "如按 12 个月计" : "按指标值计算")，\(product.factors) = "
          + "\(MoneyText.yuan(product.total))，"
          + excess(product.total, over: budget.yuan) + advice,
        proposal: affordable.flatMap { fewer(pair, $0, in: subject) },
        terms: product.terms + [
          ReviewTerm(field: "budget/total", label: "本年预算", number: budget.yuan, unit: "元")
        ], stake: Money(yuan: product.total).flatMap { $0.subtracting(budget) })
    }
  }

  /// `是本年预算 4 万元的 7.8 倍。`, or below twice the budget `比本年预算 10 万元多 8,000 元。`
  private static func excess(_ total: ExactDecimal, over budget: ExactDecimal) -> String {
    let whole = "本年预算 \(MoneyText.yuan(budget))"
    guard let gap = total.subtracting(budget), gap < budget else {
      return "是\(whole)的 \(MoneyText.times(total, budget)) 倍。"
    }
    return "比\(whole)多 \(MoneyText.yuan(gap))。"
  }

  /// The year's quantity that the budget pays for.
  private static func fewer(
    _ pair: CostProduct.Pair, _ count: ExactDecimal, in subject: ReviewSubject
  ) -> Proposal? {
    let row = subject.rows.first { $0.path(.annualValue) == pair.countField }
    return Proposal(oneOf: [
      FigureChange.choice(
        pair.countField, of: "年度值", row?.indicator.annualValue, from: pair.count, to: count)
    ])
  }

  /// How many the budget pays for: 200 户 with 4 万元, at 200 元/户.
  private static func affordableCount(_ pair: CostProduct.Pair, _ budget: ExactDecimal) -> ExactDecimal? {
    guard pair.times == nil, let exact = ExactFraction(budget, dividedBy: pair.price) else { return nil }
    // What is counted comes in whole pieces; lengths and areas do not.
    let isMeasured = pair.dimension == .length || pair.dimension == .area
    guard let near = exact.decimal(places: isMeasured ? 1 : 0), let least = ExactFraction(near) else {
      return nil
    }
    let isAbove = least.compared(to: exact).map { $0 > 0 } ?? false
    guard let count = isAbove && !isMeasured ? near.subtracting(.one) : near, .zero < count else {
      return nil
    }
    return count
  }
}

/// Several prices for one quantity: a warning, since they may be paid for different parts of it.
private enum StackedPrices {
  static func finding(of sum: CostProduct, _ budget: Money) -> ReviewFinding {
    let count = "\(FigureText.number(sum.pairs[0].count)) \(sum.pairs[0].countUnit)"
    return ReviewFinding(
      rule: "A01", severity: .warning, fields: sum.fields + ["budget/total"],
      message: "如 \(sum.pairs.count) 项标准都按 \(count)计，\(sum.factors) = \(MoneyText.yuan(sum.total))，"
        + "多于本年预算 \(MoneyText.yuan(budget.yuan))。请核对，各项标准对应的数量不同的，请分别写明。",
      terms: sum.terms + [ReviewTerm(field: "budget/total", label: "本年预算", number: budget.yuan, unit: "元")],
      stake: Money(yuan: sum.total).flatMap { $0.subtracting(budget) })
  }
}

/// The sum of a form whose every quantity has its price: what it does not explain is asked for.
private enum WholeSum {
  /// A hint where the products explain less than so many percent of the budget and nothing else is printed
  /// that could cost anything.
  private static let explainedMin = ExactDecimal(60)

  static func finding(
    of products: [CostProduct], in subject: ReviewSubject, _ budget: Money
  ) -> ReviewFinding? {
    guard let sum = products.count == 1 ? products.first : CostProduct.sum(of: products, within: budget.yuan),
      !sum.isAssumed,
      let share = ExactFraction(sum.total, dividedBy: budget.yuan)?.multiplied(by: ExactFraction(whole: 100))?
        .decimal(places: 1), share < explainedMin
    else { return nil }
    let fields = Set(sum.fields)
    let isWhole = subject.rows.allSatisfy { row in
      guard row.isNamed, row.category == .quantity || row.category?.isCost == true else { return true }
      // What comes in and how much was paid out of the budget cost nothing themselves.
      if row.category?.isCost == true, row.name.speaks(ofAny: ConceptSet(.income, .budgetExecution)) {
        return true
      }
      return fields.contains(row.path(row.targetField))
    }
    guard isWhole else { return nil }
    return ReviewFinding(
      rule: "A01", severity: .info, fields: sum.fields + ["budget/total"],
      message: "按指标值计算，\(sum.factors) = \(MoneyText.yuan(sum.total))，"
        + "只占本年预算 \(MoneyText.yuan(budget.yuan))的 \(FigureText.number(share))%。建议补上其余支出对应的数量和成本指标。",
      terms: sum.terms + [ReviewTerm(field: "budget/total", label: "本年预算", number: budget.yuan, unit: "元")])
  }
}

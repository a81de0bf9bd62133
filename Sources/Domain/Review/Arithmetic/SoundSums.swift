// The sums of a form that hold (勾稽相符).
import Quantities

enum SoundSums {
  static func all(in subject: ReviewSubject) -> [SoundSum] {
    products(in: subject) + balances(in: subject)
  }

  private static func products(in subject: ReviewSubject) -> [SoundSum] {
    guard let budget = subject.budget?.yuan, !budget.isZero else { return [] }
    var products = CostProduct.all(in: subject)
    if let sum = CostProduct.sum(of: products, within: budget) { products = [sum] }
    // What one quantity costs in several parts is told in A01 where it is too much.
    if let stacked = CostProduct.stacked(products, in: subject.name), !(stacked.total <= budget) { return [] }
    return products.filter { $0.total <= budget && isSure($0, in: subject, budget) }.map { product in
      SoundSum(
        fields: product.fields + ["budget/total"],
        message:
          "勾稽相符：\(product.isAssumed ? "如按 12 个月计，" : "")\(product.factors) = "
          + "\(MoneyText.yuan(product.total))，\(part(product.total, of: budget))。",
        terms: product.terms + [
          ReviewTerm(field: "budget/total", label: "本年预算", number: budget, unit: "元")
        ])
    }
  }

  /// False for people and prices that meet only by their unit: in a department's form, whose rows are of many
  /// works, and where the product is a small part of the money.
  private static func isSure(
    _ product: CostProduct, in subject: ReviewSubject, _ budget: ExactDecimal
  ) -> Bool {
    if product.pairs.allSatisfy(\.isRelated) { return true }
    guard subject.departmentTarget == nil, let third = product.total.multiplied(by: ExactDecimal(3)) else {
      return false
    }
    return !(third < budget)
  }

  /// `占预算 10 万元的 90%`; a small part of the money is told as what it is.
  private static func part(_ total: ExactDecimal, of budget: ExactDecimal) -> String {
    let percent = MoneyText.percent(total, of: budget)
    let isSmall = total.multiplied(by: ExactDecimal(2)).map { $0 < budget } ?? false
    return isSmall
      ? "在预算 \(MoneyText.yuan(budget))以内，占 \(percent)" : "占预算 \(MoneyText.yuan(budget))的 \(percent)"
  }

  private static func balances(in subject: ReviewSubject) -> [SoundSum] {
    guard let form = subject.departmentTarget else { return [] }
    return [DepartmentBalance.funding(form), DepartmentBalance.tasks(form)].compactMap { balance in
      guard let balance, balance.holds, balance.leftTotal != .zero else { return nil }
      return SoundSum(
        fields: balance.fields,
        message: "勾稽相符：\(balance.leftName)（\(balance.leftSum)）等于"
          + "\(balance.rightName)（\(balance.rightSum)）。",
        terms: balance.terms)
    }
  }
}

extension ExactDecimal {
  static func <= (left: ExactDecimal, right: ExactDecimal) -> Bool { !(right < left) }
}

// How many months or days a price is paid for.
import IndicatorValues
import Quantities
import RuleSets

enum PriceTimes {
  static let day = Unit("天")

  /// The months of a row such as 服务期限 10个月; else twelve, which nobody has printed.
  static func months(in subject: ReviewSubject) -> CostProduct.Times {
    for row in subject.rows where row.category?.isOutput == true {
      guard let number = number(row, of: .month), number <= ExactDecimal(12),
        monthNames.contains(where: { row.name.text.holds($0) })
      else { continue }
      return CostProduct.Times(number: number, unit: "个月", field: row.path(row.targetField))
    }
    return CostProduct.Times(number: ExactDecimal(12), unit: "个月", field: nil)
  }

  /// The days of a row such as 供餐天数 200天; nil where none or several are printed: nobody can guess them.
  static func days(in subject: ReviewSubject) -> CostProduct.Times? {
    let rows = subject.rows.filter { row in
      guard row.category?.isOutput == true, let number = number(row, of: day) else { return false }
      // Days at most are a limit of time, not the days that are paid.
      return number <= ExactDecimal(366) && row.name.text.holds("天")
        && row.measure?.comparator?.isUpperBound != true
    }
    guard rows.count == 1, let number = rows[0].measure?.number else { return nil }
    return CostProduct.Times(number: number, unit: "天", field: rows[0].path(rows[0].targetField))
  }

  private static func number(_ row: ReviewRow, of unit: Unit) -> ExactDecimal? {
    guard let measure = row.measure, measure.unit == unit, measure.per.isEmpty, measure.upper == nil,
      measure.number.isWhole, ExactDecimal.one <= measure.number
    else { return nil }
    return measure.number
  }

  private static let monthNames = ["服务", "期限", "月数", "时长", "发放", "补助", "用工", "聘用"]
}

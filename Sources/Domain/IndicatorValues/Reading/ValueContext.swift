// What stands around a value and may settle what the value leaves open.

package import Quantities

/// The neighbours of a value in its form. All are optional; a value never depends on them where it is clear
/// itself.
package struct ValueContext: Sendable, Equatable {
  /// 三级指标: `实施营造林总面积（亩）`.
  package let name: String?
  /// 二级指标: `成本指标`.
  package let level2: String?
  /// The form's own operator column (计算符号, 指标性质): `大于等于`.
  package let columnOperator: String?
  /// The form's own unit column (计量单位): `万元`, `人次`.
  package let columnUnit: String?
  /// The form's fiscal year: completes dates without a year.
  package let fiscalYear: FiscalYear?

  package static let none = ValueContext()

  package init(
    name: String? = nil, level2: String? = nil, columnOperator: String? = nil, columnUnit: String? = nil,
    fiscalYear: FiscalYear? = nil
  ) {
    self.name = name
    self.level2 = level2
    self.columnOperator = columnOperator
    self.columnUnit = columnUnit
    self.fiscalYear = fiscalYear
  }

  /// True for a name that ends in 时间 or 日期.
  var asksForDate: Bool {
    guard let name else { return false }
    let ending = name.utf8.suffix(6)
    return ending.elementsEqual("时间".utf8) || ending.elementsEqual("日期".utf8)
  }
}

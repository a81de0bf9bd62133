// An indicator as printed in one row of a form.

/// One row of the indicator table. Every text is as printed, trimmed; labels have no white space inside.
package struct Indicator: Sendable, Equatable {
  /// 一级指标 and 二级指标, inherited from merged cells; nil where the form has none.
  package var level1: String?
  package var level2: String?
  /// 三级指标
  package var name: String?
  /// 绩效指标描述、指标解释、指标内容
  package var description: String?
  /// 实施周期（中期）指标值
  package var periodValue: String?
  /// 年度指标值, or the only value column there is
  package var annualValue: String?
  /// 计算符号 and 计量单位, only where they have columns of their own
  package var `operator`: String?
  package var unit: String?
  /// 正向指标、反向指标
  package var direction: String?
  /// 指标值确定依据
  package var basis: String?
  /// 分值、权重
  package var weight: String?
  /// 实际完成值
  package var actualValue: String?
  /// 全年预计完成情况
  package var forecastValue: String?
  /// 得分
  package var score: String?
  /// 偏差原因
  package var deviation: String?
  /// 完成目标可能性
  package var likelihood: String?
  /// 备注
  package var note: String?

  package init() {}

  /// The columns an indicator table can have; raw values are the record format's keys, in its order.
  package enum Field: String, Sendable, CaseIterable {
    case level1, level2, name, description, periodValue, annualValue
    case `operator`, unit, direction, basis, weight
    case actualValue, forecastValue, score, deviation, likelihood, note

    /// Its place among them, for tables of all columns.
    package var ordinal: Int {
      switch self {
      case .level1: 0
      case .level2: 1
      case .name: 2
      case .description: 3
      case .periodValue: 4
      case .annualValue: 5
      case .operator: 6
      case .unit: 7
      case .direction: 8
      case .basis: 9
      case .weight: 10
      case .actualValue: 11
      case .forecastValue: 12
      case .score: 13
      case .deviation: 14
      case .likelihood: 15
      case .note: 16
      }
    }
  }

  /// The text of one column.
  package subscript(field: Field) -> String? {
    get {
      switch field {
      case .level1: level1
      case .level2: level2
      case .name: name
      case .description: description
      case .periodValue: periodValue
      case .annualValue: annualValue
      case .operator: `operator`
      case .unit: unit
      case .direction: direction
      case .basis: basis
      case .weight: weight
      case .actualValue: actualValue
      case .forecastValue: forecastValue
      case .score: score
      case .deviation: deviation
      case .likelihood: likelihood
      case .note: note
      }
    }
    set {
      switch field {
      case .level1: level1 = newValue
      case .level2: level2 = newValue
      case .name: name = newValue
      case .description: description = newValue
      case .periodValue: periodValue = newValue
      case .annualValue: annualValue = newValue
      case .operator: `operator` = newValue
      case .unit: unit = newValue
      case .direction: direction = newValue
      case .basis: basis = newValue
      case .weight: weight = newValue
      case .actualValue: actualValue = newValue
      case .forecastValue: forecastValue = newValue
      case .score: score = newValue
      case .deviation: deviation = newValue
      case .likelihood: likelihood = newValue
      case .note: note = newValue
      }
    }
  }
}

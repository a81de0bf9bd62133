// The ways in which offices write one and the same value.

/// How a comparator is printed.
package enum HouseStyle: Sendable, CaseIterable {
  /// `≥15场`
  case signs
  /// `不少于15场`
  case words
  /// `15场以上`; comparators that have no such word keep their sign.
  case suffixes
}

/// A value over three columns, as the national data standard holds it: 计算符号, 指标值, 计量单位.
package struct SplitValue: Sendable, Equatable {
  package var comparator: String
  package var value: String
  package var unit: String

  package init(comparator: String, value: String, unit: String) {
    self.comparator = comparator
    self.value = value
    self.unit = unit
  }
}

// The comparators of indicator values (计算符号).

/// How the actual is held against the number. "No comparator" (a bare number) is nil wherever one may stand.
package enum Comparator: String, Sendable, CaseIterable {
  case atLeast = "≥"
  case moreThan = ">"
  case equal = "="
  case atMost = "≤"
  case lessThan = "<"
  /// From a lower to an upper end, both included.
  case between = "between"
  /// Within the number on either side of the centre (or of zero).
  case plusMinus = "±"
  /// About: 约, 左右, 余, 近.
  case about = "≈"

  /// True for ≥ and >.
  package var isLowerBound: Bool { self == .atLeast || self == .moreThan }
  /// True for ≤ and <.
  package var isUpperBound: Bool { self == .atMost || self == .lessThan }
}

// How often something takes place.

package import Quantities

/// Events over time: `1次/月`, `每年不少于4次`, `按月` (no number).
package struct Frequency: Sendable, Equatable {
  package var comparator: Comparator?
  /// Nil for `按月`: once each, not said how often.
  package var number: ExactDecimal?
  /// The upper end, only with `.between`.
  package var upper: ExactDecimal?
  /// 次, 场, 场次, 期, 批次 …; nil for `按月`.
  package var unit: Unit?
  /// The time unit, and what else it is counted over: `2场/月·村`.
  package var per: [Unit]
  package var subject: String?
  package var isApproximate: Bool

  package init(
    comparator: Comparator? = nil, number: ExactDecimal?, upper: ExactDecimal? = nil, unit: Unit?,
    per: [Unit],
    subject: String? = nil, isApproximate: Bool = false
  ) {
    self.comparator = comparator
    self.number = number
    self.upper = upper
    self.unit = unit
    self.per = per
    self.subject = subject
    self.isApproximate = isApproximate
  }
}

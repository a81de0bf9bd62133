// A10: the unit cost lies outside what comparable projects pay.
import Findings
import IndicatorValues
import Model
package import Quantities
import RuleSets

extension Rule {
  static let a10 = Rule(
    code: "A10", title: "单位成本偏离同类项目",
    why: "同样的事，别的项目大多用另一个价钱。", advice: "核对标准，写明定价依据。",
    severity: .warning, source: "同类项目区间", dimension: .adequacy, kinds: [.projectTarget],
    example: """
      同价 元/人 | 180 200 200 210 220 220 230 240 250 260
      产出指标/成本指标 | 人均培训成本 | ≤900元/人
      """,
    counterExample: """
      同价 元/人 | 180 200 200 210 220 220 230 240 250 260
      产出指标/成本指标 | 人均培训成本 | ≤230元/人
      """
  ) { subject in
    guard !subject.context.peerUnitCosts.isEmpty else { return [] }
    return subject.rows.compactMap { row in
      guard let cost = row.unitCost,
        let peers = UnitCostPeers.key(of: row).flatMap({ subject.context.peerUnitCosts[$0] })
          ?? subject.context.peerUnitCosts[cost.unit],
        let band = PeerBand(peers), band.isLeft(by: cost.number, tolerance: subject.rules[.peerTolerance])
      else { return nil }
      let side = cost.number < band.low ? "低于" : "高于"
      return ReviewFinding(
        rule: "A10", fields: [row.path(row.targetField)],
        message:
          "“\(row.shortName)”\(FigureText.number(cost.number)) \(cost.unit)，\(side)同类 \(peers.count) 个项目的常见区间"
          + "（\(FigureText.number(band.low))—\(FigureText.number(band.high)) \(cost.unit)）。请核对标准，或写明定价依据。",
        terms: [
          ReviewTerm(
            field: row.path(row.targetField), label: row.shortName, number: cost.number, unit: cost.unit),
          ReviewTerm(label: "同类 P10", number: band.low, unit: cost.unit),
          ReviewTerm(label: "同类 P90", number: band.high, unit: cost.unit),
        ])
    }
  }
}

/// What most comparable projects pay: from the tenth to the ninetieth of a hundred.
struct PeerBand {
  /// Fewer peers say nothing.
  static let fewest = 8

  let low: ExactDecimal
  let high: ExactDecimal

  /// - Parameter peers: sorted.
  init?(_ peers: [ExactDecimal]) {
    guard peers.count >= Self.fewest else { return nil }
    low = peers[peers.count / 10]
    high = peers[peers.count - 1 - peers.count / 10]
  }

  /// True for a price that lies beyond the band by more than so many percent of its edge.
  func isLeft(by price: ExactDecimal, tolerance: ExactDecimal) -> Bool {
    guard let more = ExactDecimal.hundred.adding(tolerance),
      let less = ExactDecimal.hundred.subtracting(tolerance),
      let most = high.multiplied(by: more)?.scaled(byPowerOfTen: -2),
      let least = low.multiplied(by: less)?.scaled(byPowerOfTen: -2)
    else { return false }
    return price < least || most < price
  }
}

extension ReviewRow {
  /// The price of one thing, in yuan, with the unit as one text: 200 元/人; nil for totals and other rows.
  package var unitCost: (number: ExactDecimal, unit: String)? {
    guard category?.isCost == true, let measure, measure.unit?.dimension == .money, !measure.per.isEmpty,
      measure.upper == nil, !measure.number.isZero
    else { return nil }
    return (measure.number, "元/" + measure.per.map(\.symbol).joined(separator: "·"))
  }
}

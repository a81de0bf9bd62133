// What a unit measures.

/// The dimension of a unit of measure. Two units convert into each other only inside one dimension and only
/// where the registry gives both a factor to the same reference unit.
package enum Dimension: String, Sendable, CaseIterable {
  case money
  case people
  /// 人次: attendances, not heads.
  case personTimes
  case households
  /// 次, 场, 期: things that take place.
  case events
  /// 个, 台, 份: things that are counted; each counter is a reference of its own.
  case things
  case length
  case area
  case volume
  case weight
  case time
  case storage
  case dataRate
  case energy
  /// %, ‰, 比例.
  case share
  /// 百分点: a difference of shares, not a share.
  case percentagePoints
  case score
  case multiple
  case temperature
  case sound
  case pressure
  case speed
  /// A counter that the registry does not know.
  case unknown
}

// The part of a page that a sheet may fill.
import FormSheets

/// A paper in points.
struct PageFrame: Equatable {
  let width: Double
  let height: Double
  let left: Double
  let innerWidth: Double
  /// The upper edge of the first thing on a page.
  let top: Double
  /// The lower edge of the last.
  let bottom: Double

  /// Room for the page's number where margins leave none.
  private static let foot = 24.0
  /// PDF ends at 200 inches.
  private static let lengthMax = 14_400.0
  private static let innerMin = 28.0

  /// - Returns: nil for paper that cannot be printed on.
  init?(_ paper: Paper) {
    width = Double(paper.width) * FormSheet.point
    height = Double(paper.height) * FormSheet.point
    left = Double(max(0, paper.side)) * FormSheet.point
    innerWidth = width - 2 * left
    top = Double(max(0, paper.top)) * FormSheet.point
    bottom = height - max(Double(max(0, paper.bottom)) * FormSheet.point, paper.isNumbered ? Self.foot : 0)
    guard width <= Self.lengthMax, height <= Self.lengthMax, innerWidth >= Self.innerMin,
      bottom - top >= Self.innerMin
    else { return nil }
  }
}

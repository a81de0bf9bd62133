// The paper of a sheet: size and margins.

/// A page's size and margins, in tenths of a millimetre.
package struct Paper: Sendable, Equatable {
  package var width: Int
  package var height: Int
  package var top: Int
  package var bottom: Int
  /// Left and right margin.
  package var side: Int
  /// Whether pages carry their number and the number of pages at the foot.
  package var isNumbered: Bool

  package init(width: Int, height: Int, top: Int, bottom: Int, side: Int, isNumbered: Bool = true) {
    self.width = width
    self.height = height
    self.top = top
    self.bottom = bottom
    self.side = side
    self.isNumbered = isNumbered
  }

  /// A4 upright.
  package static let portrait = Paper(width: 2100, height: 2970, top: 200, bottom: 180, side: 180)
  /// A4 on its side, for forms with many columns.
  package static let landscape = Paper(width: 2970, height: 2100, top: 180, bottom: 160, side: 180)

  /// The width between the margins.
  package var innerWidth: Int { width - 2 * side }
  /// The height between the margins.
  package var innerHeight: Int { height - top - bottom }
}

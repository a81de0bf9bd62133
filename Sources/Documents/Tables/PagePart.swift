// A part of a page that a picture is wanted of, and how large its picture is.
package import Findings

/// A rectangle on a page with the little around it that shows where it belongs.
///
/// It alone decides how large the picture is, so that a page can leave room for it before it is drawn, and
/// so that whoever draws cannot choose.
package struct PagePart: Sendable, Hashable {
  package let turn: PageTurn
  /// The rectangle itself, in tenths of a point on the page as it was read.
  package let box: Box

  /// Tenths of a point that are shown around the rectangle.
  private static let margin = 30
  /// Pages have at most 20 000 points each way; what stands out at the left or above stands out a little.
  private static let placeMin = -1_000
  private static let placeMax = 200_000
  /// Pixels each way; up to 600 points a point has two of them, beyond that fewer.
  private static let pixelsMax = 1_200

  /// - Returns: nil for a rectangle without size, and for one that lies on no page.
  package init?(_ box: Box, on turn: PageTurn) {
    guard [box.left, box.top].allSatisfy({ (Self.placeMin...Self.placeMax).contains($0) }),
      [box.width, box.height].allSatisfy({ (1...Self.placeMax).contains($0) })
    else { return nil }
    self.turn = turn
    self.box = box
  }

  /// What the picture shows: the rectangle with its margin, in tenths of a point. White where it reaches
  /// beyond the page.
  package var area: Box {
    Box(
      left: box.left - Self.margin, top: box.top - Self.margin, width: box.width + 2 * Self.margin,
      height: box.height + 2 * Self.margin)
  }

  /// The picture's width in pixels.
  package var width: Int { pixels(area.width) }
  /// The picture's height in pixels.
  package var height: Int { pixels(area.height) }

  private func pixels(_ side: Int) -> Int {
    let longer = max(area.width, area.height)
    return max(1, min(side / 5, side * Self.pixelsMax / longer))
  }
}

/// A small picture in sixteen shades of grey.
package struct PagePicture: Sendable, Equatable {
  package let width: Int
  package let height: Int
  /// 0 is black, 15 white; row by row from the upper left corner, `width` × `height` of them.
  package let shades: [UInt8]

  /// - Returns: nil where the sizes and the shades make no picture.
  package init?(width: Int, height: Int, shades: [UInt8]) {
    guard width > 0, height > 0, width <= 1 << 15, height <= 1 << 15, shades.count == width * height,
      shades.allSatisfy({ $0 < 16 })
    else { return nil }
    self.width = width
    self.height = height
    self.shades = shades
  }
}

// What one page holds: characters, ruling lines and how much of it is picture.

/// A rectangle on a page in points, y downwards from the upper edge as the page is read.
struct PageBox: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var centerX: Double { (left + right) / 2 }
  var centerY: Double { (top + bottom) / 2 }

  mutating func formUnion(_ other: PageBox) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
  }
}

/// One printed character.
struct Glyph: Equatable {
  var scalar: Unicode.Scalar
  /// From ascender to descender, and as wide as the pen moves.
  var box: PageBox
  /// The size of the type in points, measured on the page.
  var size: Double
  /// How many quarter turns its line is turned, clockwise, 0…3; 0 for text that runs along the page's width.
  var quarter = 0

  var isBlank: Bool { scalar.properties.isWhitespace }
}

/// A straight line parallel to an edge of the page.
struct Rule: Equatable {
  /// The y of a horizontal rule, the x of a vertical one.
  var position: Double
  var from: Double
  var to: Double

  var length: Double { to - from }
}

/// A page as it is printed, rotation undone.
struct PageContent {
  /// From 1.
  var number: Int
  var width: Double
  var height: Double
  var glyphs: [Glyph] = []
  var horizontal: [Rule] = []
  var vertical: [Rule] = []
  /// The part of the page that pictures cover, 0…1.
  var pictureShare = 0.0
}

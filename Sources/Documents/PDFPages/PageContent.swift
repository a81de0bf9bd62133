// What one page holds: characters, ruling lines and how much of it is picture.
import Tables

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
  /// How sure its recognition in a picture is, 0…100; nil for printed text.
  var confidence: Int?
  /// For a character that cannot be seen, because a window cuts its text: that window.
  var window: PageBox?

  /// The point by which it belongs to a cell: its middle, or the nearest point of the window it is hidden by.
  var place: (x: Double, y: Double) {
    guard let window else { return (box.centerX, box.centerY) }
    let inset = min(1, window.width / 4, window.height / 4)
    return (
      min(max(box.centerX, window.left + inset), window.right - inset),
      min(max(box.centerY, window.top + inset), window.bottom - inset)
    )
  }

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
  /// True where the characters were recognised in a picture.
  var isScanned = false
  /// By how many quarters it was turned from how it is printed, clockwise, 0…3.
  var quarters = 0
  /// By how many degrees it lay crooked then, clockwise; undone.
  var skew = 0.0

  /// How it was turned to be as it is here.
  var turn: PageTurn? {
    PageTurn(page: number, quarters: quarters, skew: Int((skew * 1000).rounded()))
  }

  /// Whether the middle of a character lies on the page.
  func holds(_ glyph: Glyph) -> Bool {
    PageBox(left: 0, top: 0, right: width, bottom: height).contains(
      x: glyph.box.centerX, y: glyph.box.centerY)
  }

  /// True for a page that is a picture: it has no text worth the name.
  var isPicture: Bool { !isScanned && (glyphs.isEmpty ? pictureShare > 0.3 : isPictureWithFooter) }

  /// Programs print page numbers and stamps over scans.
  private var isPictureWithFooter: Bool { glyphs.count < 20 && pictureShare > 0.7 }
}

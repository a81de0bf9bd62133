// Affine maps of the plane, and the map from a PDF page to the page as it is read.
import CPDFium

/// `(x, y)` → `(a·x + c·y + e, b·x + d·y + f)`.
struct PlaneMap {
  var a: Double
  var b: Double
  var c: Double
  var d: Double
  var e: Double
  var f: Double

  static let identity = PlaneMap(a: 1, b: 0, c: 0, d: 1, e: 0, f: 0)

  func applied(_ x: Double, _ y: Double) -> (Double, Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// This map first, then the other.
  func then(_ next: PlaneMap) -> PlaneMap {
    PlaneMap(
      a: next.a * a + next.c * b, b: next.b * a + next.d * b, c: next.a * c + next.c * d,
      d: next.b * c + next.d * d, e: next.a * e + next.c * f + next.e, f: next.b * e + next.d * f + next.f)
  }
}

/// How a page's own coordinates lie on the page as it is read: y downwards, rotation undone, origin at the
/// visible corner.
struct PageView {
  private let map: PlaneMap
  /// The angle by which the page's own x axis is turned, in radians.
  let turn: Double

  /// For coordinates that are already as the page is read.
  static let identity = PageView(map: .identity, turn: 0)

  private init(map: PlaneMap, turn: Double) {
    self.map = map
    self.turn = turn
  }

  /// - Returns: nil where the library cannot place points on the page.
  init?(_ pdf: plumbline_pdfium, _ page: UnsafeMutableRawPointer, width: Double, height: Double) {
    // Points are mapped to whole pixels: a hundredth of a point is fine enough.
    let (columns, rows) = (Int32(width * 100), Int32(height * 100))
    func device(_ x: Double, _ y: Double) -> (Double, Double)? {
      var (dx, dy): (Int32, Int32) = (0, 0)
      guard pdf.page_to_device(page, 0, 0, columns, rows, 0, x, y, &dx, &dy) != 0 else { return nil }
      return (Double(dx) / 100, Double(dy) / 100)
    }
    guard let origin = device(0, 0), let right = device(1000, 0), let up = device(0, 1000) else { return nil }
    map = PlaneMap(
      a: (right.0 - origin.0) / 1000, b: (right.1 - origin.1) / 1000, c: (up.0 - origin.0) / 1000,
      d: (up.1 - origin.1) / 1000, e: origin.0, f: origin.1)
    if abs(map.a) >= abs(map.b) {
      turn = map.a >= 0 ? 0 : .pi
    } else {
      turn = map.b >= 0 ? .pi / 2 : -.pi / 2
    }
  }

  func point(_ x: Double, _ y: Double) -> (Double, Double) { map.applied(x, y) }

  func box(left: Double, bottom: Double, right: Double, top: Double) -> PageBox {
    let one = point(left, bottom)
    let other = point(right, top)
    return PageBox(
      left: min(one.0, other.0), top: min(one.1, other.1), right: max(one.0, other.0),
      bottom: max(one.1, other.1))
  }
}

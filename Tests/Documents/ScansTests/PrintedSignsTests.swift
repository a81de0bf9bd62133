// ≥, ≤ and the colon told by their shape.
import Testing

@testable import Scans

@Suite struct PrintedSignsTests {
  /// Strokes in a square of 1 × 1 from its upper left corner.
  typealias Strokes = [(Double, Double, Double, Double)]

  private static let right: Strokes = [(0, 0, 1, 0.38), (1, 0.38, 0, 0.76)]
  private static let left: Strokes = [(1, 0, 0, 0.38), (0, 0.38, 1, 0.76)]
  private static let bar: Strokes = [(0, 1, 1, 1)]

  private func signs(_ strokes: Strokes, size: Double, thickness: Double = 3) -> String {
    var sketch = Sketch(400, 200)
    for (x1, y1, x2, y2) in strokes {
      sketch.stroke(
        40 + x1 * size, 60 + y1 * size, 40 + x2 * size, 60 + y2 * size, thickness: thickness)
    }
    let found = PrintedSigns.signs(
      in: PixelBox(left: 0, top: 40, right: 400, bottom: 140), of: InkMap(sketch.raster), lineHeight: 44)
    return String(String.UnicodeScalarView(found.map(\.scalar)))
  }

  @Test(arguments: [20.0, 26, 34, 42], [2.0, 3, 4])
  func `signs of comparison are told in every size`(size: Double, thickness: Double) {
    #expect(signs(Self.right + Self.bar, size: size, thickness: thickness) == "≥")
    #expect(signs(Self.left + Self.bar, size: size, thickness: thickness) == "≤")
  }

  @Test func `a bar along the lower arm makes the same sign`() {
    #expect(signs(Self.right + [(1, 0.62, 0, 1)], size: 38, thickness: 2) == "≥")
    #expect(signs(Self.left + [(0, 0.62, 1, 1)], size: 38, thickness: 2) == "≤")
  }

  @Test func `two bars are told`() {
    let pair: Strokes = [(0, 0.95, 1, 0.95), (0, 1.15, 1, 1.15)]
    #expect(signs(Self.right + pair, size: 38, thickness: 2) == "≧")
    #expect(signs(Self.left + pair, size: 38, thickness: 2) == "≦")
  }

  private static let others: [String: Strokes] = [
    "equals": [(0, 0.3, 1, 0.3), (0, 0.7, 1, 0.7)],
    "three": [(0, 0, 1, 0), (0.1, 0.5, 0.9, 0.5), (0, 1, 1, 1)],
    "z": [(0, 0, 1, 0), (1, 0, 0, 1), (0, 1, 1, 1)],
    "greater": right,
    "less": left,
    "cross": [(0, 0, 1, 1), (0, 1, 1, 0)],
    "plus": [(0, 0.5, 1, 0.5), (0.5, 0, 0.5, 1)],
    "seven": [(0, 0, 1, 0), (1, 0, 0.4, 1)],
    "slash": [(0, 1, 1, 0)],
    "bar": bar,
    "square": [(0, 0, 1, 0), (0, 0, 0, 1), (1, 0, 1, 1), (0, 1, 1, 1)],
  ]

  @Test(arguments: others.keys.sorted()) func `other shapes are no signs`(name: String) throws {
    #expect(signs(try #require(Self.others[name]), size: 36) == "")
  }

  @Test func `a colon is two dots of one size`() {
    func dots(_ dots: [(top: Int, height: Int)]) -> String {
      var sketch = Sketch(300, 200)
      for dot in dots { sketch.fill(100, dot.top, 106, dot.top + dot.height) }
      let found = PrintedSigns.signs(
        in: PixelBox(left: 0, top: 50, right: 300, bottom: 120), of: InkMap(sketch.raster), lineHeight: 44)
      return String(String.UnicodeScalarView(found.map(\.scalar)))
    }
    #expect(dots([(70, 6), (88, 6)]) == ":")
    #expect(dots([(70, 6)]) == "")
    #expect(dots([(60, 6), (74, 26)]) == "")
    #expect(dots([(60, 6), (74, 6), (88, 6)]) == "")
  }
}

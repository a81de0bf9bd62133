// Draws pictures of pages for the tests: strokes, blocks of ink and signs.
import Glibc

@testable import Scans

/// A page at four pixels a point.
struct Sketch {
  let width: Int
  let height: Int
  private(set) var pixels: [UInt8]
  static let pixelsPerPoint = 4.0

  init(_ width: Int, _ height: Int, shade: UInt8 = 255) {
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: shade, count: width * height)
  }

  mutating func fill(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int, shade: UInt8 = 0) {
    for y in max(0, top)..<min(height, bottom) {
      for x in max(0, left)..<min(width, right) { pixels[y * width + x] = shade }
    }
  }

  /// A stroke of a thickness from one place to another.
  mutating func stroke(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, thickness: Double = 3) {
    let steps = Int(max(abs(x2 - x1), abs(y2 - y1)) * 2) + 1
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      let (x, y) = (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
      fill(
        Int((x - thickness / 2).rounded()), Int((y - thickness / 2).rounded()),
        Int((x + thickness / 2).rounded()), Int((y + thickness / 2).rounded()))
    }
  }

  /// A grid of rules at these places.
  mutating func grid(columns: [Int], rows: [Int], thickness: Int = 3) {
    for x in columns { fill(x, rows[0], x + thickness, (rows.last ?? 0) + thickness) }
    for y in rows { fill(columns[0], y, (columns.last ?? 0) + thickness, y + thickness) }
  }

  /// A line of blocks like characters, each with a hole, so that it looks like text to a program.
  mutating func text(_ left: Int, _ top: Int, characters: Int, size: Int = 40) {
    for index in 0..<characters {
      let x = left + index * (size + 6)
      fill(x, top, x + size, top + 6)
      fill(x, top + size - 6, x + size, top + size)
      fill(x + size / 2 - 3, top, x + size / 2 + 3, top + size)
    }
  }

  /// Grey dirt: every so many pixels one of a random shade.
  mutating func dirt(seed: UInt64, share: Int) {
    var state = seed
    for index in pixels.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if Int(state >> 33) % share == 0 { pixels[index] = UInt8(truncatingIfNeeded: state >> 56) }
    }
  }

  var raster: Raster {
    Raster(width: width, height: height, pixels: pixels, pixelsPerPoint: Self.pixelsPerPoint)
      ?? Raster(white: 1, 1, pixelsPerPoint: 1)
  }
}

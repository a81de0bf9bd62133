// A picture as rows of grey pixels.

/// A picture in shades of grey: 0 is black, 255 white; row by row from the upper left corner.
package struct Raster: Sendable, Equatable {
  /// Pixels each way, at least 1.
  package let width: Int
  package let height: Int
  /// `width` × `height` of them.
  package internal(set) var pixels: [UInt8]
  /// How many pixels a point (1/72 inch) has.
  package let pixelsPerPoint: Double

  /// More pixels than this are no page: A3 at 600 dots an inch has 70 million.
  package static let pixelsMax = 80_000_000

  /// - Returns: nil where the sizes make no picture.
  package init?(width: Int, height: Int, pixels: [UInt8], pixelsPerPoint: Double) {
    guard width > 0, height > 0, width <= 60_000, height <= 60_000, width * height <= Self.pixelsMax,
      pixels.count == width * height, pixelsPerPoint > 0.1, pixelsPerPoint < 100
    else { return nil }
    self.width = width
    self.height = height
    self.pixels = pixels
    self.pixelsPerPoint = pixelsPerPoint
  }

  /// A white picture.
  init(white width: Int, _ height: Int, pixelsPerPoint: Double) {
    self.width = max(1, width)
    self.height = max(1, height)
    pixels = [UInt8](repeating: 255, count: self.width * self.height)
    self.pixelsPerPoint = pixelsPerPoint
  }

  /// Makes white what is neither ink nor beside ink.
  mutating func whiten(except map: InkMap) {
    let (width, height) = (width, height)
    map.ink.withUnsafeBufferPointer { ink in
      pixels.withUnsafeMutableBufferPointer { pixels in
        for y in 0..<height {
          for x in 0..<width where ink[y * width + x] == 0 {
            let (left, right) = (max(0, x - 1), min(width - 1, x + 1))
            var isBeside = false
            for row in max(0, y - 1)...min(height - 1, y + 1) {
              let start = row * width
              if ink[start + left] | ink[start + x] | ink[start + right] != 0 { isBeside = true }
            }
            if !isBeside { pixels[y * width + x] = 255 }
          }
        }
      }
    }
  }

  /// A part of the picture with a white margin around it.
  func part(_ area: PixelBox, margin: Int) -> Raster {
    let area = area.clipped(width: width, height: height)
    var part = Raster(
      white: area.width + 2 * margin, area.height + 2 * margin, pixelsPerPoint: pixelsPerPoint)
    for y in area.top..<max(area.top, area.bottom) {
      let start = (y - area.top + margin) * part.width + margin
      part.pixels.replaceSubrange(
        start..<(start + area.width), with: pixels[(y * width + area.left)..<(y * width + area.right)])
    }
    return part
  }
}

/// A rectangle of pixels; right and bottom are outside.
struct PixelBox: Equatable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  var width: Int { right - left }
  var height: Int { bottom - top }
  var isEmpty: Bool { width <= 0 || height <= 0 }

  /// What of it lies in a picture; never of negative size.
  func clipped(width: Int, height: Int) -> PixelBox {
    let left = min(max(0, left), width)
    let top = min(max(0, top), height)
    return PixelBox(
      left: left, top: top, right: max(left, min(right, width)), bottom: max(top, min(bottom, height)))
  }

  func inset(by margin: Int) -> PixelBox {
    PixelBox(left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin)
  }
}

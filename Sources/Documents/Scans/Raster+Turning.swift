// Turning a picture, by quarters and by the few degrees that a sheet lay crooked, and changing its size.
import Glibc

extension Raster {
  /// The picture turned by a quarter, clockwise.
  package func turnedOnce() -> Raster {
    var turned = Raster(white: height, width, pixelsPerPoint: pixelsPerPoint)
    let (width, height) = (width, height)
    pixels.withUnsafeBufferPointer { source in
      turned.pixels.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          for x in 0..<width { target[x * height + (height - 1 - y)] = source[y * width + x] }
        }
      }
    }
    return turned
  }

  /// The picture turned about its middle, of the same size; what comes in from outside is white.
  ///
  /// - Parameter degrees: clockwise.
  package func turned(by degrees: Double) -> Raster {
    var turned = Raster(white: width, height, pixelsPerPoint: pixelsPerPoint)
    let (width, height) = (width, height)
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    let (middleX, middleY) = (Double(width - 1) / 2, Double(height - 1) / 2)
    pixels.withUnsafeBufferPointer { source in
      turned.pixels.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          let down = Double(y) - middleY
          for x in 0..<width {
            let across = Double(x) - middleX
            let fromX = cosine * across + sine * down + middleX
            let fromY = -sine * across + cosine * down + middleY
            guard fromX >= 0, fromY >= 0, fromX < Double(width - 1), fromY < Double(height - 1) else {
              continue
            }
            let (left, top) = (Int(fromX), Int(fromY))
            let place = top * width + left
            target[y * width + x] = Self.blend(
              (source[place], source[place + 1]), (source[place + width], source[place + width + 1]),
              across: fromX - Double(left), down: fromY - Double(top))
          }
        }
      }
    }
    return turned
  }

  /// The picture in another size; nil where that makes no picture.
  func scaled(by factor: Double) -> Raster? {
    let (width, height) = (Int(Double(self.width) * factor), Int(Double(self.height) * factor))
    guard width > 1, height > 1, self.width > 1, self.height > 1, width * height <= Self.pixelsMax else {
      return nil
    }
    var scaled = Raster(white: width, height, pixelsPerPoint: pixelsPerPoint * factor)
    let source = self
    let reach = max(1, Int((1 / factor).rounded(.up)))
    for y in 0..<height {
      let fromY = min(Double(y) / factor, Double(source.height - 1))
      for x in 0..<width {
        let fromX = min(Double(x) / factor, Double(source.width - 1))
        scaled.pixels[y * width + x] = source.mean(atX: fromX, y: fromY, reach: reach)
      }
    }
    return scaled
  }

  /// The shade at a place between pixels: the mean of the square that begins there when the picture becomes
  /// smaller, else a blend of the four pixels around.
  private func mean(atX x: Double, y: Double, reach: Int) -> UInt8 {
    let (left, top) = (Int(x), Int(y))
    if reach > 1 {
      var (sum, count) = (0, 0)
      for row in top..<min(top + reach, height) {
        for column in left..<min(left + reach, width) {
          sum += Int(pixels[row * width + column])
          count += 1
        }
      }
      return UInt8(sum / max(1, count))
    }
    let (right, bottom) = (min(left + 1, width - 1), min(top + 1, height - 1))
    return Self.blend(
      (pixels[top * width + left], pixels[top * width + right]),
      (pixels[bottom * width + left], pixels[bottom * width + right]), across: x - Double(left),
      down: y - Double(top))
  }

  /// The shade between four pixels.
  ///
  /// - Parameters:
  ///   - upper: the left and the right one above, `lower` those below.
  ///   - across: how far the place lies from the left ones, 0…1; `down` from the upper ones.
  @inline(__always)
  static func blend(
    _ upper: (UInt8, UInt8), _ lower: (UInt8, UInt8), across: Double, down: Double
  ) -> UInt8 {
    let (partX, partY) = (Int(across * 256), Int(down * 256))
    let above = Int(upper.0) * (256 - partX) + Int(upper.1) * partX
    let below = Int(lower.0) * (256 - partX) + Int(lower.1) * partX
    return UInt8((above * (256 - partY) + below * partY) >> 16)
  }
}

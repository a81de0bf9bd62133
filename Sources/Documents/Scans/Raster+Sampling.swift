// A part of a sheet as it looks once the sheet lies upright and straight, drawn to a size.
import Glibc

extension Raster {
  /// The shades of a part, one for each place of a lattice laid over it; white beyond the picture.
  ///
  /// - Parameters:
  ///   - area: in points, on the sheet turned by `quarters` and then straightened.
  ///   - quarters: quarter turns, clockwise.
  ///   - skew: by how many degrees the turned sheet lies crooked, clockwise.
  ///   - columns: places of the lattice across, `rows` downwards.
  /// - Returns: nil for a part that lies beyond the picture, and for a lattice without places.
  package func shades(in area: ScanBox, quarters: Int, skew: Double, columns: Int, rows: Int) -> [UInt8]? {
    let upright = quarters % 2 == 0 ? (width, height) : (height, width)
    let left = area.left * pixelsPerPoint
    let top = area.top * pixelsPerPoint
    let across = (area.right - area.left) * pixelsPerPoint
    let down = (area.bottom - area.top) * pixelsPerPoint
    guard columns > 0, rows > 0, columns * rows <= Self.pixelsMax, across > 0, down > 0,
      left < Double(upright.0), top < Double(upright.1), left + across > 0, top + down > 0
    else { return nil }
    let step = (x: across / Double(columns), y: down / Double(rows))
    // Each place is the mean of some looks, as many as the part has pixels there.
    let looks = max(1, min(8, Int(max(step.x, step.y).rounded(.up))))
    let (sine, cosine) = (sin(-skew * .pi / 180), cos(-skew * .pi / 180))
    let middle = (x: Double(upright.0 - 1) / 2, y: Double(upright.1 - 1) / 2)
    var shades = [UInt8](repeating: 255, count: columns * rows)
    pixels.withUnsafeBufferPointer { source in
      for row in 0..<rows {
        for column in 0..<columns {
          var sum = 0
          for look in 0..<(looks * looks) {
            let partX = (Double(look % looks) + 0.5) / Double(looks)
            let partY = (Double(look / looks) + 0.5) / Double(looks)
            let x = left + (Double(column) + partX) * step.x - 0.5 - middle.x
            let y = top + (Double(row) + partY) * step.y - 0.5 - middle.y
            sum += Int(
              shade(
                atX: cosine * x + sine * y + middle.x, y: -sine * x + cosine * y + middle.y,
                quarters: quarters, source))
          }
          shades[row * columns + column] = UInt8(sum / (looks * looks))
        }
      }
    }
    return shades
  }

  /// The shade at a place between the pixels of the turned picture.
  private func shade(
    atX x: Double, y: Double, quarters: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> UInt8 {
    let (right, bottom) = (Double(width - 1), Double(height - 1))
    let (fromX, fromY) =
      switch quarters % 4 {
      case 1: (y, bottom - x)
      case 2: (right - x, bottom - y)
      case 3: (right - y, x)
      default: (x, y)
      }
    guard fromX > -1, fromY > -1, fromX < right + 1, fromY < bottom + 1 else { return 255 }
    let (clippedX, clippedY) = (min(max(fromX, 0), right), min(max(fromY, 0), bottom))
    let (left, top) = (Int(clippedX), Int(clippedY))
    let (nextX, nextY) = (min(left + 1, width - 1), min(top + 1, height - 1))
    return Self.blend(
      (source[top * width + left], source[top * width + nextX]),
      (source[nextY * width + left], source[nextY * width + nextX]), across: clippedX - Double(left),
      down: clippedY - Double(top))
  }
}

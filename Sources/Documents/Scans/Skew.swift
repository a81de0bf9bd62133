// By how many degrees a sheet lay crooked: the angle at which rows of ink are sharpest.
import Glibc

enum Skew {
  /// Sheets lie no more crooked than this, in degrees.
  static let degreesMax = 5.0

  /// The angle of the sheet's lines, clockwise, in degrees; 0 where there is too little ink to tell.
  static func degrees(of map: InkMap) -> Double {
    let edges = lowerEdges(of: map)
    guard edges.count > 200 else { return 0 }
    var best = (degrees: 0.0, sharpness: sharpness(edges, 0, height: map.height))
    func look(from: Double, to: Double, step: Double) {
      var degrees = from
      while degrees <= to {
        let sharpness = sharpness(edges, degrees, height: map.height)
        if sharpness > best.sharpness { best = (degrees, sharpness) }
        degrees += step
      }
    }
    look(from: -degreesMax, to: degreesMax, step: 0.25)
    look(from: best.degrees - 0.25, to: best.degrees + 0.25, step: 0.025)
    return best.degrees
  }

  private struct Point {
    var x: Int32
    var y: Int32
  }

  /// Pixels of ink above paper: the feet of characters and the lower sides of rules. At most a few hundred
  /// thousand are taken.
  private static func lowerEdges(of map: InkMap) -> [Point] {
    let step = max(1, map.width * map.height / 6_000_000)
    var points: [Point] = []
    map.ink.withUnsafeBufferPointer { ink in
      for y in 0..<(map.height - 1) {
        for x in stride(from: y % step, to: map.width, by: step)
        where ink[y * map.width + x] != 0 && ink[(y + 1) * map.width + x] == 0 {
          points.append(Point(x: Int32(x), y: Int32(y)))
        }
      }
    }
    let thinning = points.count / 200_000 + 1
    return thinning == 1 ? points : stride(from: 0, to: points.count, by: thinning).map { points[$0] }
  }

  /// The sum of squares of the ink in rows that run at an angle.
  private static func sharpness(_ points: [Point], _ degrees: Double, height: Int) -> Double {
    let slope = Int(tan(degrees * .pi / 180) * 65_536)
    var rows = [Int32](repeating: 0, count: height * 3)
    rows.withUnsafeMutableBufferPointer { rows in
      for point in points {
        let row = Int(point.y) - (Int(point.x) * slope) >> 16 + height
        if row >= 0, row < rows.count { rows[row] += 1 }
      }
    }
    return rows.reduce(0.0) { $0 + Double($1) * Double($1) }
  }
}

// Where there is ink: each pixel compared with the paper around it.

/// Ink or paper for every pixel of a picture.
struct InkMap: Equatable {
  let width: Int
  let height: Int
  /// 1 for ink, row by row.
  private(set) var ink: [UInt8]

  /// Ink is clearly darker than the mean of the square around it, so that shaded cells and uneven light do
  /// not count; specks are dirt.
  init(_ raster: Raster) {
    width = raster.width
    height = raster.height
    ink = Self.darker(raster)
    let point = 0.65 * raster.pixelsPerPoint
    let areaMin = max(3, Int(point * point))
    keepSpots { $0.area >= areaMin }
  }

  private static func darker(_ raster: Raster) -> [UInt8] {
    let (width, height) = (raster.width, raster.height)
    let reach = min(max(6, Int(raster.pixelsPerPoint * 8)), 200)
    var ink = [UInt8](repeating: 0, count: width * height)
    var columns = [Int32](repeating: 0, count: width)
    raster.pixels.withUnsafeBufferPointer { pixels in
      ink.withUnsafeMutableBufferPointer { ink in
        columns.withUnsafeMutableBufferPointer { columns in
          for y in 0..<min(reach, height) {
            for x in 0..<width { columns[x] += Int32(pixels[y * width + x]) }
          }
          for y in 0..<height {
            if y + reach < height {
              for x in 0..<width { columns[x] += Int32(pixels[(y + reach) * width + x]) }
            }
            if y - reach - 1 >= 0 {
              for x in 0..<width { columns[x] -= Int32(pixels[(y - reach - 1) * width + x]) }
            }
            let rows = min(y + reach, height - 1) - max(0, y - reach) + 1
            var sum = 0
            for x in 0..<min(reach, width) { sum += Int(columns[x]) }
            for x in 0..<width {
              if x + reach < width { sum += Int(columns[x + reach]) }
              if x - reach - 1 >= 0 { sum -= Int(columns[x - reach - 1]) }
              let count = rows * (min(x + reach, width - 1) - max(0, x - reach) + 1)
              let value = Int(pixels[y * width + x])
              // A fifth darker than around, or black within black.
              if value * count * 100 < sum * 80 || value < 60 { ink[y * width + x] = 1 }
            }
          }
        }
      }
    }
    return ink
  }

  /// Makes paper of the spots that are not kept.
  mutating func keepSpots(_ isKept: (Spots.Size) -> Bool) {
    var spots = Spots(ink, width: width, height: height)
    ink.withUnsafeMutableBufferPointer { ink in
      for run in spots.runs where !isKept(spots.size(of: run)) {
        for x in run.from..<run.to { ink[run.y * width + x] = 0 }
      }
    }
  }

  /// How much ink each row of an area has.
  func rowCounts(in area: PixelBox) -> [Int] {
    guard !area.isEmpty else { return [] }
    return ink.withUnsafeBufferPointer { ink in
      (area.top..<area.bottom).map { y in
        var count = 0
        for x in area.left..<area.right { count += Int(ink[y * width + x]) }
        return count
      }
    }
  }

  /// How much ink each column of an area has.
  func columnCounts(in area: PixelBox) -> [Int] {
    guard !area.isEmpty else { return [] }
    var counts = [Int](repeating: 0, count: area.width)
    ink.withUnsafeBufferPointer { ink in
      for y in area.top..<area.bottom {
        for x in area.left..<area.right { counts[x - area.left] += Int(ink[y * width + x]) }
      }
    }
    return counts
  }

  /// The runs of ink in a row of an area: from, to (outside).
  func runs(row y: Int, in area: PixelBox) -> [(from: Int, to: Int)] {
    var runs: [(from: Int, to: Int)] = []
    var start: Int?
    for x in area.left..<area.right {
      if ink[y * width + x] != 0 {
        if start == nil { start = x }
      } else if let from = start {
        runs.append((from, x))
        start = nil
      }
    }
    if let from = start { runs.append((from, area.right)) }
    return runs
  }

  /// Makes paper of an area.
  mutating func clear(_ area: PixelBox) {
    let area = area.clipped(width: width, height: height)
    ink.withUnsafeMutableBufferPointer { ink in
      for y in area.top..<area.bottom {
        for x in area.left..<area.right { ink[y * width + x] = 0 }
      }
    }
  }
}

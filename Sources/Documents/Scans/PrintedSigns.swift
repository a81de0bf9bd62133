// Signs told by their shape: ≥ and ≤, which the recognizer's models do not know, and the colon, which they
// take for dirt.

/// A sign in a line of text.
struct PrintedSign: Equatable {
  let scalar: Unicode.Scalar
  /// Its columns of ink.
  let columns: Range<Int>
}

enum PrintedSigns {
  /// The signs ≥ ≤ ≧ ≦ and : in a piece of text, from left to right.
  static func signs(in piece: PixelBox, of map: InkMap, lineHeight: Int) -> [PrintedSign] {
    var signs: [PrintedSign] = []
    let counts = map.columnCounts(in: piece)
    var start: Int?
    for index in 0...counts.count {
      let isInk = index < counts.count && counts[index] > 0
      if isInk, start == nil { start = index }
      guard !isInk, let from = start else { continue }
      start = nil
      let columns = (piece.left + from)..<(piece.left + index)
      guard let scalar = sign(columns, piece, map, lineHeight) else { continue }
      signs.append(PrintedSign(scalar: scalar, columns: columns))
    }
    return signs
  }

  /// The strokes of one column from the top: their middles and how thick they are.
  private struct Strokes {
    var middles: [Double] = []
    var thickest = 0
  }

  private static func sign(
    _ columns: Range<Int>, _ piece: PixelBox, _ map: InkMap, _ lineHeight: Int
  ) -> Unicode.Scalar? {
    guard columns.count <= lineHeight * 6 / 5 else { return nil }
    let strokes = columns.map { Self.strokes(of: map, column: $0, from: piece.top, to: piece.bottom) }
    if columns.count * 4 < lineHeight { return isColon(strokes, lineHeight: lineHeight) ? ":" : nil }
    let ends = strokes.flatMap { [$0.middles.first, $0.middles.last].compactMap { $0 } }
    guard columns.count >= 8, let top = ends.min(), let bottom = ends.max() else { return nil }
    let height = bottom - top
    guard height * 3 >= Double(lineHeight), height >= 8, height <= Double(columns.count) * 2.2 else {
      return nil
    }
    if let bars = bars(strokes, height: height) { return bars == 1 ? "≥" : "≧" }
    if let bars = bars(strokes.reversed(), height: height) { return bars == 1 ? "≤" : "≦" }
    return nil
  }

  private static func strokes(of map: InkMap, column x: Int, from top: Int, to bottom: Int) -> Strokes {
    var strokes = Strokes()
    var start: Int?
    for y in top...bottom {
      let isInk = y < bottom && map.ink[y * map.width + x] != 0
      if isInk, start == nil { start = y }
      guard !isInk, let from = start else { continue }
      start = nil
      strokes.middles.append(Double(from + y) / 2)
      strokes.thickest = max(strokes.thickest, y - from)
    }
    return strokes
  }

  /// Whether columns, from the open side to the point, draw an arrowhead above a bar: two arms that come
  /// together evenly, and below them a bar that is level or runs along the lower arm.
  ///
  /// - Returns: the number of bars, 1 or 2; nil for another shape.
  private static func bars(_ columns: [Strokes], height: Double) -> Int? {
    let open = columns[(columns.count / 16)..<(columns.count * 5 / 8)]
    // Near the point the arms are one stroke.
    let fits = open.filter {
      ($0.middles.count == 3 || $0.middles.count == 4) && Double($0.thickest) < height * 0.34
    }
    guard fits.count >= 4, fits.count * 100 >= open.count * 70, let first = fits.first, let last = fits.last
    else { return nil }
    let pointed = columns[(columns.count * 7 / 8)...].filter { $0.middles.count <= first.middles.count - 1 }
    guard pointed.count * 2 >= columns.count - columns.count * 7 / 8 else { return nil }
    func way(_ stroke: Int) -> Double { last.middles[stroke] - first.middles[stroke] }
    func isStraight(_ stroke: Int) -> Bool {
      fits.indices.allSatisfy { index in
        let part = Double(index) / Double(max(1, fits.count - 1))
        return abs(fits[index].middles[stroke] - first.middles[stroke] - part * way(stroke)) < height * 0.1
      }
    }
    let count = fits.filter { $0.middles.count == 4 }.count * 2 > fits.count ? 4 : 3
    guard fits.allSatisfy({ $0.middles.count == count }) || fits.allSatisfy({ $0.middles.count == 3 }),
      last.middles.count == first.middles.count
    else { return nil }
    let arms = first.middles[1] - first.middles[0]
    guard arms >= height * 0.3, way(0) >= height * 0.12, way(1) <= -height * 0.12,
      isStraight(0), isStraight(1), isStraight(2)
    else { return nil }
    let isLevel = abs(way(2)) < height * 0.08
    let isAlong = abs(way(2) - way(1)) < height * 0.12
    return isLevel || isAlong ? first.middles.count - 2 : nil
  }

  /// Whether columns draw two dots of one size, one above the other.
  private static func isColon(_ columns: [Strokes], lineHeight: Int) -> Bool {
    let both = columns.filter { $0.middles.count == 2 }
    guard columns.count >= 3, both.count * 10 >= columns.count * 8,
      let middle = both.dropFirst(both.count / 2).first
    else { return false }
    let apart = middle.middles[1] - middle.middles[0]
    let size = Double(columns.count)
    // Dots are round, well apart, and stand below the line's middle or around it.
    return apart >= size * 1.5 && apart >= Double(lineHeight) * 0.2 && apart <= Double(lineHeight) * 0.7
      && Double(middle.thickest) <= size * 1.35 && Double(middle.thickest) >= size * 0.6
      && both.allSatisfy {
        abs($0.middles[0] - middle.middles[0]) < 2.5 && abs($0.middles[1] - middle.middles[1]) < 2.5
      }
  }
}

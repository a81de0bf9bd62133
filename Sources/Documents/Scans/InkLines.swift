// Lines of text in an area of a picture, and the pieces that gaps part on a line.

/// A stretch of text on one line, in pixels: the box of its ink.
struct InkPiece: Equatable {
  var box: PixelBox
  /// The ink of its whole line, which the pieces of a line share.
  var lineTop: Int
  var lineBottom: Int
}

/// Finds lines of text.
struct InkLines {
  let map: InkMap
  /// How high lines of full-width characters are on the page, in pixels.
  let usualHeight: Int

  /// - Parameter areas: where text may stand; their lines tell how high lines are.
  init(_ map: InkMap, areas: [PixelBox], pixelsPerPoint: Double) {
    self.map = map
    let most = Int(40 * pixelsPerPoint)
    var heights: [Int] = []
    for area in areas {
      for run in Self.runs(map.rowCounts(in: area.clipped(width: map.width, height: map.height)), least: 1)
      where run.count <= most && run.count >= Int(5 * pixelsPerPoint) {
        heights.append(run.count)
      }
    }
    heights.sort()
    usualHeight = heights.isEmpty ? Int(10 * pixelsPerPoint) : heights[heights.count / 2]
  }

  /// The pieces in an area, line by line from the top, from left to right.
  func pieces(in area: PixelBox) -> [InkPiece] {
    let area = area.clipped(width: map.width, height: map.height)
    guard !area.isEmpty else { return [] }
    return bands(in: area).flatMap { band in
      pieces(
        onLine: PixelBox(left: area.left, top: band.lowerBound, right: area.right, bottom: band.upperBound))
    }
  }

  // MARK: Lines

  private static func runs(_ counts: [Int], least: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, count) in counts.enumerated() {
      if count >= least {
        if start == nil { start = index }
      } else if let from = start {
        runs.append(from..<index)
        start = nil
      }
    }
    if let from = start { runs.append(from..<counts.count) }
    return runs
  }

  /// The rows of each line of text.
  private func bands(in area: PixelBox) -> [Range<Int>] {
    let counts = map.rowCounts(in: area)
    var lines: [Range<Int>] = []
    for run in Self.runs(counts, least: 1) {
      // The strokes of one line (二, ：, a dash) may have blank rows between.
      if let last = lines.last, run.upperBound - last.lowerBound <= usualHeight * 23 / 20,
        run.lowerBound - last.upperBound <= usualHeight * 14 / 20
      {
        lines[lines.count - 1] = last.lowerBound..<run.upperBound
      } else {
        lines.append(run)
      }
    }
    return lines.flatMap { split($0, counts) }
      .filter { line in counts[line].reduce(0, +) > max(6, usualHeight * usualHeight / 150) }
      .map { (area.top + $0.lowerBound)..<(area.top + $0.upperBound) }
  }

  /// Lines that touch are parted where there is least ink.
  private func split(_ run: Range<Int>, _ counts: [Int]) -> [Range<Int>] {
    let number = Int((Double(run.count) / (1.35 * Double(usualHeight))).rounded())
    guard number >= 2, run.count > usualHeight * 17 / 10 else { return [run] }
    var lines: [Range<Int>] = []
    var from = run.lowerBound
    for cut in 1..<number {
      let middle = run.lowerBound + run.count * cut / number
      let reach = usualHeight / 3
      let places = max(from + 1, middle - reach)..<min(run.upperBound - 1, middle + reach)
      guard let place = places.min(by: { counts[$0] < counts[$1] }) else { continue }
      // Large type is no pile of lines.
      let most = counts[run].max() ?? 0
      guard counts[place] * 4 <= most else { continue }
      lines.append(from..<place)
      from = place
    }
    lines.append(from..<run.upperBound)
    return lines
  }

  // MARK: Pieces

  private func pieces(onLine line: PixelBox) -> [InkPiece] {
    let gapMax = max(line.height, usualHeight * 3 / 4) * 5 / 4
    var pieces: [Range<Int>] = []
    for run in Self.runs(map.columnCounts(in: line), least: 1) {
      if let last = pieces.last, run.lowerBound - last.upperBound <= gapMax {
        pieces[pieces.count - 1] = last.lowerBound..<run.upperBound
      } else {
        pieces.append(run)
      }
    }
    return pieces.compactMap { piece in
      let box = PixelBox(
        left: line.left + piece.lowerBound, top: line.top, right: line.left + piece.upperBound,
        bottom: line.bottom)
      guard let inked = inked(box) else { return nil }
      return InkPiece(box: inked, lineTop: line.top, lineBottom: line.bottom)
    }
  }

  /// The smallest box around the ink of a box; nil for dirt.
  func inked(_ box: PixelBox) -> PixelBox? {
    let rows = map.rowCounts(in: box)
    let columns = map.columnCounts(in: box)
    guard let top = rows.firstIndex(where: { $0 > 0 }), let bottom = rows.lastIndex(where: { $0 > 0 }),
      let left = columns.firstIndex(where: { $0 > 0 }), let right = columns.lastIndex(where: { $0 > 0 }),
      rows.reduce(0, +) > max(6, usualHeight * usualHeight / 200)
    else { return nil }
    return PixelBox(
      left: box.left + left, top: box.top + top, right: box.left + right + 1, bottom: box.top + bottom + 1)
  }
}

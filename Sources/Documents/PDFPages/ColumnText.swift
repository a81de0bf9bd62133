// Texts of a block by column: what stands where, how wide columns are, how often they hold a text.

/// One line's text in one column or several.
struct ColumnPart {
  var columns: Range<Int>
  let line: TextLine
  /// Whether the text has Chinese characters.
  let isChinese: Bool

  init(columns: Range<Int>, line: TextLine) {
    self.columns = columns
    self.line = line
    isChinese = line.glyphs.contains { $0.scalar.value >= 0x2E80 }
  }

  var box: PageBox { line.box }
  var middle: Double { line.box.centerY }
}

/// The texts of a block in their columns.
struct ColumnText {
  /// From top to bottom.
  private(set) var parts: [ColumnPart]
  let columnCount: Int
  /// For each column how often it holds a text, beside the column that most often does: 0…1.
  private(set) var weights: [Double]
  /// The smallest distance of lines below each other, in sizes of the type, for letters and for Chinese:
  /// that of lines in one cell, where any cell has two. The share of texts close below another that would
  /// have had room behind it: high where rows have no white space between them.
  private(set) var looseShare = 0.0
  private var leastPitches = (letters: Double.infinity, chinese: Double.infinity)
  /// Where the texts of each column begin and end.
  private(set) var extents: [(left: Double, right: Double)]
  private var widths: [Range<Int>: Double] = [:]
  /// How far the positions between columns are from each other, from the second column on.
  private let distances: [Double]
  /// What cells keep free beside their texts, in sizes of the type.
  private static let margin = 1.2

  /// - Parameter edges: of the columns, from the block's left side to its right.
  init(_ lines: [TextLine], _ gaps: ColumnGaps, _ separators: [ColumnGaps.Separator]) {
    let positions = separators.map(\.position)
    columnCount = positions.count + 1
    distances = zip(positions, positions.dropFirst()).map { $1 - $0 }
    parts = []
    for (index, line) in lines.enumerated() {
      let cuts = gaps.cuts(ofLine: index, at: separators)
      for (place, part) in line.parted(at: cuts.map(\.position)) {
        let first = positions.count { $0 < part.box.left + 0.5 }
        let last = positions.count { $0 < part.box.right - 0.5 }
        // A text that nearly touches the next ends with its column, wherever that is taken to end.
        let least = place > 0 ? cuts[place - 1].separator + 1 : 0
        let most = place < cuts.count ? cuts[place].separator : columnCount - 1
        let start = min(max(first, least), most)
        parts.append(ColumnPart(columns: start..<max(start, min(last, most)) + 1, line: part))
      }
    }
    parts.sort { ($0.middle, $0.box.left) < ($1.middle, $1.box.left) }
    weights = [Double](repeating: 0, count: columnCount)
    extents = [(left: Double, right: Double)](repeating: (.infinity, -.infinity), count: columnCount)
    measure()
  }

  private mutating func measure() {
    var last: [Range<Int>: Int] = [:]
    var pitches: (letters: [Double], chinese: [Double]) = ([], [])
    for (index, part) in parts.enumerated() {
      let width = part.line.bodyRight - part.box.left
      widths[part.columns] = max(widths[part.columns] ?? 0, width)
      let (first, end) = (part.columns.lowerBound, part.columns.upperBound - 1)
      extents[first].left = min(extents[first].left, part.box.left)
      extents[end].right = max(extents[end].right, part.line.bodyRight)
      if let above = last[part.columns], let pitch = pitch(parts[above], part), pitch > 0.8 {
        if Self.isChinese(parts[above], part) {
          pitches.chinese.append(pitch)
        } else {
          pitches.letters.append(pitch)
        }
      }
      last[part.columns] = index
    }
    leastPitches = (Self.usualLeast(of: pitches.letters), Self.usualLeast(of: pitches.chinese))
    weigh()
  }

  /// The smallest distance that is no chance: some others are like it.
  private static func usualLeast(of pitches: [Double]) -> Double {
    let sorted = pitches.sorted()
    let needed = max(2, sorted.count / 20)
    for (index, pitch) in sorted.enumerated() where index + needed <= sorted.count {
      if sorted[index + needed - 1] < pitch * 1.08 { return pitch }
    }
    return sorted.first ?? .infinity
  }

  /// Counts how often each column has a text of its own.
  private mutating func weigh() {
    var counts = [Double](repeating: 0, count: columnCount)
    var pairs = (all: 0.0, loose: 0.0)
    var last = [Int?](repeating: nil, count: columnCount)
    for (index, part) in parts.enumerated() {
      for column in part.columns {
        let isTight = last[column].map { self.isTight(parts[$0], part) } ?? false
        let goesOn = isTight && last[column].map { isFull(parts[$0], part) } ?? false
        pairs.all += 1
        if isTight, !goesOn { pairs.loose += 1 }
        if !goesOn { counts[column] += 1 }
        last[column] = index
      }
    }
    looseShare = pairs.loose / max(pairs.all, 1)
    let most = counts.max() ?? 1
    weights = counts.map { $0 / max(most, 1) }
  }

  /// Fonts of letters have their own distance of lines.
  private static func isChinese(_ one: ColumnPart, _ other: ColumnPart) -> Bool {
    one.isChinese || other.isChinese
  }

  /// The distance of two texts in sizes of the type; nil where they do not stand below each other.
  private func pitch(_ above: ColumnPart, _ below: ColumnPart) -> Double? {
    guard above.box.left < below.box.right, below.box.left < above.box.right else { return nil }
    return (below.middle - above.middle) / max(above.line.size, below.line.size, 1)
  }

  /// How far a text is from the one above it, beside the usual distance of lines.
  func spread(_ above: ColumnPart, _ below: ColumnPart) -> Double {
    let pitch = (below.middle - above.middle) / max(above.line.size, below.line.size, 1)
    let least =
      Self.isChinese(above, below)
      ? leastPitches.chinese : min(leastPitches.letters, leastPitches.chinese)
    return pitch / min(max(least, 1), 2)
  }

  /// Whether two lines are as near each other as those of one cell.
  func isTight(_ above: ColumnPart, _ below: ColumnPart) -> Bool { spread(above, below) < 1.25 }

  /// Whether the beginning of a line would not have fitted behind the one above it.
  func isFull(_ above: ColumnPart, _ below: ColumnPart, width: Double = 0) -> Bool {
    var room = max(widths[above.columns] ?? 0, width)
    if above.columns.count == 1, distances.indices.contains(above.columns.lowerBound - 1) {
      room = max(room, distances[above.columns.lowerBound - 1] - Self.margin * above.line.size)
    }
    return above.box.width + WrappedText.beginning(of: below.line) > room - 0.3 * below.line.size
  }

  /// Whether two lines begin, end or are centred at the same place.
  func isFlush(_ above: ColumnPart, _ below: ColumnPart) -> Bool {
    let near = 0.7 * max(above.line.size, below.line.size)
    return abs(above.box.left - below.box.left) < near || abs(above.box.right - below.box.right) < near
      || abs(above.box.centerX - below.box.centerX) < near
  }
}

extension TextLine {
  /// The line cut at ascending positions in its white space: which stretch each part is of, from the left.
  func parted(at positions: [Double]) -> [(place: Int, line: TextLine)] {
    guard !positions.isEmpty else { return [(0, self)] }
    var groups = [[Glyph]](repeating: [], count: positions.count + 1)
    for glyph in glyphs { groups[positions.count { $0 < glyph.box.centerX }].append(glyph) }
    return groups.enumerated().compactMap { place, group in
      group.firstIndex { !$0.isBlank }.map { (place, TextLine(Array(group[$0...]))) }
    }
  }
}

// Where the columns of a block of text are parted: white space that its lines share.

/// The white space of a block's lines.
struct ColumnGaps {
  /// Parts of a line further apart than this, in sizes of the type, stand in different columns.
  static let wide = 1.2
  /// White space narrower than this is a blank between words; what lies between the two parts columns only
  /// where several lines have it.
  static let narrow = 0.45

  /// White space narrower than this is none.
  private static let seam = 0.15

  /// One position between columns, and how far it can be moved before a text is cut.
  struct Separator {
    var position: Double
    var from: Double
    var to: Double
  }

  private struct Gap {
    var from: Double
    var to: Double
    var line: Int
  }

  private let words: [[PageBox]]
  private let seams: [[Double]]
  private var wide: [Gap] = []
  private var slim: [Gap] = []

  init(_ lines: [TextLine]) {
    words = lines.map { $0.segments(gap: Self.narrow).map(\.box) }
    seams = Self.seams(of: lines)
    for (index, line) in lines.enumerated() {
      let parts = inkBeside(index, lines)
      for next in 1..<max(1, parts.count) {
        let gap = Gap(from: parts[next - 1].box.right, to: parts[next].box.left, line: index)
        // What stands at another height is of another cell, however near.
        let isSetOff = parts[next - 1].line.flatMap { one in parts[next].line.map { one != $0 } } ?? false
        let least = (isSetOff ? Self.seam : Self.wide) * line.size
        if gap.to - gap.from > least { wide.append(gap) } else { slim.append(gap) }
      }
    }
  }

  /// A stretch of text, and the line it is of; nil where lines overlap.
  private typealias Ink = (box: PageBox, line: Int?)

  /// What stands at the height of a line from left to right: its own words, and those of lines that are
  /// set off by less than a line.
  private func inkBeside(_ index: Int, _ lines: [TextLine]) -> [Ink] {
    let own = lines[index].box
    var boxes = words[index].map { Ink($0, index) }
    for other in max(0, index - 3)..<min(lines.count, index + 4) where other != index {
      let shared = min(own.bottom, lines[other].box.bottom) - max(own.top, lines[other].box.top)
      if shared > 0.1 * min(own.height, lines[other].box.height) {
        boxes += words[other].map { Ink($0, other) }
      }
    }
    guard boxes.count > words[index].count else { return boxes }
    var ink: [Ink] = []
    for box in boxes.sorted(by: { $0.box.left < $1.box.left }) {
      if let last = ink.last, box.box.left < last.box.right {
        ink[ink.count - 1].box.formUnion(box.box)
        ink[ink.count - 1].line = nil
      } else {
        ink.append(box)
      }
    }
    return ink
  }

  /// The fewest positions that stand in every wide gap, and those that narrow gaps of several lines share.
  ///
  /// - Parameter known: positions that ruling lines tell.
  func separators(known: [Double]) -> [Separator] {
    var result = known.sorted().map { Separator(position: $0, from: $0 - 2, to: $0 + 2) }
    func isMet(_ gap: Gap) -> Bool {
      result.contains { $0.position >= gap.from - 0.5 && $0.position <= gap.to + 0.5 }
    }
    let open = wide.filter { !isMet($0) }
    result += Self.clusters(open).map { quietest(from: $0.from, to: $0.to) }
    for cluster in Self.clusters(slim.filter { !isMet($0) }) {
      let separator = quietest(from: cluster.from, to: cluster.to)
      let support = Set(cluster.lines).count
      if support >= 3, crossings(separator.position) <= support { result.append(separator) }
    }
    return result.sorted { $0.position < $1.position }.map(fitted)
  }

  /// A separator moved to where texts nearly touch.
  private func fitted(_ separator: Separator) -> Separator {
    let near = seams.joined().filter { $0 > separator.from && $0 < separator.to }.sorted()
    guard near.count > 1 else { return separator }
    var moved = separator
    moved.position = near[near.count / 2]
    return crossings(moved.position) <= crossings(separator.position) ? moved : separator
  }

  /// Gaps that share white space, the common part of each set.
  private static func clusters(_ gaps: [Gap]) -> [(from: Double, to: Double, lines: [Int])] {
    var result: [(from: Double, to: Double, lines: [Int])] = []
    for gap in gaps.sorted(by: { ($0.to, $0.from) < ($1.to, $1.from) }) {
      if let last = result.indices.last, gap.from < result[last].to - 0.5 {
        result[last].from = max(result[last].from, gap.from)
        result[last].lines.append(gap.line)
      } else {
        result.append((gap.from, gap.to, [gap.line]))
      }
    }
    return result
  }

  /// How many lines have a word across a position.
  private func crossings(_ position: Double) -> Int {
    words.count { $0.contains { $0.left < position && $0.right > position } }
  }

  /// The position within a gap that the fewest words cross, as near to its middle as may be.
  private func quietest(from: Double, to: Double) -> Separator {
    let middle = (from + to) / 2
    var best = (position: middle, crossings: Int.max)
    for step in 0...8 {
      // Outwards from the middle.
      let way = Double((step + 1) / 2) * (step % 2 == 0 ? 1 : -1)
      let position = middle + (to - from) * way / 9
      let count = crossings(position)
      if count < best.crossings { best = (position, count) }
    }
    return Separator(position: best.position, from: from, to: to)
  }

  /// The positions at which a line may be cut, and which separator each is of: those in its white space, and
  /// where two texts nearly touch.
  func cuts(ofLine line: Int, at separators: [Separator]) -> [(separator: Int, position: Double)] {
    let parts = words[line]
    return separators.enumerated().compactMap { index, separator in
      let isClear = (1..<max(1, parts.count)).contains {
        parts[$0 - 1].right <= separator.position + 0.5 && parts[$0].left >= separator.position - 0.5
      }
      if isClear { return (index, separator.position) }
      return seams[line].first { $0 > separator.from - 1 && $0 < separator.to + 1 }.map { (index, $0) }
    }
  }

  /// White space between two characters, in sizes of the type.
  private typealias Distance = (position: Double, width: Double, isMixed: Bool)

  /// Where two characters of a word are set apart a little and others are not: the texts of two cells with
  /// hardly a margin between them.
  ///
  /// Between Chinese and letters some programs set white space within a text; what all lines have there
  /// is usual.
  private static func seams(of lines: [TextLine]) -> [[Double]] {
    let distances = lines.map(Self.distances)
    func usual(_ isMixed: Bool) -> Double {
      let widths = distances.joined().filter { $0.isMixed == isMixed }.map(\.width).sorted()
      if isMixed { return 0.25 }
      return widths.isEmpty ? 0 : max(0, widths[widths.count / 2])
    }
    let (plain, mixed) = (usual(false), usual(true))
    return distances.map { line in
      let own = line.filter { !$0.isMixed }.map(\.width).sorted()
      let usual = own.isEmpty ? plain : max(plain, own[own.count / 2])
      return line.filter { $0.width > ($0.isMixed ? mixed : usual) + 0.08 }.map(\.position)
    }
  }

  private static func distances(of line: TextLine) -> [Distance] {
    let inked = line.glyphs.filter { !$0.isBlank }
    func isChinese(_ glyph: Glyph) -> Bool { glyph.scalar.value >= 0x2E80 }
    let widths = inked.filter(isChinese).map(\.box.width).sorted()
    let full = widths.isEmpty ? 0 : widths[widths.count / 2]
    // The boxes of some characters hug them: what is free beside them is no white space.
    func isHugged(_ glyph: Glyph) -> Bool { isChinese(glyph) && glyph.box.width < 0.95 * full }
    return zip(inked, inked.dropFirst()).compactMap { left, right in
      guard !isHugged(left), !isHugged(right) else { return nil }
      return (
        (left.box.right + right.box.left) / 2, (right.box.left - left.box.right) / max(line.size, 1),
        isChinese(left) != isChinese(right)
      )
    }
  }
}

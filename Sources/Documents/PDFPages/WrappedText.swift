// Lines of a cell or column put together: what was wrapped is joined, what was broken on purpose stays.

enum WrappedText {
  /// The text of lines in a column.
  ///
  /// A line was wrapped where the beginning of the next one would not have fitted behind it. The room for
  /// text is told by the lines' own left edge, as cells have the same margin on both sides.
  ///
  /// - Parameter edge: where lines that go on begin; without it, where the leftmost one does.
  static func text(of lines: [TextLine], left: Double, right: Double, edge: Double? = nil) -> String {
    guard let first = lines.first else { return "" }
    let edge = edge ?? lines.map(\.box.left).min() ?? left
    var text = first.text
    let room = Self.room(of: lines, left: left, right: right)
    let items = ItemStyles(lines)
    let areCentered = isCentered(lines)
    for index in 1..<max(1, lines.count) {
      let next = lines[index].text
      guard !next.isEmpty else { continue }
      if isWrapped(lines[index - 1], lines[index], items, areCentered: areCentered, edge: edge, room: room) {
        if needsBlank(lines[index - 1], next) { text.append(" ") }
      } else if !text.isEmpty {
        text.append("\n")
      }
      text += next
    }
    return text
  }

  /// The width that a line may have.
  static func room(of lines: [TextLine], left: Double, right: Double) -> Double {
    let margins = lines.map { $0.box.left - left }
    let ends = lines.map { right - $0.box.right }
    let least = max(0, min(margins.min() ?? 0, ends.min() ?? 0))
    let edge = margins.min() ?? 0
    let isFlush = lines.count >= 2 && margins.filter { abs($0 - edge) < 1.2 }.count * 2 >= lines.count
    let margin = isFlush ? min(edge, 12) : min(least, 6)
    return max(right - left - 2 * max(margin, 0), lines.map { $0.bodyRight - $0.box.left }.max() ?? 0)
  }

  /// Whether lines fill a cell to its lower edge, so that they may go on elsewhere.
  static func endsFull(_ lines: [TextLine], in box: PageBox) -> Bool {
    guard let last = lines.last, let first = lines.first else { return false }
    let isLow = box.bottom - last.box.bottom < 1.3 * last.size
    return isLow
      && (endsWide(lines, in: box) || lines.count >= 4 && last.box.bottom - first.box.top > box.height * 0.7)
  }

  /// Whether the last line runs to the right edge.
  static func endsWide(_ lines: [TextLine], in box: PageBox) -> Bool {
    guard let last = lines.last else { return false }
    return last.bodyRight - last.box.left > room(of: lines, left: box.left, right: box.right) - 2.2
      * last.size
  }

  private static func isWrapped(
    _ line: TextLine, _ next: TextLine, _ items: ItemStyles, areCentered: Bool, edge: Double, room: Double
  ) -> Bool {
    let size = line.size
    if items.isBreak(between: line, next) { return false }
    let isCentered = areCentered || isCentered([line, next])
    if !isCentered {
      // What goes on begins at the column's edge, or below the line's own beginning; what is set further in
      // begins a paragraph.
      let isFlush = next.box.left - edge < size || abs(next.box.left - line.box.left) < 0.6 * size
      let isIndented = next.box.left - edge > 1.5 * size && next.box.left - edge < 4.5 * size
      guard isFlush, !isIndented else { return false }
    }
    let isFarIn = isCentered || line.box.left - edge > 4.5 * size
    // A blank at the line's end would have stood before what follows.
    let blank = line.glyphs.last.map { $0.isBlank ? min($0.box.width, 0.5 * size) : 0 } ?? 0
    let width = line.box.right + blank - (isFarIn ? line.box.left : edge)
    // Where the widths of characters were guessed, lines end early.
    let slack = line.glyphs.first?.confidence == nil ? 0.1 : 2.2
    return width + beginning(of: next) > room - slack * size
  }

  /// Lines that share their middle and not their left edge.
  static func isCentered(_ lines: [TextLine]) -> Bool {
    guard lines.count >= 2 else { return false }
    let middles = lines.map(\.box.centerX)
    let lefts = lines.map(\.box.left)
    let spread = (middles.max() ?? 0) - (middles.min() ?? 0)
    return spread < 2.5 && (lefts.max() ?? 0) - (lefts.min() ?? 0) > 2 * spread + 1
  }

  /// The width of what cannot be parted at the front of a line: a word, or a character with the signs that
  /// cling to it.
  static func beginning(of line: TextLine) -> Double {
    let inked = line.glyphs.filter { !$0.isBlank }
    guard let first = inked.first else { return 0 }
    var end = 0
    while end + 1 < inked.count, inked[end].scalar.isOpener || inked[end].scalar.isSign { end += 1 }
    if inked[end].scalar.isWordPart {
      while end + 1 < inked.count, inked[end + 1].scalar.isWordPart || inked[end + 1].scalar.isPoint,
        inked[end + 1].box.left - inked[end].box.right < 0.2 * line.size
      {
        end += 1
      }
    }
    // Some programs part a character neither from a quotation mark beside it nor what is behind the mark.
    var marks = 0
    while end + 2 < inked.count, marks < 4, inked[end + 1].scalar.isQuotation {
      end += 2
      marks += 1
    }
    while end + 1 < inked.count, inked[end + 1].scalar.isCloser { end += 1 }
    return inked[end].box.right - first.box.left
  }

  /// Words of letters are parted by a blank where the line ends; numbers and Chinese are not.
  private static func needsBlank(_ line: TextLine, _ next: String) -> Bool {
    guard let last = line.glyphs.last, let first = next.unicodeScalars.first else { return false }
    if last.isBlank, let inked = line.glyphs.last(where: { !$0.isBlank }) {
      return first.isWordLetter || inked.scalar.isWordLetter
    }
    return last.scalar.properties.isAlphabetic && last.scalar.isWordLetter && first.isWordLetter
      && first.properties.isAlphabetic
  }
}

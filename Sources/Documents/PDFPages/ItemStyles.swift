// How the items of a text are numbered, and whether they run on in its lines or each begins one.

/// A number before an item: `（二）`, `3.`, `四、`.
struct ItemNumber: Hashable {
  /// How it is written.
  struct Style: Hashable {
    var isOpen: Bool
    var isChinese: Bool
    var mark: Unicode.Scalar
  }

  var style: Style
  /// The numeral as printed.
  var numeral: String

  /// The number that scalars begin with; nil where they begin with none.
  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    guard let first = scalars.first else { return nil }
    let isOpen = first == "（" || first == "("
    let rest = isOpen ? scalars.dropFirst() : scalars
    let number = rest.prefix { PageWords.numerals.contains($0) }
    guard let digit = number.first, number.count <= 3, let mark = rest.dropFirst(number.count).first else {
      return nil
    }
    guard isOpen ? mark == "）" || mark == ")" : "、.．".unicodeScalars.contains(mark) else { return nil }
    // 3.5 is no item
    if mark == ".", let next = rest.dropFirst(number.count + 1).first, ("0"..."9").contains(next) {
      return nil
    }
    style = Style(isOpen: isOpen, isChinese: !digit.isASCII, mark: mark)
    numeral = String(String.UnicodeScalarView(number))
  }

  /// The numeral before this one; nil for the first, and beyond ten in Chinese.
  var previous: String? {
    if let number = Int(numeral) { return number > 1 ? String(number - 1) : nil }
    let order = PageWords.ordinals
    return order.firstIndex { String($0) == numeral }.flatMap { $0 > 0 ? String(order[$0 - 1]) : nil }
  }
}

/// What the lines of a text show of its items.
struct ItemStyles {
  /// Styles of items inside lines, behind a sentence: such items run on and do not begin lines of their own.
  private var running: Set<ItemNumber.Style> = []
  /// Items that begin lines.
  private var beginnings: Set<ItemNumber> = []

  init(_ lines: [TextLine]) {
    for line in lines {
      let scalars = line.inked
      if let item = ItemNumber(scalars[...]) { beginnings.insert(item) }
      for index in scalars.indices.dropFirst() where "。；;！？".unicodeScalars.contains(scalars[index - 1]) {
        if let item = ItemNumber(scalars[index...]) { running.insert(item.style) }
      }
    }
  }

  /// Whether a line was ended on purpose because the next one begins an item or a label.
  func isBreak(between line: TextLine, _ next: TextLine) -> Bool {
    guard next.beginsItem else { return false }
    guard let item = ItemNumber(next.inked[...]) else { return line.endsSentence }
    // a blank behind the sentence was printed for the item to follow it
    if running.contains(item.style) || line.glyphs.last?.isBlank == true { return false }
    if line.endsSentence { return true }
    guard let previous = item.previous else { return false }
    var before = item
    before.numeral = previous
    return beginnings.contains(before)
  }
}

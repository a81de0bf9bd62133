// Characters put into lines, and lines into text.

/// Characters on one line, from left to right.
struct TextLine {
  private(set) var glyphs: [Glyph]
  private(set) var box: PageBox
  /// The type's usual size on the line.
  private(set) var size: Double
  /// Its page, and by how much that was enlarged.
  var page = 0
  var zoom = 1.0

  /// - Parameter glyphs: at least one.
  init(_ glyphs: [Glyph]) {
    self.glyphs = glyphs.sorted { $0.box.left < $1.box.left }
    var box = glyphs[0].box
    var isInked = false
    var sizes: [Double] = []
    for glyph in glyphs where !glyph.isBlank {
      if isInked { box.formUnion(glyph.box) } else { box = glyph.box }
      isInked = true
      sizes.append(glyph.size)
    }
    self.box = box
    sizes.sort()
    size = sizes.isEmpty ? glyphs[0].size : sizes[sizes.count / 2]
  }

  /// Where the line's words end: a mark at the end may hang over the column's edge.
  var bodyRight: Double {
    glyphs.last { !$0.isBlank && !$0.scalar.isCloser }?.box.right ?? box.right
  }

  var inked: [Unicode.Scalar] { glyphs.filter { !$0.isBlank }.map(\.scalar) }

  /// True where a sentence, a clause or a label ends with the line.
  var endsSentence: Bool {
    inked.last.map { "。；;：:！？".unicodeScalars.contains($0) } ?? false
  }

  /// True for a line that begins as items and labels do: `一、`, `（二）`, `3.`, `绩效指标：`.
  var beginsItem: Bool {
    let scalars = Array(inked.prefix(12))
    guard let first = scalars.first else { return false }
    if (0x2460...0x2473).contains(first.value) { return true }
    let isOpen = first == "（" || first == "("
    let rest = isOpen ? scalars.dropFirst() : scalars[...]
    let number = rest.prefix { PageWords.numerals.contains($0) }
    if !number.isEmpty, number.count <= 3, let mark = rest.dropFirst(number.count).first {
      if isOpen ? mark == "）" || mark == ")" : "、.．".unicodeScalars.contains(mark) { return true }
    }
    return scalars.dropFirst(2).prefix(8).contains { $0 == "：" || $0 == ":" }
  }

  /// Puts characters into lines by how much they overlap in height.
  static func lines(of glyphs: [Glyph]) -> [TextLine] {
    var groups: [(top: Double, bottom: Double, glyphs: [Glyph])] = []
    for glyph in glyphs.sorted(by: { $0.box.centerY < $1.box.centerY }) {
      if let last = groups.indices.last {
        let overlap =
          min(groups[last].bottom, glyph.box.bottom) - max(groups[last].top, glyph.box.top)
        let least = min(groups[last].bottom - groups[last].top, glyph.box.height)
        if overlap > least * 0.5 {
          // A tall character must not draw the next line in.
          if groups[last].glyphs.count < 3
            || glyph.box.height <= (groups[last].bottom - groups[last].top) * 1.3
          {
            groups[last].top = min(groups[last].top, glyph.box.top)
            groups[last].bottom = max(groups[last].bottom, glyph.box.bottom)
          }
          groups[last].glyphs.append(glyph)
          continue
        }
      }
      groups.append((glyph.box.top, glyph.box.bottom, [glyph]))
    }
    return groups.filter { $0.glyphs.contains { !$0.isBlank } }.map { TextLine($0.glyphs) }
  }

  /// Puts characters into lines by the height of their middles: texts in columns beside each other are
  /// set off by half a line where one has one line more.
  static func columnLines(of glyphs: [Glyph]) -> [TextLine] {
    var groups: [(sum: Double, size: Double, glyphs: [Glyph])] = []
    for glyph in glyphs.sorted(by: { $0.box.centerY < $1.box.centerY }) {
      if let last = groups.indices.last {
        let mean = groups[last].sum / Double(groups[last].glyphs.count)
        if glyph.box.centerY - mean < 0.33 * max(glyph.box.height, groups[last].size) {
          groups[last].sum += glyph.box.centerY
          groups[last].size = max(groups[last].size, glyph.box.height)
          groups[last].glyphs.append(glyph)
          continue
        }
      }
      groups.append((glyph.box.centerY, glyph.box.height, [glyph]))
    }
    return groups.filter { $0.glyphs.contains { !$0.isBlank } }.map { TextLine($0.glyphs) }
  }

  /// Parts of the line set apart by wide gaps.
  func segments(gap: Double) -> [TextLine] {
    var result: [TextLine] = []
    var part: [Glyph] = []
    var right = -Double.infinity
    for glyph in glyphs {
      if !glyph.isBlank, glyph.box.left - right > gap * size, part.contains(where: { !$0.isBlank }) {
        result.append(TextLine(part))
        part = []
      }
      if glyph.isBlank, part.isEmpty { continue }
      part.append(glyph)
      if !glyph.isBlank { right = max(right, glyph.box.right) }
    }
    if part.contains(where: { !$0.isBlank }) { result.append(TextLine(part)) }
    return result
  }

  /// The line as text: printed blanks as they are, a blank where words of letters are set apart.
  var text: String {
    var text = ""
    var last: Glyph?
    for glyph in glyphs {
      if glyph.isBlank {
        if !text.isEmpty { text.unicodeScalars.append(glyph.scalar == "\u{A0}" ? " " : glyph.scalar) }
      } else {
        if let last, !last.isBlank, needsBlank(last, glyph) { text.append(" ") }
        text.unicodeScalars.append(glyph.scalar)
      }
      last = glyph
    }
    while let end = text.unicodeScalars.last, end.properties.isWhitespace { text.unicodeScalars.removeLast() }
    return text
  }

  private func needsBlank(_ left: Glyph, _ right: Glyph) -> Bool {
    let gap = right.box.left - left.box.right
    return left.scalar.isWordLetter && right.scalar.isWordLetter && gap > 0.2 * size
  }
}

extension Unicode.Scalar {
  /// A letter or digit of ASCII: words of these have blanks between them.
  var isWordLetter: Bool {
    switch self {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }

  /// A sign that words of letters are not parted at, as in `GB/T`, `**%`, `a_b@c`.
  var isWordPart: Bool { isWordLetter || "*#_/@&^|~=+".unicodeScalars.contains(self) }

  /// A point or comma inside a number.
  var isPoint: Bool { self == "." || self == "," }

  /// A sign that stands before a number and is not parted from it.
  var isSign: Bool { "≥≤＞＜><=＝±+-~≈".unicodeScalars.contains(self) }

  /// A sign that must not begin a line.
  var isCloser: Bool {
    "，。、；：？！）》」』】〕”’％%‰℃…·,.;:?!)]}".unicodeScalars.contains(self)
  }

  /// A mark around quoted words, opening or closing.
  var isQuotation: Bool { "“”‘’".unicodeScalars.contains(self) }

  /// A sign that must not end a line.
  var isOpener: Bool { "（《「『【〔“‘([{￥$".unicodeScalars.contains(self) }
}

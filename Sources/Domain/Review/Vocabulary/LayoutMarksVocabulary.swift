// What a layout prints into a name and nobody has written: prefixes, stars, hints to fill in.

enum LayoutMarks {
  /// `指标1：培训人数` → `培训人数`; `★培训人数（必填）` → `培训人数`.
  static func removed(from name: String) -> String {
    guard mayBeMarked(name) else { return name }
    var text = Substring(name).unicodeScalars
    while let first = text.first, stars.contains(first) || first.isBlank { text.removeFirst() }
    if text.starts(with: "指标".unicodeScalars) {
      let rest = text.dropFirst(2).drop { $0.isDigit || numerals.contains($0) }
      if let mark = rest.first, marks.contains(mark) { text = rest.dropFirst() }
    }
    while let last = text.last, last == "）" || last == ")" || last == "★",
      let hint = hints.first(where: { text.reversed().starts(with: $0) })
    {
      text.removeLast(hint.count)
    }
    return text.startIndex == name.startIndex && text.endIndex == name.endIndex
      ? name : String(Substring(text))
  }

  /// A look at both ends: most names stand there as they were written.
  private static func mayBeMarked(_ name: String) -> Bool {
    guard let first = name.utf8.first, let last = name.utf8.last else { return false }
    switch (first, last) {
    // ）, ★ and ) by their last bytes.
    case (_, 0x89), (_, 0x85), (_, UInt8(ascii: ")")): return true
    // Most Chinese characters, but not those around 指.
    case (0xE4, _), (0xE5, _), (0xE7...0xE9, _): return false
    default: return name.unicodeScalars.first.map { $0 == "指" || $0.isBlank || stars.contains($0) } ?? false
    }
  }

  private static let stars = ScalarSet("★☆*")
  private static let numerals = ScalarSet("一二三四五六七八九十")
  private static let marks = ScalarSet("：:、.．")

  /// Hints at the end, read backwards.
  private static let hints = ["（必填）", "(必填)", "（选填）", "(选填)", "（必填项）", "★"].map {
    Array($0.unicodeScalars.reversed())
  }
}

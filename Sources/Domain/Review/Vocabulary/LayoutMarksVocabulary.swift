// What a layout prints into a name and nobody has written: prefixes, stars, hints to fill in.

enum LayoutMarks {
  /// `指标1：培训人数` → `培训人数`; `★培训人数（必填）` → `培训人数`.
  static func removed(from name: ReviewText) -> ReviewText {
    guard mayBeMarked(name.scalars) else { return name }
    let bare = removed(from: name.text)
    return bare.utf8.count == name.text.utf8.count ? name : ReviewText(bare)
  }

  private static func removed(from name: String) -> String {
    var text = Substring(name).unicodeScalars
    while let first = text.first, stars.contains(first) || first.isBlank { text.removeFirst() }
    if text.starts(with: "指标".unicodeScalars) {
      let rest = text.dropFirst(2).drop { $0.isDigit || numerals.contains($0) }
      if let mark = rest.first, marks.contains(mark) {
        text = rest.dropFirst()
      } else if text.dropFirst(2).first?.isDigit == true, rest.prefix(2).allSatisfy(\.isIdeograph),
        rest.count >= 2
      {
        // 指标1学生满意度
        text = rest
      }
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
  private static func mayBeMarked(_ name: [Unicode.Scalar]) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    return first == "指" || first.isBlank || stars.contains(first) || last == "）" || last == ")" || last == "★"
  }

  private static let stars = ScalarSet("★☆*")
  private static let numerals = ScalarSet("一二三四五六七八九十")
  private static let marks = ScalarSet("：:、.．")

  /// Hints at the end, read backwards.
  private static let hints = ["（必填）", "(必填)", "（选填）", "(选填)", "（必填项）", "★"].map {
    Array($0.unicodeScalars.reversed())
  }
}

// What a layout prints into a name and nobody has written: prefixes, stars, hints to fill in.

enum LayoutMarks {
  /// `指标1：培训人数` → `培训人数`; `★培训人数（必填）` → `培训人数`.
  static func removed(from name: String) -> String {
    var text = Substring(name).unicodeScalars
    while let first = text.first, "★☆*".unicodeScalars.contains(first) || first.isBlank { text.removeFirst() }
    if text.starts(with: "指标".unicodeScalars) {
      let rest = text.dropFirst(2).drop { $0.isDigit || "一二三四五六七八九十".unicodeScalars.contains($0) }
      if let mark = rest.first, "：:、.．".unicodeScalars.contains(mark) { text = rest.dropFirst() }
    }
    while let last = text.last, last == "）" || last == ")" || last == "★",
      let hint = hints.first(where: { text.reversed().starts(with: $0) })
    {
      text.removeLast(hint.count)
    }
    return text.count == name.unicodeScalars.count ? name : String(Substring(text))
  }

  /// Hints at the end, read backwards.
  private static let hints = ["（必填）", "(必填)", "（选填）", "(选填)", "（必填项）", "★"].map {
    Array($0.unicodeScalars.reversed())
  }
}

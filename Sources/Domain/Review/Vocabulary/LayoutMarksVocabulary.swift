// What a layout prints into a name and nobody has written: prefixes, stars, hints to fill in.

enum LayoutMarks {
  /// `指标1：培训人数` → `培训人数`; `★培训人数（必填）` → `培训人数`.
  static func removed(from name: String) -> String {
    var text = Substring(name)
    while let first = text.first, first == "★" || first == "☆" || first == "*" || first.isWhitespace {
      text.removeFirst()
    }
    if text.hasPrefix("指标") {
      let rest = text.dropFirst(2).drop { $0.isNumber }
      if let mark = rest.first, "：:、.．".contains(mark) { text = rest.dropFirst() }
    }
    for hint in hints where text.hasSuffix(hint) { text = text.dropLast(hint.count) }
    return String(text)
  }

  private static let hints = ["（必填）", "(必填)", "（选填）", "(选填)", "（必填项）", "★"]
}

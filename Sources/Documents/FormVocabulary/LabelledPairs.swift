// Parts lines and cells that hold label and value together, such as “项目名称：道路养护   单位：万元”.

/// A label and the value behind it in the same text.
package struct LabelledPair {
  /// The text before the colon.
  package var label: LabelText
  /// What the label can name.
  package var meaning: Meaning
  /// The text behind the colon, without white space at its ends.
  package var value: String
}

/// Finds labels and values that one text holds.
package enum LabelledPairs {
  /// Label and value of one text, parted at its first colon; nil where no known label leads.
  package static func pair(_ text: String) -> LabelledPair? {
    let scalars = text.unicodeScalars
    var position = 0
    for index in scalars.indices {
      position += 1
      if position > 40 { return nil }
      let scalar = scalars[index]
      guard scalar == "：" || scalar == ":" || scalar == "∶" else { continue }
      let head = String(text[..<index])
      if LabelText.folded(head) == "其中" { continue }
      guard let reading = LabelReading.of(head), reading.meaning.field != nil else { return nil }
      return LabelledPair(
        label: reading.label, meaning: reading.meaning,
        value: CleanText.trimmed(String(text[scalars.index(after: index)...])))
    }
    return nil
  }

  /// Every pair of a line; parts are set apart by white space before a known label.
  package static func all(in line: String) -> [LabelledPair] {
    var pairs: [LabelledPair] = []
    for chunk in chunks(line) {
      if let pair = pair(chunk) {
        pairs.append(pair)
      } else if !pairs.isEmpty, FormTitle.unitLine(chunk) == nil {
        let last = pairs.count - 1
        pairs[last].value += pairs[last].value.isEmpty ? chunk : " " + chunk
      }
    }
    return pairs
  }

  private static func chunks(_ line: String) -> [String] {
    line.unicodeScalars.split(whereSeparator: CleanText.isSpace).map { String($0) }
  }
}

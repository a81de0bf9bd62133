// Options to tick: which of several is marked, as in “1、部门预算项目 √  2、市级专项 □” or “☑ 一次性 □ 经常性”.

/// Cells that print every option and mark the chosen one.
package enum CheckBoxes {
  private static let ticks: Set<Character> = ["√", "✓", "✔", "☑", "☒", "■", "✅"]
  private static let boxes: Set<Character> = ["□", "☐", "◻", "▢"]

  /// The one option that is ticked, without its number; nil where there are no boxes, or none or several are
  /// ticked.
  package static func chosen(in text: String) -> String? {
    let marks = text.filter { ticks.contains($0) || boxes.contains($0) }
    guard marks.count(where: { ticks.contains($0) }) == 1 else { return nil }
    let bare = text.drop(while: \.isWhitespace)
    let marksLead = bare.first.map { ticks.contains($0) || boxes.contains($0) } ?? false
    var option = ""
    var isChosen = false
    for character in text {
      if ticks.contains(character) || boxes.contains(character) {
        if marksLead {
          if isChosen { break }
          option = ""
          isChosen = ticks.contains(character)
        } else if ticks.contains(character) {
          isChosen = true
          break
        } else {
          option = ""
        }
      } else {
        option.append(character)
      }
    }
    guard isChosen else { return nil }
    return name(option, isAlone: marks.count == 1, marksLead: marksLead)
  }

  /// True where several boxes are printed and none is ticked.
  package static func areBlank(in text: String) -> Bool {
    text.count { boxes.contains($0) } >= 2 && !text.contains { ticks.contains($0) }
  }

  /// An option's name. Where only the chosen one has a mark, white space parts it from the others.
  private static func name(_ option: String, isAlone: Bool, marksLead: Bool) -> String? {
    var words = CleanText.trimmed(option)
    if isAlone {
      let parts = words.split(whereSeparator: \.isWhitespace)
      words = (marksLead ? parts.first : parts.last).map { String($0) } ?? ""
    }
    words = LabelText.withoutNumbering(words)
    while let last = words.last, "；;，,、()（）".contains(last) { words.removeLast() }
    words = CleanText.trimmed(words)
    return words.isEmpty ? nil : words
  }
}

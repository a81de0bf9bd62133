// A day as people and tables write it: read strictly, in the few spellings that leave no doubt.

extension Day {
  /// Reads `2026-03-01`, `2026/3/1`, `2026.3.1`, `20260301` or `2026年3月1日`; nil for anything else.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  package init?<Text: StringProtocol>(_ text: Text) {
    var groups: [(number: Int, digits: Int)] = []
    var marks: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let digit = Self.digit(scalar) {
        if groups.count == marks.count { groups.append((0, 0)) }
        let last = groups.count - 1
        guard groups[last].digits < 8 else { return nil }
        groups[last] = (groups[last].number * 10 + digit, groups[last].digits + 1)
      } else {
        guard marks.count < groups.count, marks.count < 3 else { return nil }
        marks.append(scalar)
      }
    }
    if groups.count == 1, marks.isEmpty, groups[0].digits == 8 {
      let number = groups[0].number
      self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      return
    }
    let isChinese = marks == ["年", "月", "日"]
    let isMarked = marks == ["-", "-"] || marks == ["/", "/"] || marks == [".", "."]
    guard groups.count == 3, isChinese || isMarked, groups[0].digits == 4, groups[1].digits <= 2,
      groups[2].digits <= 2
    else { return nil }
    self.init(year: groups[0].number, month: groups[1].number, day: groups[2].number)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    (0x30...0x39).contains(scalar.value) ? Int(scalar.value - 0x30) : nil
  }
}

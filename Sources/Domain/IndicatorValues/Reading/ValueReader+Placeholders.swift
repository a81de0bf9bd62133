// Slots that nobody filled in, and 无.

import Quantities

extension ValueReader {
  /// placeholder = word | sign* blank* [ scale ] [ unit [ perList ] ] [ suffix ] with at least a sign, a
  /// blank or a lone unit
  func placeholder(in content: Range<Int>) -> Placeholder? {
    if let match = word(.placeholder, at: content.lowerBound), match.end == content.upperBound {
      return Placeholder(text: text(content.lowerBound, content.upperBound))
    }
    guard content.count <= 40 else { return nil }
    var found = Placeholder(text: "")
    var place = content.lowerBound
    var sawSlot = false
    let (head, headEnd) = head(at: place)
    if !head.isEmpty, head.hasSign || head.comparator != nil, head.per.isEmpty {
      found.comparator = head.comparator
      place = headEnd
      sawSlot = true
    }
    // 2023年XX月
    if let year = shortNumber(at: place), year.digits == 4, self[year.end] == 0x5E74 { place = year.end + 1 }
    let blanks = blanks(at: place, isMore: content.upperBound)
    if blanks > place { sawSlot = true }
    place = blanks
    if isDateSlot(place, content) {
      found.text = text(content.lowerBound, content.upperBound)
      return sawSlot ? found : nil
    }
    if let scale = scale(at: place) { place = scale.end }
    let unitStart = place
    if let known = knownUnit(at: place) ?? bracketedUnit(at: place).map({ ($0.unit ?? .percent, $0.end) }) {
      found.unit = known.0
      place = known.1
      if let pers = perList(at: place, after: known.0) {
        found.per = pers.units
        place = pers.end
      }
      if !sawSlot, place == content.upperBound, isLoneUnit(unitStart, place) { sawSlot = true }
    }
    if let suffix = word(.comparatorAfter, at: place) {
      found.comparator = found.comparator ?? Comparator.allCases[Int(suffix.payload)]
      place = suffix.end
    }
    place = max(place, self.blanks(at: place, isMore: content.upperBound))
    guard sawSlot, place >= content.upperBound else { return nil }
    found.text = text(content.lowerBound, content.upperBound)
    return found
  }

  /// A unit alone is a slot, unless its characters also say something: 分 and 人次 are, 年度 and 平方 are too; 优 is
  /// none.
  private func isLoneUnit(_ start: Int, _ end: Int) -> Bool {
    word(.grade, at: start)?.end != end
  }

  /// ** __ XX — … □ and brackets around them.
  private func blanks(at start: Int, isMore end: Int) -> Int {
    var place = start
    while place < end {
      switch self[place] {
      case 0x2A, 0x5F, 0x2014, 0x2D, 0x2026, 0x25A1, 0x25CB, 0x58, 0xD7, 0x2F, 0x7E, 0x5C, 0x3007, 0x25A0,
        0x2588, 0x2605,
        0x2606:
        place += 1
      case 0x78
      where self[place + 1] == 0x78 || place > start || place + 1 == end || knownUnit(at: place + 1) != nil:
        place += 1
      case 0x2E where self[place + 1] == 0x2E || place > start && self[place - 1] == 0x2E: place += 1
      case 0x28, 0x29, 0x5B, 0x5D, 0x3010, 0x3011:
        // Brackets only around blanks.
        guard place > start || self[place + 1] == 0x29 || blankAfterBracket(place) else { return place }
        if knownUnit(at: place + 1) != nil { return place }
        place += 1
      case 0x3002 where self[place + 1] == 0x3002 || place > start: place += 1
      default: return place
      }
    }
    return place
  }

  private func blankAfterBracket(_ place: Int) -> Bool {
    [0x2A, 0x5F, 0x2014, 0x58, 0x25A1, 0x2026].contains(self[place + 1])
  }

  /// XX月XX日前: the rest are only date words and blanks.
  private func isDateSlot(_ start: Int, _ content: Range<Int>) -> Bool {
    guard start > content.lowerBound, start < content.upperBound else { return false }
    var place = start
    var sawDateWord = false
    while place < content.upperBound {
      switch self[place] {
      case 0x5E74, 0x6708, 0x65E5, 0x524D, 0x5E95, 0x672B, 0x5185:  // 年 月 日 前 底 末 内
        sawDateWord = true
        place += 1
      default:
        if let completion = word(.completion, at: place), sawDateWord {
          place = completion.end
          continue
        }
        let next = blanks(at: place, isMore: content.upperBound)
        guard next > place else { return false }
        place = next
      }
    }
    // One date word alone is a unit (**年); two are a date.
    return sawDateWord && content.upperBound - start >= 2
  }

  /// 无: a slot, unless the name asks whether there is any (否) or counts what nobody wants (0).
  mutating func noneWord(in content: Range<Int>, context: ValueContext) -> IndicatorValue.Meaning? {
    guard let none = word(.none, at: content.lowerBound), none.end == content.upperBound else { return nil }
    if let reading = context.name.flatMap({ NameReader.words(in: $0) }) {
      if reading.isQuestion {
        note(.noneByName, content.lowerBound, content.upperBound)
        return .yesNo(false)
      }
      if reading.countsGrievances {
        note(.noneByName, content.lowerBound, content.upperBound)
        return .measure(Measure(number: .zero))
      }
    }
    guard content.count == 1 || matches("没有", at: content.lowerBound) == content.upperBound else {
      return nil
    }
    note(.blank, content.lowerBound, content.upperBound)
    return .placeholder(Placeholder(text: text(content.lowerBound, content.upperBound)))
  }
}

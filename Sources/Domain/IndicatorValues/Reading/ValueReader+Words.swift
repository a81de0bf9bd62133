// Values without a number: slots, grades, yes and no, rhythms, statements.

import Quantities

extension ValueReader {
  /// words = placeholder | grade | yesNo | rhythm | qualitative | text
  mutating func words(in content: Range<Int>, context: ValueContext) -> IndicatorValue.Meaning {
    if let placeholder = placeholder(in: content) {
      note(.blank, content.lowerBound, content.upperBound)
      return .placeholder(placeholder)
    }
    if let grade = grade(in: content) { return grade }
    if let none = noneWord(in: content, context: context) { return none }
    if let choice = yesNo(in: content) { return choice }
    if let rhythm = bareRhythm(in: content) { return .frequency(rhythm) }
    if let zero = zeroOf(content) { return .measure(zero) }
    return statement(in: content)
  }

  /// statement = letters without digits; stray signs and units at its edges are told apart
  private mutating func statement(in content: Range<Int>) -> IndicatorValue.Meaning {
    var hasDigit = false
    var hasLetter = false
    for place in content {
      let scalar = self[place]
      if ScalarClass.isDigit(scalar) { hasDigit = true }
      if ScalarClass.isChinese(scalar) || ScalarClass.isLatin(scalar)
        || scalar > 0xBF && !ScalarClass.isPunctuation(scalar)
          && scalar < 0x2000
      {
        hasLetter = true
      }
    }
    guard hasLetter, !hasDigit, self[content.lowerBound] != 0x23 else {
      note(.notUnderstood, content.lowerBound, content.upperBound)
      return .text
    }
    var inner = content
    var signDirection: Qualitative.Direction?
    if let sign = sign(at: inner.lowerBound) {
      note(.strayMark, inner.lowerBound, sign.end)
      inner = sign.end..<inner.upperBound
      signDirection = sign.comparator.isLowerBound ? .up : sign.comparator.isUpperBound ? .down : nil
    }
    if inner.count > 1, let unit = word(.unit, at: inner.upperBound - 1), unit.end == inner.upperBound,
      Unit(code: unit.payload).dimension == .share
    {
      note(.strayMark, inner.upperBound - 1, inner.upperBound)
      inner = inner.lowerBound..<inner.upperBound - 1
    }
    let direction = direction(in: inner) ?? signDirection
    return .qualitative(Qualitative(text: text(inner.lowerBound, inner.upperBound), direction: direction))
  }

  /// yesNo = 是 | 否 | 有 | √ | … ( 完成 | 达标 ), negated by 未 and 不
  private mutating func yesNo(in content: Range<Int>) -> IndicatorValue.Meaning? {
    if content.count == 1 {
      switch self[content.lowerBound] {
      case 0x662F, 0x6709, 0x221A, 0x2713, 0x2714, 0x2611: return .yesNo(true)  // 是 有 √
      case 0x5426: return .yesNo(false)  // 否
      default: return nil
      }
    }
    if let choice = word(.openChoice, at: content.lowerBound), choice.end == content.upperBound {
      note(.scaleWithoutChoice, content.lowerBound, content.upperBound)
      return .yesNo(nil)
    }
    if matches("不是", at: content.lowerBound) == content.upperBound { return .yesNo(false) }
    let ending = content.upperBound - 2
    guard ending >= content.lowerBound,
      matches("完成", at: ending) == content.upperBound || matches("达标", at: ending) == content.upperBound,
      matches("是否", at: content.lowerBound) == nil
    else { return nil }
    return .yesNo(!isNegated(content.lowerBound..<ending))
  }

  private func isNegated(_ range: Range<Int>) -> Bool {
    for place in range {
      let next = self[place + 1]
      if self[place] == 0x672A, next != 0x6765 { return true }  // 未, not 未来
      // 不 没 无 难
      if self[place] == 0x4E0D || self[place] == 0x6CA1 || self[place] == 0x65E0 || self[place] == 0x96BE {
        if place + 1 == range.upperBound { return true }
        // 能 有 法 以
        if next == 0x80FD || next == 0x6709 || next == 0x6CD5 || next == 0x4EE5 { return true }
      }
    }
    return false
  }

  /// rhythm = ( "按" | "逐" | "每" ) time [ payment words ]: 按月, 按月发放, 每季度
  private func bareRhythm(in content: Range<Int>) -> Frequency? {
    var place = content.lowerBound
    switch self[place] {
    case 0x6309, 0x9010, 0x6BCF, 0x5206: place += 1  // 按 逐 每 分
    default: return nil
    }
    guard let every = timeUnit(at: place) else { return nil }
    let rest = every.end..<content.upperBound
    if !rest.isEmpty {
      let isPlain = isRhythmRest(rest)
      guard isPlain || self[content.lowerBound] == 0x6BCF, direction(in: rest) == nil else { return nil }
      if self[content.lowerBound] != 0x6BCF, !isPlain { return nil }
    }
    let subject =
      rest.isEmpty || isPayment(rest)
      ? nil : self.subject(before: rest.lowerBound..<rest.lowerBound, after: rest, consumed: [])
    return Frequency(number: nil, unit: nil, per: [every.unit], subject: subject)
  }

  private func timeUnit(at place: Int) -> (unit: Unit, end: Int)? {
    if let known = knownUnit(at: place), known.unit.dimension == .time { return known }
    guard self[place - 1] == 0x6BCF, let every = everyUnit(at: place - 1), Self.isTime(every.unit) else {
      return nil
    }
    return every
  }

  private func isPayment(_ rest: Range<Int>) -> Bool {
    word(.payment, at: rest.lowerBound)?.end == rest.upperBound
  }

  /// What follows 按月 where it says a rhythm: 发放, 足额拨付, 报送; not 按年度计划执行.
  private func isRhythmRest(_ rest: Range<Int>) -> Bool {
    if isPayment(rest) { return true }
    guard rest.count <= 8 else { return false }
    var endsInVerb = false
    for place in rest {
      if word(.planNoun, at: place) != nil { return false }
      if let verb = word(.rhythmVerb, at: place), verb.end == rest.upperBound { endsInVerb = true }
    }
    return endsInVerb
  }

  /// True for the 零 of 一百零八.
  private func isInNumeral(_ place: Int) -> Bool {
    place > 0 && ChineseNumeral.power(self[place - 1]) != nil && ChineseNumeral.digit(self[place + 1]) != nil
  }

  /// zero = 零事故, 零投诉, 事故零发生, 零
  private func zeroOf(_ content: Range<Int>) -> Measure? {
    for place in content where self[place] == 0x96F6 && !isInNumeral(place) {
      if word(.idiom, at: place) != nil { return nil }
      let isAlone = content.count == 1
      let isNone =
        // 为零
        place > content.lowerBound && place == content.upperBound - 1 && self[place - 1] == 0x4E3A
      guard isAlone || isNone || place + 1 < content.upperBound else { return nil }
      let subject = subject(
        before: content.lowerBound..<place, after: place + 1..<content.upperBound, consumed: [])
      if subject == nil, !isAlone, !isNone { return nil }
      return Measure(number: .zero, subject: subject)
    }
    return nil
  }
}

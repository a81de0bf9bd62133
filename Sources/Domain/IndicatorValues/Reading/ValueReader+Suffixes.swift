// What may stand behind a measure: 以上, 以内, 左右, (含), per-units, a contradicting unit.

import Quantities

extension ValueReader {
  /// suffix = comparatorAfter | approximateAfter | "内" | "(含)" | perList | unit of another kind
  mutating func suffixes(at start: Int, of measure: inout Measure, head: AmountHead, start whole: Int) -> Int
  {
    // most measures end where the text does
    guard start < count else { return start }
    var place = start
    var isWeak = head.isWeak
    for _ in 0..<8 {
      if let match = word(.comparatorAfter, at: place), !continuesWord(at: match.end, after: match) {
        apply(
          Comparator.allCases[Int(match.payload)], to: &measure, isWeak: &isWeak, from: whole, to: match.end)
        place = match.end
      } else if let match = word(.approximateAfter, at: place) {
        measure.isApproximate = true
        place = match.end
      } else if let inside = inside(at: place, measure: measure, isBounded: head.isWeak) {
        apply(.atMost, to: &measure, isWeak: &isWeak, from: whole, to: inside)
        place = inside
      } else if let noted = inclusion(at: place) {
        if noted.isExclusive { makeStrict(&measure) }
        place = noted.end
      } else if self[place] == 0x8D77, isBoundary(at: place + 1), measure.unit != nil {  // 起
        apply(.atLeast, to: &measure, isWeak: &isWeak, from: whole, to: place + 1)
        place += 1
      } else if measure.per.isEmpty || self[place] == 0x2F || self[place] == 0x6BCF,
        let pers = perList(at: place, after: measure.unit), pers.end > place, measure.unit != nil
      {
        measure.per.append(contentsOf: pers.units)
        place = pers.end
        // 5000元整
      } else if self[place] == 0x6574, measure.unit?.dimension == .money, isBoundary(at: place + 1) {
        place += 1
      } else if let clash = contradiction(at: place, of: measure) {
        note(.unitContradiction, place, clash)
        place = clash
      } else {
        break
      }
    }
    return place
  }

  private mutating func apply(
    _ comparator: Comparator, to measure: inout Measure, isWeak: inout Bool, from start: Int, to end: Int
  ) {
    guard let present = measure.comparator, !isWeak else {
      measure.comparator = comparator
      isWeak = false
      return
    }
    let agrees =
      present == comparator || present.isLowerBound && comparator.isLowerBound
      || present.isUpperBound && comparator.isUpperBound || present == .plusMinus || present == .between
    if present == .equal {
      measure.comparator = comparator
    } else if !agrees {
      note(.comparatorContradiction, start, end)
    }
  }

  private func makeStrict(_ measure: inout Measure) {
    if measure.comparator == .atLeast { measure.comparator = .moreThan }
    if measure.comparator == .atMost { measure.comparator = .lessThan }
  }

  /// 以上年, 以下简称: the suffix is part of another word.
  private func continuesWord(at end: Int, after match: Vocabulary.Match) -> Bool {
    self[end] == 0x5E74 && ScalarClass.isDigit(self[end - 3])
  }

  /// 内 behind a duration or a length, or after 控制在; not in 内容, 内部.
  private func inside(at place: Int, measure: Measure, isBounded: Bool) -> Int? {
    guard self[place] == 0x5185, let unit = measure.unit else { return nil }
    switch self[place + 1] {
    case 0x5BB9, 0x90E8, 0x8BBE, 0x5916, 0x9646, 0x79D1, 0x6DB5: return nil  // 容 部 设 外 陆 科 涵
    default: break
    }
    let isNatural =
      unit.dimension == .time || unit.dimension == .length || isBounded || isBoundary(at: place + 1)
    return isNatural ? place + 1 : nil
  }

  /// inclusion = "(含)" | "(含本数)" | "(含50场)" | "(不含)"
  func inclusion(at place: Int) -> (isExclusive: Bool, end: Int)? {
    guard self[place] == 0x28 else { return nil }
    var at = place + 1
    let isExclusive = self[at] == 0x4E0D
    if isExclusive { at += 1 }
    guard self[at] == 0x542B else { return nil }  // 含
    at += 1
    if let end = matches("本数", at: at) ?? matches("本级", at: at) { at = end }
    if let number = arabicNumber(at: at) {
      at = scale(at: number.end)?.end ?? number.end
      if let unit = knownUnit(at: at) { at = unit.end }
    }
    return self[at] == 0x29 ? (isExclusive, at + 1) : nil
  }

  /// 28.8万元%: a percent sign behind another unit, or money behind a share.
  private func contradiction(at place: Int, of measure: Measure) -> Int? {
    guard let unit = measure.unit, let other = knownUnit(at: place), isBoundary(at: other.end) else {
      return nil
    }
    return isShare(unit) != isShare(other.unit) ? other.end : nil
  }

  private func isShare(_ unit: Unit) -> Bool {
    unit.dimension == .share || unit.dimension == .percentagePoints
  }

  /// Digits inside a name or a code: ISO9001, 4A级, 第3批, 〔2023〕12号, PM2.5, 12345热线.
  func isPartOfWord(at place: Int) -> Bool {
    var before = place - 1
    if before >= 0, ScalarClass.isDigit(self[before]), !cells[place].spaceBefore { return true }
    let previous = self[before]
    if ScalarClass.isLatin(previous) || previous == 0x7B2C || previous == 0x3014 || previous == 0x5B
      || previous == 0x23
    {
      return true  // 第 〔 [ #
    }
    if previous == 0x2E || previous == 0x2D || previous == 0x5F || previous == 0x2F || previous == 0x2C
      || previous == 0x3A
    {
      before -= 1
      let earlier = self[before]
      if ScalarClass.isLatin(earlier) || previous != 0x2C && ScalarClass.isDigit(earlier) { return true }
      if previous == 0x2F, ScalarClass.isLatin(earlier) { return true }
    }
    return false
  }

  /// Refuses digits that no reader would take for an amount.
  func isAcceptable(_ first: Amount, _ measure: Measure, head: AmountHead, numberStart: Int, end: Int) -> Bool
  {
    if measure.unit == nil, ScalarClass.isLatin(self[end]) || self[end] == 0x53F7 || self[end] == 0x3015 {
      return false
    }
    // 0769-22831234: a range of so many things has no zeros before it.
    if measure.upper != nil, measure.unit == nil, first.number.digitCount > 2, self[numberStart] == 0x30,
      ScalarClass.isDigit(self[numberStart + 1])
    {
      return false
    }
    if measure.unit == nil, let hotline = matches("热线", at: end), hotline > end { return false }
    if measure.unit == nil, self[end] == 0x2F || self[end] == 0x2D,
      ScalarClass.isDigit(self[end + 1]) || ScalarClass.isLatin(self[end + 1])
    {
      return false
    }
    // 5G基站: a generation, not a size.
    if measure.unit == .giga, !isBoundaryOrSuffix(at: end), first.value < ExactDecimal(7) { return false }
    // 2023年 inside a sentence is a year, not a duration.
    if first.number.digitCount == 4, measure.unit == .year || measure.unit == .schoolYear, !first.hasScale,
      let year = first.number.value.whole, (1949...2199).contains(year)
    {
      return false
    }
    guard first.number.isChinese else { return true }
    if measure.unit == nil, measure.ratioTo == nil {
      // 两万三千 alone is a number; 一 alone may be a dash.
      let isAlone = numberStart == 0 && end == count && (end > 1 || self[0] != 0x4E00)
      return isAlone || head.hasSign && isBoundaryOrSuffix(at: end)
    }
    if isIdiom(around: numberStart) { return false }
    let settled = isBoundaryOrSuffix(at: end) || !head.isEmpty || measure.comparator != nil
    let hasManyCharacters = first.number.digitCount >= 2
    return settled || hasManyCharacters || followsEvery(end)
  }

  /// The number is followed by what completes a value even inside a sentence: 完成, 的.
  private func followsEvery(_ end: Int) -> Bool {
    word(.completion, at: end) != nil || self[end] == 0x7684
  }

  /// A Chinese numeral inside a fixed word: 进一步, 第一, 一次性, 三公.
  private func isIdiom(around place: Int) -> Bool {
    if word(.idiom, at: place) != nil { return true }
    if place > 0, let idiom = word(.idiom, at: place - 1), idiom.end > place { return true }
    if place > 1, let idiom = word(.idiom, at: place - 2), idiom.end > place { return true }
    switch self[place - 1] {
    case 0x8FDB, 0x7EDF, 0x552F, 0x540C, 0x4E4B, 0x4E07, 0x6BCF, 0x7B2C, 0x9010, 0x65E0, 0x72EC, 0x4E0A,
      0x4E0B,
      0x6570, 0x51E0, 0x597D, 0x524D:
      return true  // 进 统 唯 同 之 万 每 第 逐 无 独 上 下 数 几 好 前
    default: return false
    }
  }

  /// A measure that only stands when nothing better does: a bare number before words, an age.
  func isWeak(_ measure: Measure, head: AmountHead, at end: Int) -> Bool {
    let isBare = measure.unit == nil && measure.per.isEmpty && measure.comparator == nil
    if isBare, !isBoundary(at: end) { return true }
    if let unit = measure.unit, unit == .yearOfAge || unit == .fullYearOfAge { return !isBoundary(at: end) }
    return false
  }
}

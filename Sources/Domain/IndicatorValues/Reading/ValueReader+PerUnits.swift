// Per-units: 元/人·月, 每人每年, 人均.

import Quantities

extension ValueReader {
  /// perList = per { per }
  /// per     = ( "/" | "每" | "/每" ) unit | "/(" unit { mark unit } ")" | ( "·" | "*" | "、" | "." ) unit
  ///
  /// The slash of a counted thing (`个单位/个人`) is none: a per-unit follows its unit directly.
  func perList(at start: Int, after unit: Unit?) -> (units: [Unit], end: Int)? {
    var units: [Unit] = []
    var place = start
    while place < count, units.count < 6, let next = per(at: place, isFirst: units.isEmpty, after: unit) {
      units.append(next.unit)
      place = next.end
      if let group = groupRest(at: start, place) {
        units.append(contentsOf: group.units)
        place = group.end
      }
    }
    return units.isEmpty ? nil : (units, place)
  }

  private func per(at place: Int, isFirst: Bool, after unit: Unit?) -> (unit: Unit, end: Int)? {
    switch self[place] {
    case 0x2F:  // /
      if self[place + 1] == 0x28 { return perUnit(at: place + 2, isMoney: true) }
      let each = self[place + 1] == 0x6BCF
      return perUnit(at: place + (each ? 2 : 1), isMoney: unit?.dimension == .money || unit == nil)
    case 0x6BCF:  // 每
      return everyUnit(at: place)
    case 0x4E00:  // 一: 1000元一户
      guard unit?.dimension == .money, let one = knownUnit(at: place + 1), isBoundary(at: one.end) else {
        return nil
      }
      return one
    case 0xB7, 0x2A, 0xD7:  // · * ×
      guard !isFirst || unit?.dimension == .money else { return nil }
      return knownUnit(at: place + 1)
    case 0x3001, 0x2E, 0x2C:  // 、 . ,
      guard !isFirst, let next = knownUnit(at: place + 1), isBoundary(at: next.end) || isSuffix(at: next.end)
      else {
        return nil
      }
      return next
    default: return nil
    }
  }

  /// The rest of `/(人·月)`, when the list began with a bracket.
  private func groupRest(at start: Int, _ place: Int) -> (units: [Unit], end: Int)? {
    guard self[start] == 0x2F, self[start + 1] == 0x28 else { return nil }
    var units: [Unit] = []
    var at = place
    while [0xB7, 0x2A, 0xD7, 0x3001, 0x2E, 0x2F].contains(self[at]), let next = knownUnit(at: at + 1) {
      units.append(next.unit)
      at = next.end
    }
    return self[at] == 0x29 ? (units, at + 1) : nil
  }

  /// perUnit = [ scale | number ] unit | noun: 元/万人, 元/2年, 元/学生
  private func perUnit(at place: Int, isMoney: Bool) -> (unit: Unit, end: Int)? {
    if let multiple = multipleUnit(at: place) {
      // 30场/50人 are two counts; 元/100人 and 1次/2年 are per-units.
      let isTwoCounts = !isMoney && ScalarClass.isDigit(self[place]) && !Self.isTime(multiple.unit)
      return isTwoCounts ? nil : multiple
    }
    if let average = word(.average, at: place) { return (Unit(code: average.payload), average.end) }
    if let known = knownUnit(at: place) {
      // 台(套): the bracket only names a twin.
      if self[known.end] == 0x28, let twin = knownUnit(at: known.end + 1), self[twin.end] == 0x29 {
        return (known.unit, twin.end + 1)
      }
      // 元/人员, 元/项目点: a longer noun is a unit of its own beside money.
      if isMoney, !isBoundary(at: known.end), let noun = noun(at: place), noun.end > known.end,
        word(.edge, at: known.end) == nil, noun.end - place <= 4
      {
        return noun
      }
      return known
    }
    return isMoney ? noun(at: place) : nil
  }

  /// A noun up to a boundary: 学生, 社工.
  private func noun(at start: Int) -> (unit: Unit, end: Int)? {
    var place = start
    while ScalarClass.isChinese(self[place]), place - start < 7, !isSuffix(at: place) {
      if place > start, isBoundary(at: place) { break }
      place += 1
    }
    guard place > start, place - start < 7, isBoundary(at: place) || isSuffix(at: place) else { return nil }
    return (Unit(text(start, place)), place)
  }

  /// 每 with what it counts: 每人, 每个村, 每半年, 每2年, 每千人, 每平方米.
  func everyUnit(at place: Int) -> (unit: Unit, end: Int)? {
    guard self[place] == 0x6BCF else { return nil }
    if let multiple = multipleUnit(at: place + 1) { return multiple }
    guard let known = knownUnit(at: place + 1) else { return everyNoun(at: place + 1) }
    if self[place + 1] == 0x4E2A, known.end == place + 2 {  // 每个社区
      var end = place + 2
      while ScalarClass.isChinese(self[end]), end - place < 6, !beginsAmount(at: end) { end += 1 }
      if end > place + 2, end - place < 6, beginsAmount(at: end) { return (Unit(text(place + 2, end)), end) }
    }
    return known
  }

  /// 每 with a noun that is no counter, directly before the number: 每困难家庭500元.
  private func everyNoun(at start: Int) -> (unit: Unit, end: Int)? {
    var place = start
    while ScalarClass.isChinese(self[place]), place - start < 5, !beginsAmount(at: place),
      self[place] != 0x6BCF
    {
      place += 1
    }
    guard place > start, place - start < 5, beginsAmount(at: place) || self[place] == 0x6BCF else {
      return nil
    }
    return (Unit(text(start, place)), place)
  }

  /// A number or a comparator word begins here.
  func beginsAmount(at place: Int) -> Bool {
    let scalar = self[place]
    if ScalarClass.isDigit(scalar) || scalar == 0x2265 || scalar == 0x2264 || scalar == 0x3C || scalar == 0x3E
    {
      return true
    }
    return word(.comparatorBefore, at: place) != nil || word(.approximateBefore, at: place) != nil
      || chineseNumber(at: place) != nil
  }

  /// A multiple as a unit of its own: 2年, 两周, 千人, 万人, 百户.
  private func multipleUnit(at place: Int) -> (unit: Unit, end: Int)? {
    if let number = arabicNumber(at: place) ?? chineseNumber(at: place), !number.isTooLong {
      let scale = scale(at: number.end)
      guard let unit = knownUnit(at: scale?.end ?? number.end),
        let value = number.value.scaled(byPowerOfTen: scale?.power ?? 0)
      else { return nil }
      if value == .one { return unit }
      // 3个月, not 3月: the latter is March.
      let symbol = unit.unit == .month ? "个月" : unit.unit.symbol
      return (Unit(value.description + symbol), unit.end)
    }
    guard let power = ChineseNumeral.power(self[place]), power >= 2, !startsUnit(at: place),
      let unit = knownUnit(at: place + 1), unit.unit.dimension != .money
    else { return nil }
    return (Unit(text(place, place + 1) + unit.unit.symbol), unit.end)
  }
}

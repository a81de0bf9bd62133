// Units, scales and per-units behind (and before) a number.

import Quantities

/// A unit with the powers of ten that stand before it: 万元 is 4 and 元.
struct ScannedUnit {
  var unit: Unit?
  var power = 0
  var per: [Unit] = []
  var end: Int
}

extension ValueReader {
  /// scale = { "百" | "千" | "万" | "亿" | "十万" }, not where the character begins a unit (千米, 百分点); 个亿 counts as
  /// 亿
  func scale(at start: Int) -> (power: Int, end: Int)? {
    var place = start
    var total = 0
    // 个
    if self[place] == 0x4E2A, ChineseNumeral.power(self[place + 1]).map({ $0 >= 4 }) == true { place += 1 }
    let first = place
    while let power = ChineseNumeral.power(self[place]) {
      if startsUnit(at: place), self[place] != 0x5341 { break }
      if power == 1, ChineseNumeral.power(self[place + 1]).map({ $0 >= 4 }) != true { break }
      if power == 2 || power == 3, isNoun(at: place) { break }
      total += power
      place += 1
    }
    return place > first && total < 40 ? (total, place) : nil
  }

  /// 百 and 千 of 百姓, 千方百计.
  private func isNoun(at place: Int) -> Bool {
    guard let idiom = word(.idiom, at: place) else { return false }
    return idiom.end > place + 1
  }

  /// unit = symbol [ "(次)" ] | "(" [ scale ] unit [ per ] ")", the longest that the registry has
  func knownUnit(at place: Int) -> (unit: Unit, end: Int)? {
    guard let match = word(.unit, at: place) else { return nil }
    if let longer = word(.notUnit, at: place), longer.end > match.end {
      // 3项目标, 5支队伍: the first character alone is the counter.
      guard match.end > place + 1, longer.end > place + 2,
        let single = vocabulary.exact(.unit, length: 1, at: place, in: cells, count: count)
      else { return nil }
      return (Unit(code: single.payload), single.end)
    }
    if ScalarClass.isLatin(self[match.end - 1]), ScalarClass.isLatin(self[match.end]) { return nil }
    if self[match.end] == 0x28, self[match.end + 1] == 0x6B21, self[match.end + 2] == 0x29,  // (次)
      let compound = registered(Unit(code: match.payload).symbol + "次")
    {
      return (compound, match.end + 3)
    }
    return (Unit(code: match.payload), match.end)
  }

  private func registered(_ symbol: String) -> Unit? {
    let unit = Unit(symbol)
    return unit.isKnown ? unit : nil
  }

  /// A unit in brackets behind its number: 15(场), 100(%), 6070(万元).
  func bracketedUnit(at place: Int) -> ScannedUnit? {
    guard self[place] == 0x28 else { return nil }
    let scale = scale(at: place + 1)
    guard let unit = knownUnit(at: scale?.end ?? place + 1) else { return nil }
    let pers = perList(at: unit.end, after: unit.unit)
    let end = pers?.end ?? unit.end
    guard self[end] == 0x29 else { return nil }
    return ScannedUnit(unit: unit.unit, power: scale?.power ?? 0, per: pers?.units ?? [], end: end + 1)
  }

  /// A counter that the registry does not know: one or two characters (or a Latin word) up to the end of the
  /// clause.
  func unknownUnit(at start: Int) -> (unit: Unit, end: Int)? {
    var place = start
    if ScalarClass.isLatin(self[place]) {
      while ScalarClass.isLatin(self[place]), place - start < 8 { place += 1 }
      return isBoundary(at: place) ? (Unit(text(start, place)), place) : nil
    }
    while place - start < 3, ScalarClass.isChinese(self[place]), !isBoundaryOrSuffix(at: place) { place += 1 }
    guard place > start, place - start < 3, isBoundary(at: place) || isSuffix(at: place) else { return nil }
    let isWord =
      word(.completion, at: start)?.end == place || word(.grade, at: start)?.end == place
      || word(.payment, at: start)?.end == place || word(.edge, at: start) != nil
      || word(.notUnit, at: start) != nil
      || word(.directionUp, at: start) != nil || word(.directionDown, at: start) != nil
      || word(.grievance, at: start) != nil || word(.verb, at: start)?.end == place
    return isWord ? nil : (Unit(text(start, place)), place)
  }

  /// A suffix comparator, 左右 or a per-unit begins here.
  func isSuffix(at place: Int) -> Bool {
    if self[place] == 0x6BCF { return true }  // 每
    return word(.comparatorAfter, at: place) != nil || word(.approximateAfter, at: place) != nil
  }

  /// The end, a mark or a conjunction: what may stand behind a complete value.
  func isBoundary(at place: Int) -> Bool {
    let scalar = self[place]
    if scalar == 0 || ScalarClass.isPunctuation(scalar) { return true }
    switch scalar {
    case 0x548C, 0x53CA, 0x5E76, 0x4E14, 0x6216, 0x4E0E: return true  // 和 及 并 且 或 与
    case 0x2264, 0x2265, 0x3D, 0xB1, 0x2248: return true
    default: return false
    }
  }
}

// What an indicator's name says about its value: a unit in brackets, in a slot or at its end; money; shares.

import Quantities

/// Reads the unit that a name gives. A name gives no comparator and no per-unit; those are only hints.
enum NameReader {
  /// What the name says.
  struct Reading {
    var unit: Unit?
    /// The power of ten before the unit: 4 for 万元.
    var power = 0
    /// The slot or bracket also prints a comparator or a per-unit: `（≤**元/株）`.
    var hint: String?
  }

  static func unit(in name: String) -> Reading? {
    ValueParser.withCells(of: name) { reader in
      if let bracketed = bracketed(reader) { return bracketed }
      return ending(reader)
    }
  }

  /// The last bracket that holds a unit: `面积（亩）`, `满意度(%)`, `投入（≥**万元）`.
  private static func bracketed(_ reader: ValueReader) -> Reading? {
    var place = reader.count - 1
    while place >= 0 {
      if reader[place] == 0x28 || reader[place] == 0x3010 || reader[place] == 0x5B,
        let reading = slot(reader, at: place + 1)
      {
        return reading
      }
      place -= 1
    }
    // A slot without brackets: 受益人口数≥**人
    for start in 0..<reader.count where reader.sign(at: start) != nil || reader[start] == 0x2A {
      if let reading = slot(reader, at: start), reading.unit != nil { return reading }
    }
    return nil
  }

  /// slot = [ "单位:" ] { sign | blank } [ scale ] unit [ perList ] ( ")" | end )
  private static func slot(_ reader: ValueReader, at start: Int) -> Reading? {
    var place = start
    if let end = reader.matches("单位:", at: place) { place = end }
    var hasSign = false
    while place < reader.count {
      if let sign = reader.sign(at: place) {
        hasSign = true
        place = sign.end
      } else if [0x2A, 0x5F, 0x58, 0x78, 0xD7, 0x2026, 0x2014].contains(reader[place]) {
        place += 1
      } else {
        break
      }
    }
    let scale = reader.scale(at: place)
    guard let unit = reader.knownUnit(at: scale?.end ?? place) else { return nil }
    var end = unit.end
    let pers = reader.perList(at: end, after: unit.unit)
    if let pers { end = pers.end }
    if let suffix = reader.word(.comparatorAfter, at: end) { end = suffix.end }
    guard reader[end] == 0x29 || reader[end] == 0x3011 || reader[end] == 0x5D || end >= reader.count else {
      return nil
    }
    let hint = hasSign || pers != nil ? reader.text(start, end) : nil
    return Reading(unit: unit.unit, power: scale?.power ?? 0, hint: hint)
  }

  /// The name ends with what is counted: 人数, 场次, 培训人次.
  private static func ending(_ reader: ValueReader) -> Reading? {
    var end = reader.count
    // A remark in brackets behind the name does not count: 参加人数（含线上）
    if reader[end - 1] == 0x29 {
      var open = end - 1
      while open > 0, reader[open] != 0x28 { open -= 1 }
      if open > 0 { end = open }
    }
    while end > 0, ScalarClass.isPunctuation(reader[end - 1]) { end -= 1 }
    for (word, symbol) in endings {
      let length = word.utf8CodeUnitCount / 3
      if end >= length, reader.matches(word, at: end - length) == end { return Reading(unit: Unit(symbol)) }
    }
    return nil
  }

  private static let endings: [(StaticString, String)] = [
    ("场次数", "场次"), ("人次数", "人次"), ("批次数", "批次"), ("班次数", "班次"), ("户次数", "户次"), ("人口数", "人"), ("人员数", "人"),
    ("场次", "场次"), ("人次", "人次"), ("批次", "批次"), ("班次", "班次"), ("户次", "户次"), ("车次", "车次"), ("台次", "台次"),
    ("例次", "例次"),
    ("人数", "人"), ("次数", "次"), ("户数", "户"), ("天数", "天"), ("场数", "场"), ("个数", "个"), ("件数", "件"), ("台数", "台"),
    ("份数", "份"),
    ("项数", "项"), ("家数", "家"), ("篇数", "篇"), ("期数", "期"), ("班数", "班"), ("册数", "册"), ("条数", "条"), ("座数", "座"),
    ("套数", "套"),
    ("辆数", "辆"), ("株数", "株"), ("头数", "头"), ("只数", "只"), ("亩数", "亩"), ("公里数", "公里"), ("批数", "批"),
    ("课时数", "课时"),
    ("学时数", "学时"), ("小时数", "小时"), ("月数", "月"), ("年数", "年"), ("年限", "年"), ("名额数", "人"), ("处数", "处"),
    ("例数", "例"),
    ("张数", "张"), ("本数", "本"), ("种数", "种"), ("间数", "间"), ("盏数", "盏"), ("吨数", "吨"), ("轮次", "轮次"), ("频次", "次"),
    ("课时", "课时"),
  ]

  /// What the words of a name are about.
  struct Words {
    /// Accidents, complaints, delays: 无 beside such a name is zero.
    var countsGrievances = false
    /// 是否, 有无: 无 beside such a name is 否.
    var isQuestion = false
    /// A bare 10.5万 beside such a name means yuan.
    var speaksOfMoney = false
    /// A fee, wage or unit price.
    var speaksOfFee = false
    /// A share: the name ends in 率, 比例, 满意度.
    var speaksOfShare = false
    /// What M means beside this name: 米 for a range, Mbps for a bandwidth.
    var meaningOfM: String?
  }

  static func words(in name: String) -> Words? {
    ValueParser.withCells(of: name) { reader in
      var words = Words()
      var end = reader.count
      if reader[end - 1] == 0x29 {
        end = (0..<end).last { reader[$0] == 0x28 } ?? end
      }
      for place in 0..<reader.count {
        let roles = reader.vocabulary.roles(startingWith: reader[place])
        guard roles & nameRoles != 0 else { continue }
        if reader.word(.grievance, at: place) != nil { words.countsGrievances = true }
        if reader.word(.question, at: place) != nil { words.isQuestion = true }
        if reader.word(.moneyName, at: place) != nil { words.speaksOfMoney = true }
        if reader.word(.feeName, at: place) != nil { words.speaksOfFee = true }
        if reader.word(.shareName, at: place)?.end == end { words.speaksOfShare = true }
        if reader.word(.rangeName, at: place) != nil { words.meaningOfM = "米" }
        if reader.word(.bandwidthName, at: place) != nil { words.meaningOfM = "Mbps" }
        if reader.word(.storageName, at: place) != nil { words.meaningOfM = "MB" }
      }
      return words
    }
  }

  private static let nameRoles: UInt64 =
    WordRole.grievance.bit | WordRole.question.bit | WordRole.moneyName.bit | WordRole.feeName.bit
    | WordRole.shareName.bit | WordRole.rangeName.bit | WordRole.bandwidthName.bit | WordRole.storageName.bit
}

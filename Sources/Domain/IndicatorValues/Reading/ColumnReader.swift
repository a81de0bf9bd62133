// Reads the operator and unit columns of forms that split their values.

import Quantities

/// The little languages of the columns 计算符号 and 计量单位.
enum ColumnReader {
  struct Reading {
    var unit: Unit?
    var power = 0
    var per: [Unit] = []
  }

  /// `≥`, `>=`, `大于等于`, `小于`; nil for 定性 and anything else.
  static func comparator(in text: String) -> Comparator? {
    ValueParser.withCells(of: text) { reader in
      if let sign = reader.sign(at: 0), sign.end == reader.count { return sign.comparator }
      for role in [WordRole.comparatorBefore, .comparatorAfter] {
        if let word = reader.word(role, at: 0), word.end == reader.count {
          return Comparator.allCases[Int(word.payload)]
        }
      }
      return nil
    }
  }

  /// `万元`, `人/年`, `%`, `元/人·月`; an unknown word is a unit of its own.
  static func unit(in text: String) -> Reading? {
    ValueParser.withCells(of: text) { reader in
      let scale = reader.scale(at: 0)
      let start = scale?.end ?? 0
      guard let known = reader.knownUnit(at: start) else {
        guard reader.word(.placeholder, at: 0) == nil, reader.word(.none, at: 0) == nil,
          ScalarClass.isChinese(reader[0]) || ScalarClass.isLatin(reader[0])
        else {
          return nil
        }
        return Reading(unit: Unit(reader.text(0, reader.count)))
      }
      var reading = Reading(unit: known.unit, power: scale?.power ?? 0)
      var end = known.end
      if let pers = reader.perList(at: end, after: known.unit) {
        reading.per = pers.units
        end = pers.end
      }
      if end < reader.count, reader[end] != 0x28 { return Reading(unit: Unit(reader.text(0, reader.count))) }
      return reading
    }
  }
}

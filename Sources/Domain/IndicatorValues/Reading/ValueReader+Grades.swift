// Grades: 优, 合格, 良好以上, Ⅲ类, 二级, A级, whole scales.

import Quantities

extension ValueReader {
  /// grade = [ limit ] step [ "以上" | "以下" ] | step { mark step }
  mutating func grade(in content: Range<Int>) -> IndicatorValue.Meaning? {
    guard content.count <= 40 else { return nil }
    if let scale = scale(in: content) {
      note(.scaleWithoutChoice, content.lowerBound, content.upperBound)
      return .grade(Grade(choice: nil, scale: scale))
    }
    // First as it stands: 未达成预期指标 does not begin with the comparator 未达.
    if let plain = bounded(step(at: content.lowerBound), in: content, nil) { return plain }
    var start = content.lowerBound
    var comparator: Comparator?
    if let sign = sign(at: start) {
      comparator = sign.comparator
      start = sign.end
    } else if let word = word(.comparatorBefore, at: start) {
      comparator = Comparator.allCases[Int(word.payload)]
      start = word.end
    }
    let body = start..<content.upperBound
    if let plain = bounded(step(at: start), in: body, comparator) { return plain }
    if let lead = word(.gradeLead, at: start), lead.end < content.upperBound {
      if let led = bounded(step(at: lead.end), in: lead.end..<content.upperBound, comparator) { return led }
      return softGrade(at: lead.end, in: content, comparator)
    }
    return softGrade(at: start, in: content, comparator)
  }

  /// step [ "等次" … ] [ "以上" ] up to the end
  private func bounded(
    _ stepEnd: Int?, in body: Range<Int>, _ limit: Comparator?
  ) -> IndicatorValue.Meaning? {
    guard let stepEnd else { return nil }
    var comparator = limit
    var end = endOfTail(at: stepEnd)
    if let after = word(.comparatorAfter, at: end) {
      comparator = comparator ?? Comparator.allCases[Int(after.payload)]
      end = endOfTail(at: after.end)
    }
    guard end == body.upperBound else { return nil }
    return .grade(Grade(comparator: comparator, choice: text(body.lowerBound, stepEnd)))
  }

  private func endOfTail(at place: Int) -> Int {
    word(.gradeTail, at: place)?.end ?? place
  }

  /// 良好 and 较好 are steps only beside 以上, 等次 or a comparator; alone they are statements.
  private func softGrade(at place: Int, in content: Range<Int>, _ comparator: Comparator?) -> IndicatorValue
    .Meaning?
  {
    guard let end = softStep(at: place), comparator != nil || end < content.upperBound else { return nil }
    return bounded(end, in: place..<content.upperBound, comparator)
  }

  private func step(at place: Int) -> Int? {
    if let match = word(.grade, at: place) { return match.end }
    return rank(at: place)
  }

  private func softStep(at place: Int) -> Int? {
    word(.softGrade, at: place)?.end
  }

  /// rank = ( Roman | Latin letters | digits "A" | Chinese numeral | digits ) ( "级" | "类" | "星级" | "等" ) |
  /// "A"
  private func rank(at start: Int) -> Int? {
    var place = start
    let scalar = self[place]
    if (0x2160...0x216B).contains(scalar) {
      return self[place + 1] == 0x7C7B || self[place + 1] == 0x7EA7 ? place + 2 : place + 1
    }
    let isDigit = ScalarClass.isDigit(scalar)
    if isDigit {
      guard let number = shortNumber(at: place), number.digits <= 2 else { return nil }
      place = number.end
      let letters = place
      while self[place] == 0x41, place - letters < 5 { place += 1 }  // 4A
      if self[place] == 0x7EA7,
        place > letters || !ScalarClass.isChinese(self[place + 1]) || isSuffix(at: place + 1)
      {
        return place + 1
      }
      if place > letters, self[place] == 0 { return place }
      if let end = matches("星级", at: place) ?? matches("星", at: place) { return end }
      return nil
    }
    if ScalarClass.isLatin(scalar), scalar < 0x61 {
      while ScalarClass.isLatin(self[place]), self[place] < 0x61, place - start < 5 { place += 1 }
      let letters = start..<place
      if self[place] == 0x2B { place += 1 }
      // 级 类 等
      if self[place] == 0x7EA7 || self[place] == 0x7C7B || self[place] == 0x7B49 { return place + 1 }
      let isLetter = letters.count == 1 && scalar <= 0x45 || letters.allSatisfy { self[$0] == 0x41 }
      return isLetter && self[place] == 0 ? place : nil
    }
    if scalar == 0x7532 || scalar == 0x4E59 || scalar == 0x4E19 || scalar == 0x7279 {  // 甲 乙 丙 特
      return self[place + 1] == 0x7EA7 || self[place + 1] == 0x7C7B ? place + 2 : nil
    }
    guard let digit = ChineseNumeral.digit(scalar), digit > 0, digit < 10 else { return nil }
    if matches("级甲等", at: place + 1) != nil { return place + 4 }
    if let end = matches("星级", at: place + 1) { return end }
    switch self[place + 1] {
    case 0x7EA7, 0x7C7B, 0x661F: return place + 2  // 级 类 星
    default: return nil
    }
  }

  /// scale = step mark step { mark step } | single characters 优良中差, at least three
  private func scale(in content: Range<Int>) -> [String]? {
    if content.count >= 3, content.allSatisfy({ Self.isSingleStep(self[$0]) }) {
      return content.map { text($0, $0 + 1) }
    }
    var steps: [String] = []
    var place = content.lowerBound
    while place < content.upperBound {
      guard let end = softStep(at: place) ?? step(at: place) else { return nil }
      // one step is no scale
      if steps.isEmpty, end >= content.upperBound { return nil }
      steps.append(text(place, end))
      place = end
      guard place < content.upperBound else { break }
      switch self[place] {
      case 0x2F, 0x3001, 0x2C, 0x3B, 0x7C, 0x5C, 0x6216, 0x20, 0x2D, 0x2014: place += 1
      default:
        if !cells[place].spaceBefore { return nil }
      }
    }
    return steps.count >= 2 ? steps : nil
  }

  /// 优 良 中 差 高 低 好
  private static func isSingleStep(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4F18, 0x826F, 0x4E2D, 0x5DEE, 0x9AD8, 0x4F4E, 0x597D: true
    default: false
    }
  }
}

// Dates: 2023年12月底, 2023.07, 第四季度末, 上半年, 当年12月, 次年3月.

import Quantities

extension ValueReader {
  /// date = [ year ] part | relativeYear [ part ] | named year end (年底, 年末, 全年 …)
  mutating func date(at start: Int, isSpanEnd: Bool = false) -> DateExpression? {
    let scalar = self[start]
    if ScalarClass.isDigit(scalar) {
      guard isSpanEnd || !isPartOfWord(at: start) else { return nil }
      return numericDate(at: start)
    }
    guard vocabulary.roles(startingWith: scalar) & WordRole.headStart.bit != 0 else { return nil }
    if ChineseNumeral.digit(scalar) != nil || scalar == 0x5341, let chinese = chineseDate(at: start) {
      return chinese
    }
    if let relative = relativeYear(at: start) {
      var date = yearTail(at: relative.end, from: start, year: relative.year)
      date.anchor = relative.anchor
      return date
    }
    return part(at: start, from: start, year: nil)
  }

  /// numericDate = year "年" … | year mark month [ mark day ] | month "月" … | "N季度" | month "." day before 前
  private mutating func numericDate(at start: Int) -> DateExpression? {
    guard let first = shortNumber(at: start), mayContinueDate(at: first.end) else { return nil }
    if first.digits == 4, (1949...2199).contains(first.value) {
      if self[first.end] == 0x5E74 {  // 年
        guard self[first.end + 1] != 0x9650 else { return nil }  // 年限
        return yearTail(at: first.end + 1, from: start, year: first.value)
      }
      if let marked = markedDate(at: start, year: first) { return marked }
      if let rest = part(at: first.end, from: start, year: first.value), rest.precision != .month {
        return rest
      }
      return yearOfSpan(at: start, year: first)
    }
    if first.digits == 2, (15...60).contains(first.value), self[first.end] == 0x5E74,
      let tail = shortYearTail(at: first.end + 1)
    {
      var date = yearTail(at: tail, from: start, year: 2000 + first.value)
      date.isShortYear = true
      return date
    }
    if let spread = monthSpan(at: start, from: start, year: nil) { return spread }
    if let dotted = dottedMonthDay(at: start, month: first) { return dotted }
    return part(at: start, from: start, year: nil)
  }

  /// What can stand behind the first number of a date; most numbers end here.
  private func mayContinueDate(at place: Int) -> Bool {
    switch self[place] {
    case 0x5E74, 0x6708, 0x5B63, 0x2E, 0x2D, 0x2F, 0x7E, 0x2014, 0x3001, 0x81F3, 0x5230, 0x5168, 0x4E0A,
      0x4E0B,
      0x7B2C, 0x51:
      true  // 年 月 季 . - / ~ — 、 至 到 全 上 下 第 Q
    default: false
    }
  }

  /// 23年底, 23年12月: only then is it a year and no duration.
  private func shortYearTail(at place: Int) -> Int? {
    switch self[place] {
    case 0x5E95, 0x672B: return place  // 底 末
    case 0x5E74 where self[place + 1] == 0x5E95: return place
    default:
      guard let month = shortNumber(at: place), (1...12).contains(month.value), self[month.end] == 0x6708
      else { return nil }
      return place
    }
  }

  /// 2023.07, 2023-7-1, 2023/12/31
  private mutating func markedDate(at start: Int, year: (value: Int, digits: Int, end: Int))
    -> DateExpression?
  {
    let mark = self[year.end]
    guard mark == 0x2E || mark == 0x2D || mark == 0x2F, let month = shortNumber(at: year.end + 1),
      month.digits <= 2, (1...12).contains(month.value)
    else { return nil }
    if self[month.end] == mark, let day = shortNumber(at: month.end + 1), day.digits <= 2,
      (1...31).contains(day.value)
    {
      let end = self[day.end] == 0x65E5 ? day.end + 1 : day.end
      return dayDate(start: start, end: end, year: year.value, month: month.value, day: day.value)
    }
    if self[month.end] == 0x6708 {
      return monthTail(at: month.end + 1, from: start, year: year.value, month: month.value)
    }
    let isSure =
      month.digits == 2 || ScalarClass.isRangeMark(self[month.end]) || self[month.end] == 0x81F3
      || self[month.end] == 0x524D || self[month.end] == 0x4E4B || self[month.end] == 0x5E95  // 至 前 之 底
      || asksForDate && isBoundary(at: month.end)
    guard isSure, knownUnit(at: month.end) == nil || self[month.end] == 0x5E95, scale(at: month.end) == nil
    else { return nil }
    return monthTail(at: month.end, from: start, year: year.value, month: month.value)
  }

  /// 2023-2025年: the first year of a span, its 年 left out.
  private func yearOfSpan(at start: Int, year: (value: Int, digits: Int, end: Int)) -> DateExpression? {
    var place = year.end
    while ScalarClass.isRangeMark(self[place]) || self[place] == 0x81F3 || self[place] == 0x5230 {
      place += 1
    }
    guard place > year.end, place - year.end < 4, let other = shortNumber(at: place), other.digits == 4,
      (year.value...2199).contains(other.value), self[other.end] == 0x5E74 || isBoundary(at: other.end)
    else { return nil }
    return DateExpression(start: start, end: year.end, year: year.value)
  }

  /// 12.31前
  private mutating func dottedMonthDay(
    at start: Int, month: (value: Int, digits: Int, end: Int)
  ) -> DateExpression? {
    guard self[month.end] == 0x2E, (1...12).contains(month.value), let day = shortNumber(at: month.end + 1),
      (1...31).contains(day.value),
      self[day.end] == 0x524D || matches("之前", at: day.end) != nil
        || matches("以前", at: day.end) != nil
    else { return nil }
    return dayDate(start: start, end: day.end, year: nil, month: month.value, day: day.value)
  }

  /// chineseDate = 二〇二三年 … | 十二月 … | 一季度
  private mutating func chineseDate(at start: Int) -> DateExpression? {
    guard let number = chineseNumber(at: start), let value = number.value.whole else { return nil }
    if number.digitCount == 4, (1949...2199).contains(value), self[number.end] == 0x5E74 {
      return yearTail(at: number.end + 1, from: start, year: value)
    }
    return part(at: start, from: start, year: nil)
  }

  /// What a year may be followed by; without anything it is the whole year as one period.
  mutating func yearTail(at start: Int, from whole: Int, year: Int?) -> DateExpression {
    var place = start
    if self[place] == 0x5EA6 { place += 1 }  // 度
    if let inner = part(at: place, from: whole, year: year) { return inner }
    // 的
    if self[place] == 0x7684, let inner = part(at: place + 1, from: whole, year: year) { return inner }
    if let span = monthSpan(at: place, from: whole, year: year) { return span }
    var date = DateExpression(start: whole, end: place, year: year)
    switch self[place] {
    case 0x5E95, 0x672B:  // 底 末
      date.isMarked = true
      date.end = place + 1
    case 0x521D:  // 初
      date = DateExpression(start: whole, end: place + 1, year: year, months: 1...1, precision: .month)
      date.isMarked = true
    default: break
    }
    return date
  }

  /// part = month … | quarter … | half-year | 年底 | 年末 | 全年 | 年内
  mutating func part(at start: Int, from whole: Int, year: Int?) -> DateExpression? {
    if self[start + 1] == 0x534A, let half = matches("上半年", at: start) ?? matches("下半年", at: start) {
      let months = self[start] == 0x4E0A ? 1...6 : 7...12
      return ended(DateExpression(start: whole, end: half, year: year, months: months, precision: .halfYear))
    }
    if let end = matches("前三季度", at: start) {
      var quarters = DateExpression(start: whole, end: end, year: year, months: 1...9, precision: .span)
      quarters.isWhole = true
      return quarters
    }
    if let quarter = quarter(at: start) {
      let months = (quarter.number * 3 - 2)...(quarter.number * 3)
      return ended(
        DateExpression(start: whole, end: quarter.end, year: year, months: months, precision: .quarter))
    }
    if let yearEnd = yearEnd(at: start) {
      var date = DateExpression(start: whole, end: yearEnd.end, year: year)
      date.isMarked = !yearEnd.isWhole
      date.isWhole = yearEnd.isWhole
      return date
    }
    guard let number = dateNumber(at: start), (1...12).contains(number.value), self[number.end] == 0x6708
    else { return nil }
    return monthTail(at: number.end + 1, from: whole, year: year, month: number.value)
  }

  private func dateNumber(at start: Int) -> (value: Int, end: Int)? {
    if let short = shortNumber(at: start) { return short.digits <= 2 ? (short.value, short.end) : nil }
    guard let chinese = chineseNumber(at: start), let value = chinese.value.whole else { return nil }
    return (value, chinese.end)
  }

  /// quarter = [ "第" ] ( 1…4 | 一…四 ) "季度" | "Q" 1…4
  private func quarter(at start: Int) -> (number: Int, end: Int)? {
    guard
      self[start] == 0x7B2C || self[start] == 0x51 || ScalarClass.isDigit(self[start])
        || ChineseNumeral.digit(self[start]) != nil
    else { return nil }
    if self[start] == 0x51, let number = shortNumber(at: start + 1), (1...4).contains(number.value) {
      return (number.value, number.end)
    }
    let numberStart = self[start] == 0x7B2C ? start + 1 : start
    guard let number = dateNumber(at: numberStart), (1...4).contains(number.value),
      let end = matches("季度", at: number.end)
    else { return nil }
    return (number.value, end)
  }

  /// 年底, 年末, 年终, 年内, 年度内, 底, 全年 — where the year itself stands before or is the fiscal one.
  private func yearEnd(at start: Int) -> (isWhole: Bool, end: Int)? {
    if let word = word(.wholeYear, at: start) { return (true, word.end) }
    return word(.yearEnd, at: start).map { (false, $0.end) }
  }

  /// Behind a quarter or half-year: 末, 底, 内.
  private func ended(_ date: DateExpression) -> DateExpression {
    var date = date
    if self[date.end] == 0x672B || self[date.end] == 0x5E95 {
      date.end += 1
      date.isMarked = true
    }
    return date
  }
}

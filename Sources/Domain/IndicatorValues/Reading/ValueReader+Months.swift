// Months and days of dates: 12月底, 12月上旬, 12月31日, 1-12月, 次年, 当年.

import Quantities

extension ValueReader {
  /// monthTail = [ "份" ] [ "底" | "末" | "月底" | "上旬" | "中旬" | "下旬" | "初" | "中" | day ( "日" | "号" ) ]
  mutating func monthTail(at start: Int, from whole: Int, year: Int?, month: Int) -> DateExpression? {
    var place = start
    if self[place] == 0x4EFD { place += 1 }  // 份
    var date = DateExpression(start: whole, end: place, year: year, months: month...month, precision: .month)
    if let tenDays = tenDays(at: place) {
      date.precision = .tenDays
      date.first.day = tenDays.first
      date.last.day = tenDays.last
      date.end = tenDays.end
      return date
    }
    if let end = monthEnd(at: place) {
      date.isMarked = true
      date.end = end
      return date
    }
    guard let day = dayOfMonth(at: place) else { return date }
    return dayDate(start: whole, end: day.end, year: year, month: month, day: day.value)
  }

  private func monthEnd(at place: Int) -> Int? {
    if self[place] == 0x5E95 || self[place] == 0x672B { return place + 1 }
    return matches("月底", at: place) ?? matches("月末", at: place)
  }

  private func tenDays(at place: Int) -> (first: Int, last: Int, end: Int)? {
    if let end = matches("上中旬", at: place) { return (1, 20, end) }
    if let end = matches("中下旬", at: place) { return (11, 0, end) }
    if let end = matches("上旬", at: place) { return (1, 10, end) }
    if let end = matches("中旬", at: place) { return (11, 20, end) }
    if let end = matches("下旬", at: place) { return (21, 0, end) }
    if self[place] == 0x521D { return (1, 10, place + 1) }  // 初
    if self[place] == 0x4E2D, isBoundary(at: place + 1) || self[place + 1] == 0x524D {
      return (11, 20, place + 1)
    }
    return nil
  }

  private func dayOfMonth(at place: Int) -> (value: Int, end: Int)? {
    var number: (value: Int, end: Int)?
    if let short = shortNumber(at: place), short.digits <= 2 { number = (short.value, short.end) }
    if number == nil, let chinese = chineseNumber(at: place), let value = chinese.value.whole {
      number = (value, chinese.end)
    }
    guard let number, (1...31).contains(number.value) else { return nil }
    // 日 号
    if self[number.end] == 0x65E5 || self[number.end] == 0x53F7 { return (number.value, number.end + 1) }
    let isSure = self[number.end] == 0x524D || isBoundary(at: number.end) || self[number.end] == 0x81F3
    return isSure ? number : nil
  }

  /// A day of a month; one that the calendar lacks becomes the last of its month, with a mark.
  func dayDate(start: Int, end: Int, year: Int?, month: Int, day: Int) -> DateExpression {
    var date = DateExpression(start: start, end: end, year: year, months: month...month, precision: .day)
    let length = Day.length(ofMonth: month, in: year ?? 2000)
    date.isImpossible = day > length
    date.first.day = min(day, length)
    date.last.day = min(day, length)
    date.isMarked = true
    return date
  }

  /// monthSpan = month ( "-" | "至" … ) month "月": 1-12月, 6至9月
  mutating func monthSpan(at start: Int, from whole: Int, year: Int?) -> DateExpression? {
    guard let first = shortNumber(at: start), first.digits <= 2, (1...12).contains(first.value) else {
      return nil
    }
    var place = first.end
    while ScalarClass.isRangeMark(self[place]) || self[place] == 0x81F3 || self[place] == 0x5230 {
      place += 1
    }
    // 7、8月: two months in a row.
    let isPair = self[place] == 0x3001
    if isPair { place += 1 }
    guard place > first.end, place - first.end < 4, let last = shortNumber(at: place), last.digits <= 2,
      (first.value...12).contains(last.value), self[last.end] == 0x6708,
      !isPair || last.value == first.value + 1
    else { return nil }
    var end = last.end + 1
    if self[end] == 0x4EFD { end += 1 }
    if self[end] == 0x5E95 || self[end] == 0x672B { end += 1 }
    guard !ScalarClass.isDigit(self[end]) else { return nil }
    var date = DateExpression(
      start: whole, end: end, year: year, months: first.value...last.value, precision: .span)
    date.isWhole = true
    date.isMarked = true
    return date
  }

  /// 当年, 本年, 今年: the fiscal year. 次年, 明年: the one after. 每年: every one.
  func relativeYear(at start: Int) -> (anchor: Deadline.Anchor, year: Int?, end: Int)? {
    if let word = word(.thisYear, at: start) { return (.calendar, nil, word.end) }
    if let word = word(.nextYear, at: start) { return (.followingYear, nil, word.end) }
    return nil
  }
}

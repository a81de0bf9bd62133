// Deadlines and spans: a date with what makes it a promise.

import Quantities

extension ValueReader {
  /// deadline = [ "每年" | "每月" | "每季度" ] [ limit ] date [ spanMark date ] [ "前" | "之前" | "内" | "期间" | "起" ]
  ///
  /// limit is a sign (kept) or a word such as 不晚于, 截至 (belongs to the deadline). 前 behind a month that has no
  /// 底 moves the day to the end of the month before.
  mutating func deadline(at start: Int) -> Atom? {
    let scalar = self[start]
    let starts = WordRole.headStart.bit | WordRole.feast.bit
    guard ScalarClass.isDigit(scalar) || vocabulary.roles(startingWith: scalar) & starts != 0 else {
      return nil
    }
    var limit = limit(at: start)
    let every = recurrence(at: limit.end)
    if let every {
      limit.end = every.end
      let inner = self.limit(at: limit.end)
      limit.comparator = limit.comparator ?? inner.comparator
      limit.isWord = limit.isWord || inner.isWord
      limit.end = inner.end
    }
    if let named = namedDeadline(at: limit.end, start: start, limit: limit) { return named }
    guard var date = dateOrDay(at: limit.end, every: every?.anchor) else { return nil }
    if let every { date.anchor = every.anchor }
    let mark = problems.count
    var deadline = Deadline(
      comparator: limit.comparator, to: nil, precision: date.precision, anchor: date.anchor)
    var end = date.end
    var isSpan = date.precision == .span
    var last = date
    if let second = spanEnd(behind: date) {
      isSpan = true
      last = second
      end = second.end
    }
    let tail = tail(at: end)
    end = tail.end
    if isSpan { deadline.precision = .span }
    // ≥6月 says how long, not by when.
    if limit.comparator?.isLowerBound == true, date.year == nil, date.precision == .month, !date.isMarked,
      !isSpan,
      tail.kind == .none
    {
      return nil
    }
    fill(&deadline, from: date, to: last, isSpan: isSpan, tail: tail)
    if date.isShortYear || last.isShortYear { note(.shortYear, date.start, end) }
    if date.isImpossible || last.isImpossible { note(.noSuchDay, date.start, end) }
    guard isDeadline(date, limit: limit, isSpan: isSpan, tail: tail, every: every != nil, end: end) else {
      problems.removeSubrange(mark...)
      return nil
    }
    let atom = Atom(start: start, end: end, content: .deadline(deadline))
    atom.isWeak = isWeak(date, limit: limit, isSpan: isSpan, tail: tail, end: end)
    return atom
  }

  private mutating func dateOrDay(at place: Int, every: Deadline.Anchor?) -> DateExpression? {
    if every == .everyMonth || every == .everyQuarter, let day = recurringDay(at: place) { return day }
    if let date = date(at: place) { return date }
    return eightDigits(at: place)
  }

  /// 每月10日, 每月底, 每季度末
  private func recurringDay(at place: Int) -> DateExpression? {
    var date = DateExpression(start: place, end: place, year: nil, months: 1...1, precision: .month)
    date.hasNoMonth = true
    date.isMarked = true
    date.last.day = 31
    if self[place] == 0x5E95 || self[place] == 0x672B {
      date.end = place + 1
      return date
    }
    guard let number = shortNumber(at: place), (1...31).contains(number.value),
      self[number.end] == 0x65E5 || self[number.end] == 0x53F7
    else { return nil }
    date.precision = .day
    date.last.day = number.value
    date.end = number.end + 1
    return date
  }

  /// 20231231前
  private func eightDigits(at place: Int) -> DateExpression? {
    guard ScalarClass.isDigit(self[place]), ScalarClass.isDigit(self[place + 7]),
      let number = arabicNumber(at: place), number.digitCount == 8, let whole = number.value.whole,
      let day = Day(year: whole / 10000, month: whole / 100 % 100, day: whole % 100),
      (1949...2199).contains(day.year),
      tail(at: number.end).end > number.end, !isPartOfWord(at: place)
    else { return nil }
    return dayDate(start: place, end: number.end, year: day.year, month: day.month, day: day.day)
  }

  /// The second date of a span takes over year and month that it does not print itself.
  private mutating func spanEnd(behind first: DateExpression) -> DateExpression? {
    var place = first.end
    while ScalarClass.isRangeMark(self[place]), place - first.end < 4 { place += 1 }
    if place == first.end {
      if self[place] == 0x8D77 { place += 1 }  // 起至
      guard
        self[place] == 0x81F3 || self[place] == 0x5230 || self[place] == 0x3001 && first.precision == .month
      else { return nil }
      place += 1
    }
    if let relative = relativeYear(at: place), relative.anchor == .followingYear {
      guard var second = date(at: place, isSpanEnd: true) else { return nil }
      if let year = first.year {
        second.year = year + 1
        second.anchor = .calendar
      }
      return second
    }
    var found = date(at: place, isSpanEnd: true)
    if found == nil { found = bareDay(at: place, behind: first) }
    guard var second = found else { return nil }
    if second.year == nil { second.year = first.year }
    return second
  }

  /// 12月1日-31日, 2023.7-12
  private func bareDay(at place: Int, behind first: DateExpression) -> DateExpression? {
    guard let number = shortNumber(at: place) else { return nil }
    if first.precision == .year, number.digits == 4, (1949...2199).contains(number.value),
      isBoundary(at: number.end)
    {
      return DateExpression(start: place, end: number.end, year: number.value)
    }
    guard number.digits <= 2 else { return nil }
    if first.precision == .day, (1...31).contains(number.value),
      self[number.end] == 0x65E5 || isBoundary(at: number.end)
    {
      let end = self[number.end] == 0x65E5 ? number.end + 1 : number.end
      return dayDate(start: place, end: end, year: first.year, month: first.last.month, day: number.value)
    }
    guard first.precision == .month, (first.last.month...12).contains(number.value),
      isBoundary(at: number.end)
    else { return nil }
    return DateExpression(
      start: place, end: number.end, year: first.year, months: number.value...number.value, precision: .month)
  }

  private mutating func fill(
    _ deadline: inout Deadline, from date: DateExpression, to last: DateExpression, isSpan: Bool,
    tail: DeadlineTail
  ) {
    if last.anchor != .calendar, date.anchor == .calendar { deadline.anchor = last.anchor }
    let firstYear = year(of: date)
    let lastYear = year(of: last)
    let first = DatePoint(year: firstYear, month: date.first.month, day: date.first.day)
    if date.hasNoMonth {
      deadline.to = DatePoint(year: nil, month: nil, day: last.last.day)
      if deadline.anchor == .everyQuarter { deadline.precision = .quarter }
      return
    }
    if tail.kind == .onwards, !isSpan {
      deadline.from = first
      return
    }
    if tail.kind == .before, !isSpan, !date.isMarked {
      deadline.to = dayBefore(first)
      note(.monthBefore, date.start, tail.end, detail: deadline.to?.isoText)
      return
    }
    let day = last.last.day > 0 ? last.last.day : Day.length(ofMonth: last.last.month, in: lastYear)
    deadline.to = DatePoint(year: lastYear, month: last.last.month, day: day)
    if isSpan || date.isWhole || tail.kind == .during { deadline.from = first }
  }

  private func year(of date: DateExpression) -> Int? {
    if let year = date.year { return year }
    switch date.anchor {
    case .followingYear: return fiscalYear.map { $0 + 1 }
    default: return fiscalYear
    }
  }

  private func dayBefore(_ point: DatePoint) -> DatePoint {
    if point.day > 1 { return DatePoint(year: point.year, month: point.month, day: point.day - 1) }
    let month = point.month ?? 1
    let year = month == 1 ? point.year.map { $0 - 1 } : point.year
    let previous = month == 1 ? 12 : month - 1
    return DatePoint(year: year, month: previous, day: Day.length(ofMonth: previous, in: year))
  }
}

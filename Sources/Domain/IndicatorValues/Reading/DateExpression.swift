// A date as it stands in a text: a period of a known or unknown year.

/// Month and day.
struct MonthDay: Equatable {
  var month: Int
  var day: Int
}

/// A day, month, quarter, half-year or year that was read, as the first and the last of its days.
struct DateExpression {
  var start: Int
  var end: Int
  /// The printed year, full.
  var year: Int?
  var first: MonthDay
  var last: MonthDay
  var precision: Deadline.Precision
  var anchor: Deadline.Anchor = .calendar
  /// 底, 末, 旬: the last day is meant, so that 前 does not move it.
  var isMarked = false
  /// 全年, 期间: the first day is meant too.
  var isWhole = false
  /// A year of two digits.
  var isShortYear = false
  /// No such day in the calendar.
  var isImpossible = false
  /// The day of a month that is not told (每月10日).
  var hasNoMonth = false

  init(start: Int, end: Int, year: Int?, months: ClosedRange<Int>, precision: Deadline.Precision) {
    self.start = start
    self.end = end
    self.year = year
    first = MonthDay(month: months.lowerBound, day: 1)
    last = MonthDay(month: months.upperBound, day: 0)
    self.precision = precision
  }

  /// A whole year.
  init(start: Int, end: Int, year: Int?) {
    self.init(start: start, end: end, year: year, months: 1...12, precision: .year)
  }
}

// A day of the calendar, without clock and time zone.

/// A day of the Gregorian calendar between the years 1 and 9999.
package struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  /// 1…12.
  package let month: Int
  /// 1…31, as the month has.
  package let day: Int

  /// Nil for a day that the calendar does not have, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// 1 January of the year 1.
  package static let firstOfAll = Day()

  private init() {
    year = 1
    month = 1
    day = 1
  }

  /// The number of days of a month; without a year, February has 28.
  package static func length(ofMonth month: Int, in year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.map(isLeap) == true ? 29 : 28
    default: 31
    }
  }

  /// The rule of the Gregorian calendar.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Days since 1 March of the year 0, for differences: `later.number - earlier.number` days lie between.
  package var number: Int {
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
    return shiftedYear * 365 + leapDays + (153 * shiftedMonth + 2) / 5 + day - 1
  }

  /// ISO 8601: `2023-12-31`.
  package var description: String {
    let yearDigits = String(year)
    return String(repeating: "0", count: 4 - yearDigits.count) + yearDigits
      + (month < 10 ? "-0" : "-") + String(month) + (day < 10 ? "-0" : "-") + String(day)
  }
}

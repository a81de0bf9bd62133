// Days as spreadsheets count them, and what day, hour and second they are.

/// A moment of a worksheet: a count of days and the milliseconds of the day.
struct SerialDate: Equatable {
  var day: Int
  var millisecond: Int
  let countsFrom1904: Bool

  static let millisecondsOfDay = 86_400_000
  /// 31 December 9999.
  private static let dayMax = 2_958_465

  /// A number of days with a fraction; nil where no date is shown for it (negative, beyond the year 9999).
  init?(_ number: DecimalDigits, countsFrom1904: Bool) {
    guard !number.isNegative || number.isZero, number.point <= 7 else { return nil }
    day = number.integerDigits.reduce(0) { $0 * 10 + Int($1) }
    // Ten decimals of a day are nine microseconds.
    let fraction = number.decimalDigits(10).reduce(0) { $0 * 10 + Int($1) }
    let scale = 10_000_000_000
    millisecond = (fraction * Self.millisecondsOfDay + scale / 2) / scale
    self.countsFrom1904 = countsFrom1904
    carry()
    guard day <= Self.dayMax - (countsFrom1904 ? 1_462 : 0) else { return nil }
  }

  /// Reads `2024-03-05`, `2024-03-05T08:30:00`, `…Z`; nil for anything else.
  init?(iso text: String, countsFrom1904: Bool) {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard let first = parts.first else { return nil }
    let numbers = first.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard numbers.count == 3, (1900...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...31).contains(numbers[2])
    else { return nil }
    let days = Self.days(year: numbers[0], month: numbers[1], day: numbers[2])
    day = days - Self.days(year: 1899, month: 12, day: 30)
    if day < 61 { day -= 1 }
    if countsFrom1904 { day = days - Self.days(year: 1904, month: 1, day: 1) }
    millisecond = 0
    self.countsFrom1904 = countsFrom1904
    guard day >= 0 else { return nil }
    guard parts.count == 2 else { return }
    let clock = parts[1].prefix { $0 != "Z" && $0 != "+" && $0 != "." }.split(separator: ":").map {
      Int($0) ?? -1
    }
    guard clock.count >= 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]) else { return nil }
    let second = clock.count > 2 ? clock[2] : 0
    guard (0..<61).contains(second) else { return nil }
    millisecond = ((clock[0] * 60 + clock[1]) * 60 + second) * 1_000
    carry()
  }

  /// Rounds the time to whole units of so many milliseconds.
  mutating func round(toMilliseconds unit: Int) {
    millisecond = (millisecond + unit / 2) / unit * unit
    carry()
  }

  private mutating func carry() {
    if millisecond >= Self.millisecondsOfDay {
      millisecond -= Self.millisecondsOfDay
      day += 1
    }
  }

  var hour: Int { millisecond / 3_600_000 }
  var minute: Int { millisecond / 60_000 % 60 }
  var second: Int { millisecond / 1_000 % 60 }

  /// 0 for Sunday … 6 for Saturday, as spreadsheets count (day 1 is a Sunday to them).
  var weekday: Int {
    countsFrom1904 ? (day + 5) % 7 : (day + 6) % 7
  }

  /// Year, month and day. Day 0 is "0 January 1900" and day 60 "29 February 1900", which never was: an old
  /// mistake that every spreadsheet keeps.
  var calendar: (year: Int, month: Int, day: Int) {
    if countsFrom1904 { return Self.calendar(day + Self.days(year: 1904, month: 1, day: 1)) }
    if day == 0 { return (1900, 1, 0) }
    if day == 60 { return (1900, 2, 29) }
    let origin = Self.days(year: 1899, month: 12, day: 30)
    return Self.calendar(origin + (day < 60 ? day + 1 : day))
  }

  /// Days since 1 March of the year 0, in the Gregorian calendar.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let fromMarch = (month + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * fromMarch + 2) / 5 + day - 1
  }

  /// The inverse of `days(year:month:day:)`, for days of the years 1…9999.
  private static func calendar(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let era = days / 146_097
    let ofEra = days % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * fromMarch + 2) / 5 + 1
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

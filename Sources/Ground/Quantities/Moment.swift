// A point in time, counted and never asked for: the clock is a parameter of whoever needs one.

/// A point in time: whole milliseconds since 1970-01-01 00:00 UTC, leap seconds not counted (as POSIX does).
package struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// From ``first`` to ``last``; negative before 1970.
  package let milliseconds: Int64

  /// The first millisecond of the year 1: every moment lies in the years 1 to 9999, as every ``Day`` does.
  package static let first = Moment(unchecked: -62_135_596_800_000)
  /// The last millisecond of the year 9999.
  package static let last = Moment(unchecked: 253_402_300_799_999)

  /// A number beyond the years 1 to 9999 becomes the nearest moment inside.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.first.milliseconds), Self.last.milliseconds)
  }

  private init(unchecked milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Whole seconds since 1970, rounded down.
  package var seconds: Int64 { (milliseconds - Self.remainder(milliseconds, 1000)) / 1000 }

  /// This moment and so many seconds more (or less); stays within the years 1 to 9999.
  package func advanced(bySeconds seconds: Int) -> Moment {
    let (span, isTooLong) = Int64(seconds).multipliedReportingOverflow(by: 1000)
    if isTooLong { return seconds < 0 ? .first : .last }
    let (sum, isBeyond) = milliseconds.addingReportingOverflow(span)
    if isBeyond { return seconds < 0 ? .first : .last }
    return Moment(milliseconds: sum)
  }

  /// The seconds from an earlier moment to this one, rounded down; negative when it lies later.
  package func seconds(since earlier: Moment) -> Int {
    let span = milliseconds - earlier.milliseconds
    return Int((span - Self.remainder(span, 1000)) / 1000)
  }

  /// The day it falls on, in a zone so many minutes ahead of UTC; China is 480 minutes ahead all year.
  package func day(minutesAhead: Int = 480) -> Day {
    let zone = Int64(min(max(minutesAhead, -1440), 1440)) * 60_000
    let shifted = Moment(milliseconds: milliseconds + zone).milliseconds
    return Self.day(number: Int((shifted - Self.remainder(shifted, 86_400_000)) / 86_400_000))
  }

  /// ISO 8601 in UTC with milliseconds: `2026-11-21T08:45:30.000Z`.
  package var description: String {
    let part = Int(Self.remainder(milliseconds, 86_400_000))
    return "\(day(minutesAhead: 0))T\(Self.padded(part / 3_600_000, 2)):\(Self.padded(part / 60_000 % 60, 2))"
      + ":\(Self.padded(part / 1000 % 60, 2)).\(Self.padded(part % 1000, 3))Z"
  }

  package static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

  /// The remainder that is never negative.
  private static func remainder(_ number: Int64, _ divisor: Int64) -> Int64 {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The day so many days after 1970-01-01 (civil calendar by eras of 400 years).
  private static func day(number: Int) -> Day {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    return Day(year: year, month: civilMonth, day: dayOfYear - (153 * month + 2) / 5 + 1) ?? .firstOfAll
  }
}

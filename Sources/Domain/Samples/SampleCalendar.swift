// The days on which the office of the sample county works, and moments on them.
import Quantities

enum SampleCalendar {
  private static let epoch = (Day(year: 1970, month: 1, day: 1) ?? .firstOfAll).number

  /// A day of the calendar; a day too late in its month becomes the last one.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, in: year))) ?? .firstOfAll
  }

  /// So many days later.
  static func day(_ day: Day, plus days: Int) -> Day {
    Moment(milliseconds: Int64(day.number - epoch + days) * 86_400_000).day(minutesAhead: 0)
  }

  /// The day itself, or the Monday behind it.
  static func workday(_ day: Day) -> Day {
    // 1970-01-01 was a Thursday.
    let weekday = (day.number - epoch + 4) % 7
    return weekday == 6 ? self.day(day, plus: 2) : weekday == 0 ? self.day(day, plus: 1) : day
  }

  /// A moment of a day in China, so many minutes after midnight there.
  static func moment(_ day: Day, minute: Int, milliseconds: Int = 0) -> Moment {
    Moment(
      milliseconds: Int64(day.number - epoch) * 86_400_000 + Int64(minute - 480) * 60_000
        + Int64(milliseconds))
  }
}

// Shows dates and times in a section of a number format.

extension NumberFormat.Section {
  /// What people see of a date; nil where there is none for the number.
  ///
  /// - Parameter number: the number itself, for times in all (`[h]:mm`), which may have any size.
  func shownDate(_ date: SerialDate?, _ number: DecimalDigits?) -> String? {
    guard var date else { return nil }
    let isTimed = tokens.contains { $0.isTime }
    if isTimed { date.round(toMilliseconds: roundingUnit) }
    let calendar = date.calendar
    let isHalved = tokens.contains { if case .halfDay = $0 { true } else { false } }
    var text = number?.isNegative == true ? "-" : ""
    for token in tokens {
      switch token {
      case .literal(let letters): text += letters
      case .date(let letter, let count):
        text += shownPart(letter, count, date, calendar, isHalved: isHalved)
      case .minute(let count): text += padded(date.minute, count)
      case .elapsed(let letter, let count): text += padded(Self.elapsed(letter, date), count)
      case .fraction(let count):
        let divisor = [1, 100, 10, 1][count]
        text += "." + padded(date.millisecond % 1_000 / divisor, count, isPlain: true)
      case .halfDay(let isChinese): text += Self.halfDay(date.hour < 12, isChinese)
      case .point: text += "."
      case .grouping: text += ","
      case .percent: text += "%"
      case .digit, .exponent, .general: break
      }
    }
    return text
  }

  /// Milliseconds of the smallest unit that is shown; spreadsheets round times to whole seconds.
  private var roundingUnit: Int {
    for case .fraction(let count) in tokens { return [1_000, 100, 10, 1][count] }
    return 1_000
  }

  private func shownPart(
    _ letter: UInt8, _ count: Int, _ date: SerialDate, _ calendar: (year: Int, month: Int, day: Int),
    isHalved: Bool
  ) -> String {
    switch letter {
    case UInt8(ascii: "y"):
      return count <= 2
        ? padded(calendar.year % 100, 2, isPlain: true) : ChineseNumerals.digits(calendar.year, numerals)
    case UInt8(ascii: "m"): return shownMonth(calendar.month, count)
    case UInt8(ascii: "d"):
      return count <= 2 ? padded(calendar.day, count) : weekday(date.weekday, isLong: count > 3)
    case UInt8(ascii: "h"):
      let hour = isHalved ? (date.hour + 11) % 12 + 1 : date.hour
      return padded(hour, count)
    case UInt8(ascii: "s"): return padded(date.second, count)
    case UInt8(ascii: "a"):
      let name = Self.chineseWeekdays[date.weekday]
      return count > 3 ? "星期" + name : name
    default: return ""
    }
  }

  private func shownMonth(_ month: Int, _ count: Int) -> String {
    if count <= 2 { return padded(month, count) }
    if isChinese { return ChineseNumerals.whole(month, .plain) + "月" }
    let name = Self.months[month - 1]
    return count == 3 ? String(name.prefix(3)) : count == 4 ? name : String(name.prefix(1))
  }

  private func weekday(_ day: Int, isLong: Bool) -> String {
    if isChinese { return (isLong ? "星期" : "周") + Self.chineseWeekdays[day] }
    return isLong ? Self.weekdays[day] : String(Self.weekdays[day].prefix(3))
  }

  /// A number in the section's numerals, with zeros in front up to a width.
  private func padded(_ number: Int, _ width: Int, isPlain: Bool = false) -> String {
    if numerals != .none, !isPlain { return ChineseNumerals.whole(number, numerals) }
    let digits = String(number)
    let text = String(repeating: "0", count: max(0, min(width, 9) - digits.count)) + digits
    return numerals == .none ? text : text.utf8.map { ChineseNumerals.digit($0 - 0x30, numerals) }.joined()
  }

  private static func elapsed(_ letter: UInt8, _ date: SerialDate) -> Int {
    let seconds = date.day * 86_400 + date.millisecond / 1_000
    switch letter {
    case UInt8(ascii: "h"): return seconds / 3_600
    case UInt8(ascii: "m"): return seconds / 60
    default: return seconds
    }
  }

  private static func halfDay(_ isMorning: Bool, _ isChinese: Bool) -> String {
    if isChinese { return isMorning ? "上午" : "下午" }
    return isMorning ? "AM" : "PM"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let chineseWeekdays = ["日", "一", "二", "三", "四", "五", "六"]
}

extension NumberFormat.Token {
  /// Whether it shows a time of the day.
  fileprivate var isTime: Bool {
    switch self {
    case .date(UInt8(ascii: "h"), _), .date(UInt8(ascii: "s"), _), .minute, .elapsed, .fraction, .halfDay:
      true
    default: false
    }
  }
}

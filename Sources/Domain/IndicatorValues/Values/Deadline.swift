// A promised day or span of days.

/// A day of a deadline in which the year, or year and month, may be missing: `2023-12-31`, `--12-31`, the
/// 10th.
package struct DatePoint: Sendable, Hashable {
  // Small on purpose: every value carries two of these. 0 stands for a year or month that is missing.
  private let packedYear: Int16
  private let packedMonth: Int8
  private let packedDay: Int8

  /// - Parameters: a year from 1 to 9999, a month from 1 to 12, a day from 1 to 31; nil where not known.
  package init(year: Int?, month: Int?, day: Int) {
    packedYear = Int16(truncatingIfNeeded: year ?? 0)
    packedMonth = Int8(truncatingIfNeeded: month ?? 0)
    packedDay = Int8(truncatingIfNeeded: day)
  }

  package var year: Int? { packedYear == 0 ? nil : Int(packedYear) }
  package var month: Int? { packedMonth == 0 ? nil : Int(packedMonth) }
  package var day: Int { Int(packedDay) }

  /// ISO 8601: `2023-12-31`, `--12-31` without a year, `---10` without a month.
  package var isoText: String {
    guard let month else { return "---" + Self.twoDigits(day) }
    guard let year else { return "--" + Self.twoDigits(month) + "-" + Self.twoDigits(day) }
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + Self.twoDigits(month)
      + "-"
      + Self.twoDigits(day)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0" + String(number) : String(number)
  }
}

/// `2023年12月底前`, `2020年1月--2020年11月`, `次年3月底前`, `“十四五”期间`.
package struct Deadline: Sendable, Equatable {
  /// How finely the date is printed.
  package enum Precision: String, Sendable, CaseIterable {
    case day
    /// 上旬, 中旬, 下旬.
    case tenDays = "ten-days"
    case month
    case quarter
    case halfYear = "half-year"
    case year
    /// From one date to another.
    case span
  }

  /// What the date is counted from.
  package enum Anchor: Sendable, Equatable {
    /// The calendar, or the fiscal year where no year is printed.
    case calendar
    /// The year after the fiscal year (次年).
    case followingYear
    /// Every year, quarter or month (每年12月底前, 每月10日前).
    case everyYear, everyQuarter, everyMonth
    /// A period or feast that has a name (“十四五”期间, 春节前).
    case named(String)
  }

  /// Only a printed sign (`≤9月`); 前, 底前, 之前 belong to the deadline itself.
  package var comparator: Comparator?
  /// The first day of a span or of a whole period; nil for a plain deadline.
  package var from: DatePoint?
  /// The last day, included; nil where it cannot be told.
  package var to: DatePoint?
  package var precision: Precision
  package var anchor: Anchor
  package var subject: String?

  package init(
    comparator: Comparator? = nil, from: DatePoint? = nil, to: DatePoint?, precision: Precision,
    anchor: Anchor = .calendar, subject: String? = nil
  ) {
    self.comparator = comparator
    self.from = from
    self.to = to
    self.precision = precision
    self.anchor = anchor
    self.subject = subject
  }

  /// The day for the contract: relative and recurring deadlines have one only when the year is known.
  package func settled(_ point: DatePoint?) -> DatePoint? {
    guard let point else { return nil }
    return anchor == .calendar || point.year != nil ? point : nil
  }
}

// Prints deadlines: the date, what it is counted from, and the word that makes it a promise.

extension Deadline {
  /// `2023年12月底前`, `次年3月底前`, `2023年1月1日至2023年12月31日`, `2021年全年`, `每月10日前`.
  func printed() -> String {
    (subject ?? "") + (comparator?.rawValue ?? "") + date
  }

  private typealias Wording = DeadlineWording

  private var date: String {
    if case .named(let name) = anchor { return name }
    guard let to else { return from.map { Wording.prefix(anchor) + start($0) + Wording.onwards } ?? "" }
    let lead = Wording.prefix(anchor)
    if precision == .span {
      let first = from.map { Wording.day($0, withYear: anchor == .calendar) } ?? ""
      return lead + first + Wording.until + Wording.day(to, withYear: anchor == .calendar)
    }
    // 中旬前 would end before the ten days begin.
    let before = comparator == nil && precision != .tenDays ? Wording.before : ""
    if from != nil {
      return lead + period(to) + (precision == .year ? Wording.wholeYear : Wording.during)
    }
    return lead + end(to) + before
  }

  private func year(_ point: DatePoint) -> String {
    guard anchor == .calendar, let year = point.year else { return "" }
    return Wording.year(year)
  }

  /// The period alone: 2023年第四季度.
  private func period(_ point: DatePoint) -> String {
    let month = point.month ?? 12
    switch precision {
    case .quarter: return year(point) + Wording.quarter((month + 2) / 3)
    case .halfYear: return year(point) + Wording.half(month <= 6 ? 1 : 2)
    case .year: return point.year == nil || anchor != .calendar ? "" : Wording.plainYear(point.year ?? 0)
    case .tenDays: return year(point) + Wording.month(month) + Wording.tenDays(endingOn: point.day)
    case .day: return Wording.day(point, withYear: anchor == .calendar)
    case .month, .span: return year(point) + Wording.month(month)
    }
  }

  /// The end of the period, so that 前 does not move it: 12月底, 第四季度末, 年底.
  private func end(_ point: DatePoint) -> String {
    guard point.month != nil else {
      switch precision {
      case .day: return Wording.dayAlone(point.day)
      default: return Wording.monthEnd
      }
    }
    switch precision {
    case .day, .tenDays: return period(point)
    case .month: return period(point) + Wording.monthEnd
    case .quarter, .halfYear: return period(point) + Wording.periodEnd
    case .year, .span:
      return (point.year == nil || anchor != .calendar) ? Wording.yearEnd : Wording.yearEnd(point.year ?? 0)
    }
  }

  private func start(_ point: DatePoint) -> String {
    switch precision {
    case .year: return point.year.map { Wording.plainYear($0) } ?? Wording.day(point, withYear: false)
    case .month: return year(point) + Wording.month(point.month ?? 1)
    default: return Wording.day(point, withYear: anchor == .calendar)
    }
  }
}

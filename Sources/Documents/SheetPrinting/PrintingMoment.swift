// The moment that a document says it was made at.

/// A moment of the calendar in universal time. Printing never looks at a clock: who prints says when.
package struct PrintingMoment: Sendable, Equatable {
  /// Seconds since the beginning of 1970, universal time.
  package var seconds: Int

  package init(secondsSince1970 seconds: Int) {
    self.seconds = seconds
  }

  /// `2026-01-31T08:00:00Z`; years outside of 1 to 9999 are cut to these.
  var text: String {
    let bounded = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let days = (bounded - ((bounded % 86_400) + 86_400) % 86_400) / 86_400
    let rest = bounded - days * 86_400
    // Days are counted from 0000-03-01 in eras of 400 years, so that a leap day is the last of its year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T"
      + "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

// A moment as office files write it, without a calendar library.

/// Date and time of day in universal time.
struct UniversalTime {
  /// `2026-01-31T08:30:00Z`.
  let text: String

  /// - Parameter seconds: since 1970, not negative.
  init(seconds: Int) {
    let days = seconds / 86_400
    let clock = seconds % 86_400
    // Years that begin in March put the leap day last (Hinnant, "chrono-compatible date algorithms").
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    text =
      "\(year)-\(two(month))-\(two(day))T\(two(clock / 3_600)):\(two(clock / 60 % 60)):\(two(clock % 60))Z"
  }
}

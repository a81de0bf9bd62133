// A number format such as `#,##0.00;-#,##0.00` or `yyyy"年"m"月"`: its sections and which one a number takes.

/// A format, read once and used for every cell that has it.
struct NumberFormat {
  var sections: [Section]

  /// One part of a format between `;`.
  struct Section {
    var tokens: [Token] = []
    /// Which numbers it is for, where the format says so (`[>=10000]`).
    var condition: Condition?
    /// How digits are written: 0 as usual, 1 一二三, 2 壹贰叁, 3 full-width.
    var numerals = ChineseNumerals.Style.none
    /// True for `[$-804]` and its kin: names of months and weekdays in Chinese.
    var isChinese = false
    var isDate = false
    var isText = false
  }

  struct Condition {
    enum Comparison { case less, lessOrEqual, equal, notEqual, greaterOrEqual, greater }
    var comparison: Comparison
    var number: DecimalDigits

    func holds(_ value: DecimalDigits) -> Bool {
      switch comparison {
      case .less: value < number
      case .lessOrEqual: !(number < value)
      case .equal: !(value < number) && !(number < value)
      case .notEqual: value < number || number < value
      case .greaterOrEqual: !(value < number)
      case .greater: number < value
      }
    }
  }

  enum Token: Equatable {
    case literal(String)
    /// A place for a digit: `0`, `#` or `?`.
    case digit(UInt8)
    case point, grouping, percent, general
    case exponent(showsPlus: Bool)
    /// A part of a date by its letter and how often it stands: `y` 4, `m` 2, `h`, `s`, `d`, `a` (weekday).
    case date(UInt8, Int)
    /// Minutes, told from months by what stands beside them.
    case minute(Int)
    /// Hours, minutes or seconds in all: `[h]`, `[mm]`.
    case elapsed(UInt8, Int)
    /// Digits of the second after the point.
    case fraction(Int)
    /// Before or after noon, in Chinese or in English letters.
    case halfDay(isChinese: Bool)
  }

  /// What people see of a number; nil where the format cannot show it (the caller then shows it as it is).
  func shown(_ number: DecimalDigits, countsFrom1904: Bool) -> String? {
    guard let (section, keepsSign) = section(for: number) else { return nil }
    var number = number
    if !keepsSign { number.isNegative = false }
    if section.isDate {
      return section.shownDate(SerialDate(number, countsFrom1904: countsFrom1904), number)
    }
    return section.shownNumber(number)
  }

  /// What people see of a date that the file gives as a date.
  func shown(_ date: SerialDate) -> String? {
    guard let section = sections.first, section.isDate else { return nil }
    return section.shownDate(date, nil)
  }

  /// The section for a number, and whether a minus sign is still to be written.
  private func section(for number: DecimalDigits) -> (Section, keepsSign: Bool)? {
    let numeric = sections.prefix(3).filter { !$0.isText }
    guard let first = numeric.first else { return nil }
    let isNegative = number.isNegative && !number.isZero
    if numeric.contains(where: { $0.condition != nil }) {
      for (index, section) in numeric.enumerated() {
        guard let condition = section.condition else {
          if index == 1, numeric.count > 2, !isNegative { continue }
          return (section, keepsSign: index != 1 || numeric.count < 3)
        }
        if condition.holds(number) { return (section, keepsSign: !condition.isBelowZero) }
      }
      return nil
    }
    if numeric.count >= 2, isNegative { return (numeric[1], keepsSign: false) }
    if numeric.count >= 3, number.isZero { return (numeric[2], keepsSign: false) }
    return (first, keepsSign: isNegative)
  }
}

extension NumberFormat.Condition {
  /// Whether it only takes negative numbers, which are then written without their sign.
  var isBelowZero: Bool {
    (comparison == .less || comparison == .lessOrEqual) && (number.isZero || number.isNegative)
  }
}

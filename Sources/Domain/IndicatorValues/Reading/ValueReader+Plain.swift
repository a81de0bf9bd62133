// The short way for the most common cells: a sign, digits, a unit, nothing else.

import Quantities

extension ValueReader {
  /// plain = [ sign ] digits [ unit ], the whole value; three of four real cells are written so
  ///
  /// Gives exactly what the scan would give (a test holds the two against each other), without its
  /// bookkeeping. Units of time go the long way, because 12月 and 2023年 are dates.
  func plainMeasure(in content: Range<Int>) -> Measure? {
    guard content.lowerBound == 0 else { return nil }
    var place = 0
    var comparator: Comparator?
    if !ScalarClass.isDigit(self[0]) {
      guard let sign = sign(at: 0), sign.comparator != .about, sign.comparator != .plusMinus,
        ScalarClass.isDigit(self[sign.end])
      else { return nil }
      comparator = sign.comparator
      place = sign.end
    }
    guard let number = arabicNumber(at: place), !number.isTooLong else { return nil }
    // 2023.12 may be a month.
    if !number.value.isWhole, let year = number.value.rounded(toPlaces: 0)?.whole,
      (1900...2300).contains(year)
    {
      return nil
    }
    if number.end == content.upperBound { return Measure(comparator: comparator, number: number.value) }
    guard let unit = knownUnit(at: number.end), unit.end == content.upperBound, unit.unit.dimension != .time
    else {
      return nil
    }
    return Measure(comparator: comparator, number: number.value, unit: unit.unit)
  }
}

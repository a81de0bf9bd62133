// Tells figures from the numerals that Chinese words are made of.

extension Character {
  /// 0…9 in either width. `isNumber` is also true of 一, 三, 百, 万, and so of 三公经费 and 万元.
  package var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }
}

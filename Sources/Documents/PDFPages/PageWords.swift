// The words around a page number.

enum PageWords {
  /// The signs of a list's numbers.
  static let numerals = Set("0123456789一二三四五六七八九十".unicodeScalars)

  /// What is left of a line with a page number when its digits and blanks are gone.
  static let around: Set<String> = [
    "", "-", "--", "—", "——", "－－", "–", "––", "第页", "第页共页", "第页，共页", "第页,共页", "共页第页", "/", "页", "第页/共页",
    "Page",
    "Pageof", "of", "·", "··",
  ]

  /// Chinese numerals from one to ten.
  static let ordinals = Array("一二三四五六七八九十")
}

// The words around a page number.

enum PageWords {
  /// What is left of a line with a page number when its digits and blanks are gone.
  static let around: Set<String> = [
    "", "-", "--", "—", "——", "－－", "–", "––", "第页", "第页共页", "第页，共页", "第页,共页", "共页第页", "/", "页", "第页/共页",
    "Page",
    "Pageof", "of", "·", "··",
  ]
}

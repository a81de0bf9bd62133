// How a page lay before it was read: without it nobody finds a box on the page's picture again.

/// How a page was turned so that it could be read. Boxes are told on the page as it was read.
package struct PageTurn: Sendable, Hashable {
  /// From 1.
  package let page: Int
  /// By how many quarters it was turned, clockwise, 0…3.
  package let quarters: Int
  /// By how many thousandths of a degree it lay crooked, clockwise, once it was turned by its quarters;
  /// undone about its middle.
  package let skew: Int

  /// Sheets lie no more crooked than five degrees; a page beyond the second number is none.
  private static let skewMax = 5_000
  private static let pageMax = 100_000

  /// - Returns: nil where no page lies so.
  package init?(page: Int, quarters: Int, skew: Int) {
    guard (1...Self.pageMax).contains(page), (0...3).contains(quarters),
      (-Self.skewMax...Self.skewMax).contains(skew)
    else { return nil }
    self.page = page
    self.quarters = quarters
    self.skew = skew
  }
}

// How large a page is drawn to have its text recognised, or a part of it shown.

enum PageDrawing {
  /// 300 dots an inch, fewer for pages larger than A3.
  static let forReading = 300.0 / 72
  /// 180 dots an inch, a little more than a cut-out has.
  static let forShowing = 2.5

  /// Pixels that a point of a page has: the usual number, fewer for large pages; 0 for what is no page.
  static func pixelsPerPoint(width: Double, height: Double, usual: Double = forReading) -> Double {
    guard width > 1, height > 1, width < 20_000, height < 20_000 else { return 0 }
    let pixels = width * height * usual * usual
    return pixels <= pixelsMax ? usual : usual * (pixelsMax / pixels).squareRoot()
  }

  /// A3 has 17.4 million.
  private static let pixelsMax = 20_000_000.0
}

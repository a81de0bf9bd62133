// How large a page is drawn to have its text recognised.

enum PageDrawing {
  /// 300 dots an inch, fewer for pages larger than A3.
  static func pixelsPerPoint(width: Double, height: Double) -> Double {
    let usual = 300.0 / 72
    guard width > 1, height > 1, width < 20_000, height < 20_000 else { return 0 }
    let pixels = width * height * usual * usual
    return pixels <= pixelsMax ? usual : usual * (pixelsMax / pixels).squareRoot()
  }

  /// A3 has 17.4 million.
  private static let pixelsMax = 20_000_000.0
}

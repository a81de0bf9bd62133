// What part of a page a text may be seen in: spreadsheets print the text of a cut cell on every page whole.
import CPDFium

/// Tells for the characters of a page which are hidden, and in which window they would be seen.
struct TextWindows {
  private let pdf: plumbline_pdfium
  private let page: UnsafeMutableRawPointer
  private let view: PageView
  /// The objects that stand on the page itself: only their windows are told in the page's coordinates.
  private lazy var ownObjects: Set<UnsafeMutableRawPointer> = {
    Set((0..<max(0, pdf.count_objects(page))).compactMap { pdf.object(page, $0) })
  }()
  private var lastObject: UnsafeMutableRawPointer?
  private var lastWindow: PageBox?

  init(_ pdf: plumbline_pdfium, _ page: UnsafeMutableRawPointer, _ view: PageView) {
    self.pdf = pdf
    self.page = page
    self.view = view
  }

  /// The window of a text, where a character of it at the box is hidden: its middle lies outside.
  mutating func window(hiding box: PageBox, of object: UnsafeMutableRawPointer?) -> PageBox? {
    guard let object else { return nil }
    if object != lastObject {
      lastObject = object
      lastWindow = window(of: object)
    }
    guard let window = lastWindow, !window.contains(x: box.centerX, y: box.centerY) else { return nil }
    return window
  }

  /// Paths with more points are drawings, and a text has few windows.
  private static let (pathsMax, pointsMax) = (16, 64)

  private mutating func window(of object: UnsafeMutableRawPointer) -> PageBox? {
    guard let clip = pdf.clip_path(object) else { return nil }
    let count = pdf.count_clip_paths(clip)
    guard count > 0, count <= Self.pathsMax, ownObjects.contains(object) else { return nil }
    var window: PageBox?
    for index in 0..<count {
      guard let box = bounds(of: clip, index) else { return nil }
      window = window.map { $0.intersection(box) } ?? box
    }
    // A window without room hides nothing that is worth a place.
    return window.flatMap { $0.width > 1 && $0.height > 1 ? $0 : nil }
  }

  private func bounds(of clip: UnsafeMutableRawPointer, _ index: Int32) -> PageBox? {
    let count = pdf.count_clip_segments(clip, index)
    guard count > 0, count <= Self.pointsMax else { return nil }
    var box: PageBox?
    for point in 0..<count {
      guard let segment = pdf.clip_segment(clip, index, point) else { continue }
      var (x, y): (Float, Float) = (0, 0)
      guard pdf.segment_point(segment, &x, &y) != 0, x.isFinite, y.isFinite else { return nil }
      let corner = view.box(left: Double(x), bottom: Double(y), right: Double(x), top: Double(y))
      if box == nil { box = corner } else { box?.formUnion(corner) }
    }
    return box
  }
}

extension PageBox {
  func contains(x: Double, y: Double) -> Bool { x >= left && x <= right && y >= top && y <= bottom }

  func intersection(_ other: PageBox) -> PageBox {
    PageBox(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }
}

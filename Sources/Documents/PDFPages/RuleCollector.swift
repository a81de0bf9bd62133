// Collects straight lines from what is stroked and filled on a page.

/// Takes outlines in the page's own coordinates and keeps the lines among them.
struct RuleCollector {
  let view: PageView
  let pageWidth: Double
  let pageHeight: Double
  private(set) var horizontal: [Rule] = []
  private(set) var vertical: [Rule] = []
  private(set) var pictureArea = 0.0

  /// A filled shape at most this thick is a line.
  private static let thicknessMax = 4.0
  /// A line that strays less than this from its axis is straight.
  private static let slackMax = 0.9

  init(view: PageView, pageWidth: Double, pageHeight: Double) {
    self.view = view
    self.pageWidth = pageWidth
    self.pageHeight = pageHeight
  }

  mutating func addPicture(_ corners: [(Double, Double)]) {
    guard corners.count == 2 else { return }
    let (one, other) = (view.point(corners[0].0, corners[0].1), view.point(corners[1].0, corners[1].1))
    let width = min(max(one.0, other.0), pageWidth) - max(min(one.0, other.0), 0)
    let height = min(max(one.1, other.1), pageHeight) - max(min(one.1, other.1), 0)
    if width > 0, height > 0 { pictureArea += width * height }
  }

  mutating func addStroke(_ outline: [(Double, Double)]) {
    guard outline.count >= 2 else { return }
    for index in 1..<outline.count {
      addLine(
        view.point(outline[index - 1].0, outline[index - 1].1), view.point(outline[index].0, outline[index].1)
      )
    }
  }

  /// A thin shape is a line along its length; of a broad one the edges are no lines, it is a background.
  mutating func addFill(_ outline: [(Double, Double)], isCurved: Bool) {
    guard outline.count >= 3, !isCurved else { return }
    let points = outline.map { view.point($0.0, $0.1) }
    var box = PageBox(left: points[0].0, top: points[0].1, right: points[0].0, bottom: points[0].1)
    for point in points.dropFirst() {
      box.formUnion(PageBox(left: point.0, top: point.1, right: point.0, bottom: point.1))
    }
    if box.height <= Self.thicknessMax, box.width > box.height {
      addLine((box.left, box.centerY), (box.right, box.centerY))
    } else if box.width <= Self.thicknessMax, box.height > box.width {
      addLine((box.centerX, box.top), (box.centerX, box.bottom))
    }
  }

  private mutating func addLine(_ one: (Double, Double), _ other: (Double, Double)) {
    let (width, height) = (abs(one.0 - other.0), abs(one.1 - other.1))
    guard one.0.isFinite, one.1.isFinite, other.0.isFinite, other.1.isFinite else { return }
    if height <= Self.slackMax, width > 0.3 {
      horizontal.append(
        Rule(
          position: (one.1 + other.1) / 2, from: max(-50, min(one.0, other.0)),
          to: min(pageWidth + 50, max(one.0, other.0))))
    } else if width <= Self.slackMax, height > 0.3 {
      vertical.append(
        Rule(
          position: (one.0 + other.0) / 2, from: max(-50, min(one.1, other.1)),
          to: min(pageHeight + 50, max(one.1, other.1))))
    }
  }
}

// Collects straight lines from what is stroked and filled on a page.

/// Takes outlines in the page's own coordinates and keeps the lines among them.
struct RuleCollector {
  let view: PageView
  let pageWidth: Double
  let pageHeight: Double
  private(set) var horizontal: [Rule] = []
  private(set) var vertical: [Rule] = []
  private(set) var pictureArea = 0.0
  /// The middles of dots: a row of them is a line.
  private var dots: [(x: Double, y: Double)] = []
  /// Dark areas as large as a table.
  private var grounds: [PageBox] = []

  /// A filled shape at most this thick is a line.
  private static let thicknessMax = 4.0
  /// A square at most this wide is a dot.
  private static let dotMax = 2.5
  private static let dotsMax = 200_000
  private static let groundsMax = 200
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
    guard outline.count >= 3, !isCurved, let box = box(of: outline) else { return }
    if box.width > 60, box.height > 20, grounds.count < Self.groundsMax { grounds.append(box) }
    if box.height <= Self.dotMax, box.width <= Self.dotMax, box.width < box.height * 1.3,
      box.height < box.width * 1.3, dots.count < Self.dotsMax
    {
      dots.append((box.centerX, box.centerY))
    } else if box.height <= Self.thicknessMax, box.width > box.height {
      addLine((box.left, box.centerY), (box.right, box.centerY))
    } else if box.width <= Self.thicknessMax, box.height > box.width {
      addLine((box.centerX, box.top), (box.centerX, box.bottom))
    }
  }

  /// The edges of a light shape on a dark ground are lines: cells that are drawn apart leave the ground
  /// between them.
  mutating func addLight(_ outline: [(Double, Double)]) {
    guard outline.count >= 4, let box = box(of: outline), box.width > 6, box.height > 6 else { return }
    let near = 1.0
    guard
      grounds.contains(where: {
        $0.left <= box.left + near && $0.right >= box.right - near && $0.top <= box.top + near
          && $0.bottom >= box.bottom - near && $0.width * $0.height > box.width * box.height * 1.05
      })
    else { return }
    addLine((box.left, box.top), (box.right, box.top))
    addLine((box.left, box.bottom), (box.right, box.bottom))
    addLine((box.left, box.top), (box.left, box.bottom))
    addLine((box.right, box.top), (box.right, box.bottom))
  }

  private func box(of outline: [(Double, Double)]) -> PageBox? {
    guard let first = outline.first.map({ view.point($0.0, $0.1) }) else { return nil }
    var box = PageBox(left: first.0, top: first.1, right: first.0, bottom: first.1)
    for corner in outline.dropFirst() {
      let point = view.point(corner.0, corner.1)
      box.formUnion(PageBox(left: point.0, top: point.1, right: point.0, bottom: point.1))
    }
    return box.left.isFinite && box.top.isFinite && box.right.isFinite && box.bottom.isFinite ? box : nil
  }

  /// Rows of dots become lines.
  mutating func finish() {
    let level = Self.runs(dots.map { (across: $0.y, along: $0.x) })
    let upright = Self.runs(dots.map { (across: $0.x, along: $0.y) })
    horizontal += level.map { Rule(position: $0.across, from: $0.from, to: $0.to) }
    vertical += upright.map { Rule(position: $0.across, from: $0.from, to: $0.to) }
    dots = []
  }

  /// Five dots or more at even distances.
  private static func runs(_ dots: [(across: Double, along: Double)])
    -> [(across: Double, from: Double, to: Double)]
  {
    let sorted = dots.sorted {
      let (one, other) = (($0.across * 4).rounded(), ($1.across * 4).rounded())
      return (one, $0.along) < (other, $1.along)
    }
    var result: [(across: Double, from: Double, to: Double)] = []
    var start = 0
    for end in 1...max(1, sorted.count) where start < sorted.count {
      let goesOn =
        end < sorted.count && abs(sorted[end].across - sorted[end - 1].across) < 0.3
        && sorted[end].along - sorted[end - 1].along < dotMax * 2
      if goesOn { continue }
      if end - start >= 5 {
        result.append((sorted[start].across, sorted[start].along, sorted[end - 1].along))
      }
      start = end
    }
    return result
  }

  private mutating func addLine(_ one: (Double, Double), _ other: (Double, Double)) {
    let (width, height) = (abs(one.0 - other.0), abs(one.1 - other.1))
    guard [one.0, one.1, other.0, other.1].allSatisfy({ abs($0) < 40_000 }) else { return }
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

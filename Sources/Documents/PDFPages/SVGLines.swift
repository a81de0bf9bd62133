// The ruling lines of a page that `pdftocairo -svg` has drawn.

/// Reads the paths of a drawing; characters and clipping paths are passed over.
struct SVGLines {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func add(to page: inout PageContent) {
    var collector = RuleCollector(
      view: PageView.identity, pageWidth: page.width, pageHeight: page.height)
    var tags = MarkupTags(bytes)
    var hidden = 0
    while let tag = tags.next() {
      switch tag.name {
      case "defs", "symbol", "clipPath", "mask": hidden += 1
      case "/defs", "/symbol", "/clipPath", "/mask": hidden -= 1
      case "path" where hidden == 0: add(tag, to: &collector)
      case "image" where hidden == 0: page.pictureShare = max(page.pictureShare, 0.5)
      default: break
      }
    }
    collector.finish()
    page.horizontal += collector.horizontal
    page.vertical += collector.vertical
  }

  private func add(_ tag: MarkupTags.Tag, to collector: inout RuleCollector) {
    guard let data = tag.attributes["d"] else { return }
    let map = tag.attributes["transform"].flatMap(Self.map) ?? .identity
    let isFilled = isPainted(tag, "fill", isUsual: true)
    let isStroked = isPainted(tag, "stroke", isUsual: false)
    let isLight = !isFilled && isPainted(tag, "fill", isUsual: true, onWhite: false)
    guard isFilled || isStroked || isLight else { return }
    for (outline, isCurved) in Self.outlines(data) {
      let points = outline.map { map.applied($0.0, $0.1) }
      if isFilled { collector.addFill(points, isCurved: isCurved) }
      if isLight, !isCurved { collector.addLight(points) }
      if isStroked, !isCurved { collector.addStroke(points) }
    }
  }

  /// Whether a path is filled or stroked, in a colour that can be seen on white where that is asked.
  private func isPainted(
    _ tag: MarkupTags.Tag, _ property: String, isUsual: Bool, onWhite: Bool = true
  ) -> Bool {
    var value = tag.attributes[property]
    for part in (tag.attributes["style"] ?? "").split(separator: ";") {
      let sides = part.split(separator: ":", maxSplits: 1)
      if sides.count == 2, sides[0] == property { value = String(sides[1]) }
    }
    guard let value else { return isUsual }
    if value == "none" { return false }
    guard onWhite else { return true }
    let shares = value.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
    return shares.count < 3 || (shares.prefix(3).min() ?? 0) < 98
  }

  private static func map(_ text: String) -> PlaneMap? {
    guard text.utf8.starts(with: "matrix(".utf8) else { return nil }
    let numbers = text.dropFirst(7).split { $0 == "," || $0 == " " || $0 == ")" }.compactMap { Double($0) }
    guard numbers.count == 6 else { return nil }
    return PlaneMap(
      a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
  }

  /// The outlines of path data as cairo writes it: absolute M, L, C, H, V and Z.
  private static func outlines(_ data: String) -> [(points: [(Double, Double)], isCurved: Bool)] {
    var result: [(points: [(Double, Double)], isCurved: Bool)] = []
    var points: [(Double, Double)] = []
    var isCurved = false
    var numbers: [Double] = []
    var command: Character = "M"
    func finish() {
      if points.count > 1 { result.append((points, isCurved)) }
      points = []
      isCurved = false
    }
    func take() {
      switch (command, numbers.count) {
      case ("M", 2):
        finish()
        points = [(numbers[0], numbers[1])]
      case ("L", 2): points.append((numbers[0], numbers[1]))
      case ("H", 1): points.append((numbers[0], points.last?.1 ?? 0))
      case ("V", 1): points.append((points.last?.0 ?? 0, numbers[0]))
      case ("C", 6):
        isCurved = true
        points.append((numbers[4], numbers[5]))
      default: return
      }
      numbers = []
    }
    for word in data.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\n" }) {
      if let letter = word.first, letter.isLetter {
        numbers = []
        command = letter
        if letter == "Z" || letter == "z", let first = points.first { points.append(first) }
      } else if let number = Double(word), number.isFinite {
        numbers.append(number)
        take()
      }
    }
    finish()
    return result
  }
}

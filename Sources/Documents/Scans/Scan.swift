// A scanned page: made straight, its rules found, its texts read cell by cell.

/// A rectangle on a scanned page in points, y downwards.
package struct ScanBox: Sendable, Equatable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }
}

/// A straight line of ink in points: the y of a level one, the x of an upright one, and its ends.
package struct ScanRule: Sendable, Equatable {
  package var position: Double
  package var from: Double
  package var to: Double
}

/// A stretch of text that was recognised.
package struct ScannedText: Sendable, Equatable {
  package var text: String
  /// Its ink, from the top to the bottom of its whole line.
  package var box: ScanBox
  /// How sure the recognizer is, 0…100.
  package var confidence: Int
}

/// A page as a picture, taken apart but for its texts.
package struct Scan {
  /// In points.
  package let width: Double
  package let height: Double
  /// By how many degrees the sheet lay crooked, clockwise; undone in everything else.
  package let skew: Double
  /// The rules that hang together in figures, and long level ones.
  package let level: [ScanRule]
  package let upright: [ScanRule]

  /// The straightened picture and its ink, without the rules.
  private var raster: Raster
  private var map: InkMap
  private let scale: Double

  /// Pages of fewer points each way are no pages.
  private static let sizeMin = 20.0

  /// - Returns: nil for a picture too small for a page.
  package init?(_ picture: Raster) {
    scale = picture.pixelsPerPoint
    width = Double(picture.width) / scale
    height = Double(picture.height) / scale
    guard width >= Self.sizeMin, height >= Self.sizeMin, picture.width > 2, picture.height > 2 else {
      return nil
    }
    let crooked = InkMap(picture)
    let degrees = Skew.degrees(of: crooked)
    if abs(degrees) < 0.04 {
      skew = 0
      raster = picture
      map = crooked
    } else {
      skew = degrees
      raster = picture.turned(by: -degrees)
      map = InkMap(raster)
    }
    let rules = RuleFinder(map, pixelsPerPoint: scale)
    let factor = 1 / scale
    func inPoints(_ rule: PixelRule) -> ScanRule {
      ScanRule(
        position: rule.position * factor, from: Double(rule.from) * factor, to: Double(rule.to) * factor)
    }
    level = rules.level.map(inPoints)
    upright = rules.upright.map(inPoints)
    erase(rules)
    keepText()
    raster.whiten(except: map)
  }

  /// Shadows and pictures are no text, nor is what lies along the edges of a whole sheet.
  private mutating func keepText() {
    let textMax = Int(80 * scale)
    let edge = min(width, height) > 400 ? Int(11 * scale) : 0
    let (right, bottom) = (map.width - edge, map.height - edge)
    map.keepSpots { spot in
      max(spot.width, spot.height) <= textMax && spot.right > edge && spot.bottom > edge && spot.left < right
        && spot.top < bottom
    }
  }

  /// Takes the ink of the rules out of the picture, so that no text seems to hold it.
  private mutating func erase(_ rules: RuleFinder) {
    for rule in rules.level {
      for run in rule.runs {
        wipe(PixelBox(left: run.from - 1, top: run.line - 2, right: run.to + 1, bottom: run.line + 3))
      }
    }
    for rule in rules.upright {
      for run in rule.runs {
        wipe(PixelBox(left: run.line - 2, top: run.from - 1, right: run.line + 3, bottom: run.to + 1))
      }
    }
  }

  private mutating func wipe(_ area: PixelBox) {
    map.clear(area)
    let area = area.clipped(width: raster.width, height: raster.height)
    let width = raster.width
    raster.pixels.withUnsafeMutableBufferPointer { pixels in
      for y in area.top..<area.bottom {
        for x in area.left..<area.right { pixels[y * width + x] = 255 }
      }
    }
  }

  // MARK: Texts

  /// The texts of the page: cell by cell, then what stands outside the tables.
  ///
  /// - Parameters:
  ///   - cells: the cells of its tables.
  ///   - tables: the tables themselves.
  ///   - countMax: after so many the rest is left, for a taste.
  package func texts(
    cells: [ScanBox], tables: [ScanBox], _ recognizer: TextRecognizer, countMax: Int = .max
  ) -> [ScannedText] {
    let inner = cells.map { pixels($0).inset(by: Int(scale)) }
    let outer = around(tables)
    let lines = InkLines(map, areas: inner + outer, pixelsPerPoint: scale)
    var texts: [ScannedText] = []
    for area in inner + outer {
      for piece in lines.pieces(in: area) where texts.count < countMax {
        texts += read(piece, lines, recognizer)
      }
    }
    return texts
  }

  private func pixels(_ box: ScanBox) -> PixelBox {
    PixelBox(
      left: Int(box.left * scale), top: Int(box.top * scale), right: Int(box.right * scale),
      bottom: Int(box.bottom * scale)
    ).clipped(width: map.width, height: map.height)
  }

  /// The page above, between and below the tables.
  private func around(_ tables: [ScanBox]) -> [PixelBox] {
    var bands: [PixelBox] = []
    var top = 0
    for table in tables.sorted(by: { $0.top < $1.top }) {
      let box = pixels(table)
      if box.top > top {
        bands.append(PixelBox(left: 0, top: top, right: map.width, bottom: box.top - Int(scale)))
      }
      top = max(top, box.bottom + Int(scale))
    }
    bands.append(PixelBox(left: 0, top: top, right: map.width, bottom: map.height))
    return bands.filter { !$0.isEmpty }
  }

  /// The texts of one piece: the signs told by their shape, and what stands between them.
  private func read(
    _ piece: InkPiece, _ lines: InkLines, _ recognizer: TextRecognizer
  ) -> [ScannedText] {
    var texts: [ScannedText] = []
    var left = piece.box.left
    func add(_ right: Int) {
      let whole = PixelBox(left: left, top: piece.box.top, right: right, bottom: piece.box.bottom)
      guard let area = lines.inked(whole) else { return }
      let (text, confidence) = recognizer.text(of: raster.part(area, margin: 10))
      guard !text.isEmpty else { return }
      texts.append(ScannedText(text: text, box: points(area, piece), confidence: confidence))
    }
    let signs = PrintedSigns.signs(in: piece.box, of: map, lineHeight: lines.usualHeight)
    for sign in signs {
      add(sign.columns.lowerBound)
      let area = PixelBox(
        left: sign.columns.lowerBound, top: piece.box.top, right: sign.columns.upperBound,
        bottom: piece.box.bottom)
      texts.append(ScannedText(text: String(sign.scalar), box: points(area, piece), confidence: 90))
      left = sign.columns.upperBound
    }
    add(piece.box.right)
    for index in texts.indices where texts[index].text == ":" {
      texts[index].text = RecognizedTextWords.colon(
        after: index > 0 ? texts[index - 1].text : "",
        before: index + 1 < texts.count ? texts[index + 1].text : "")
    }
    return texts
  }

  private func points(_ box: PixelBox, _ piece: InkPiece) -> ScanBox {
    ScanBox(
      left: Double(box.left) / scale, top: Double(piece.lineTop) / scale, right: Double(box.right) / scale,
      bottom: Double(piece.lineBottom) / scale)
  }
}

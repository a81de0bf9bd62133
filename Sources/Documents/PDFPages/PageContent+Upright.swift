// Pages that were printed sideways, upside down, very small or very large, made as others are.

extension PageContent {
  /// The page turned so that most of its text runs along its width.
  ///
  /// Blanks do not count: those that the library adds say nothing about their line.
  func upright() -> PageContent {
    var counts = [0, 0, 0, 0]
    for glyph in glyphs where !glyph.isBlank { counts[glyph.quarter] += 1 }
    guard let most = counts.indices.max(by: { (counts[$0], -$0) < (counts[$1], -$1) }), most != 0,
      counts[most] > counts[0] * 2
    else { return self }
    var page = self
    for _ in 0..<(4 - most) { page = page.turnedOnce() }
    return page
  }

  /// The page turned by a quarter, clockwise.
  private func turnedOnce() -> PageContent {
    var page = self
    page.width = height
    page.height = width
    page.quarters = (quarters + 1) % 4
    page.glyphs = glyphs.map { glyph in
      var turned = glyph
      turned.box = glyph.box.turnedOnce(height: height)
      turned.window = glyph.window?.turnedOnce(height: height)
      turned.quarter = (glyph.quarter + 1) % 4
      return turned
    }
    page.vertical = horizontal.map { Rule(position: height - $0.position, from: $0.from, to: $0.to) }
    page.horizontal = vertical.map { Rule(position: $0.position, from: height - $0.to, to: height - $0.from) }
    return page
  }

  /// By how much lengths are multiplied so that the type has a usual size: 1 for most pages, a power of two
  /// for pages reduced or enlarged as a whole.
  var zoom: Double {
    let sizes = glyphs.lazy.filter { !$0.isBlank }.map(\.size).sorted()
    guard !sizes.isEmpty else { return 1 }
    var (size, zoom) = (sizes[sizes.count / 2], 1.0)
    while size < 7.4, zoom < 16 {
      size *= 2
      zoom *= 2
    }
    while size > 24, zoom > 0.1 {
      size /= 2
      zoom /= 2
    }
    return zoom
  }

  /// The page with every length multiplied.
  func zoomed(by zoom: Double) -> PageContent {
    guard zoom != 1 else { return self }
    var page = self
    page.width *= zoom
    page.height *= zoom
    page.glyphs = glyphs.map { glyph in
      var zoomed = glyph
      zoomed.box = glyph.box.zoomed(by: zoom)
      zoomed.window = glyph.window?.zoomed(by: zoom)
      zoomed.size *= zoom
      return zoomed
    }
    func zoomed(_ rule: Rule) -> Rule {
      Rule(position: rule.position * zoom, from: rule.from * zoom, to: rule.to * zoom)
    }
    page.horizontal = horizontal.map(zoomed)
    page.vertical = vertical.map(zoomed)
    return page
  }
}

extension PageBox {
  /// The rectangle on a page of that height turned by a quarter, clockwise.
  fileprivate func turnedOnce(height: Double) -> PageBox {
    PageBox(left: height - bottom, top: left, right: height - top, bottom: right)
  }

  /// The rectangle with every length multiplied.
  func zoomed(by zoom: Double) -> PageBox {
    PageBox(left: left * zoom, top: top * zoom, right: right * zoom, bottom: bottom * zoom)
  }
}

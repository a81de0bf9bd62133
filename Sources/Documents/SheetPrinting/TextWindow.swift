// A piece of a text broken into lines by Pango, and what is known of its lines.
import CPango

/// How high the lines of a text are, in points.
struct LineHeight {
  let pitch: Double
  /// From a line's upper edge to its baseline.
  let rise: Double

  /// An ideograph fills its square, of which an eighth lies below the baseline.
  init(size: Double, pitch: Double) {
    self.pitch = pitch
    rise = (pitch - size) / 2 + 0.88 * size
  }
}

/// A layout of which the first lines count.
struct TextWindow {
  let layout: OpaquePointer
  let count: Int

  private static let unit = Double(PANGO_SCALE)

  /// Lines have the height of their role, whatever fonts stand in for some of their characters; only signs
  /// that reach beyond get more.
  func lines(_ height: LineHeight, isPlain: Bool) -> [LaidText.Line] {
    var lines: [LaidText.Line] = []
    lines.reserveCapacity(count)
    var item = pango_layout_get_lines_readonly(layout)
    while let link = item, lines.count < count {
      if let pointer = link.pointee.data?.assumingMemoryBound(to: PangoLayoutLine.self) {
        LineEndBlanks.restore(pointer, of: layout)
        var (ink, logical) = (PangoRectangle(), PangoRectangle())
        if isPlain {
          pango_layout_line_get_extents(pointer, nil, &logical)
        } else {
          pango_layout_line_get_extents(pointer, &ink, &logical)
        }
        let above = max(height.rise, -Double(ink.y) / Self.unit)
        let below = max(height.pitch - height.rise, Double(ink.y + ink.height) / Self.unit)
        lines.append(
          LaidText.Line(
            pointer: pointer, width: Double(logical.width) / Self.unit, height: above + below,
            baseline: above))
      }
      item = link.pointee.next
    }
    return lines
  }

  /// The characters that no font has.
  var missingCharacters: Set<Unicode.Scalar> {
    var missing: Set<Unicode.Scalar> = []
    var item = pango_layout_get_lines_readonly(layout)
    while let link = item {
      let line = link.pointee.data?.assumingMemoryBound(to: PangoLayoutLine.self)
      var run = line?.pointee.runs
      while let link = run {
        if let glyphs = link.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee.glyphs {
          for index in 0..<Int(glyphs.pointee.num_glyphs) {
            let value = plumbline_missing_character(glyphs.pointee.glyphs[index].glyph)
            if value > 0, let scalar = Unicode.Scalar(value) { missing.insert(scalar) }
          }
        }
        run = link.pointee.next
      }
      item = link.pointee.next
    }
    return missing
  }
}

// Sets texts: breaks them into lines with the fonts of their roles.
import CPango
import FormSheets

/// Owns the fonts' working state of one printer; not for use by two threads at once.
///
/// Short texts are kept: forms repeat their labels thousands of times.
final class TextSetter {
  private let fonts: PrintingFonts
  private let fontMap: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let attributes: OpaquePointer
  private var descriptions: [Style: OpaquePointer] = [:]
  private var kept: [Key: LaidText] = [:]

  private static let keptMax = 4_096
  private static let keptBytesMax = 240
  private static let unit = Double(PANGO_SCALE)

  private struct Style: Hashable {
    var role: TextRole
    /// In thousandths.
    var scale: Int
  }

  private struct Key: Hashable {
    var text: String
    var style: Style
    var width: Int32
  }

  init(fonts: PrintingFonts) throws(PrintingError) {
    guard let map = plumbline_font_map(fonts.configuration.pointer) else { throw .noFonts }
    guard let context = pango_font_map_create_context(map) else {
      plumbline_release(UnsafeMutableRawPointer(map))
      throw .noFonts
    }
    self.fonts = fonts
    fontMap = map
    self.context = context
    attributes = pango_attr_list_new()
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    // Where a long word is broken, nothing is printed that was not written.
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
  }

  deinit {
    kept = [:]
    for description in descriptions.values { pango_font_description_free(description) }
    pango_attr_list_unref(attributes)
    plumbline_release(UnsafeMutableRawPointer(context))
    plumbline_release(UnsafeMutableRawPointer(fontMap))
  }

  /// Breaks a text into lines.
  ///
  /// - Parameters:
  ///   - width: in points; a text with a sign wider than that is set smaller.
  ///   - scale: of the role's size.
  func laid(_ text: String, _ role: TextRole, width: Double, scale: Double = 1) -> LaidText {
    guard !text.isEmpty else { return LaidText(layout: nil, lines: [], changes: []) }
    let style = Style(role: role, scale: max(1, Int((scale * 1000).rounded())))
    let units = Int32(max(1, min(width, 100_000)) * Self.unit)
    guard text.utf8.count <= Self.keptBytesMax else { return fitted(PrintableText(text), style, units) }
    let key = Key(text: text, style: style, width: units)
    if let laid = kept[key] { return laid }
    let laid = fitted(PrintableText(text), style, units)
    if kept.count >= Self.keptMax { kept.removeAll(keepingCapacity: true) }
    kept[key] = laid
    return laid
  }

  /// The size of a role's letters, in points.
  func size(_ role: TextRole) -> Double { fonts.style(role).size }

  /// Where no line can be narrow enough, the letters become smaller.
  private func fitted(_ text: PrintableText, _ style: Style, _ units: Int32) -> LaidText {
    var style = style
    var laid = set(text, style, units)
    let width = Double(units) / Self.unit
    for _ in 0..<4 {
      let widest = laid.lines.reduce(0) { max($0, $1.width) }
      guard widest > width + 0.5, style.scale > 20 else { break }
      style.scale = max(20, min(style.scale - 10, Int(Double(style.scale) * width / widest)))
      laid = set(text, style, units)
    }
    return laid
  }

  private func set(_ text: PrintableText, _ style: Style, _ units: Int32) -> LaidText {
    guard let layout = layout(text.text, style, units) else {
      return LaidText(layout: nil, lines: [], changes: text.changes)
    }
    guard pango_layout_get_unknown_glyphs_count(layout) > 0 else { return laid(layout, text, style) }
    let shown = text.showing(missing: missing(in: layout))
    plumbline_release(UnsafeMutableRawPointer(layout))
    return laid(self.layout(shown.text, style, units), shown, style)
  }

  private func layout(_ text: String, _ style: Style, _ units: Int32) -> OpaquePointer? {
    guard let layout = pango_layout_new(context) else { return nil }
    pango_layout_set_font_description(layout, description(style))
    pango_layout_set_attributes(layout, attributes)
    pango_layout_set_auto_dir(layout, 0)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        pango_layout_set_text(layout, $0.baseAddress, Int32(clamping: $0.count))
      }
    }
    QuotationBreaks.allow(in: layout, text)
    pango_layout_set_width(layout, units)
    return layout
  }

  private func description(_ style: Style) -> OpaquePointer? {
    if let known = descriptions[style] { return known }
    let font = fonts.style(style.role)
    let description = pango_font_description_new()
    pango_font_description_set_family(description, font.families)
    pango_font_description_set_weight(description, font.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_absolute_size(
      description, font.size * Double(style.scale) / 1000 * Self.unit)
    descriptions[style] = description
    return description
  }

  // MARK: Lines

  /// Lines have the height of their role, whatever fonts stand in for some of their characters; only signs
  /// that reach beyond get more.
  private func laid(_ layout: OpaquePointer?, _ text: PrintableText, _ style: Style) -> LaidText {
    guard let layout else { return LaidText(layout: nil, lines: [], changes: text.changes) }
    let font = fonts.style(style.role)
    let scale = Double(style.scale) / 1000
    let (size, pitch) = (font.size * scale, font.lineHeight * scale)
    // An ideograph fills its square, of which an eighth lies below the baseline.
    let rise = (pitch - size) / 2 + 0.88 * size
    var lines: [LaidText.Line] = []
    lines.reserveCapacity(Int(pango_layout_get_line_count(layout)))
    var item = pango_layout_get_lines_readonly(layout)
    while let link = item {
      if let pointer = link.pointee.data?.assumingMemoryBound(to: PangoLayoutLine.self) {
        var (ink, logical) = (PangoRectangle(), PangoRectangle())
        if text.isPlain {
          pango_layout_line_get_extents(pointer, nil, &logical)
        } else {
          pango_layout_line_get_extents(pointer, &ink, &logical)
        }
        let above = max(rise, -Double(ink.y) / Self.unit)
        let below = max(pitch - rise, Double(ink.y + ink.height) / Self.unit)
        lines.append(
          LaidText.Line(
            pointer: pointer, width: Double(logical.width) / Self.unit, height: above + below,
            baseline: above))
      }
      item = link.pointee.next
    }
    return LaidText(layout: layout, lines: lines, changes: text.changes)
  }

  /// The characters of a layout that no font has.
  private func missing(in layout: OpaquePointer) -> Set<Unicode.Scalar> {
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

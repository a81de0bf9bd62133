// Keeps the blanks at which lines were broken in the document, so that copied and searched text has them.
import CPango

enum LineEndBlanks {
  /// Pango takes the blank at a broken line's end out of the line; this puts it back without any width.
  static func restore(_ line: UnsafeMutablePointer<PangoLayoutLine>, of layout: OpaquePointer) {
    var link = line.pointee.runs
    while let next = link?.pointee.next { link = next }
    guard let run = link?.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee,
      let item = run.item, let glyphs = run.glyphs, item.pointee.analysis.level == 0,
      let clusters = glyphs.pointee.log_clusters, let text = pango_layout_get_text(layout)
    else { return }
    let last = Int(glyphs.pointee.num_glyphs) - 1
    guard last >= 0, glyphs.pointee.glyphs[last].glyph == emptyGlyph else { return }
    let offset = Int(item.pointee.offset) + Int(clusters[last])
    guard text[offset] == 0x20, let font = pango_font_get_hb_font(item.pointee.analysis.font) else { return }
    var glyph: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(font, 0x20, &glyph) != 0 else { return }
    // over the sign before it, so that it stays between the text's edges
    let advance = max(0, hb_font_get_glyph_h_advance(font, glyph))
    glyphs.pointee.glyphs[last].glyph = glyph
    glyphs.pointee.glyphs[last].geometry.x_offset = -advance
  }

  /// PANGO_GLYPH_EMPTY, a macro that is not imported.
  private static let emptyGlyph: PangoGlyph = 0x0FFF_FFFF
}

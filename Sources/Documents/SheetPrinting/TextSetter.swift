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
  /// Longer texts are prose, which is broken where it must be.
  private static let amountBytesMax = 60
  private static let unit = Double(PANGO_SCALE)
  /// The bytes that are broken into lines at once: more than a page has in one cell.
  private static let windowBytes = 3_000

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
    FontTurn.begin()
    defer { FontTurn.end() }
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
    guard !text.isEmpty else { return LaidText(layouts: [], lines: [], changes: []) }
    FontTurn.begin()
    defer { FontTurn.end() }
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

  /// Sets a short text somewhat smaller where that keeps its numbers and words in one piece.
  private func fitted(_ text: PrintableText, _ style: Style, _ units: Int32) -> LaidText {
    let laid = narrowed(text, style, units)
    guard text.text.utf8.count <= Self.amountBytesMax, laid.breaksWord else { return laid }
    for percent in [90, 80, 70] {
      var smaller = style
      smaller.scale = style.scale * percent / 100
      let whole = narrowed(text, smaller, units)
      if !whole.breaksWord { return whole }
    }
    return laid
  }

  /// Where no line can be narrow enough, the letters become smaller.
  private func narrowed(_ text: PrintableText, _ style: Style, _ units: Int32) -> LaidText {
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
    var text = text
    var windows = windows(text.text, style, units)
    if windows.contains(where: { pango_layout_get_unknown_glyphs_count($0.layout) > 0 }) {
      let missing = windows.reduce(into: Set<Unicode.Scalar>()) { $0.formUnion($1.missingCharacters) }
      for window in windows { plumbline_release(UnsafeMutableRawPointer(window.layout)) }
      text = text.showing(missing: missing)
      windows = self.windows(text.text, style, units)
    }
    let font = fonts.style(style.role)
    let scale = Double(style.scale) / 1000
    let height = LineHeight(size: font.size * scale, pitch: font.lineHeight * scale)
    let lines = windows.flatMap { $0.lines(height, isPlain: text.isPlain) }
    return LaidText(layouts: windows.map(\.layout), lines: lines, changes: text.changes)
  }

  /// Breaks a text piece by piece: the time for one piece grows with the square of its length, and beyond
  /// some hundred thousand characters its width is more than the library can count. A piece begins where the
  /// last whole line of the one before ends, so the lines are those of the whole text.
  private func windows(_ text: String, _ style: Style, _ units: Int32) -> [TextWindow] {
    var bytes = text.utf8[...]
    var windows: [TextWindow] = []
    while !bytes.isEmpty {
      var end = bytes.index(bytes.startIndex, offsetBy: Self.windowBytes, limitedBy: bytes.endIndex)
      // Back to the beginning of a character.
      while let place = end, place < bytes.endIndex, bytes[place] & 0xC0 == 0x80 {
        end = bytes.index(before: place)
      }
      let piece = bytes[..<(end ?? bytes.endIndex)]
      guard let layout = layout(String(Substring(piece)), style, units) else { break }
      let isLast = piece.endIndex == bytes.endIndex
      let count = Int(pango_layout_get_line_count(layout))
      let taken = isLast ? count : max(1, count - 2)
      windows.append(TextWindow(layout: layout, count: taken))
      guard !isLast else { break }
      let next = taken < count ? pango_layout_get_line_readonly(layout, Int32(taken)) : nil
      let used = next.map { Int($0.pointee.start_index) } ?? piece.count
      bytes = bytes[bytes.index(bytes.startIndex, offsetBy: max(1, used))...]
    }
    return windows
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
}

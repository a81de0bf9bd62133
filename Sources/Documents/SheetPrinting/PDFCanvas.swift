// Draws placed pages into a PDF.
import CPango
import FormSheets

/// One document being drawn; the bytes come with `finish`.
final class PDFCanvas {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let output: Output
  private let setter: TextSetter
  private let isTagged: Bool
  private var pageCount = 0
  private var completion = PDFCompletion()

  /// Where the drawing library writes to.
  private final class Output {
    var bytes: [UInt8] = []
  }

  private static let ruleWidth = 0.5
  private static let markGrey = 0.92

  init(
    _ frame: PageFrame, _ properties: PDFProperties, _ first: FormSheet, _ setter: TextSetter
  ) throws(PrintingError) {
    let output = Output()
    let surface = cairo_pdf_surface_create_for_stream(
      { output, bytes, count in
        guard let output, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Output>.fromOpaque(output).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(output).toOpaque(), frame.width, frame.height)
    guard let surface, let context = cairo_create(surface) else { throw .drawing(detail: "cairo") }
    self.output = output
    self.surface = surface
    self.context = context
    self.setter = setter
    isTagged = properties.isTagged
    cairo_set_line_width(context, Self.ruleWidth)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    let created = properties.created.text
    set(CAIRO_PDF_METADATA_TITLE, properties.title ?? first.title)
    set(CAIRO_PDF_METADATA_AUTHOR, properties.author ?? first.author ?? "")
    set(CAIRO_PDF_METADATA_CREATE_DATE, created)
    set(CAIRO_PDF_METADATA_MOD_DATE, created)
  }

  deinit {
    FontTurn.begin()
    defer { FontTurn.end() }
    cairo_destroy(context)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
  }

  private func set(_ property: cairo_pdf_metadata_t, _ text: String) {
    let text = PrintableText(text).text
    if !text.isEmpty { cairo_pdf_surface_set_metadata(surface, property, text) }
  }

  /// Draws the pages of one sheet.
  func draw(_ pages: [PlacedPage], title: String) throws(PrintingError) {
    FontTurn.begin()
    defer { FontTurn.end() }
    for (index, page) in pages.enumerated() {
      pageCount += 1
      cairo_pdf_surface_set_size(surface, page.width, page.height)
      // A page's size begins it anew, so the tag around all pages comes behind it.
      if isTagged, pageCount == 1 { cairo_tag_begin(context, "Document", "") }
      if index == 0 { addOutline(title) }
      draw(page)
      cairo_show_page(context)
    }
    try check()
  }

  /// Ends the document.
  func finish() throws(PrintingError) -> [UInt8] {
    try close()
    return completion.completed(output.bytes)
  }

  /// The fonts are written here.
  private func close() throws(PrintingError) {
    FontTurn.begin()
    defer { FontTurn.end() }
    if isTagged { cairo_tag_end(context, "Document") }
    cairo_surface_finish(surface)
    try check()
  }

  private func check() throws(PrintingError) {
    for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS
    {
      throw .drawing(detail: cairo_status_to_string(status).map { String(cString: $0) } ?? "cairo")
    }
  }

  /// An entry that leads to the sheet's first page.
  private func addOutline(_ title: String) {
    let name = PrintableText(title).text
    guard !name.isEmpty else { return }
    cairo_pdf_surface_add_outline(
      surface, CAIRO_PDF_OUTLINE_ROOT, name, "page=\(pageCount)", CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }

  // MARK: Pages

  private func draw(_ page: PlacedPage) {
    if let mark = page.mark, !mark.isEmpty { draw(mark: mark, on: page) }
    cairo_set_source_rgb(context, 0, 0, 0)
    for item in page.items {
      switch item {
      case .paragraph(let text): tagged(text.tag) { draw(text) }
      case .table(let table): draw(table)
      }
    }
    if let foot = page.foot { draw(foot) }
  }

  private func draw(_ table: PlacedTable) {
    for rule in table.rules {
      cairo_move_to(context, rule.fromX, rule.fromY)
      cairo_line_to(context, rule.toX, rule.toY)
    }
    cairo_stroke(context)
    tagged("Table") {
      for row in table.rows {
        tagged("TR") {
          for cell in row {
            if isTagged { completion.cells.append(cell.attributes) }
            tagged(cell.tag) { draw(cell) }
          }
        }
      }
    }
  }

  private func draw(_ text: PlacedText) {
    var top = text.top
    for index in text.lines {
      let line = text.text.lines[index]
      cairo_move_to(context, text.start(of: index), top + line.baseline)
      pango_cairo_show_layout_line(context, line.pointer)
      top += line.height
    }
  }

  private func tagged(_ tag: String, _ body: () -> Void) {
    if isTagged { cairo_tag_begin(context, tag, "") }
    body()
    if isTagged { cairo_tag_end(context, tag) }
  }

  /// Draws a word pale and slanting across the page, as a figure: it is no part of the text.
  private func draw(mark: String, on page: PlacedPage) {
    let width = min(page.width, page.height) * 0.7
    let size = setter.size(.head)
    let scale = min(width / (size * Double(mark.count)), page.height / size / 3)
    let text = setter.laid(mark.filter { $0 != "\n" }, .head, width: 100_000, scale: scale)
    guard let line = text.lines.first else { return }
    cairo_save(context)
    cairo_translate(context, page.width / 2, page.height / 2)
    cairo_rotate(context, -0.6)
    cairo_set_source_rgb(context, Self.markGrey, Self.markGrey, Self.markGrey)
    cairo_move_to(context, -line.width / 2, line.baseline - line.height / 2)
    pango_cairo_layout_line_path(context, line.pointer)
    cairo_fill(context)
    cairo_restore(context)
  }
}

// Takes the pages of a PDF apart with libpdfium: characters, ruling lines, share of pictures.
import CPDFium
import Scans
import Tables

/// Reads the pages of one document.
struct PDFExtractor {
  let library: PDFLibrary
  let limits: PDFLimits

  private var pdf: plumbline_pdfium { library.functions }

  /// Hands every page to the body in order, with what draws it as a picture.
  func pages(of bytes: [UInt8], _ body: (PageContent, () -> Raster?) -> Void) throws(ReadingError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(ReadingError) in
      guard let document = pdf.load_document(buffer.baseAddress, buffer.count, nil) else {
        throw pdf.last_error() == 4 ? .encrypted : .damaged(detail: "pdf: error \(pdf.last_error())")
      }
      defer { pdf.close_document(document) }
      let count = Int(pdf.page_count(document))
      guard count > 0 else { throw .damaged(detail: "pdf: has no pages") }
      guard count <= limits.pagesMax else { throw .limit(name: .pageCount, value: limits.pagesMax) }
      var budget = Budget(glyphs: limits.glyphsMax, objects: limits.objectsMax)
      for index in 0..<count {
        guard let page = pdf.load_page(document, Int32(index)) else { continue }
        defer { pdf.close_page(page) }
        let content = try content(of: page, number: index + 1, &budget)
        body(content) { picture(of: page, content) }
      }
    }
  }

  /// One page drawn in grey, to have a part of it shown.
  ///
  /// - Parameter number: from 1.
  func picture(_ number: Int, of bytes: [UInt8]) throws(ReadingError) -> Raster {
    try bytes.withUnsafeBufferPointer { (buffer) throws(ReadingError) in
      guard let document = pdf.load_document(buffer.baseAddress, buffer.count, nil) else {
        throw pdf.last_error() == 4 ? .encrypted : .damaged(detail: "pdf: error \(pdf.last_error())")
      }
      defer { pdf.close_document(document) }
      guard number > 0, number <= min(Int(pdf.page_count(document)), limits.pagesMax) else {
        throw PDFDocumentReader.noPage(number)
      }
      guard let page = pdf.load_page(document, Int32(number - 1)) else {
        throw .damaged(detail: "pdf: page \(number)")
      }
      defer { pdf.close_page(page) }
      let content = PageContent(
        number: number, width: Double(pdf.page_width(page)), height: Double(pdf.page_height(page)))
      guard let picture = picture(of: page, content, usual: PageDrawing.forShowing) else {
        throw .damaged(detail: "pdf: page \(number) cannot be drawn")
      }
      return picture
    }
  }

  /// What is left of the document's limits.
  private struct Budget {
    var glyphs: Int
    var objects: Int
  }

  private func content(of page: UnsafeMutableRawPointer, number: Int, _ budget: inout Budget)
    throws(ReadingError) -> PageContent
  {
    let width = Double(pdf.page_width(page))
    let height = Double(pdf.page_height(page))
    var content = PageContent(number: number, width: width, height: height)
    guard width > 1, height > 1, width < 20_000, height < 20_000 else { return content }
    guard let view = PageView(pdf, page, width: width, height: height) else { return content }
    try addGlyphs(of: page, view, to: &content, &budget)
    var collector = RuleCollector(view: view, pageWidth: width, pageHeight: height)
    try addObjects(of: page, &collector, &budget)
    collector.finish()
    content.horizontal = collector.horizontal
    content.vertical = collector.vertical
    content.pictureShare = min(1, collector.pictureArea / (width * height))
    return content
  }

  /// The page drawn in grey.
  private func picture(
    of page: UnsafeMutableRawPointer, _ content: PageContent, usual: Double = PageDrawing.forReading
  ) -> Raster? {
    let scale = PageDrawing.pixelsPerPoint(width: content.width, height: content.height, usual: usual)
    let (width, height) = (Int(content.width * scale), Int(content.height * scale))
    guard scale > 0.2, width > 0, height > 0,
      let bitmap = pdf.create_bitmap(Int32(width), Int32(height), 1, nil, 0)
    else { return nil }
    defer { pdf.destroy_bitmap(bitmap) }
    pdf.fill_bitmap(bitmap, 0, 0, Int32(width), Int32(height), 0xFFFF_FFFF)
    // Notes are drawn too, in grey.
    pdf.render_page(bitmap, page, 0, 0, Int32(width), Int32(height), 0, 0x01 | 0x08)
    let stride = Int(pdf.bitmap_stride(bitmap))
    guard let buffer = pdf.bitmap_buffer(bitmap), stride >= width else { return nil }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: stride * height)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(width * height)
    for row in 0..<height { pixels += bytes[(row * stride)..<(row * stride + width)] }
    return Raster(width: width, height: height, pixels: pixels, pixelsPerPoint: scale)
  }

  // MARK: Text

  private func addGlyphs(
    of page: UnsafeMutableRawPointer, _ view: PageView, to content: inout PageContent, _ budget: inout Budget
  ) throws(ReadingError) {
    guard let text = pdf.load_text(page) else { return }
    defer { pdf.close_text(text) }
    let count = Int(max(0, pdf.count_characters(text)))
    guard count <= budget.glyphs else { throw .limit(name: .textBytes, value: limits.glyphsMax) }
    budget.glyphs -= count
    content.glyphs.reserveCapacity(count)
    var seen = PrintedOnce()
    var windows = TextWindows(pdf, page, view)
    var boxes = EvenBoxes(pdf, text)
    for index in 0..<Int32(count) {
      // Where a font does not say what its characters are, their numbers in it would be taken for letters.
      let code = pdf.lacks_meaning(text, index) == 1 ? 0 : pdf.character(text, index)
      guard let scalar = GlyphText.scalar(code), pdf.is_generated(text, index) != 1 else { continue }
      var loose = plumbline_pdf_box()
      guard pdf.loose_character_box(text, index, &loose) != 0 else { continue }
      let object = pdf.text_object(text, index)
      if let object, pdf.render_mode(object) == 3 { continue }
      loose = boxes.evened(loose, of: scalar, at: index, in: object)
      let box = view.box(
        left: Double(loose.left), bottom: Double(loose.bottom), right: Double(loose.right),
        top: Double(loose.top))
      // Far off the page there is nothing to see, and places become whole numbers later.
      guard abs(box.centerX) < 40_000, abs(box.centerY) < 40_000, box.width < 40_000 else { continue }
      let angle = Double(pdf.character_angle(text, index)) + view.turn
      let quarter = (angle / (.pi / 2)).rounded()
      let isStraight = abs(angle - quarter * (.pi / 2)) < 0.05
      guard isStraight else { continue }
      let turned = ((Int(quarter) % 4) + 4) % 4
      let size = turned % 2 == 0 ? box.height : box.width
      // The boxes of some fonts hug the character: that of 一 is low at small sizes.
      guard size > 0.05, size < 400 else { continue }
      var glyph = Glyph(scalar: scalar, box: box, size: size, quarter: turned)
      glyph.window = windows.window(hiding: box, of: object)
      if seen.insert(glyph) { content.glyphs.append(glyph) }
    }
  }

  // MARK: Lines

  private func addObjects(
    of page: UnsafeMutableRawPointer, _ collector: inout RuleCollector, _ budget: inout Budget
  ) throws(ReadingError) {
    for index in 0..<max(0, pdf.count_objects(page)) {
      guard let object = pdf.object(page, index) else { continue }
      try addObject(object, .identity, &collector, &budget, depth: 0)
    }
  }

  private func addObject(
    _ object: UnsafeMutableRawPointer, _ outer: PlaneMap, _ collector: inout RuleCollector,
    _ budget: inout Budget, depth: Int
  ) throws(ReadingError) {
    guard budget.objects > 0 else { throw .limit(name: .objectCount, value: limits.objectsMax) }
    budget.objects -= 1
    switch pdf.object_type(object) {
    case 2: try addPath(object, outer, &collector, &budget)
    case 3: collector.addPicture(bounds(of: object, outer))
    case 5:
      guard depth < 12 else { return }
      let inner = matrix(of: object).then(outer)
      for index in 0..<UInt(max(0, pdf.count_form_objects(object))) {
        guard let part = pdf.form_object(object, index) else { continue }
        try addObject(part, inner, &collector, &budget, depth: depth + 1)
      }
    default: break
    }
  }

  private func matrix(of object: UnsafeMutableRawPointer) -> PlaneMap {
    var matrix = plumbline_pdf_matrix()
    guard pdf.object_matrix(object, &matrix) != 0 else { return .identity }
    return PlaneMap(
      a: Double(matrix.a), b: Double(matrix.b), c: Double(matrix.c), d: Double(matrix.d),
      e: Double(matrix.e), f: Double(matrix.f))
  }

  private func bounds(of object: UnsafeMutableRawPointer, _ outer: PlaneMap) -> [(Double, Double)] {
    var (left, bottom, right, top): (Float, Float, Float, Float) = (0, 0, 0, 0)
    guard pdf.object_bounds(object, &left, &bottom, &right, &top) != 0 else { return [] }
    return [(left, bottom), (right, top)].map { outer.applied(Double($0.0), Double($0.1)) }
  }

  private func addPath(
    _ path: UnsafeMutableRawPointer, _ outer: PlaneMap, _ collector: inout RuleCollector,
    _ budget: inout Budget
  ) throws(ReadingError) {
    var fill: Int32 = 0
    var stroke: Int32 = 0
    guard pdf.draw_mode(path, &fill, &stroke) != 0, fill != 0 || stroke != 0 else { return }
    let isFilled = fill != 0 && isVisible(path, pdf.fill_color)
    let isStroked = stroke != 0 && isVisible(path, pdf.stroke_color)
    guard isFilled || isStroked || fill != 0 else { return }
    let map = matrix(of: path).then(outer)
    let count = Int(max(0, pdf.count_segments(path)))
    guard budget.objects >= count else { throw .limit(name: .objectCount, value: limits.objectsMax) }
    budget.objects -= count
    var outline: [(Double, Double)] = []
    var isCurved = false
    func finish() {
      if isFilled {
        collector.addFill(outline, isCurved: isCurved)
      } else if fill != 0, !isCurved {
        collector.addLight(outline)
      }
      if isStroked, !isCurved { collector.addStroke(outline) }
      outline = []
      isCurved = false
    }
    for index in 0..<Int32(count) {
      guard let segment = pdf.segment(path, index) else { continue }
      var (x, y): (Float, Float) = (0, 0)
      guard pdf.segment_point(segment, &x, &y) != 0 else { continue }
      let point = map.applied(Double(x), Double(y))
      switch pdf.segment_type(segment) {
      case 2:
        finish()
        outline = [point]
      case 1: isCurved = true
      default: outline.append(point)
      }
      if pdf.segment_closes(segment) != 0, let first = outline.first { outline.append(first) }
    }
    finish()
  }

  /// White on the page is no line; neither is what is transparent.
  private func isVisible(
    _ path: UnsafeMutableRawPointer,
    _ color: (
      UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt32>?, UnsafeMutablePointer<UInt32>?,
      UnsafeMutablePointer<UInt32>?, UnsafeMutablePointer<UInt32>?
    ) -> Int32
  ) -> Bool {
    var (red, green, blue, alpha): (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 255)
    guard color(path, &red, &green, &blue, &alpha) != 0 else { return true }
    return alpha > 20 && min(red, green, blue) < 250
  }
}

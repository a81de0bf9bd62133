// Sheets as a workbook, written by the library into a file in memory.
internal import CXLSXWriter
internal import FormSheets
internal import Glibc

/// One workbook while the library builds it.
struct Workbook: ~Copyable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let fonts: SheetFonts
  private let isAlone: Bool
  private var formats: [Appearance: UnsafeMutablePointer<lxw_format>] = [:]
  private var names = WorksheetNames()

  /// What cells look like; the library wants one format for each look.
  private struct Appearance: Hashable {
    var role: TextRole
    var alignment: TextAlignment
    var isRuled: Bool
    var isTall: Bool
    var isText: Bool
  }

  /// The bytes of a workbook with a worksheet for each sheet.
  static func bytes(
    of sheets: [FormSheet], fonts: SheetFonts, created: Int
  ) throws(SheetFileError) -> [UInt8] {
    guard let file = MemoryFile() else { throw .notWritten(detail: "xlsx: no file in memory") }
    var book = try Workbook(path: file.path, fonts: fonts, isAlone: sheets.count == 1)
    if let first = sheets.first { book.setProperties(of: first, created: created) }
    var failure: SheetFileError?
    for sheet in sheets where failure == nil {
      do throws(SheetFileError) { try book.add(sheet) } catch { failure = error }
    }
    // Closing frees the library's memory, so it has to come whatever happened before.
    let result = book.close()
    if let failure { throw failure }
    guard result == LXW_NO_ERROR, let bytes = file.bytes(), !bytes.isEmpty else {
      throw .notWritten(detail: "xlsx: error \(result.rawValue)")
    }
    return bytes
  }

  private init(path: String, fonts: SheetFonts, isAlone: Bool) throws(SheetFileError) {
    guard let workbook = workbook_new(path) else { throw .notWritten(detail: "xlsx: no memory") }
    self.workbook = workbook
    self.fonts = fonts
    self.isAlone = isAlone
  }

  private consuming func close() -> lxw_error { workbook_close(workbook) }

  private func setProperties(of sheet: FormSheet, created: Int) {
    var properties = lxw_doc_properties()
    // The library puts in the clock for 0.
    properties.created = time_t(max(1, created))
    let title = strdup(sheet.title)
    let author = sheet.author.flatMap { strdup($0) }
    // The library copies what it is given.
    defer {
      free(title)
      free(author)
    }
    properties.title = title
    properties.author = author
    workbook_set_properties(workbook, &properties)
  }

  // MARK: Worksheets

  private mutating func add(_ sheet: FormSheet) throws(SheetFileError) {
    let layout = WorksheetLayout(sheet)
    guard layout.heights.count <= SheetFileLimits.worksheetRowsMax else {
      throw .limit(name: .rowCount, value: SheetFileLimits.worksheetRowsMax)
    }
    guard let worksheet = workbook_add_worksheet(workbook, names.name(for: sheet.title)) else {
      throw .notWritten(detail: "xlsx: no worksheet")
    }
    for column in 0..<layout.edges.count - 1 {
      let pixels = Self.pixels(layout.edges[column + 1]) - Self.pixels(layout.edges[column])
      let number = lxw_col_t(column)
      try check(worksheet_set_column_pixels(worksheet, number, number, UInt32(max(1, pixels)), nil))
    }
    for (row, height) in layout.heights.enumerated() {
      try check(worksheet_set_row(worksheet, lxw_row_t(row), Double(height) / 20, nil))
    }
    for field in layout.fields { try write(field, to: worksheet) }
    try setPages(of: worksheet, sheet, layout)
  }

  /// Ninety-six dots an inch.
  private static func pixels(_ tenths: Int) -> Int { tenths * 96 / 254 }

  private mutating func write(
    _ field: WorksheetLayout.Field, to worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(SheetFileError) {
    // Without the format of texts, a number that somebody types over it would lose its zeros; with it, old
    // programs show a long text as a row of #.
    let isText = field.content.text.utf8.count <= 255
    let format = format(
      Appearance(
        role: field.content.role, alignment: field.content.alignment, isRuled: field.isRuled,
        isTall: field.isTall,
        isText: isText))
    let (row, column) = (lxw_row_t(field.row), lxw_col_t(field.column))
    let text = WorksheetText.escaped(field.content.text)
    if field.rowSpan == 1, field.columnSpan == 1 {
      try check(worksheet_write_string(worksheet, row, column, text, format))
    } else {
      try check(
        worksheet_merge_range(
          worksheet, row, column, lxw_row_t(field.row + field.rowSpan - 1),
          lxw_col_t(field.column + field.columnSpan - 1), text, format))
    }
  }

  private mutating func format(_ look: Appearance) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[look] { return known }
    guard let format = workbook_add_format(workbook) else { return nil }
    let style = SheetStyle(look.role)
    format_set_font_name(format, fonts.name(style))
    format_set_font_size(format, Double(style.halfPoints) / 2)
    format_set_text_wrap(format)
    let height = look.isTall ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    format_set_align(format, UInt8(height.rawValue))
    let alignment =
      switch look.alignment {
      case .start: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .end: LXW_ALIGN_RIGHT
      }
    format_set_align(format, UInt8(alignment.rawValue))
    if look.isRuled { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    // 49 is the built-in format @.
    if look.isText { format_set_num_format_index(format, 49) }
    formats[look] = format
    return format
  }

  // MARK: Pages

  private func setPages(
    of worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: FormSheet, _ layout: WorksheetLayout
  ) throws(SheetFileError) {
    let paper = sheet.paper
    worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    worksheet_set_paper(worksheet, Self.paperNumber(paper))
    if paper.width > paper.height { worksheet_set_landscape(worksheet) }
    let (top, bottom, side) = (Self.inches(paper.top), Self.inches(paper.bottom), Self.inches(paper.side))
    worksheet_set_margins(worksheet, side, side, top, bottom)
    worksheet_center_horizontally(worksheet)
    worksheet_fit_to_pages(worksheet, 1, 0)
    if let mark = sheet.mark, !mark.isEmpty {
      // Worksheets have no watermark; a pale word above each page stands for it.
      var options = lxw_header_footer_options()
      options.margin = max(0.1, top / 4)
      try check(worksheet_set_header_opt(worksheet, "&C&36&KC0C0C0" + WorksheetText.edge(mark), &options))
    }
    if paper.isNumbered {
      var options = lxw_header_footer_options()
      options.margin = max(0.1, bottom / 2)
      let words = SheetFilesWording.pageNumber
      // Of several sheets each begins at 1; the number of all printed pages would say nothing.
      let total = isAlone ? "\(words.between)&N" : ""
      let text = "&C\(words.before)&P\(total)\(words.after)"
      if !isAlone { worksheet_set_start_page(worksheet, 1) }
      try check(
        worksheet_set_footer_opt(worksheet, text, &options))
    }
    guard !layout.heights.isEmpty else { return }
    let (lastRow, lastColumn) = (lxw_row_t(layout.heights.count - 1), lxw_col_t(layout.edges.count - 2))
    try check(worksheet_print_area(worksheet, 0, 0, lastRow, lastColumn))
    if let heads = layout.heads {
      try check(
        worksheet_repeat_rows(worksheet, lxw_row_t(heads.lowerBound), lxw_row_t(heads.upperBound - 1)))
    }
    if !layout.pageBreaks.isEmpty {
      // The list ends with 0; a worksheet takes 1023 breaks.
      var breaks = layout.pageBreaks.prefix(1_023).map { lxw_row_t($0) } + [0]
      try check(worksheet_set_h_pagebreaks(worksheet, &breaks))
    }
    // Numbers that are texts are meant so; no green corners.
    let range = WorksheetText.range(rows: layout.heights.count, columns: layout.edges.count - 1)
    try check(worksheet_ignore_errors(worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range))
  }

  private static func inches(_ tenths: Int) -> Double { Double(tenths) / 254 }

  /// The number of a paper (ECMA-376 part 1, 18.3.1.63); 0, the printer's own, for one without.
  private static func paperNumber(_ paper: Paper) -> UInt8 {
    switch (min(paper.width, paper.height), max(paper.width, paper.height)) {
    case (2_970, 4_200): 8
    case (2_100, 2_970): 9
    case (1_480, 2_100): 11
    default: 0
    }
  }

  private func check(_ result: lxw_error) throws(SheetFileError) {
    guard result == LXW_NO_ERROR else { throw .notWritten(detail: "xlsx: error \(result.rawValue)") }
  }
}

/// Texts as worksheets spell them.
enum WorksheetText {
  /// A text in which nothing is taken for an escaped character: `_x0041_` is written so that it stays one
  /// (ECMA-376 part 1, 22.9.2.19).
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x5F && isEscape(bytes, at: index) {
      escaped.append(contentsOf: bytes[start..<index])
      escaped.append(contentsOf: "_x005F".utf8)
      start = index
    }
    guard !escaped.isEmpty || start > 0 else { return text }
    escaped.append(contentsOf: bytes[start...])
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 6 < bytes.count, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F else { return false }
    return bytes[index + 2...index + 5].allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
  }

  /// A word for the edge of a page, where `&` begins a command.
  static func edge(_ word: String) -> String {
    var edge = ""
    for scalar in word.unicodeScalars {
      if scalar == "&" { edge.append("&") }
      edge.unicodeScalars.append(scalar)
    }
    return edge
  }

  /// `A1:H30`.
  static func range(rows: Int, columns: Int) -> String {
    var letters = ""
    var rest = columns
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return "A1:\(letters)\(rows)"
  }
}

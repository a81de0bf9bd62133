// A sheet as a part of a page: its lines and tables in HTML, without any style of their own.
package import FormSheets
package import HTML

/// A sheet in HTML, for pages of the web application and for documents of their own.
///
/// A table is what assistive programs need: its title is the caption, heads are `th` with a scope, head rows
/// at the top are the `thead`, and the rows that a first-level head spans are a `tbody`. There are no style
/// attributes, which a strict content security policy forbids; `styles` has all classes that are used.
///
/// Example:
///
///     let page = try SheetPage(sheet)
///     writer.fragment(page.fragment())
package struct SheetPage: Sendable {
  let sheet: FormSheet
  /// What the page does not show as the sheet has it.
  package let notices: [SheetNotice]
  /// The level of the title's heading, 1…6.
  package var headingLevel = 2
  /// Whether cells carry the field that they show as `data-path`.
  package var showsPaths = false

  /// Whether a table longer than a page is written as several, so that head rows in its midst are repeated in
  /// print as well; an editor wants one table.
  package var repeatsHeads = false

  /// - Throws: what is wrong with the sheet, as `SheetWriter.html` does.
  package init(_ sheet: FormSheet) throws(SheetFileError) {
    let sound = try SoundSheets([sheet], columnsMax: SheetFileLimits.pageColumnsMax)
    self.sheet = sound.sheets[0]
    self.notices = sound.notices
  }

  /// For sheets that were looked at already.
  init(sound sheet: FormSheet) {
    self.sheet = sheet
    self.notices = []
  }

  /// Writes what stands in a cell.
  package typealias CellContent = (SheetCell, inout MarkupWriter) -> Void

  /// The sheet as an `article`.
  ///
  /// - Parameter content: writes what stands in each cell, such as a field of an editor; by default its text.
  package func fragment(content: CellContent = SheetPage.text) -> MarkupFragment {
    var page = MarkupWriter(capacity: 16_384)
    write(to: &page, attributes: { $0.markup(" class=\"sheet\"") }, content: content)
    return page.finish()
  }

  /// The text of a cell as it is printed.
  package static func text(_ cell: SheetCell, _ page: inout MarkupWriter) {
    page.keptText(cell.content.text)
  }

  /// The style sheet for fragments, for the whole application once: classes for roles, for the widths of
  /// columns (`sheet-w1`…`sheet-w200`, half per cents) and the heights of rows (`sheet-h1`…`sheet-h60`,
  /// millimetres).
  package static let styles: MarkupFragment = {
    var page = MarkupWriter(capacity: 16_384)
    page.markup(PageStyles.constant)
    for width in 0...PageClasses.widthSteps { PageStyles.write(width: width, to: &page) }
    for height in 0...PageClasses.heightMax { PageStyles.write(height: height, to: &page) }
    return page.finish()
  }()

  // MARK: Blocks

  func write(
    to page: inout MarkupWriter, attributes: (inout MarkupWriter) -> Void, content: CellContent
  ) {
    page.markup("<article")
    attributes(&page)
    page.markup(">")
    if let mark = sheet.mark, !mark.isEmpty {
      page.markup("<div class=\"sheet-mark\" role=\"img\"")
      page.attribute("aria-label", mark)
      page.markup("></div>")
    }
    var index = 0
    var breaksPage = false
    var tableCount = 0
    while index < sheet.blocks.count {
      switch sheet.blocks[index] {
      case .pageBreak:
        breaksPage = true
        index += 1
        continue
      case .line(let line):
        if let grid = captioned(from: index) {
          writeTable(
            &page, caption: index..<grid, index: grid, isFirst: tableCount == 0, breaksPage: breaksPage,
            content: content)
          tableCount += 1
          index = grid
        } else {
          write(line, to: &page, breaksPage: breaksPage)
        }
      case .grid:
        writeTable(
          &page, caption: index..<index, index: index, isFirst: tableCount == 0, breaksPage: breaksPage,
          content: content)
        tableCount += 1
      }
      breaksPage = false
      index += 1
    }
    page.markup("</article>")
  }

  /// The table whose caption begins with the line at an index: lines from a title on, right above it.
  private func captioned(from index: Int) -> Int? {
    guard case .line(let first) = sheet.blocks[index],
      first.parts.contains(where: { $0.role == .title || $0.role == .subtitle })
    else { return nil }
    var next = index
    while next < sheet.blocks.count, case .line = sheet.blocks[next] { next += 1 }
    guard next < sheet.blocks.count, case .grid = sheet.blocks[next] else { return nil }
    return next
  }

  func write(_ line: SheetLine, to page: inout MarkupWriter, breaksPage: Bool) {
    let isRow = line.parts.count > 1
    if isRow {
      page.markup(breaksPage ? "<div class=\"sheet-parts sheet-break\">" : "<div class=\"sheet-parts\">")
    }
    for part in line.parts {
      if part.role == .title, (1...6).contains(headingLevel) {
        page.markup("<h")
        page.number(headingLevel)
        page.classes(of: part, breaksPage: breaksPage && !isRow)
        page.keptText(part.text)
        page.markup("</h")
        page.number(headingLevel)
        page.markup(">")
      } else {
        page.markup("<p")
        page.classes(of: part, breaksPage: breaksPage && !isRow)
        page.keptText(part.text)
        page.markup("</p>")
      }
    }
    if isRow { page.markup("</div>") }
  }
}

extension MarkupWriter {
  /// The classes of a line's part, and the end of its start tag.
  fileprivate mutating func classes(of part: SheetText, breaksPage: Bool) {
    markup(" class=\"")
    markup(PageClasses.role(part.role))
    markup(" ")
    markup(PageClasses.alignment(part.alignment))
    markup(breaksPage ? " sheet-break\">" : "\">")
  }

  /// Adds a text with its line ends and its blanks: of several blanks, all but the first are no-break blanks,
  /// because others are dropped on the way back from a page.
  mutating func keptText(_ text: String) {
    let hasMore = text.utf8.withContiguousStorageIfAvailable { bytes in
      var previous: UInt8 = 0x20
      for byte in bytes {
        if byte == 0x0A { return true }
        if byte == 0x20, previous == 0x20 { return true }
        previous = byte
      }
      return false
    }
    guard hasMore ?? true else {
      self.text(text)
      return
    }
    var kept = ""
    kept.reserveCapacity(text.utf8.count + 16)
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      kept.unicodeScalars.append(scalar == " " && (previous == " " || previous == "\n") ? "\u{A0}" : scalar)
      previous = scalar
    }
    lines(kept)
  }
}

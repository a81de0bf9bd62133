// Sheets as a page that stands alone.
internal import FormSheets
internal import HTML

struct PageDocument {
  let sheets: [FormSheet]
  private var papers: [Paper] = []

  init(sheets: [FormSheet]) {
    self.sheets = sheets
  }

  mutating func write() -> [UInt8] {
    for sheet in sheets where !papers.contains(sheet.paper) { papers.append(sheet.paper) }
    var page = MarkupWriter(capacity: 8_192 + 16_384 * sheets.count)
    page.markup("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
    // Whatever a text may hold, the page loads nothing and runs nothing.
    page.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    page.markup("style-src 'unsafe-inline'\">\n")
    page.markup("<meta name=\"viewport\" content=\"width=device-width\">\n")
    if let author = sheets.first?.author {
      page.startTag("meta", ["name": "author", "content": author])
      page.markup("\n")
    }
    page.element("title") { $0.text(sheets.first?.title ?? "") }
    page.markup("\n<style>\n")
    writeStyles(to: &page)
    // A mark of all sheets can stand on every page; one of some, only on the first page of those.
    let isEverywhere = sheets.allSatisfy { $0.mark == sheets.first?.mark }
    page.markup("</style>\n</head>\n")
    page.markup(isEverywhere ? "<body class=\"sheet-everywhere\">\n" : "<body>\n")
    for sheet in sheets {
      let paper = papers.firstIndex(of: sheet.paper) ?? 0
      var part = SheetPage(sound: sheet)
      part.headingLevel = 1
      part.repeatsHeads = true
      part.write(
        to: &page,
        attributes: { article in
          article.markup(" class=\"sheet sheet-p")
          article.number(paper)
          article.markup("\"")
        }, content: SheetPage.text)
      page.markup("\n")
    }
    page.markup("</body>\n</html>\n")
    return page.bytes
  }

  private func writeStyles(to page: inout MarkupWriter) {
    page.markup(PageStyles.constant)
    page.markup(PageStyles.document)
    var hasWidth = [Bool](repeating: false, count: PageClasses.widthSteps + 1)
    var hasHeight = [Bool](repeating: false, count: PageClasses.heightMax + 1)
    for sheet in sheets {
      for case .grid(let grid) in sheet.blocks {
        for width in PageClasses.widths(of: grid) { hasWidth[width] = true }
        let estimate = GridEstimate(grid, on: sheet.paper)
        for row in grid.rows.indices { hasHeight[PageClasses.height(of: row, estimate)] = true }
      }
    }
    for width in hasWidth.indices where hasWidth[width] { PageStyles.write(width: width, to: &page) }
    for height in hasHeight.indices where hasHeight[height] { PageStyles.write(height: height, to: &page) }
    for (number, paper) in papers.enumerated() { PageStyles.write(paper, number: number, to: &page) }
  }
}

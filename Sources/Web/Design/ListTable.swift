// Lists of things as tables: real headers, numbers to the right, rows that fold on narrow screens.
package import HTML
package import HTTP

/// A table with a caption for screen readers, columns and rows.
package struct ListTable: Component {
  /// A column.
  package struct Column: Sendable {
    package var title: String
    package var isNumber = false
    /// Where a press on the title leads: the same list in another order.
    package var sorting: Link?
    /// How the list is ordered by this column now.
    package var order: Order?

    package init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// The order of a list.
  package enum Order: String, Sendable {
    case ascending, descending
  }

  /// What stands in a row.
  package struct Row: Sendable {
    /// The first cell names the row.
    package var lead: any Component
    package var cells: [any Component]
    package var isCurrent = false

    package init(_ lead: any Component, _ cells: [any Component]) {
      self.lead = lead
      self.cells = cells
    }
  }

  package var caption: String
  package var columns: [Column]
  package var rows: [Row]
  /// A last line with sums; as many cells as columns.
  package var total: [any Component]?

  package init(_ caption: String, columns: [Column], rows: [Row]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  package func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "scroller", "role": "region", "aria-label": caption, "tabindex": "0"]) {
      page in
      page.markup("<table class=\"table folds\"><caption class=\"unseen\">")
      page.text(caption)
      page.markup("</caption><thead><tr>")
      for column in columns { writeHead(column, to: &page) }
      page.markup("</tr></thead><tbody>")
      for row in rows { writeRow(row, to: &page) }
      page.markup("</tbody>")
      if let total { writeTotal(total, to: &page) }
      page.markup("</table>")
    }
  }

  private func writeHead(_ column: Column, to page: inout MarkupWriter) {
    page.markup("<th scope=\"col\"")
    if column.isNumber { page.attribute("class", "number") }
    if let order = column.order { page.attribute("aria-sort", order.rawValue) }
    page.markup(">")
    if let link = column.sorting {
      page.markup("<a")
      page.address("href", link.text)
      page.markup(">")
      page.text(column.title)
      if let order = column.order { page.add(order == .ascending ? Icon.up : Icon.down) }
      page.markup("</a>")
    } else {
      page.text(column.title)
    }
    page.markup("</th>")
  }

  private func writeRow(_ row: Row, to page: inout MarkupWriter) {
    page.markup(row.isCurrent ? "<tr data-row class=\"is-current\">" : "<tr data-row>")
    page.markup("<th scope=\"row\">")
    page.add(row.lead)
    page.markup("</th>")
    for (column, cell) in zip(columns.dropFirst(), row.cells) {
      page.markup(column.isNumber ? "<td class=\"number\"" : "<td")
      page.attribute("data-label", column.title)
      page.markup(">")
      page.add(cell)
      page.markup("</td>")
    }
    page.markup("</tr>")
  }

  private func writeTotal(_ total: [any Component], to page: inout MarkupWriter) {
    page.markup("<tfoot><tr>")
    for (place, (column, cell)) in zip(columns, total).enumerated() {
      page.markup(place == 0 ? "<th scope=\"row\">" : column.isNumber ? "<td class=\"number\">" : "<td>")
      page.add(cell)
      page.markup(place == 0 ? "</th>" : "</td>")
    }
    page.markup("</tr></tfoot>")
  }
}

/// The name of a row: a link, and a second line below it.
package struct Lead: Component {
  package var text: String
  package var link: Link?
  package var below: String?

  package init(_ text: String, _ link: Link?, below: String? = nil) {
    self.text = text
    self.link = link
    self.below = below
  }

  package func write(to page: inout MarkupWriter) {
    if let link {
      page.markup("<a class=\"lead\"")
      page.address("href", link.text)
      page.markup(">")
      page.text(text)
      page.markup("</a>")
    } else {
      page.element("span", ["class": "lead"]) { $0.text(text) }
    }
    if let below { page.element("span", ["class": "below"]) { $0.text(below) } }
  }
}

/// How much of something is done, as a bar and as numbers.
package struct Filled: Component {
  package var count: Int
  package var total: Int

  /// Numbers that contradict each other are brought into 0 ≤ count ≤ total.
  package init(_ count: Int, of total: Int) {
    self.total = max(0, total)
    self.count = min(max(0, count), self.total)
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<span class=\"filled\"><progress")
    page.attribute("max", max(1, total))
    page.attribute("value", count)
    if count == total { page.attribute("class", "is-full") }
    page.attribute("aria-hidden", "true")
    page.markup("></progress><span>")
    page.number(count)
    page.markup(" / ")
    page.number(total)
    page.markup("</span></span>")
  }
}

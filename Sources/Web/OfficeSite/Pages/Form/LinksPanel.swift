// What of a department's form serves what: below the sheet where it is written, and on the reviewers' desk.
import Design
import FormDrafts
import HTML
import OfficeOperations
import Quantities

/// Tasks with what measures and carries them out, in tables with a choice in each row.
struct LinksPanel: Component {
  /// One row of a table.
  struct Row: Sendable {
    /// The draft path of the link.
    var name: String
    var label: String
    var money: String?
    /// The key of the row that it serves; blank for none.
    var chosen: String
    var isOpen: Bool
    var conflict: FormFace.Conflict?
  }

  /// The entries of one list with the rows that they may serve.
  struct Table: Sendable {
    var list: LinkedList
    var rows: [Row]
    var options: [(key: String, text: String)]
    /// True where entries have money.
    var hasMoney: Bool
  }

  private(set) var tables: [Table] = []
  private let remarks: [String]
  private let balance: String?
  private let isCut: Bool
  /// The id of its title, which no other part of the page has.
  var title = "h-links"

  /// Nil for forms that have no links, and where there is nothing to link yet.
  ///
  /// - Parameter around: what two people chose at once; nil where nothing can be chosen.
  init?(_ opened: OpenedForm, _ around: FormSurroundings? = nil, isWritable: Bool) {
    guard let links = opened.links, !links.isEmpty else { return nil }
    remarks = links.remarks
    balance = links.balance
    isCut = links.isCut
    for list in LinkedList.allCases {
      let entries = links.entries(of: list)
      let targets = links.targets(of: list)
      guard !entries.isEmpty, !targets.isEmpty else { continue }
      let options = targets.map { (key: $0.key.text, text: $0.name ?? LinksWording.nameless) }
      let rows = entries.map { entry in
        Row(
          name: entry.path, label: entry.name ?? LinksWording.nameless,
          money: entry.money.map { LinksWording.yuan($0) },
          chosen: around?.typed[entry.path] ?? entry.target?.text ?? "",
          isOpen: isWritable && opened.open.contains(entry.path),
          conflict: around.flatMap { Self.conflict(entry.path, $0, options) })
      }
      tables.append(
        Table(list: list, rows: rows, options: options, hasMoney: entries.contains { $0.money != nil }))
    }
    if tables.isEmpty { return nil }
  }

  private static func conflict(
    _ path: String, _ around: FormSurroundings, _ options: [(key: String, text: String)]
  ) -> FormFace.Conflict? {
    guard let found = around.conflicts.first(where: { $0.path == path }) else { return nil }
    func name(_ key: String?) -> String {
      key.map { key in options.first { $0.key == key }?.text ?? LinksWording.gone } ?? ""
    }
    let mine = around.typed[path] ?? found.mine
    return FormFace.Conflict(
      mine: name(mine.flatMap { $0.isEmpty ? nil : $0 }), theirs: name(found.theirs),
      who: FormPageWording.wrote(found.name, OfficeWording.clock(found.moment)))
  }

  /// What its fields say, by name, as digests want it.
  var written: [(name: String, text: String, unit: String?)] {
    tables.flatMap(\.rows).filter(\.isOpen).map { ($0.name, $0.chosen, nil) }
  }

  func write(to page: inout MarkupWriter) {
    page.startTag("section", ["class": "panel links-panel", "aria-labelledby": title])
    page.element("h2", ["id": title]) { $0.text(LinksWording.title) }
    if let balance { page.element("p", ["class": "note"]) { $0.text(balance) } }
    if remarks.isEmpty {
      page.markup("<p class=\"small\">")
      page.add(Mark(.pass, LinksWording.allServed))
      page.markup("</p>")
    } else {
      page.markup("<ul class=\"link-remarks\">")
      for remark in remarks { page.element("li") { $0.text(remark) } }
      page.markup("</ul>")
    }
    for table in tables { write(table, to: &page) }
    if isCut {
      page.element("p", ["class": "note"]) { $0.text(LinksWording.cut(DepartmentLinks.projectsMax)) }
    }
    page.markup("</section>")
  }

  private func write(_ table: Table, to page: inout MarkupWriter) {
    // Who only reads is not shown a table of nothing.
    let isTelling = table.rows.contains { $0.isOpen || !$0.chosen.isEmpty }
    page.markup(isTelling ? "<details open><summary>" : "<details><summary>")
    page.text(LinksWording.caption(table.list))
    page.element("span", ["class": "note"]) { page in
      page.text(LinksWording.done(table.rows.count { !$0.chosen.isEmpty }, of: table.rows.count))
    }
    page.markup("</summary>")
    page.startTag("table", ["class": "links-table", "aria-label": LinksWording.caption(table.list)])
    page.markup("<thead><tr>")
    page.element("th", ["scope": "col"]) { $0.text(LinksWording.entry(table.list)) }
    if table.hasMoney {
      page.element("th", ["scope": "col", "class": "is-number"]) { $0.text(LinksWording.money(table.list)) }
    }
    page.element("th", ["scope": "col"]) { $0.text(LinksWording.target(table.list)) }
    page.markup("</tr></thead><tbody>")
    for row in table.rows {
      page.markup("<tr>")
      page.element("th", ["scope": "row"]) { $0.text(row.label) }
      if table.hasMoney {
        page.element("td", ["class": "is-number"]) { $0.text(row.money ?? LinksWording.noMoney) }
      }
      page.startTag(
        "td", ["class": row.conflict == nil ? "cell" : "cell is-conflict", "id": "c-\(row.name)"])
      write(row, table, to: &page)
      page.markup("</td></tr>")
    }
    page.markup("</tbody></table></details>")
  }

  private func write(_ row: Row, _ table: Table, to page: inout MarkupWriter) {
    let chosen = table.options.first { $0.key == row.chosen }
    guard row.isOpen else {
      page.text(chosen?.text ?? LinksWording.none)
      return
    }
    page.markup("<select class=\"field\" autocomplete=\"off\"")
    page.attribute("name", row.name)
    page.attribute("aria-label", LinksWording.label(row.label, table.list))
    page.markup("><option value=\"\">")
    page.text(LinksWording.none)
    page.markup("</option>")
    for option in table.options {
      page.markup("<option")
      page.attribute("value", option.key)
      page.attribute("selected", isSet: option.key == row.chosen)
      page.markup(">")
      page.text(option.text)
      page.markup("</option>")
    }
    page.markup("</select>")
    if let conflict = row.conflict { ConflictChoice(row.name, conflict).write(to: &page) }
  }
}

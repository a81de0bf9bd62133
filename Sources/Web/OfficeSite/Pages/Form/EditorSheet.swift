// The official form as an editor: the layout's lines and tables with fields in their cells.
import Design
import FormSheets
import Forms
import HTML

/// The editor of one form.
struct EditorSheet {
  let sheet: FormSheet
  let face: FormFace
  /// Pointers that have their field already; a layout may print one twice.
  private var given: Set<String> = []
  private(set) var pieces: [EditorPiece] = []
  /// What each field says and the unit of its sheet, by its name in the page.
  private(set) var written: [(name: String, text: String, unit: String?)] = []
  /// The cell of each field, by the field's name.
  private(set) var anchors: [String: String] = [:]
  private var keys: Set<String> = []
  /// Rows of the table at hand whose empty place has its button.
  private var placedRows: Set<Int> = []

  init(_ sheet: FormSheet, _ face: FormFace) {
    self.sheet = sheet
    self.face = face
    for (number, block) in sheet.blocks.enumerated() {
      switch block {
      case .line(let line): add(line, number)
      case .grid(let grid): add(grid, number)
      case .pageBreak: break
      }
    }
  }

  /// Whether a table has the column of last year.
  var hasPast: Bool {
    pieces.contains { piece in
      if case .table(hasPast: true) = piece.kind { true } else { false }
    }
  }

  /// Whether the form is wider than an upright sheet.
  var isWide: Bool { sheet.paper.width > sheet.paper.height }

  // MARK: Lines

  private mutating func add(_ line: SheetLine, _ number: Int) {
    guard line.parts.contains(where: { !$0.text.isEmpty || $0.entry != nil }) else { return }
    var page = MarkupWriter(capacity: 256)
    for part in line.parts {
      if let entry = part.entry { write(entry, part, to: &page) } else { Self.write(part, to: &page) }
    }
    var key = "line-\(number)"
    if let first = line.parts.first?.entry?.fields.first, let row = rowKey([first]) { key = row }
    add(key, in: nil, .line, page.finish())
  }

  private static func write(_ part: SheetText, to page: inout MarkupWriter) {
    switch part.role {
    case .title: page.element("h2", ["class": "sheet-name"]) { $0.lines(part.text) }
    case .head: page.element("h3") { $0.lines(part.text) }
    default:
      page.element("p", ["class": part.alignment == .end ? "is-end" : part.role.rawValue]) {
        $0.lines(part.text)
      }
    }
  }

  private mutating func write(_ entry: SheetEntry, _ part: SheetText, to page: inout MarkupWriter) {
    if let list = entry.list { Self.writeAppend(list, face, to: &page) }
    guard !entry.fields.isEmpty else { return }
    page.startTag("div", ["class": cellStyle(entry.fields), "id": cellID(entry.fields)])
    if entry.fields.count == 1 {
      page.element("p", ["class": "asked"]) { page in
        page.text(FieldWording.label(String(entry.fields[0].dropFirst()), in: face.form))
      }
    }
    writeFields(entry, printed: nil, characters: 60, to: &page)
    page.markup("</div>")
    for pointer in entry.fields { writeBelow(pointer, to: &page) }
  }

  // MARK: Tables

  private mutating func add(_ grid: SheetGrid, _ number: Int) {
    let rows = SheetRows(grid)
    placedRows = []
    let edge = edgeRows(grid)
    let key = "table-\(number)"
    var page = MarkupWriter(capacity: 512)
    page.element("caption", ["class": "unseen"]) { $0.text(sheet.title) }
    page.markup("<colgroup>")
    for width in Self.widths(grid) { page.startTag("col", ["class": "w\(width)"]) }
    if edge != nil { page.startTag("col", ["class": "past"]) }
    page.markup("</colgroup>")
    add(key, in: nil, .table(hasPast: edge != nil), page.finish())
    var extras: [Int: [(cell: FormSheets.SheetCell, content: MarkupFragment)]] = [:]
    var owners: [Int: [String]] = [:]
    var told: Set<String> = []
    for cell in grid.cells {
      for pointer in cell.fields where told.insert(pointer).inserted {
        for fragment in below(pointer) {
          let row = cell.row + cell.rowSpan - 1
          extras[row, default: []].append((cell, fragment))
          owners[row, default: []].append(face.name(pointer))
        }
      }
    }
    for (row, line) in rows.laidOut(extras, edge: edge).enumerated() {
      write(line, row: row, of: grid, in: key, hasPast: edge?.contains(row) ?? false)
      for (place, extra) in line.extras.enumerated() {
        var page = MarkupWriter(capacity: 512)
        page.startTag("td", ["colspan": String(extra.width), "rowspan": String(extra.rows)])
        page.fragment(extra.content)
        page.markup("</td>")
        add("\(owners[row]?[place] ?? "")+\(place)", in: key, .row(style: "between"), page.finish())
      }
    }
  }

  private mutating func write(
    _ line: SheetRows.Line<MarkupFragment>,
    row: Int, of grid: SheetGrid, in table: String, hasPast: Bool
  ) {
    var page = MarkupWriter(capacity: 1_024)
    let isHead = line.slots.contains { $0.cell.scope == .column && $0.cell.content.role == .head }
    for slot in line.slots { write(slot, in: grid, to: &page) }
    if hasPast { writePast(line, isHead: isHead, to: &page) }
    let key = rowKey(line.slots.flatMap(\.cell.fields)) ?? "\(table)-\(row)"
    add(key, in: table, .row(style: isHead ? "heads" : nil), page.finish())
  }

  private mutating func write(_ slot: SheetRows.Slot, in grid: SheetGrid, to page: inout MarkupWriter) {
    let cell = slot.cell
    let isWritten = cell.fields.contains(where: FormFace.isWritten) || cell.entry != nil
    let isNamed = cell.fields.contains { !given.contains($0) }
    page.markup(cell.scope == .none || isWritten && !cell.fields.isEmpty ? "<td" : "<th")
    let isHead = !(cell.scope == .none || isWritten && !cell.fields.isEmpty)
    switch cell.scope {
    case .row where isHead: page.attribute("scope", slot.rows > 1 ? "rowgroup" : "row")
    case .rowGroup where isHead: page.attribute("scope", "rowgroup")
    case .column where isHead: page.attribute("scope", "col")
    default: break
    }
    if slot.rows > 1 { page.attribute("rowspan", slot.rows) }
    if slot.columns > 1 { page.attribute("colspan", slot.columns) }
    if isWritten, !cell.fields.isEmpty {
      page.attribute("class", cellStyle(cell.fields) + (slot.rows > 1 ? " is-tall" : ""))
      if isNamed { page.attribute("id", cellID(cell.fields)) }
    } else if slot.rows > 1, cell.scope == .rowGroup {
      page.attribute("class", "is-tall")
    }
    page.markup(">")
    writeContent(cell, in: grid, to: &page)
    page.markup(isHead ? "</th>" : "</td>")
  }

  private mutating func writeContent(
    _ cell: FormSheets.SheetCell, in grid: SheetGrid, to page: inout MarkupWriter
  ) {
    if let entry = cell.entry ?? cell.path.map({ SheetEntry([$0]) }), !entry.fields.isEmpty {
      let sum = max(grid.columns.reduce(0, +), 1)
      let own = grid.columns[cell.column..<(cell.column + cell.columnSpan)].reduce(0, +)
      page.markup("<div class=\"inner\">")
      writeFields(entry, printed: cell.content.text, characters: 58 * own / sum - 1, to: &page)
      page.markup("</div>")
    } else {
      page.element("div", ["class": "inner"]) { $0.lines(cell.content.text) }
      // a place that is printed twice in a row is one place
      if let place = cell.entry?.place, !placedRows.contains(cell.row) {
        placedRows.insert(cell.row)
        writePlace(place, to: &page)
      }
    }
    if let list = cell.entry?.list { Self.writeAppend(list, face, to: &page) }
  }

  /// The rows that have a square for last year: indicators, empty places, the heads above them.
  private func edgeRows(_ grid: SheetGrid) -> Set<Int>? {
    guard face.past != nil else { return nil }
    var rows: Set<Int> = []
    for cell in grid.cells where cell.column + cell.columnSpan <= grid.columns.count {
      let isIndicator = cell.fields.contains { $0.utf8.starts(with: "/indicators/".utf8) }
      if isIndicator || cell.entry?.place != nil { rows.insert(cell.row) }
    }
    guard let first = rows.min() else { return nil }
    if first > 0, grid.rows[first - 1].isHead { rows.insert(first - 1) }
    return rows
  }

  private func writePast(
    _ line: SheetRows.Line<MarkupFragment>,
    isHead: Bool, to page: inout MarkupWriter
  ) {
    guard let past = face.past else { return }
    page.markup(isHead ? "<th scope=\"col\" class=\"past\"" : "<td class=\"past\"")
    if line.edgeRows > 1 { page.attribute("rowspan", line.edgeRows) }
    page.markup(">")
    if isHead {
      page.text(FormPageWording.pastYear(past.year))
      page.element("small") { $0.text(FormPageWording.pastHead) }
    } else if let index = line.slots.flatMap(\.cell.fields).lazy.compactMap(Self.indicator).first,
      let shown = past.indicators[index]
    {
      page.element("b") { $0.text(shown.value) }
      if let outcome = shown.outcome { page.element("small") { $0.text(outcome) } }
    }
    page.markup(isHead ? "</th>" : "</td>")
  }

  private static func indicator(_ pointer: String) -> Int? {
    guard pointer.utf8.starts(with: "/indicators/".utf8) else { return nil }
    let place = FieldPointer(pointer)
    return place.column.isEmpty ? nil : place.index
  }

  /// Whole hundredths of the width, together a hundred.
  private static func widths(_ grid: SheetGrid) -> [Int] {
    let sum = max(grid.columns.reduce(0, +), 1)
    var edge = 0
    var done = 0
    return grid.columns.map { width in
      edge += width
      let share = edge * 100 / sum
      defer { done = share }
      return max(share - done, 1)
    }
  }

  // MARK: Pieces

  private mutating func add(
    _ key: String, in parent: String?, _ kind: EditorPiece.Kind, _ content: MarkupFragment
  ) {
    var key = key
    while !keys.insert(key).inserted { key += "'" }
    pieces.append(EditorPiece(key, in: parent, kind, content))
  }

  /// The entry of a list that a row shows: `indicators/k7`.
  private func rowKey(_ pointers: [String]) -> String? {
    for pointer in pointers {
      let place = FieldPointer(pointer)
      guard place.index != nil, !place.column.isEmpty, place.list != "spendingPlan" else { continue }
      if let row = face.row(place) { return row }
    }
    return nil
  }

  private func cellID(_ pointers: [String]) -> String {
    "c-" + face.name(pointers.first(where: FormFace.isWritten) ?? pointers[0])
  }

  // MARK: Fields

  private mutating func writeFields(
    _ entry: SheetEntry, printed: String?, characters: Int, to page: inout MarkupWriter
  ) {
    if !face.isWritable, let printed {
      let fields = entry.fields.filter { given.insert($0).inserted }
      page.element("span", ["class": entry.unit == nil ? "plain" : "plain is-number"]) { $0.text(printed) }
      page.add(CellActs(fields, face))
      return
    }
    for pointer in entry.fields {
      let isFirst = given.insert(pointer).inserted
      let isAlone = entry.fields.count == 1
      // amounts stand in the unit of the sheet; everything else as in the record
      let isAmount = entry.unit.map(FormPageWording.moneyUnits.contains) ?? false
      let text = face.texts[pointer] ?? (isAmount ? printed : nil) ?? face.fields[pointer] ?? ""
      guard isFirst, FormFace.isWritten(pointer) else {
        page.element("span", ["class": "plain", "data-mirror": face.name(pointer)]) { $0.text(text) }
        continue
      }
      let field = EditorField(
        pointer, text: text, unit: entry.unit, face: face,
        characters: isAlone ? characters : characters / entry.fields.count)
      anchors[field.name] = cellID(entry.fields)
      written.append((field.name, text, entry.unit))
      if isAlone, let unit = entry.unit, unit == FormPageWording.monthEnd, field.isOpen {
        page.markup("<div class=\"part is-suffixed\">")
        field.write(to: &page)
        page.element("span", ["class": "part-name", "aria-hidden": "true"]) { $0.text(unit) }
        page.markup("</div>")
      } else if isAlone {
        field.write(to: &page)
      } else if field.isOpen || !text.isEmpty {
        page.startTag("div", ["class": "part is-\(FieldPointer(pointer).last)"])
        page.element("span", ["class": "part-name", "aria-hidden": "true"]) {
          $0.text(FormPageWording.part(pointer))
        }
        field.write(to: &page)
        page.markup("</div>")
      }
      writeAround(pointer, field, to: &page)
      page.add(CellActs([pointer], face))
    }
  }

  /// What stands below and beside a field: the reading, the other text, marks, the menu of its row.
  private func writeAround(_ pointer: String, _ field: EditorField, to page: inout MarkupWriter) {
    if let reading = face.readings[pointer] {
      let style =
        switch reading.understanding {
        case .plain: "reading"
        case .unsure: "reading is-unsure"
        case .wrong: "reading is-wrong"
        }
      page.element("p", ["class": style, "id": "r-" + field.name]) { $0.text(reading.text) }
    }
    if let conflict = face.conflicts[pointer] { ConflictChoice(field.name, conflict).write(to: &page) }
    let marks = face.marks[pointer] ?? []
    if !marks.isEmpty {
      page.markup("<span class=\"cell-marks\">")
      for mark in marks.prefix(2) {
        page.add(
          Mark(
            mark.judgement, "\(mark.number)", spoken: FormPageWording.spoken(mark.judgement),
            anchor: mark.anchor, isNumbered: true))
      }
      page.markup("</span>")
    }
    if face.canChangeRows, let row = RowMenu(pointer, name: field.name, label: field.label) {
      page.add(row)
    }
  }

  private func cellStyle(_ pointers: [String]) -> String {
    var style = "cell"
    let marks = pointers.flatMap { face.marks[$0] ?? [] }.map(\.judgement)
    if pointers.contains(where: { face.isUnreadable($0) }) {
      style += " is-stop"
    } else if let gravest = [Judgement.stop, .ask, .tell].first(where: marks.contains) {
      style += gravest == .stop ? " is-stop" : gravest == .ask ? " is-ask" : " is-tell"
    }
    if !marks.isEmpty { style += marks.count > 1 ? " has-mark has-marks" : " has-mark" }
    if pointers.contains(where: { face.conflicts[$0] != nil }) { style += " is-conflict" }
    if let act = face.act, pointers.contains(where: { act(face.name($0))?.isChosen ?? false }) {
      style += " is-chosen"
    }
    let isOpen = pointers.contains { face.canWrite($0) }
    if !isOpen { style += " is-locked" } else if face.isPartlyOpen { style += " is-open" }
    if face.canChangeRows, pointers.contains(where: { RowMenu.isFirst($0) }) { style += " has-menu" }
    return style
  }

  // MARK: Rows of our own

  private func writeBelow(_ pointer: String, to page: inout MarkupWriter) {
    for fragment in below(pointer) { page.fragment(fragment) }
  }

  private func below(_ pointer: String) -> [MarkupFragment] {
    (face.remarks[pointer] ?? []).map { RemarkLine($0, face: face).fragment }
      + (face.sums[pointer] ?? []).map { SumLine($0, isWritable: face.isWritable).fragment }
  }

  private func writePlace(_ place: SheetPlace, to page: inout MarkupWriter) {
    guard face.canChangeRows else { return }
    let after = place.after.map { face.row(FieldPointer("/indicators/\($0)/name")) } ?? nil
    ActButton(
      FormPageWording.addIndicator, .addAt(level1: place.level1, level2: place.level2, after: after),
      label: FormPageWording.addIndicator(place.level2 ?? place.level1)
    ).write(to: &page)
  }

  private static func writeAppend(_ list: String, _ face: FormFace, to page: inout MarkupWriter) {
    guard face.canChangeRows else { return }
    let name = String(list.dropFirst())
    ActButton(FormPageWording.append(name), .append(name)).write(to: &page)
  }
}

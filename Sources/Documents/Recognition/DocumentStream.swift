// Lays a document out as lines and grids in reading order; tables inside layout tables come out.
import FormVocabulary
import Tables

enum StreamElement {
  case line(Paragraph)
  case grid(Grid)
}

enum DocumentStream {
  /// Lines and grids in reading order.
  static func elements(of document: Document) -> [StreamElement] {
    var elements: [StreamElement] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph) where paragraph.text.utf8.contains(0x0A):
        if let title = brokenTitle(paragraph.text) {
          elements.append(.line(Paragraph(text: title, line: paragraph.line, frame: paragraph.frame)))
          continue
        }
        // a page's text with line breaks only
        for line in paragraph.text.split(separator: "\n") {
          let text = CleanText.trimmed(String(line))
          if !text.isEmpty {
            elements.append(.line(Paragraph(text: text, line: paragraph.line, frame: paragraph.frame)))
          }
        }
      case .paragraph(let paragraph): elements.append(.line(paragraph))
      case .table(let table): add(table, to: &elements)
      }
    }
    return TextLayout.arranged(elements).map { element in
      if case .grid(let grid) = element, grid.isRagged { return .grid(RaggedAlignment.aligned(grid)) }
      return element
    }
  }

  /// A title that is broken behind the year of the form: 某县2024年度⏎项目支出绩效目标表.
  private static func brokenTitle(_ text: String) -> String? {
    let lines = text.split(separator: "\n").map { CleanText.trimmed(String($0)) }
    guard lines.count == 2, FormTitle.strength(lines[1]) >= 2, lines[0].ends("年度") || lines[0].ends("年"),
      FormTitle.yearLine(in: lines[0]) == nil, lines[0].count <= 40, !lines[0].holds("：")
    else { return nil }
    let title = lines.joined()
    return FormTitle.year(in: title) != nil && FormTitle.strength(title) >= 2 ? title : nil
  }

  /// A table that holds tables is a layout: its cells' texts are lines, its inner tables stand for
  /// themselves. A table
  /// with one text a row is lines too.
  private static func add(_ table: Table, to elements: inout [StreamElement]) {
    let table = withValuesOfInnerTables(table)
    guard table.cells.contains(where: { !$0.tables.isEmpty }) else {
      for grid in SideBySide.grids(of: table) ?? Grid(table).map({ [$0] }) ?? [] {
        if let lines = lines(of: grid) {
          elements += lines.map { .line($0) }
        } else {
          elements.append(.grid(grid))
        }
      }
      return
    }
    if let grid = Grid(table), grid.cells.filter({ $0.field.map { $0.path != nil } ?? false }).count >= 2 {
      // the form's own table, with its indicators in a table inside
      elements.append(.grid(grid))
      for cell in table.cells {
        for inner in cell.tables { add(inner, to: &elements) }
      }
      return
    }
    for cell in table.cells {
      var rest = cell.text[...]
      for inner in cell.tables {
        if let before = inner.textBefore {
          add(before, row: cell.row, to: &elements)
          rest = rest.drop(while: \.isWhitespace)
          if rest.begins(before) { rest = rest.dropFirst(before.count) }
        }
        add(inner, to: &elements)
      }
      add(String(rest), row: cell.row, to: &elements)
    }
  }

  /// A table of values whose cell holds a small table with its value: the value stands in the cell.
  private static func withValuesOfInnerTables(_ table: Table) -> Table {
    guard table.columnCount >= 3, table.cells.contains(where: { !$0.tables.isEmpty }),
      table.cells.count(where: { $0.tables.isEmpty && !$0.text.isEmpty }) >= 6
    else { return table }
    var table = table
    for index in table.cells.indices where !table.cells[index].tables.isEmpty {
      let inner = table.cells[index].tables.flatMap(\.cells)
      let isValue = inner.allSatisfy {
        $0.tables.isEmpty && $0.text.count <= 60 && FormTitle.strength($0.text) == 0
      }
      guard inner.count <= 4, isValue else { continue }
      let texts = [table.cells[index].text] + inner.map(\.text)
      table.cells[index].text = texts.filter { !$0.isEmpty }.joined(separator: "\n")
      table.cells[index].tables = []
    }
    return table
  }

  private static func add(_ text: String, row: Int, to elements: inout [StreamElement]) {
    for line in text.split(separator: "\n") {
      let text = CleanText.trimmed(String(line))
      if !text.isEmpty { elements.append(.line(Paragraph(text: text, line: row + 1))) }
    }
  }

  /// The lines of a sheet or table that has no row with two texts, or only texts that say all by themselves:
  /// 批复单位：某县财政局 | 单位：万元.
  private static func lines(of grid: Grid) -> [Paragraph]? {
    for row in 0..<grid.rowCount where grid.textCount(startingInRow: row) > 1 {
      guard grid.rowCount <= 2, grid.texts(startingInRow: row).allSatisfy({ saysAll($0.text) }) else {
        return nil
      }
    }
    var lines: [Paragraph] = []
    for row in 0..<grid.rowCount {
      for cell in grid.texts(startingInRow: row) {
        for line in cell.text.split(separator: "\n") {
          let text = CleanText.trimmed(String(line))
          if !text.isEmpty { lines.append(Paragraph(text: text, line: row + 1)) }
        }
      }
    }
    return lines.isEmpty ? nil : lines
  }

  private static func saysAll(_ text: String) -> Bool {
    if FormTitle.unitLine(text) != nil || FormTitle.yearLine(in: text) != nil { return true }
    return LabelledPairs.pair(text).map { !$0.value.isEmpty } ?? false
  }
}

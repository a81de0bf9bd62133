// A document as JSON: what it holds goes through the pipe and is kept, its bytes never leave the reader.
import Findings
package import JSONText
package import Tables

extension Document {
  /// `{"format":"docx","blocks":[{"text":"…","line":1},{"table":1,"rows":2,"columns":3,"cells":[…]}]}`.
  ///
  /// A cell is a list: row, column, row span, column span, text; then, where there are any, the tables in it
  /// and where it is printed. In formats with fixed places `"turns":[[1,0,-250],…]` tells of each page by how
  /// many quarters and thousandths of a degree it was turned. Findings of the reader are left out: they stand
  /// in the import result.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("format", format.rawValue)
      json.member(
        "blocks",
        array: { json in
          for block in blocks {
            switch block {
            case .paragraph(let paragraph): paragraph.write(to: &json)
            case .table(let table): table.write(to: &json)
            }
          }
        })
      if !turns.isEmpty {
        json.member("turns", array: { json in for turn in turns { json.array(turn.write) } })
      }
    }
  }

  /// Reads what `write` wrote, as something that a hostile file may have made up.
  ///
  /// - Returns: nil for anything that breaks the law of tables, or is larger than the limits.
  package init?(_ json: JSONValue, limits: ReadingLimits = .init()) {
    guard let format = json["format"]?.text.flatMap({ DocumentFormat(rawValue: $0) }),
      let values = json["blocks"]?.elements
    else { return nil }
    var check = TableCheck(limits: limits)
    var blocks: [Block] = []
    for value in values {
      if value["table"] != nil {
        guard let table = check.table(value) else { return nil }
        blocks.append(.table(table))
      } else {
        guard let paragraph = Paragraph(value) else { return nil }
        blocks.append(.paragraph(paragraph))
      }
    }
    var turns: [PageTurn] = []
    for value in json["turns"]?.elements ?? [] {
      guard let turn = PageTurn(value) else { return nil }
      turns.append(turn)
    }
    self.init(format: format, blocks: blocks, turns: turns)
  }
}

extension PageTurn {
  /// Page, quarters, thousandths of a degree.
  fileprivate func write(to json: inout JSONWriter) {
    for number in [page, quarters, skew] { json.value(number) }
  }

  fileprivate init?(_ json: JSONValue) {
    let numbers = (json.elements ?? []).compactMap(\.whole)
    guard numbers.count == 3, json.elements?.count == 3 else { return nil }
    self.init(page: numbers[0], quarters: numbers[1], skew: numbers[2])
  }
}

extension Paragraph {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("text", text)
      json.member("line", line)
      if let headingLevel { json.member("heading", headingLevel) }
      if let frame { json.member("frame", array: frame.write) }
    }
  }

  fileprivate init?(_ json: JSONValue) {
    guard let text = json["text"]?.text, let line = json["line"]?.whole else { return nil }
    self.init(text: text, headingLevel: json["heading"]?.whole, line: line)
    guard let value = json["frame"] else { return }
    guard let frame = TableFrames.Frame(value) else { return nil }
    self.frame = frame
  }
}

extension TableFrames.Frame {
  /// Page, left, top, width, height, and how sure the text is, where it was recognised.
  fileprivate func write(to json: inout JSONWriter) {
    for number in [page, box.left, box.top, box.width, box.height] { json.value(number) }
    if let confidence { json.value(confidence) }
  }

  fileprivate init?(_ json: JSONValue) {
    let numbers = (json.elements ?? []).compactMap(\.whole)
    guard numbers.count == json.elements?.count, numbers.count == 5 || numbers.count == 6,
      numbers.allSatisfy({ abs(Int32(clamping: $0)) < Int32.max })
    else { return nil }
    self.init(
      page: numbers[0], box: Box(left: numbers[1], top: numbers[2], width: numbers[3], height: numbers[4]),
      confidence: numbers.count == 6 ? numbers[5] : nil)
  }
}

extension Table {
  /// So deep go tables in tables; a reader of JSON goes no deeper, and no form does.
  private static let depthMax = 12

  fileprivate func write(to json: inout JSONWriter, depth: Int = 1) {
    json.object { json in
      json.member("table", number)
      json.member("rows", rowCount)
      json.member("columns", columnCount)
      if let sheet { json.member("sheet", sheet) }
      if let page { json.member("page", page) }
      if isRagged { json.member("isRagged", true) }
      if hasGuessedRows { json.member("hasGuessedRows", true) }
      if let textBefore { json.member("textBefore", textBefore) }
      json.member("cells", array: { json in for cell in cells { write(cell, to: &json, depth: depth) } })
    }
  }

  private func write(_ cell: Cell, to json: inout JSONWriter, depth: Int) {
    let tables = depth < Self.depthMax ? cell.tables : []
    let frame = frames?.frame(row: cell.row, column: cell.column)
    json.array { json in
      for number in [cell.row, cell.column, cell.rowSpan, cell.columnSpan] { json.value(number) }
      json.value(cell.text)
      if tables.isEmpty, frame == nil { return }
      json.array { json in
        for table in tables { table.write(to: &json, depth: depth + 1) }
      }
      if let frame { json.array(frame.write) }
    }
  }
}

/// Holds tables to their law while they are read, over all of a document.
private struct TableCheck {
  let limits: ReadingLimits
  /// Cells and squares so far; squares are what looking for overlaps costs.
  var cellCount = 0
  var squareCount = 0

  private static let squareCountMax = 50_000_000

  mutating func table(_ json: JSONValue) -> Table? {
    guard let number = json["table"]?.whole, number > 0, let rowCount = json["rows"]?.whole,
      let columnCount = json["columns"]?.whole, (0...limits.rowCountMax).contains(rowCount),
      (0...limits.columnCountMax).contains(columnCount), let values = json["cells"]?.elements
    else { return nil }
    cellCount += values.count
    guard cellCount <= limits.cellCountMax else { return nil }
    var table = Table(
      sheet: json["sheet"]?.text, page: json["page"]?.whole, number: number, rowCount: rowCount,
      columnCount: columnCount, cells: [], isRagged: json["isRagged"] == .truth(true),
      hasGuessedRows: json["hasGuessedRows"] == .truth(true), textBefore: json["textBefore"]?.text)
    var frames = TableFrames()
    var hasFrames = false
    // One past the last row that is covered, by column.
    var covered = [Int](repeating: 0, count: columnCount)
    for value in values {
      guard let (cell, frame) = cell(value), fits(cell, rowCount, columnCount, &covered) else { return nil }
      if let last = table.cells.last, (last.row, last.column) >= (cell.row, cell.column) { return nil }
      table.cells.append(cell)
      if let frame {
        frames.set(frame, row: cell.row, column: cell.column)
        hasFrames = true
      }
    }
    if hasFrames { table.frames = frames }
    return table
  }

  private mutating func fits(
    _ cell: Cell, _ rowCount: Int, _ columnCount: Int, _ covered: inout [Int]
  ) -> Bool {
    guard cell.row >= 0, cell.column >= 0, cell.row < rowCount, cell.column < columnCount, cell.rowSpan > 0,
      cell.columnSpan > 0, cell.rowSpan <= rowCount - cell.row, cell.columnSpan <= columnCount - cell.column
    else { return false }
    squareCount += cell.columnSpan
    guard squareCount <= Self.squareCountMax else { return false }
    for column in cell.column..<cell.column + cell.columnSpan {
      guard covered[column] <= cell.row else { return false }
      covered[column] = cell.row + cell.rowSpan
    }
    return true
  }

  private mutating func cell(_ json: JSONValue) -> (Cell, TableFrames.Frame?)? {
    guard let values = json.elements, (5...7).contains(values.count), let row = values[0].whole,
      let column = values[1].whole, let rowSpan = values[2].whole, let columnSpan = values[3].whole,
      let text = values[4].text
    else { return nil }
    var cell = Cell(row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: text)
    if values.count > 5 {
      guard let nested = values[5].elements else { return nil }
      for value in nested {
        guard let table = table(value) else { return nil }
        cell.tables.append(table)
      }
    }
    guard values.count == 7 else { return (cell, nil) }
    guard let frame = TableFrames.Frame(values[6]) else { return nil }
    return (cell, frame)
  }
}

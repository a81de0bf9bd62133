// Sheets that are safe to write: their grids are whole, their texts hold nothing that no file may hold.
internal import FormSheets
internal import HTML

/// Sheets with their texts cleaned, after everything that could go wrong was looked at.
struct SoundSheets {
  private(set) var sheets: [FormSheet]
  private(set) var notices: [SheetNotice] = []
  private var squareCount = 0
  private var textBytes = 0

  /// - Parameters:
  ///   - columnsMax: how many columns the format takes.
  ///   - textMax: how many UTF-16 units of text the format takes in a cell; nil for any number.
  init(_ sheets: [FormSheet], columnsMax: Int, textMax: Int? = nil) throws(SheetFileError) {
    guard !sheets.isEmpty else { throw .noSheet }
    guard sheets.count <= SheetFileLimits.sheetCountMax else {
      throw .limit(name: .sheetCount, value: SheetFileLimits.sheetCountMax)
    }
    self.sheets = sheets
    for sheet in sheets.indices {
      guard Self.isPrintable(sheets[sheet].paper) else { throw .badPaper(sheet: sheet + 1) }
      clean(&self.sheets[sheet].title)
      if let mark = sheets[sheet].mark { self.sheets[sheet].mark = Self.word(mark) }
      if let author = sheets[sheet].author { self.sheets[sheet].author = PermittedText(author).text }
      for block in sheets[sheet].blocks.indices {
        switch sheets[sheet].blocks[block] {
        case .line(let line): try add(line, sheet: sheet, block: block, textMax: textMax)
        case .grid(let grid): try add(grid, sheet, block, columnsMax: columnsMax, textMax: textMax)
        case .pageBreak: break
        }
      }
    }
  }

  /// A mark in one line, not longer than makes sense.
  private static func word(_ mark: String) -> String {
    let line = PermittedText(mark).text.split { $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    return cut(line, toUTF16: SheetFileLimits.markMax) ?? line
  }

  private func clean(_ text: inout String) {
    text = PermittedText(text).text
  }

  private static func isPrintable(_ paper: Paper) -> Bool {
    let sides = SheetFileLimits.paperSides
    let margins = 0...sides.upperBound
    return sides.contains(paper.width) && sides.contains(paper.height) && margins.contains(paper.top)
      && margins.contains(paper.bottom) && margins.contains(paper.side)
      && paper.innerWidth >= SheetFileLimits.innerSideMin && paper.innerHeight >= SheetFileLimits.innerSideMin
  }

  // MARK: Texts

  private mutating func add(
    _ line: SheetLine, sheet: Int, block: Int, textMax: Int?
  ) throws(SheetFileError) {
    var cleaned = line
    for part in line.parts.indices {
      let text = try sound(line.parts[part].text, textMax: textMax) {
        SheetNotice($0, sheet: sheet + 1, block: block + 1)
      }
      if let text { cleaned.parts[part].text = text }
    }
    sheets[sheet].blocks[block] = .line(cleaned)
  }

  /// A text as it can be written; nil where it can as it is.
  private mutating func sound(
    _ text: String, textMax: Int?, at place: (SheetNotice.Loss) -> SheetNotice
  ) throws(SheetFileError) -> String? {
    let count = text.utf8.count
    if count == 0 { return nil }
    textBytes += count
    guard textBytes <= SheetFileLimits.textBytesMax else {
      throw .limit(name: .textBytes, value: SheetFileLimits.textBytesMax)
    }
    let permitted = PermittedText(text)
    if permitted.replacedCount > 0 {
      notices.append(place(.replacedCharacters(count: permitted.replacedCount)))
    }
    if let textMax, permitted.text.utf8.count > textMax,
      let cut = Self.cut(permitted.text, toUTF16: textMax)
    {
      notices.append(place(.cutText(length: textMax)))
      return cut
    }
    return permitted.text
  }

  /// The beginning of a text, no character cut in two; nil where the whole is short enough.
  static func cut(_ text: String, toUTF16 unitsMax: Int) -> String? {
    guard text.utf16.count > unitsMax else { return nil }
    var units = 0
    var end = text.unicodeScalars.startIndex
    for index in text.unicodeScalars.indices {
      units += UTF16.width(text.unicodeScalars[index])
      if units > unitsMax { break }
      end = text.unicodeScalars.index(after: index)
    }
    return String(text[..<end])
  }

  // MARK: Grids

  private mutating func add(
    _ grid: SheetGrid, _ sheet: Int, _ block: Int, columnsMax: Int, textMax: Int?
  ) throws(SheetFileError) {
    guard grid.columns.count <= columnsMax else { throw .limit(name: .columnCount, value: columnsMax) }
    squareCount += grid.columns.count * grid.rows.count
    guard squareCount <= SheetFileLimits.squareCountMax else {
      throw .limit(name: .cellCount, value: SheetFileLimits.squareCountMax)
    }
    guard Self.isWhole(grid) else { throw .brokenGrid(sheet: sheet + 1, block: block + 1) }
    var cleaned: SheetGrid?
    for index in grid.cells.indices {
      let cell = grid.cells[index]
      let text = try sound(cell.content.text, textMax: textMax) {
        SheetNotice($0, sheet: sheet + 1, block: block + 1, row: cell.row + 1, column: cell.column + 1)
      }
      guard let text, text.utf8.count != cell.content.text.utf8.count || text != cell.content.text else {
        continue
      }
      cleaned = cleaned ?? grid
      cleaned?.cells[index].content.text = text
    }
    if let cleaned { sheets[sheet].blocks[block] = .grid(cleaned) }
  }

  /// Widths above which a sum could not be counted with.
  private static let columnWidthMax = 1_000_000

  /// Whether every square belongs to one cell, the cells stand in order and every column has a width.
  static func isWhole(_ grid: SheetGrid) -> Bool {
    let (rows, columns) = (grid.rows.count, grid.columns.count)
    guard grid.columns.allSatisfy({ $0 > 0 && $0 <= columnWidthMax }) else { return false }
    guard columns > 0 || rows == 0 else { return false }
    var squares = 0
    var previous = -1
    // How far down each column is covered; cells come in order, so a square is free or covered from above.
    var depths = [Int](repeating: 0, count: columns)
    for cell in grid.cells {
      guard (0..<rows).contains(cell.row), (0..<columns).contains(cell.column), cell.rowSpan >= 1,
        cell.columnSpan >= 1, cell.rowSpan <= rows - cell.row, cell.columnSpan <= columns - cell.column
      else { return false }
      let place = cell.row * columns + cell.column
      guard place > previous else { return false }
      previous = place
      for column in cell.column..<cell.column + cell.columnSpan {
        guard depths[column] == cell.row else { return false }
        depths[column] = cell.row + cell.rowSpan
      }
      squares += cell.rowSpan * cell.columnSpan
    }
    return squares == rows * columns
  }
}

// A page laid out: its tables with their texts, and the lines that stand outside them.
import Tables

/// A table of one page before it is joined with its continuation.
struct PageTable {
  struct Cell {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var text: String
    /// True where the text fills the cell to its lower edge and its last line to the right, as text does that
    /// the page's end has cut.
    var endsFull = false
    /// True where its last line fills the cell's width, so that what follows goes on in the same sentence.
    var endsWide = false
    /// How its text begins and ends; nil without lines around the cell.
    var ends: TextEnds?
    /// True where a part of its text is hidden, as where a page's end cuts a merged cell of a worksheet.
    var isPartlyHidden = false
    var page: Int
    var box: PageBox
    /// How sure the recognition of its least sure line is, 0…100; nil for printed text.
    var confidence: Int?
  }

  var columnEdges: [Double]
  var rowCount: Int
  var cells: [Cell]
  var page: Int
  /// The page of its last row.
  var lastPage: Int
  var box: PageBox
  /// Where columns without upright lines are parted, and how far that can be moved; nil in ruled tables.
  var separators: [ColumnGaps.Separator]?
  /// True where no line parts the rows.
  var hasGuessedRows = false

  var columnCount: Int { columnEdges.count - 1 }

  /// The cells that begin in a row.
  func cells(startingInRow row: Int) -> [Cell] { cells.filter { $0.row == row } }
}

/// What stands on a page, from top to bottom.
enum PageElement {
  case table(PageTable)
  case line(TextLine)

  var top: Double {
    switch self {
    case .table(let table): table.box.top
    case .line(let line): line.box.top
    }
  }
}

/// The elements of one page.
struct PageLayout {
  let number: Int
  let width: Double
  let height: Double
  var elements: [PageElement] = []
  /// Where the page's texts and tables begin and end at the left and right.
  private(set) var column: (left: Double, right: Double)
  /// How the page was turned; nil for a page beyond counting.
  let turn: PageTurn?
  /// By how much the page was enlarged to be laid out.
  let zoom: Double
  /// The type size of most characters, in points.
  let usualSize: Double

  /// - Parameter page: as it is printed, however it is turned and reduced.
  init(_ page: PageContent) {
    let turned = page.upright()
    turn = turned.turn
    zoom = turned.zoom
    let content = turned.zoomed(by: zoom)
    number = content.number
    width = content.width
    height = content.height
    let glyphs = Self.upright(content.glyphs)
    let sizes = glyphs.lazy.filter { !$0.isBlank }.map(\.size).sorted()
    usualSize = sizes.isEmpty ? 10 : sizes[sizes.count / 2]
    let rules = RulingLines(horizontal: content.horizontal, vertical: content.vertical)
    var tables = Self.ruledTables(of: rules)
    let inked = glyphs.lazy.filter { !$0.isBlank && $0.window == nil }
    column = (
      min(inked.map(\.box.left).min() ?? 0, tables.map(\.box.left).min() ?? .infinity),
      max(
        inked.filter { !$0.scalar.isCloser }.map(\.box.right).max() ?? 0,
        tables.map(\.box.right).max() ?? 0)
    )
    var inside = [[Int: [Glyph]]](repeating: [:], count: tables.count)
    var outside: [Glyph] = []
    for glyph in glyphs {
      let (x, y) = glyph.place
      if let (table, region) = Self.place(x, y, tables) {
        inside[table][region, default: []].append(glyph)
      } else if glyph.window == nil || content.holds(glyph) {
        outside.append(glyph)
      }
    }
    for (index, table) in tables.enumerated() {
      Self.takeBackOverflow(&inside[index], table)
    }
    var lonely: [TextLine] = []
    for (index, table) in tables.enumerated().reversed() {
      // A frame around texts is no table, nor is one that holds tables: it lays the page out.
      guard table.regions.count <= 1 || tables.contains(where: { table.holds($0) }) else { continue }
      for (_, glyphs) in inside[index].sorted(by: { $0.key < $1.key }) {
        lonely += TextLine.columnLines(of: glyphs)
      }
      tables.remove(at: index)
      inside.remove(at: index)
    }
    let framed = Self.framedTables(&tables, &inside, page: content.number)
    elements = framed.map { .table($0) }
    elements += zip(tables, inside).map { .table(Self.table($0, $1, page: content.number)) }
    elements += Self.levelTables(&outside, rules, usualSize: usualSize, page: content.number).map {
      .table($0)
    }
    elements += (TextLine.columnLines(of: outside) + lonely).map { .line($0) }
    elements.sort { $0.top < $1.top }
    alignColumns()
  }

  /// Runs of lines that stand in columns become tables.
  private mutating func alignColumns() {
    var result: [PageElement] = []
    var run: [TextLine] = []
    for element in elements {
      switch element {
      case .line(let line): run.append(line)
      case .table:
        result += AlignedTable(run, page: number).elements() ?? run.map { .line($0) }
        run = []
        result.append(element)
      }
    }
    elements = result + (AlignedTable(run, page: number).elements() ?? run.map { .line($0) })
  }

  /// Text that runs along the page; what is set across it, as stamps are, is left out.
  private static func upright(_ glyphs: [Glyph]) -> [Glyph] {
    glyphs.filter { $0.quarter == 0 }
  }

  /// Tables with level lines only; their texts are taken out of those that stand outside tables.
  private static func levelTables(
    _ outside: inout [Glyph], _ rules: RulingLines, usualSize: Double, page: Int
  ) -> [PageTable] {
    let levels = rules.figures().filter(\.vertical.isEmpty).flatMap(\.horizontal)
    guard levels.count > 1 else { return [] }
    var tables: [PageTable] = []
    for block in LevelBlock.blocks(levels, TextLine.columnLines(of: outside), usualSize: usualSize) {
      let box = block.box
      func isInside(_ glyph: Glyph) -> Bool {
        glyph.box.centerY > box.top && glyph.box.centerY < box.bottom && glyph.box.centerX > box.left - 6
          && glyph.box.centerX < box.right + 12
      }
      let lines = TextLine.columnLines(of: outside.filter(isInside))
      guard let table = InferredTable(lines, levels: block.levels)?.table(page: page) else { continue }
      tables.append(table)
      outside.removeAll(where: isInside)
    }
    return tables
  }

  /// Tables with an outer frame and level lines only: their columns are told by white space.
  private static func framedTables(
    _ tables: inout [RuledTable], _ inside: inout [[Int: [Glyph]]], page: Int
  ) -> [PageTable] {
    var framed: [PageTable] = []
    for index in tables.indices.reversed() where tables[index].columnCount == 1 {
      let (ruled, box) = (tables[index], tables[index].box)
      let lines = TextLine.columnLines(of: inside[index].sorted { $0.key < $1.key }.flatMap(\.value))
      let levels = ruled.rowEdges.map { Rule(position: $0, from: box.left, to: box.right) }
      guard lines.count(where: { $0.segments(gap: ColumnGaps.wide).count > 1 }) >= 3,
        let table = InferredTable(lines, levels: levels)?.table(page: page)
      else { continue }
      framed.append(table)
      tables.remove(at: index)
      inside.remove(at: index)
    }
    return framed
  }

  /// The figures of lines, with upright ones beside them that begin and end where theirs do: where a
  /// page's end cuts merged cells, nothing level holds their sides.
  private static func figures(of rules: RulingLines) -> [(horizontal: [Rule], vertical: [Rule])] {
    let figures = rules.figures()
    let lone = figures.filter(\.horizontal.isEmpty).flatMap(\.vertical)
    guard !lone.isEmpty, lone.count < 200 else { return figures }
    return figures.map { figure in
      guard figure.horizontal.count > 1 else { return figure }
      let beside = lone.filter { rule in
        figure.vertical.contains { abs($0.from - rule.from) < 4 && abs($0.to - rule.to) < 4 }
      }
      return (figure.horizontal, figure.vertical + beside)
    }
  }

  static func ruledTables(of content: PageContent) -> [RuledTable] {
    ruledTables(of: RulingLines(horizontal: content.horizontal, vertical: content.vertical))
  }

  private static func ruledTables(of rules: RulingLines) -> [RuledTable] {
    figures(of: rules).compactMap { figure in
      guard figure.horizontal.count + figure.vertical.count >= 3, !figure.horizontal.isEmpty,
        !figure.vertical.isEmpty
      else { return nil }
      return RuledTable(horizontal: figure.horizontal, vertical: figure.vertical)
    }
    .filter { $0.box.width > 30 && $0.box.height > 8 }
  }

  /// The innermost table around a point, and the cell there.
  private static func place(_ x: Double, _ y: Double, _ tables: [RuledTable]) -> (Int, Int)? {
    var best: (table: Int, region: Int, area: Double)?
    for (index, table) in tables.enumerated() {
      guard let region = table.region(atX: x, y: y) else { continue }
      let area = table.box.width * table.box.height
      if best.map({ area < $0.area }) ?? true { best = (index, region, area) }
    }
    return best.map { ($0.table, $0.region) }
  }

  /// A text that was too long for its cell and is printed on into the blank ones beside it belongs to its
  /// own.
  private static func takeBackOverflow(_ inside: inout [Int: [Glyph]], _ table: RuledTable) {
    for (region, glyphs) in inside.sorted(by: { $0.key < $1.key }) {
      let box = table.box(of: table.regions[region])
      guard let left = glyphs.filter({ !$0.isBlank }).min(by: { $0.box.left < $1.box.left }) else { continue }
      // Its first character sits on the cell's left edge, close behind one of the cell before.
      guard left.box.left < box.left + 0.3 * left.size else { continue }
      let neighbours = inside.filter { key, _ in
        let other = table.regions[key]
        let own = table.regions[region]
        return other.column + other.columnSpan == own.column && other.row <= own.row
          && other.row + other.rowSpan >= own.row + own.rowSpan
      }
      for (key, others) in neighbours.sorted(by: { $0.key < $1.key }) {
        let isContinued = others.contains {
          // The pen goes on where it was: cells of their own are at least their margins apart.
          abs($0.box.centerY - left.box.centerY) < 0.2 * left.size
            && abs(left.box.left - $0.box.right) < 0.06 * left.size
        }
        if isContinued {
          inside[key] = others + glyphs
          inside[region] = nil
        }
      }
    }
  }

  private static func table(_ ruled: RuledTable, _ inside: [Int: [Glyph]], page: Int) -> PageTable {
    let texts = ruled.regions.enumerated().map { index, region in
      (lines: TextLine.lines(of: inside[index] ?? []), box: ruled.box(of: region))
    }
    let margins = CellMargins(texts)
    let cells = ruled.regions.enumerated().map { index, region in
      let (lines, box) = texts[index]
      return PageTable.Cell(
        row: region.row, column: region.column, rowSpan: region.rowSpan, columnSpan: region.columnSpan,
        text: WrappedText.text(of: lines, left: box.left, right: box.right),
        endsFull: WrappedText.endsFull(lines, in: box), endsWide: WrappedText.endsWide(lines, in: box),
        ends: TextEnds(lines, in: box, margins: margins),
        isPartlyHidden: inside[index]?.contains { $0.window != nil } ?? false, page: page, box: box,
        confidence: inside[index]?.lazy.compactMap(\.confidence).min())
    }
    return PageTable(
      columnEdges: ruled.columnEdges, rowCount: ruled.rowCount, cells: cells, page: page, lastPage: page,
      box: ruled.box)
  }
}

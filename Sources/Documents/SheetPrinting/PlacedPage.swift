// A page with everything in its place, before it is drawn.
import FormSheets

/// Lengths in points from the page's upper left corner.
struct PlacedPage {
  /// What stands on it from top to bottom.
  enum Item {
    case paragraph(PlacedText)
    case table(PlacedTable)
  }

  var width: Double
  var height: Double
  var items: [Item] = []
  /// The page's number at its foot.
  var foot: PlacedText?
  /// A word across the page.
  var mark: String?
}

/// Some lines of a text and the box that they stand in.
struct PlacedText {
  var text: LaidText
  var lines: Range<Int>
  var left: Double
  /// The upper edge of the first line.
  var top: Double
  var width: Double
  var alignment: TextAlignment
  var part: Part

  /// What the text is in the document's structure.
  enum Part: Equatable {
    case heading, subheading, paragraph, artifact
    case cell(CellShape)
  }

  /// How much of the table a cell takes on its page, and what it is head of.
  struct CellShape: Equatable {
    var rows: Int
    var columns: Int
    var scope: CellScope
  }

  /// Where a line begins, from the page's left edge.
  func start(of line: Int) -> Double {
    let free = width - text.lines[line].width
    return switch alignment {
    case .start: left
    case .center: left + free / 2
    case .end: left + free
    }
  }
}

extension PlacedText {
  /// The name of the part in the structure of PDF (ISO 32000-1, 14.8.4).
  var tag: String {
    switch part {
    case .heading: "H1"
    case .subheading: "H2"
    case .paragraph, .artifact: "P"
    case .cell(let shape): shape.scope == .none ? "TD" : "TH"
    }
  }

  /// What the structure says of a cell (ISO 32000-1, 14.8.5.7); empty where there is nothing to say.
  var attributes: String {
    guard case .cell(let shape) = part else { return "" }
    var words = shape.rows > 1 ? " /RowSpan \(shape.rows)" : ""
    if shape.columns > 1 { words += " /ColSpan \(shape.columns)" }
    switch shape.scope {
    case .none: break
    case .column: words += " /Scope /Column"
    case .row, .rowGroup: words += " /Scope /Row"
    }
    return words.isEmpty ? "" : "/A << /O /Table\(words) >>"
  }
}

/// A part of a table.
struct PlacedTable {
  var rules: [TableRule]
  /// Cells by the row in which they begin.
  var rows: [[PlacedText]]
}

/// A straight line of a table's borders.
struct TableRule: Equatable {
  var fromX: Double
  var fromY: Double
  var toX: Double
  var toY: Double
}

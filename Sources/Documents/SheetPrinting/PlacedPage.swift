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
  enum Part { case heading, paragraph, headCell, cell, artifact }

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

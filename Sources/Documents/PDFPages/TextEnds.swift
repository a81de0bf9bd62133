// How a cell's text begins and ends, to tell whether it goes on in a cell of the next page.

/// The first and the last line of a text against their cell.
struct TextEnds {
  /// The width that is left behind the last line.
  let slack: Double
  /// The width of what cannot be parted at the front of the first line.
  let lead: Double
  /// True where no further line fits below the last one.
  let isLow: Bool
  /// True where the page's end may have cut it: programs that keep two lines together leave one line free.
  let mayBeCut: Bool
  let lineCount: Int
  private let endsSentence: Bool
  let beginsItem: Bool
  /// True where the first line begins as figures do: ≥95%, 12.
  let beginsValue: Bool
  private let room: Double
  private let size: Double
  private let isGuessed: Bool

  /// - Parameters:
  ///   - lines: the cell's lines, from top to bottom.
  ///   - margins: the least distance that texts of the table keep from their cells' edges.
  init?(_ lines: [TextLine], in box: PageBox, margins: CellMargins) {
    guard let first = lines.first, let last = lines.last else { return nil }
    let edge = WrappedText.isCentered(lines) ? last.box.left : lines.map(\.box.left).min() ?? box.left
    let widest = lines.map { $0.bodyRight - $0.box.left }.max() ?? 0
    room = max(
      widest,
      min(
        WrappedText.room(of: lines, left: box.left, right: box.right), box.width - 2 * margins.side))
    let blank = last.glyphs.last.map { $0.isBlank ? min($0.box.width, 0.5 * last.size) : 0 } ?? 0
    slack = room - (last.box.right + blank - edge)
    lead = WrappedText.beginning(of: first)
    let pitch =
      lines.count > 1 ? (last.box.centerY - first.box.centerY) / Double(lines.count - 1) : 0
    let line = max(pitch, 1.1 * last.box.height)
    isLow = box.bottom - last.box.bottom < line + margins.top
    mayBeCut = isLow || lines.count > 1 && box.bottom - last.box.bottom < 2 * line + margins.top
    lineCount = lines.count
    endsSentence = last.endsSentence
    beginsItem = first.beginsItem
    beginsValue = first.inked.first.map { $0.isSign || $0.properties.numericType == .decimal } ?? false
    size = last.size
    // Where the widths of characters were guessed, lines end early.
    isGuessed = last.glyphs.first?.confidence != nil
  }

  /// Whether the beginning of another text would not have fitted behind this one, and neither says that
  /// something ends or begins here.
  func goesOn(in next: TextEnds) -> Bool {
    !endsSentence && !next.beginsItem && slack < next.lead + (isGuessed ? 2.2 : 0.1) * size
  }

  /// One of how many texts is so long, by chance, that the beginning of another does not fit behind it.
  func chance(before next: TextEnds) -> Double { max(1, room / max(next.lead, size)) }
}

/// How far texts stand from the edges of their cells, at least.
struct CellMargins {
  private(set) var side = Double.infinity
  private(set) var top = Double.infinity

  /// - Parameter cells: the lines of each cell with its rectangle.
  init(_ cells: [(lines: [TextLine], box: PageBox)]) {
    for (lines, box) in cells {
      guard let first = lines.first else { continue }
      for line in lines {
        side = min(side, max(0, min(line.box.left - box.left, box.right - line.box.right)))
      }
      top = min(top, max(0, first.box.top - box.top))
    }
    side = side.isFinite ? side : 0
    top = top.isFinite ? min(top, 16) : 0
  }
}

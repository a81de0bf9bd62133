// A text with gaps for figures and years.

/// `{年}年培训{人}人次`: letters as they stand, and what is filled in.
struct TextPattern: Sendable, Hashable {
  enum Piece: Sendable, Hashable {
    case text(String)
    /// The year's figure of a variable, by its place in the pattern.
    case figure(Int)
    /// The sum of a variable's figures over the years of the project.
    case sum(Int)
    case year
    case firstYear
    case lastYear
  }

  let pieces: [Piece]

  /// Reads a text; nil where a gap is not closed or names nothing known.
  init?(_ text: some StringProtocol, variables: [String]) {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      let name = rest[rest.index(after: open)..<close]
      guard let piece = Self.piece(named: name, variables) else { return nil }
      pieces.append(piece)
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  private static func piece(named name: Substring, _ variables: [String]) -> Piece? {
    switch name {
    case PatternWords.year: return .year
    case PatternWords.firstYear: return .firstYear
    case PatternWords.lastYear: return .lastYear
    default:
      let isSum = name.last == PatternWords.sumMark
      let plain = isSum ? name.dropLast() : name
      guard let place = variables.firstIndex(where: { $0 == plain }) else { return nil }
      return isSum ? .sum(place) : .figure(place)
    }
  }

  /// The text of a year.
  func text(_ figures: ProjectFigures) -> String {
    text(figures, values: figures.annual, year: String(figures.year))
  }

  /// The text of the whole period: the last year in the place of the year's, or every year where there is no
  /// last one; sums where the figures add up over the years.
  func periodText(_ figures: ProjectFigures, accumulates: Bool) -> String {
    text(
      figures, values: accumulates ? figures.sums : figures.annual,
      year: figures.lastYear == ProjectPattern.openEnd ? PatternWords.every : String(figures.lastYear))
  }

  private func text(_ figures: ProjectFigures, values: [Int], year: String) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let letters): text += letters
      case .figure(let place): text += String(values[place])
      case .sum(let place): text += String(figures.sums[place])
      case .year: text += year
      case .firstYear: text += String(figures.firstYear)
      case .lastYear: text += String(figures.lastYear)
      }
    }
    return text
  }
}

/// The figures of a project in one year, by the places of its pattern's variables.
struct ProjectFigures: Sendable, Hashable {
  var annual: [Int]
  /// Over all years of the project; those of the year where the project has no end.
  var sums: [Int]
  var year: Int
  var firstYear: Int
  var lastYear: Int
}

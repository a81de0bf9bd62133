// A text in a narrow column: what changed with a few words around it, never more than two lines.

/// A text cut to what matters in it.
struct ReviewExcerpt: Equatable {
  /// A piece of the text.
  enum Piece: Equatable {
    case plain(String)
    case struck(String)
    case fresh(String)
  }

  let pieces: [Piece]
  /// True where something was left out.
  let isCut: Bool

  /// Characters that are left whole.
  private static let wholeMax = 34
  /// Characters around what changed.
  private static let aroundMax = 9
  private static let changedMax = 26

  /// A text as it stands, its end left out where it is long.
  init(_ text: String) {
    let line = Self.oneLine(text)
    isCut = line.count > Self.wholeMax
    pieces = [.plain(isCut ? line.prefix(Self.wholeMax - 1) + "…" : line)]
  }

  /// One side of a change.
  ///
  /// - Parameter isLater: true for the side on which the new words stand.
  init(from before: String, to after: String, isLater: Bool) {
    let (old, new) = (Self.oneLine(before), Self.oneLine(after))
    let part = ChangedPart(old, new)
    let (own, other) = isLater ? (part.after, part.before) : (part.before, part.after)
    let whole = isLater ? new : old
    guard old != new else {
      self = Self(whole)
      return
    }
    func marked(_ text: String) -> Piece { isLater ? .fresh(text) : .struck(text) }
    // Where hardly anything stayed, or it is short, the whole text is the change.
    if part.head.count + part.tail.count < 4 || whole.count <= 14 {
      let isLong = whole.count > Self.wholeMax
      isCut = isLong
      pieces = whole.isEmpty ? [] : [marked(isLong ? whole.prefix(Self.wholeMax - 1) + "…" : whole)]
      return
    }
    var pieces: [Piece] = []
    var isCut = false
    func cut(_ text: String, keepingEnd: Bool) -> String {
      guard text.count > Self.aroundMax + 1 else { return text }
      isCut = true
      return keepingEnd ? "…" + text.suffix(Self.aroundMax) : text.prefix(Self.aroundMax) + "…"
    }
    let isWhole = whole.count <= Self.wholeMax
    if !part.head.isEmpty { pieces.append(.plain(isWhole ? part.head : cut(part.head, keepingEnd: true))) }
    if !own.isEmpty {
      let isLong = own.count > Self.changedMax && !isWhole
      if isLong { isCut = true }
      pieces.append(marked(isLong ? own.prefix(Self.changedMax) + "…" : own))
    } else if !other.isEmpty, pieces.isEmpty {
      pieces.append(.plain("…"))
    }
    if !part.tail.isEmpty { pieces.append(.plain(isWhole ? part.tail : cut(part.tail, keepingEnd: false))) }
    self.pieces = pieces
    self.isCut = isCut
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

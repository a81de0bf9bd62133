// What a button of the reviewers' desk does, as it stands in its value.

/// One press: a word, and behind a colon what it is about, so that it works without a script.
enum ReviewAct: Sendable, Equatable {
  case open
  /// Writes the cell of the box into the return slip.
  case object
  /// Takes a cell off the slip.
  case drop(String)
  /// A finding was seen and is not asked about; or it is again.
  case seen(String)
  case unseen(String)
  /// The grades and reasons of the sheet.
  case grades
  /// The opinion, kept while it is written.
  case opinion
  case note
  case sendBack
  case forward
  case approve
  /// Back into the queue, undecided.
  case release
  /// Takes the own last step back.
  case back

  init?(_ text: String) {
    let end = text.firstIndex(of: ":") ?? text.endIndex
    let rest = end < text.endIndex ? String(text[text.index(after: end)...]) : ""
    switch text[..<end] {
    case "open": self = .open
    case "object": self = .object
    case "drop" where !rest.isEmpty: self = .drop(rest)
    case "seen" where !rest.isEmpty: self = .seen(rest)
    case "unseen" where !rest.isEmpty: self = .unseen(rest)
    case "grades": self = .grades
    case "opinion": self = .opinion
    case "note": self = .note
    case "return": self = .sendBack
    case "forward": self = .forward
    case "approve": self = .approve
    case "release": self = .release
    case "back": self = .back
    default: return nil
    }
  }

  var text: String {
    switch self {
    case .open: "open"
    case .object: "object"
    case .drop(let path): "drop:\(path)"
    case .seen(let key): "seen:\(key)"
    case .unseen(let key): "unseen:\(key)"
    case .grades: "grades"
    case .opinion: "opinion"
    case .note: "note"
    case .sendBack: "return"
    case .forward: "forward"
    case .approve: "approve"
    case .release: "release"
    case .back: "back"
    }
  }
}

// What a button of the form's page does, as it stands in its value.

/// One press. Written as a word, a colon and what it is about, so that it works without a script.
enum FormAct: Sendable, Equatable {
  /// Only what was typed.
  case save
  /// A row behind another: `indicators/k7`.
  case addAfter(String)
  /// A row at an empty place of the tree: level 1, level 2, the row printed before it.
  case addAt(level1: String?, level2: String?, after: String?)
  /// One more entry of a list: `tasks`.
  case append(String)
  case remove(String)
  case up(String)
  case down(String)
  /// A choice of a finding's proposal, by the finding's key and the choice's number.
  case accept(finding: String, choice: Int)
  /// A reviewer's proposal for a field.
  case take(String)
  /// Of two texts of one field, one's own or the other.
  case mine(String)
  case theirs(String)
  /// A text that was suggested for a field.
  case choose(field: String, text: String)
  /// The column of last year, shown or folded away.
  case past(isShown: Bool)
  /// On to the box in which the form is submitted.
  case submit

  /// Between parts; no path and no printed label holds it. It can be seen (␟), since pages hold no control
  /// characters: what escapes their texts writes those as U+FFFD.
  private static let divider: Character = "\u{241F}"

  init?(_ text: String) {
    let end = text.firstIndex(of: ":") ?? text.endIndex
    let rest = end < text.endIndex ? String(text[text.index(after: end)...]) : ""
    let parts = rest.split(separator: Self.divider, omittingEmptySubsequences: false).map(String.init)
    func part(_ number: Int) -> String? {
      parts.indices.contains(number) && !parts[number].isEmpty ? parts[number] : nil
    }
    switch text[..<end] {
    case "save": self = .save
    case "after" where !rest.isEmpty: self = .addAfter(rest)
    case "at": self = .addAt(level1: part(0), level2: part(1), after: part(2))
    case "append" where !rest.isEmpty: self = .append(rest)
    case "remove" where !rest.isEmpty: self = .remove(rest)
    case "up" where !rest.isEmpty: self = .up(rest)
    case "down" where !rest.isEmpty: self = .down(rest)
    case "accept":
      guard let finding = part(0), let choice = part(1).flatMap({ Int($0) }), choice >= 0 else { return nil }
      self = .accept(finding: finding, choice: choice)
    case "take" where !rest.isEmpty: self = .take(rest)
    case "mine" where !rest.isEmpty: self = .mine(rest)
    case "theirs" where !rest.isEmpty: self = .theirs(rest)
    case "choose":
      guard let field = part(0), let text = part(1) else { return nil }
      self = .choose(field: field, text: text)
    case "past" where rest == "yes" || rest == "no": self = .past(isShown: rest == "yes")
    case "submit": self = .submit
    default: return nil
    }
  }

  var text: String {
    func joined(_ parts: [String?]) -> String {
      parts.map { $0 ?? "" }.joined(separator: String(Self.divider))
    }
    return switch self {
    case .save: "save"
    case .addAfter(let row): "after:\(row)"
    case .addAt(let level1, let level2, let after): "at:" + joined([level1, level2, after])
    case .append(let list): "append:\(list)"
    case .remove(let row): "remove:\(row)"
    case .up(let row): "up:\(row)"
    case .down(let row): "down:\(row)"
    case .accept(let finding, let choice): "accept:" + joined([finding, String(choice)])
    case .take(let field): "take:\(field)"
    case .mine(let field): "mine:\(field)"
    case .theirs(let field): "theirs:\(field)"
    case .choose(let field, let text): "choose:" + joined([field, text])
    case .past(let isShown): isShown ? "past:yes" : "past:no"
    case .submit: "submit"
    }
  }
}

// What printed labels mean: one dictionary from comparable key to field, column and level.

/// What a label can mean; the same words may name a field, a column and a level.
struct Meaning: Equatable {
  var field: FieldTerm?
  var column: ColumnTerm?
  var level: LevelTerm?

  var isEmpty: Bool { field == nil && column == nil && level == nil }
}

/// The labels of forms with their synonyms, and patterns for labels that nobody has listed yet.
enum Vocabulary {
  private static let entries: [String: Meaning] = {
    var entries: [String: Meaning] = [:]
    for (words, term) in fieldWords {
      for word in words.split(whereSeparator: \.isWhitespace) {
        entries[String(word), default: Meaning()].field = term
      }
    }
    for (words, term) in columnWords {
      for word in words.split(whereSeparator: \.isWhitespace) {
        entries[String(word), default: Meaning()].column = term
      }
    }
    return entries
  }()

  /// What a text means as a label; nil for prose and unknown words.
  static func meaning(of text: String) -> (Meaning, LabelText)? {
    guard let label = LabelText(text) else { return nil }
    var meaning = entries[label.fullKey] ?? entries[label.key] ?? Meaning()
    if meaning.field == nil { meaning.field = fieldByPattern(label) }
    if meaning.column == nil { meaning.column = columnByPattern(label.key) }
    meaning.level = LevelTerm(label: label.fullKey)
    return meaning.isEmpty ? nil : (meaning, label)
  }
}

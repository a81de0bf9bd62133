// What printed labels mean: one dictionary from comparable key to field, column and level.

/// What a label can mean; the same words may name a field, a column and a level.
package struct Meaning: Equatable {
  /// The field of a form's head or foot.
  package var field: FieldTerm?
  /// The column of a table.
  package var column: ColumnTerm?
  /// The place in the tree of indicators.
  package var level: LevelTerm?

  package var isEmpty: Bool { field == nil && column == nil && level == nil }
}

/// The labels of forms with their synonyms, and patterns for labels that nobody has listed yet.
enum Vocabulary {
  private static let entries: [String: Meaning] = {
    var entries: [String: Meaning] = [:]
    // a word listed twice keeps its first meaning
    for (words, term) in fieldWords {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let known = entries[String(word)]?.field
        entries[String(word), default: Meaning()].field = known ?? term
      }
    }
    for (words, term) in columnWords {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let known = entries[String(word)]?.column
        entries[String(word), default: Meaning()].column = known ?? term
      }
    }
    return entries
  }()

  /// The field of a listed label.
  static func listedField(_ key: String) -> FieldTerm? { entries[key]?.field }

  /// Every listed label, without white space and brackets.
  static var labels: [String] { entries.keys.filter { !$0.contains("(") } }

  /// What a text means as a label; nil for prose and unknown words.
  static func meaning(of text: String) -> (Meaning, LabelText)? {
    guard let label = LabelText(text) else { return nil }
    var meaning = entries[label.fullKey] ?? Meaning()
    for key in keys(of: label) {
      guard meaning.field == nil || meaning.column == nil, let found = entries[key] else { continue }
      meaning.field = meaning.field ?? found.field
      meaning.column = meaning.column ?? found.column
    }
    if meaning.field == nil { meaning.field = fieldByPattern(label) }
    if meaning.column == nil { meaning.column = columnByPattern(label.key) }
    meaning.level = LevelTerm(label: label.fullKey)
    return meaning.isEmpty ? nil : (meaning, label)
  }

  /// The key, then the key without a word that layouts put in front: 项目当年预算 → 当年预算, 绩效度量单位 → 度量单位.
  private static func keys(of label: LabelText) -> [String] {
    var keys = [label.key]
    for lead in ["项目", "本", "本年度", "本年", "当年", "绩效", "部门", "单位", "财政"] where label.key.begins(lead) {
      let rest = String(label.key.dropFirst(lead.count))
      if rest.count >= 3 { keys.append(rest) }
    }
    // 1、资金来源：（1）财政拨款 is labelled by its last part
    if let colon = label.fullKey.lastIndex(of: ":"),
      let tail = LabelText(String(label.fullKey[colon...].dropFirst()))
    {
      keys.append(tail.key)
    }
    return keys
  }
}

// A better value or a better place, and what accepting it writes.

/// What a rule proposes.
///
/// Accepting a choice is a pure function from record to record: `form.applying(choice.edits)`.
package struct Proposal: Sendable, Equatable {
  /// The proposal in words: 建议移到“社会效益”.
  package var text: String
  /// Ready edits to choose from, the best first; empty where the clerk has to fill in a figure.
  package var choices: [Choice]

  package init(text: String, choices: [Choice] = []) {
    self.text = text
    self.choices = choices
  }

  /// One way to accept.
  package struct Choice: Sendable, Equatable {
    /// What it would say: `改值“≥90%”`.
    package var label: String
    package var edits: [RecordEdit]

    package init(label: String, edits: [RecordEdit]) {
      self.label = label
      self.edits = edits
    }
  }
}

/// One cell and the text that it gets.
package struct RecordEdit: Sendable, Equatable {
  /// The field path: `indicators/3/level2`, `goals/annual`.
  package var field: String
  /// The text to write; nil clears the cell.
  package var text: String?

  package init(field: String, text: String?) {
    self.field = field
    self.text = text
  }
}

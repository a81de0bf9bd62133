// Suggestions for a field: from the indicator library and from the unit's own past.
package import FormDrafts
import Model
import Permissions
package import Records
import Review
import RuleSets

/// Suggests texts for a field of an indicator, each with its reason; the best first, eight at most.
package struct SuggestForField: Sendable {
  package var form: FormID
  /// The draft path: of a name, a value, a unit, a basis or a description of an indicator.
  package var path: String
  /// What is typed so far; suggestions hold it.
  package var typed: String

  package init(form: FormID, path: String, typed: String = "") {
    self.form = form
    self.path = path
    self.typed = typed
  }

  /// Suggestions at most.
  package static let countMax = 8

  /// - Returns: nothing for fields that nobody suggests for.
  /// - Throws: `.permission`, `.records(.notFound)`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [FieldSuggestion]
  {
    let memory = office.memory
    let (draft, around) = try await office.read { records in
      let ground = try records.ground(form, for: .editForms, by: signedIn, memory: memory)
      try ground.part(for: .editForms, by: signedIn)
      return (
        ground.draft,
        try records.surroundings(
          of: ground.entry, at: ground.organisation, memory: memory, withEarlier: true)
      )
    }
    guard let cell = SuggestionCell(path, typed: typed.trimmed, in: draft, around) else { return [] }
    var found: [FieldSuggestion] = []
    for suggestion in cell.fromOwnPast() + cell.fromLibrary() {
      guard !found.contains(where: { $0.text == suggestion.text }) else { continue }
      found.append(suggestion)
      if found.count == Self.countMax { break }
    }
    return found
  }
}

/// One suggestion.
package struct FieldSuggestion: Sendable, Equatable {
  /// Where it comes from.
  package enum Source: Sendable, Hashable {
    case library
    /// A form of the unit.
    case own
  }

  /// What would stand in the field.
  package let text: String
  /// Why it fits, in one sentence or a few words: 去年同项目用过，实际 97%.
  package let reason: String
  package let source: Source
  /// What taking it writes: the field itself, and those beside it that belong to it and are blank.
  package let edits: [DraftEdit]
}

// The phrases and numbers of a bureau, read and changed.
import Ledger
import Model
import Opinions
package import Organisations
import Permissions
import Quantities
import Records
import Review
import Workflow

/// The places whose phrases somebody keeps.
package struct ListStylePlaces: Sendable {
  package init() {}

  /// - Throws: `.permission` for whoever keeps none anywhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Organisation] {
    try await office.read { records in
      try signedIn.demand(.keepPhrases)
      return try signedIn.places(for: .keepPhrases).compactMap { try records.owner(at: $0) }
    }
  }
}

/// Reads the phrases and the pattern of numbers of a place.
package struct ReadApprovalStyle: Sendable {
  package var organisation: OrganisationID

  package init(organisation: OrganisationID) { self.organisation = organisation }

  /// - Returns: the style, and the revision by which it is changed.
  /// - Throws: `.permission`, `.records(.notFound)` also for a place that lies elsewhere.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> (style: ApprovalStyle, revision: Int64) {
    try await office.read { records in
      let place = try records.organisation(organisation, for: .keepPhrases, by: signedIn).value
      return try records.approvalStyle(of: place.id)
    }
  }
}

/// Changes the phrases and the pattern of numbers of a place; numbers that were given stay as they are.
package struct ChangeApprovalStyle: Sendable {
  package var organisation: OrganisationID
  package var style: ApprovalStyle
  /// Of the style as it was read.
  package var revision: Int64

  package init(organisation: OrganisationID, style: ApprovalStyle, revision: Int64) {
    self.organisation = organisation
    self.style = style
    self.revision = revision
  }

  /// Characters of one phrase at most.
  package static let phraseCharactersMax = 200
  /// Phrases of one list at most.
  package static let phrasesMax = 60

  /// - Throws: `.permission`, `.records(.notFound)` also for a place that lies elsewhere, `.fields`,
  ///   `.records(.stale)`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let place = try records.organisation(organisation, for: .keepPhrases, by: signedIn).value
      let style = try tidied()
      try records.save(
        Setting(key: ApprovalStyle.key(of: place.id), value: style.text), expecting: revision)
      try records.append(
        signedIn.note(
          .phrasesChange, "approval-style/\(place.id)", at: moment,
          content: ContentHash(of: Array(style.text.utf8)), reason: style.numberPattern))
    }
  }

  /// Without blanks at the ends and empty phrases.
  private func tidied() throws(OfficeRefusal) -> ApprovalStyle {
    var faults: [FieldFault] = []
    var style = style
    style.numberPattern = style.numberPattern.trimmed
    if !style.numberPattern.isEmpty {
      do throws(ApprovalNumberPattern.Fault) { _ = try ApprovalNumberPattern(style.numberPattern) } catch {
        faults.append(FieldFault("number", error.sentence))
      }
    }
    func phrase(_ text: String, _ field: String) -> String {
      let text = text.trimmed
      if text.count > Self.phraseCharactersMax {
        faults.append(FieldFault(field, ApprovalWording.phraseTooLong(Self.phraseCharactersMax)))
      }
      return text
    }
    func list(_ texts: [String], _ field: String) -> [String] {
      let kept = texts.map { phrase($0, field) }.filter { !$0.isEmpty }
      if kept.count > Self.phrasesMax {
        faults.append(FieldFault(field, ApprovalWording.tooManyPhrases(Self.phrasesMax)))
      }
      return kept
    }
    for (grade, text) in style.phrases.openings {
      style.phrases.openings[grade] = phrase(text, grade.rawValue)
    }
    style.phrases.plainOpening = phrase(style.phrases.plainOpening, "plain")
    style.phrases.closing = phrase(style.phrases.closing, "closing")
    style.phrases.opinions = list(style.phrases.opinions, "opinions")
    style.phrases.reasons = list(style.phrases.reasons, "reasons")
    var clauses: [String: String] = [:]
    for (rule, text) in style.phrases.clauses {
      if RuleCatalogue.rule(rule) == nil {
        faults.append(FieldFault("clauses", ApprovalWording.unknownRule(rule)))
      }
      let text = phrase(text, "clauses")
      if !text.isEmpty { clauses[rule] = text }
    }
    style.phrases.clauses = clauses
    if !faults.isEmpty { throw .fields(faults) }
    return style
  }
}

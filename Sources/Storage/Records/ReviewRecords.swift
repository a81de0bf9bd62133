// What reviewers keep while they review: their papers, notes for each other, who is looking at a form.
package import Organisations
package import Quantities

/// The number of a note.
package typealias ReviewNoteID = Identifier<ReviewNote>

/// The paper of one side of the review on one version of a form: grades, the return slip while it is written,
/// what was seen and let be, the opinion before it is given.
package struct ReviewPaper: Sendable, Hashable {
  package let form: FormID
  /// The role whose paper it is, in the words of roles; those who hold it share the paper.
  package let side: String
  /// The version that is reviewed.
  package let version: Int
  /// Everything that it says, as JSON; the store does not read it.
  package var details: String
  /// Who wrote in it last.
  package var person: PersonID
  package var moment: Moment

  package init(
    form: FormID, side: String, version: Int, details: String, person: PersonID, moment: Moment
  ) {
    self.form = form
    self.side = side
    self.version = version
    self.details = details
    self.person = person
    self.moment = moment
  }

  /// How errors and the ledger name it.
  package static func subject(form: FormID, side: String, version: Int) -> String {
    "form/\(form)/version/\(version)/review/\(side)"
  }
}

/// A note about a form that reviewers leave for each other; it is never changed.
package struct ReviewNote: Sendable, Hashable {
  package let id: ReviewNoteID
  package let form: FormID
  package let person: PersonID
  package let moment: Moment
  package let words: String

  package init(id: ReviewNoteID, form: FormID, person: PersonID, moment: Moment, words: String) {
    self.id = id
    self.form = form
    self.person = person
    self.moment = moment
    self.words = words
  }
}

/// When somebody looked at a form last, so that two reviewers of one form see each other.
package struct FormGlance: Sendable, Hashable {
  package let form: FormID
  package let person: PersonID
  package let moment: Moment

  package init(form: FormID, person: PersonID, moment: Moment) {
    self.form = form
    self.person = person
    self.moment = moment
  }
}

/// Reads what reviewers keep.
package protocol ReviewView {
  /// Nil where nobody has written in it yet.
  func reviewPaper(
    of form: FormID, side: String, version: Int
  ) throws(RecordError) -> Stored<ReviewPaper>?

  /// All papers on a form, by version and side.
  func reviewPapers(of form: FormID) throws(RecordError) -> [Stored<ReviewPaper>]

  /// Notes on a form, the first first, at most `limit`.
  func reviewNotes(on form: FormID, limit: Int) throws(RecordError) -> [ReviewNote]

  /// Who has looked at a form since, the last first.
  func glances(at form: FormID, since moment: Moment) throws(RecordError) -> [FormGlance]
}

/// Changes what reviewers keep.
package protocol ReviewStore {
  /// - Parameter revision: 0 for a paper that nobody has written in yet.
  /// - Throws: `.stale`, `.unknownReference`, `.invalid` for a paper on no version.
  func save(_ paper: ReviewPaper, expecting revision: Int64) throws(RecordError)

  /// - Throws: `.invalid` for a note without a word, `.unknownReference`.
  func add(_ note: ReviewNote) throws(RecordError)

  /// Puts the moment in place of the one before.
  func save(_ glance: FormGlance) throws(RecordError)

  /// Forgets who looked at any form before.
  func removeGlances(before moment: Moment) throws(RecordError)
}

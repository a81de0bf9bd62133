// Reviewers among themselves: notes about a form, and who looks at it now.
import Ledger
package import Organisations
import Permissions
package import Quantities
package import Records
import Workflow

/// Leaves a note for the other reviewers of a form; its clerk never sees it.
package struct AddReviewNote: Sendable {
  package var form: FormID
  package var words: String

  package init(form: FormID, words: String) {
    self.form = form
    self.words = words
  }

  /// Characters of a note at most.
  package static let charactersMax = 2000
  static let notesMax = 200

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let said = words.trimmed
    try await office.change { records in
      let ground = try records.ground(form, for: .writeNotes, by: signedIn)
      try ground.part(for: .writeNotes, by: signedIn)
      if said.isEmpty { throw OfficeRefusal.fields([FieldFault("note", ReviewDeskWording.emptyNote)]) }
      if said.count > Self.charactersMax {
        throw OfficeRefusal.fields([FieldFault("note", ReviewDeskWording.tooLong(Self.charactersMax))])
      }
      let notes = try records.reviewNotes(on: form, limit: Self.notesMax)
      if notes.count == Self.notesMax {
        throw OfficeRefusal.fields([FieldFault("note", ReviewDeskWording.notesFull)])
      }
      // The second press of the same button.
      if let last = notes.last, last.person == signedIn.person.id, last.words == said { return }
      let note = ReviewNote(
        id: try records.nextNumber(), form: form, person: signedIn.person.id, moment: moment, words: said)
      try records.add(note)
      try records.append(
        signedIn.note(
          .reviewNote, "form/\(form)/note/\(note.id)", at: moment,
          content: ContentHash(of: Array(said.utf8))))
    }
  }
}

/// Another reviewer who looks at the form now.
package struct ReviewColleague: Sendable, Hashable {
  package let person: PersonID
  package let name: String
  /// When the page was last seen to be open.
  package let moment: Moment
}

/// Notes that somebody looks at a form, and tells who else does.
package struct NoteGlance: Sendable {
  package var form: FormID

  package init(form: FormID) { self.form = form }

  /// Seconds after which somebody who was not seen again has gone.
  package static let secondsMax = 180

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere.
  @discardableResult
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> [ReviewColleague] {
    let moment = office.now
    return try await office.change { records in
      let ground = try records.ground(form, for: .readNotes, by: signedIn)
      try ground.part(for: .readNotes, by: signedIn)
      let since = moment.advanced(bySeconds: -Self.secondsMax)
      try records.removeGlances(before: since)
      try records.save(FormGlance(form: form, person: signedIn.person.id, moment: moment))
      return try records.colleagues(at: form, besides: signedIn, since: since)
    }
  }
}

extension RecordView {
  /// Who else looks at a form.
  func colleagues(
    at form: FormID, besides signedIn: SignedIn, since moment: Moment
  ) throws(RecordError) -> [ReviewColleague] {
    try glances(at: form, since: moment).filter { $0.person != signedIn.person.id }
      .map { glance throws(RecordError) in
        ReviewColleague(
          person: glance.person, name: try person(glance.person).value.name, moment: glance.moment)
      }
  }
}

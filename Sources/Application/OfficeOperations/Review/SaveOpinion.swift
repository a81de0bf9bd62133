// The opinion of a review before it is given.
import Permissions
package import Records

/// Keeps the opinion while it is written.
package struct SaveOpinion: Sendable {
  package var form: FormID
  package var opinion: String

  package init(form: FormID, opinion: String) {
    self.form = form
    self.opinion = opinion
  }

  /// Characters of an opinion at most.
  package static let charactersMax = 2000

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let said = opinion.trimmed
    guard said.count <= Self.charactersMax else {
      throw .fields([FieldFault("opinion", ReviewDeskWording.tooLong(Self.charactersMax))])
    }
    try await office.change { records in
      try ReviewTaking(form: form, signedIn: signedIn, moment: moment).write(.gradeForms, in: records) {
        work, _ throws in
        work.opinion = said
      }
    }
  }
}

// A form opened for writing or reading.
package import Records

/// Reads a form with everything that is said about it.
package struct ReadForm: Sendable {
  package var form: FormID

  package init(form: FormID) { self.form = form }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> OpenedForm {
    throw .unforeseen
  }
}

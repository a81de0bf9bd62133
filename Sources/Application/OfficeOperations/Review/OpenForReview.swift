// A reviewer begins with a form.
import Ledger
import Permissions
package import Records
import Workflow

/// Begins the review of a form: from here on it cannot be withdrawn. Whatever else a reviewer does with a
/// form begins it as well.
package struct OpenForReview: Sendable {
  package var form: FormID
  /// As in `TakeStep`.
  package var length: Int

  package init(form: FormID, length: Int) {
    self.form = form
    self.length = length
  }

  /// - Throws: as `TakeStep`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> TakeStep.Taken {
    try await TakeStep(form: form, deed: .opening, length: length).run(in: office, by: signedIn)
  }
}

// Why an operation of the office did nothing.
package import Accounts
package import Permissions
package import Records
package import Rosters
package import Workflow

/// Why nothing was done. Nothing was changed, except where the store cannot tell (`.outcomeUnknown`).
package enum OfficeRefusal: Error, Sendable {
  /// The session is over, or was never there.
  case notSignedIn
  case permission(PermissionRefusal)
  case signIn(SignInRefusal)
  case password(PasswordChangeRefusal)
  case link(LinkRefusal)
  /// What was typed cannot be taken; each field with its reason.
  case fields([FieldFault])
  /// A table cannot be imported; each cell with its reason.
  case table(RosterRefusal)
  /// Since the dry run something changed that the import touches; it is to be looked at again.
  case previewOutdated
  /// The library that digests is not there; operators are told.
  case noDigest
  /// The step is not open now, or what it has to say is missing.
  case step(StepRefusal)
  /// The form cannot be submitted as it stands.
  case submission(SubmissionRefusal)
  /// The file cannot be kept or found.
  case attachment(AttachmentRefusal)
  case records(RecordError)
  /// Something that no rule foresees; operators are told.
  case unforeseen

  /// Unwraps what the work itself threw.
  init(_ error: RecordError) {
    guard case .refused(let inner) = error else {
      self = .records(error)
      return
    }
    self.init(inner)
  }

  init(_ error: any Error) {
    self =
      switch error {
      case let refusal as OfficeRefusal: refusal
      case let refusal as PermissionRefusal: .permission(refusal)
      case let refusal as SignInRefusal: .signIn(refusal)
      case let refusal as PasswordChangeRefusal: .password(refusal)
      case let refusal as LinkRefusal: .link(refusal)
      case let refusal as RosterRefusal: .table(refusal)
      case let refusal as StepRefusal: .step(refusal)
      case let refusal as SubmissionRefusal: .submission(refusal)
      case let refusal as AttachmentRefusal: .attachment(refusal)
      case let error as RecordError: .records(error)
      case is DigestFailure: .noDigest
      default: .unforeseen
      }
  }
}

/// What is wrong with one field of what somebody typed.
package struct FieldFault: Sendable, Hashable {
  /// The name of the field on page and in the API.
  package let field: String
  /// One sentence in Chinese: what is wrong and what to do.
  package let sentence: String

  package init(_ field: String, _ sentence: String) {
    self.field = field
    self.sentence = sentence
  }
}

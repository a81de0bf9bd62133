// Refusals of the office as answers: a status, a word for machines, words for people.
import Accounts
package import HTTP
package import OfficeOperations
import Permissions
import Records
import Workflow

extension OfficeRefusal: AnswerableError {
  /// What the answer says about itself.
  package var status: Status {
    switch self {
    case .notSignedIn: .unauthorized
    case .permission(.elsewhere): .notFound
    case .permission: .forbidden
    case .signIn(.locked), .signIn(.busy): .tooManyRequests
    case .signIn, .password, .link, .fields, .table: .badRequest
    case .previewOutdated: .conflict
    case .step(.notFromHere), .step(.conditionFails): .conflict
    case .step, .submission: .badRequest
    case .attachment(.noFolder): .unavailable
    case .attachment(.folder(let problem)): problem == .full ? Status(507) : .internalFailure
    case .attachment: .badRequest
    case .noDigest, .unforeseen: .internalFailure
    case .records(let error):
      switch error {
      case .notFound: .notFound
      case .alreadyExists, .stale, .fieldsChanged: .conflict
      case .unknownReference, .invalid: .badRequest
      case .busy, .unavailable, .outcomeUnknown, .readOnly: .unavailable
      case .full: Status(507)
      case .damaged, .refused: .internalFailure
      }
    }
  }

  /// The word for machines.
  package var code: String {
    switch self {
    case .notSignedIn: "sign-in-needed"
    case .permission(.elsewhere): "not-found"
    case .permission: "forbidden"
    case .signIn: "sign-in-refused"
    case .password: "password-refused"
    case .link: "link-refused"
    case .fields: "fields-refused"
    case .table: "table-refused"
    case .previewOutdated: "changed-meanwhile"
    case .step: "step-refused"
    case .submission: "submission-refused"
    case .attachment: "attachment-refused"
    case .noDigest, .unforeseen: "internal-failure"
    case .records(let error):
      switch error {
      case .notFound: "not-found"
      case .alreadyExists: "already-there"
      case .stale, .fieldsChanged: "changed-meanwhile"
      case .unknownReference, .invalid: "refused"
      case .busy, .unavailable, .outcomeUnknown, .readOnly: "unavailable"
      case .full: "not-stored"
      case .damaged, .refused: "internal-failure"
      }
    }
  }

  /// The words for people.
  package var wording: (title: String, advice: String) { OfficeRefusalWording.words(of: self) }
}

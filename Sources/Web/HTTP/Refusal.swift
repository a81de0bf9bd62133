// Why a request is not answered as it wished: each case knows its status, the words come from elsewhere.

/// An error that knows how to become an answer; every other error is a plain 500.
package protocol AnswerableError: Error {
  /// What stands in the status line.
  var status: Status { get }
  /// A stable word for machines, such as `not-found`.
  var code: String { get }
  /// For people: what is the matter, and what they can do.
  var wording: (title: String, advice: String) { get }
  /// Fields the answer needs besides, such as `Allow`.
  var headers: [(HeaderName, HeaderValue)] { get }
}

extension AnswerableError {
  /// Most answers need no further field.
  package var headers: [(HeaderName, HeaderValue)] { [] }
}

/// What this room refuses by itself.
package enum Refusal: AnswerableError, Equatable {
  /// The message contradicts itself, such as two lengths; the connection ends with the answer.
  case badMessage
  case badTarget
  case badForm(FormFault)
  case targetTooLong
  case notFound
  case methodNotAllowed([Method])
  case methodUnknown
  /// How many bytes would have been taken.
  case bodyTooLarge(bytesMax: Int)
  case unsupportedMediaType
  /// The request comes from a foreign page, or its token is missing or stale.
  case foreignOrigin
  case staleForm
  case signInNeeded
  case forbidden
  case tooManyRequests(seconds: Int)
  case tooSlow
  /// The work took longer than the server waits, or the server is about to stop.
  case unavailable
  /// The disk did not take what was sent.
  case notStored

  /// The status of each case.
  package var status: Status {
    switch self {
    case .badMessage, .badTarget, .badForm: .badRequest
    case .targetTooLong: .targetTooLong
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .methodUnknown: .notImplemented
    case .bodyTooLarge: .contentTooLarge
    case .unsupportedMediaType: .unsupportedMediaType
    case .foreignOrigin, .staleForm, .forbidden: .forbidden
    case .signInNeeded: .unauthorized
    case .tooManyRequests: .tooManyRequests
    case .tooSlow: .requestTimeout
    case .unavailable: .unavailable
    case .notStored: Status(507)
    }
  }

  /// The word of each case.
  package var code: String {
    switch self {
    case .badMessage: "bad-message"
    case .badTarget: "bad-target"
    case .badForm: "bad-form"
    case .targetTooLong: "target-too-long"
    case .notFound: "not-found"
    case .methodNotAllowed: "method-not-allowed"
    case .methodUnknown: "method-unknown"
    case .bodyTooLarge: "body-too-large"
    case .unsupportedMediaType: "unsupported-media-type"
    case .foreignOrigin: "foreign-origin"
    case .staleForm: "stale-form"
    case .signInNeeded: "sign-in-needed"
    case .forbidden: "forbidden"
    case .tooManyRequests: "too-many-requests"
    case .tooSlow: "too-slow"
    case .unavailable: "unavailable"
    case .notStored: "not-stored"
    }
  }

  /// What some cases need besides.
  package var headers: [(HeaderName, HeaderValue)] {
    switch self {
    case .methodNotAllowed(let methods):
      [(.allow, HeaderValue(sound: methods.map(\.rawValue).joined(separator: ", ")))]
    case .tooManyRequests(let seconds): [(.retryAfter, HeaderValue(seconds))]
    case .unavailable: [(.retryAfter, "5")]
    case .badMessage, .tooSlow: [(.connection, "close")]
    default: []
    }
  }
}

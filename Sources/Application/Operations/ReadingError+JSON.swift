// Reading errors as machines see them: a stable word, and what belongs to it.
import DocumentReading
import JSONText
package import Tables

extension ReadingError {
  /// The stable word for machines, such as `unknown-format`.
  package var code: String {
    switch self {
    case .empty: "empty"
    case .damaged: "damaged"
    case .encrypted: "encrypted"
    case .unsupported: "unsupported"
    case .missingTool: "missing-tool"
    case .unknownFormat: "unknown-format"
    case .limit: "limit"
    case .refused: "refused"
    case .timeout: "timeout"
    case .crashed: "crashed"
    case .memory: "memory"
    case .noReader: "no-reader"
    }
  }

  /// The members beside code and message: `detail` (English, for operators), `format`, `limit` and `value`,
  /// `seconds`.
  func writeDetails(to json: inout JSONWriter) {
    switch self {
    case .empty, .encrypted, .unknownFormat, .crashed, .memory: break
    case .damaged(let detail), .refused(let detail), .noReader(let detail): json.member("detail", detail)
    case .unsupported(let name), .missingTool(let name): json.member("format", name)
    case .limit(let limit, let value):
      json.member("limit", limit.rawValue)
      json.member("value", value)
    case .timeout(let seconds): json.member("seconds", seconds)
    }
  }

  /// The member `error` of an answer: code, message and details.
  func writeMember(to json: inout JSONWriter) {
    json.member(
      "error",
      object: { json in
        json.member("code", code)
        json.member("message", ReadingWording.sentence(for: self))
        writeDetails(to: &json)
      })
  }

  /// Reads `{"code",…}` back; nil for an unknown code and for missing members.
  init?(_ json: JSONValue) {
    switch json["code"]?.text {
    case "empty": self = .empty
    case "encrypted": self = .encrypted
    case "unknown-format": self = .unknownFormat
    case "crashed": self = .crashed
    case "memory": self = .memory
    case "damaged": self = .damaged(detail: json["detail"]?.text ?? "")
    case "refused": self = .refused(detail: json["detail"]?.text ?? "")
    case "no-reader": self = .noReader(detail: json["detail"]?.text ?? "")
    case "unsupported":
      guard let name = json["format"]?.text else { return nil }
      self = .unsupported(formatName: name)
    case "missing-tool":
      guard let name = json["format"]?.text else { return nil }
      self = .missingTool(formatName: name)
    case "limit":
      guard let limit = json["limit"]?.text.flatMap({ Limit(rawValue: $0) }), let value = json["value"]?.whole
      else { return nil }
      self = .limit(name: limit, value: value)
    case "timeout":
      guard let seconds = json["seconds"]?.whole else { return nil }
      self = .timeout(seconds: seconds)
    default: return nil
    }
  }
}

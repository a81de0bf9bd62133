// Writes an import result as JSON, version 1 of the record format.
import DocumentReading
package import JSONText
import Recognition
import Tables

extension ImportedDocument {
  /// `{"source":{"file","sha256","format"},"forms":[…],"findings":[…]}`.
  ///
  /// A file that could not be read has `"error":{"code","message"}` after its source, and empty lists, so
  /// that every line of a long output has the same members.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("source")
      source.write(to: &json)
      switch outcome {
      case .read(let result): result.writeMembers(to: &json)
      case .unreadable(let error):
        json.key("error")
        json.object { json in
          json.member("code", error.code)
          json.member("message", ReadingWording.sentence(for: error))
        }
        RecognitionResult(forms: [], findings: []).writeMembers(to: &json)
      }
    }
  }
}

extension ImportedDocument.Source {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("file", file)
      json.member("sha256", fingerprint?.description)
      json.member("format", format?.rawValue)
    }
  }
}

extension ReadingError {
  /// The stable word for machines.
  var code: String {
    switch self {
    case .empty: "empty"
    case .damaged: "damaged"
    case .encrypted: "encrypted"
    case .unsupported: "unsupported"
    case .missingTool: "missing-tool"
    case .unknownFormat: "unknown-format"
    case .limit: "limit"
    case .refused: "refused"
    }
  }
}

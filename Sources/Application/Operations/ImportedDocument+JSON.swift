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
          error.writeDetails(to: &json)
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

// The tables of a file, or why there are none, as the reading process says it.
import DocumentReading
import IsolatedReading
package import JSONText
package import Tables

/// The answer to the question for tables: `{"document":{…}}` or `{"error":{"code","message",…}}`.
package enum TableAnswer {
  /// Writes what came of reading.
  package static func write(_ outcome: Result<Document, ReadingError>, to json: inout JSONWriter) {
    json.object { json in
      switch outcome {
      case .success(let document):
        json.key("document")
        document.write(to: &json)
      case .failure(let error): error.writeMember(to: &json)
      }
    }
  }

  /// Reads it back; nil for anything else.
  package static func read(_ json: JSONValue) -> Result<Document, ReadingError>? {
    if let stated = json["error"] { return ReadingError(stated).map { .failure($0) } }
    return json["document"].flatMap { Document($0) }.map { .success($0) }
  }
}

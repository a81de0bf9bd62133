// Reads an import result from JSON, version 1 of the record format.
package import JSONText
import Recognition
import Tables

extension ImportedDocument {
  /// Reads what `write(to:)` wrote; nil where anything is missing or of another type.
  ///
  /// - Parameters:
  ///   - file, fingerprint: what the caller knows of the file; the result is not asked for them, because it
  ///     may come from a process that a hostile file has taken over.
  package init?(_ json: JSONValue, file: String, fingerprint: FileFingerprint?) {
    guard let stated = json["source"], stated.members != nil else { return nil }
    var source = Source(file: file, fingerprint: fingerprint, format: nil)
    if let name = stated["format"], name != .null {
      guard let format = name.text.flatMap({ DocumentFormat(rawValue: $0) }) else { return nil }
      source.format = format
    }
    if let stated = json["error"] {
      guard let error = ReadingError(stated) else { return nil }
      self.init(source: source, outcome: .unreadable(error))
    } else {
      guard let result = RecognitionResult(json) else { return nil }
      self.init(source: source, outcome: .read(result))
    }
  }
}

// Reads a file's bytes into records: the one path that the command line, and later pages and interfaces,
// take.
import DocumentReading
import Recognition
package import Tables

/// Turns the bytes of a file into an import result: format by content, document by its reader, forms by
/// recognition.
///
/// The same bytes give the same result, whatever the file is called and whoever asks.
package struct ImportDocument: Sendable {
  private let reader: DocumentReader
  private let recognizer = Recognizer()

  /// - Parameter limits: what one file may cost; see `ReadingLimits`.
  package init(limits: ReadingLimits = .init()) {
    reader = DocumentReader(limits: limits)
  }

  /// - Parameters:
  ///   - file: the name for the result's `source`; it decides nothing.
  ///   - bytes: the whole file.
  package func run(file: String, bytes: [UInt8]) -> ImportedDocument {
    var source = ImportedDocument.Source(file: file, fingerprint: FileFingerprint(of: bytes), format: nil)
    do throws(ReadingError) {
      let document = try reader.read(bytes)
      source.format = document.format
      return ImportedDocument(source: source, outcome: .read(recognizer.recognize(document)))
    } catch {
      return ImportedDocument(source: source, outcome: .unreadable(error))
    }
  }
}

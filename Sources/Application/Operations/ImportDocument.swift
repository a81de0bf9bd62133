// Reads a file's bytes into records: the one path that the command line, and later pages and interfaces,
// take.
package import DocumentReading
package import IsolatedReading
import Recognition
package import Tables

/// Turns the bytes of a file into an import result: format by content, document by its reader, forms by
/// recognition.
///
/// The same bytes give the same result, whatever the file is called, whoever asks, and wherever it is read.
package struct ImportDocument: Sendable {
  /// Where files are read.
  package enum Isolation: Sendable {
    /// In this process, as the reading process itself does.
    case inProcess
    /// Formats that need it (`FileFormat.needsIsolation`) in the pool's processes, the others here.
    case foreignFormats(in: ReaderPool)
    /// Every file in the pool's processes.
    case everything(in: ReaderPool)
  }

  private let limits: ReadingLimits
  let reader: DocumentReader
  private let options: ReadingOptions
  private let isolation: Isolation
  private let recognizer = Recognizer()

  /// - Parameters:
  ///   - limits: what one file may cost; see `ReadingLimits`.
  ///   - foreignReaders: readers of this process, for formats that have none here.
  package init(
    limits: ReadingLimits = .init(), foreignReaders: [any ForeignReader] = [],
    options: ReadingOptions = .init(),
    isolation: Isolation = .inProcess
  ) {
    self.limits = limits
    reader = DocumentReader(limits: limits, foreignReaders: foreignReaders)
    self.options = options
    self.isolation = isolation
  }

  /// Blocks while another process reads: call it on a thread of your own.
  ///
  /// - Parameters:
  ///   - file: the name for the result's `source`; it decides nothing.
  ///   - bytes: the whole file.
  ///   - fingerprint: of these bytes, where the caller has it already.
  package func run(
    file: String, bytes: [UInt8], fingerprint: FileFingerprint? = nil
  ) -> ImportedDocument {
    let fingerprint = fingerprint ?? FileFingerprint(of: bytes)
    var source = ImportedDocument.Source(file: file, fingerprint: fingerprint, format: nil)
    do throws(ReadingError) {
      if let pool = pool(for: bytes) {
        guard bytes.count <= limits.fileBytesMax else {
          throw .limit(name: .fileBytes, value: limits.fileBytesMax)
        }
        return try pool.read(bytes, options: options) {
          ImportedDocument($0, file: file, fingerprint: fingerprint)
        }
      }
      let document = try reader.read(bytes, options: options)
      source.format = document.format
      return ImportedDocument(source: source, outcome: .read(recognizer.recognize(document)))
    } catch {
      return ImportedDocument(source: source, outcome: .unreadable(error))
    }
  }

  private func pool(for bytes: [UInt8]) -> ReaderPool? {
    switch isolation {
    case .inProcess: nil
    case .foreignFormats(let pool): FileFormat(of: bytes).needsIsolation ? pool : nil
    case .everything(let pool): pool
    }
  }
}

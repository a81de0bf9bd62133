// One file of an import, on the thread that reads it: kept, read, or known to be a duplicate.
import DocumentReading
import Findings
import JSONText
import Model
import Operations
import Recognition
import Synchronization
import Tables

/// What one file became.
struct FileProduct: Sendable {
  /// Nil where the file is not there, and where another with its content comes before it.
  var document: ImportedDocument?
  var fingerprint: FileFingerprint?
  /// Finished bytes for the standard output; nil for a text too long to be held, which is written piece by
  /// piece when its turn comes.
  var output: [UInt8]? = []
  /// The line for the journal; empty where there is none to write.
  var stateLine: [UInt8] = []
  /// True where the result is from a run before.
  var isKept = false
}

/// Which file is the first with a content, among those that threads have come to.
final class ContentClaims: Sendable {
  private let first = Mutex<[FileFingerprint: Int]>([:])

  /// True for the first file that comes, and for one that stands before all others that came.
  func claim(_ fingerprint: FileFingerprint, index: Int) -> Bool {
    first.withLock { first in
      if let other = first[fingerprint], other < index { return false }
      first[fingerprint] = index
      return true
    }
  }
}

/// Reads files and makes their finished output; all of it happens on the threads of the work.
struct FileImport: Sendable {
  let output: ImportRequest.Output
  let input: ByteSource
  let report: RecordReport
  let limits = ReadingLimits()
  let importing: ImportDocument
  let state: ImportState?
  /// Nil where files with the same content are read each.
  let claims: ContentClaims?

  func product(of file: InputFile, index: Int) -> FileProduct {
    let stamp = file.isStandardInput || state == nil ? nil : ImportState.Stamp(file.place)
    if let state, let stamp, let entry = state.entry(of: file.path, stamp) {
      if claims?.claim(entry.fingerprint, index: index) == false {
        return FileProduct(fingerprint: entry.fingerprint)
      }
      if let document = state.result(of: entry, path: file.path) {
        return FileProduct(
          document: document, fingerprint: entry.fingerprint, output: written(document), isKept: true)
      }
    }
    switch FileBytes.read(file, from: input, bytesMax: limits.fileBytesMax) {
    case .failed: return FileProduct()
    case .tooLarge(let limit):
      let document = ImportedDocument(
        source: .init(file: file.path, fingerprint: nil, format: nil),
        outcome: .unreadable(.limit(name: .fileBytes, value: limit)))
      return FileProduct(document: document, output: written(document))
    case .bytes(let bytes): return product(of: file, bytes, stamp: stamp, index: index)
    }
  }

  private func product(
    of file: InputFile, _ bytes: [UInt8], stamp: ImportState.Stamp?, index: Int
  ) -> FileProduct {
    let fingerprint = FileFingerprint(of: bytes)
    if let fingerprint, claims?.claim(fingerprint, index: index) == false {
      return FileProduct(fingerprint: fingerprint, stateLine: line(file, stamp, fingerprint, result: nil))
    }
    let document = importing.run(file: file.path, bytes: bytes, fingerprint: fingerprint)
    var product = FileProduct(document: document, fingerprint: fingerprint, output: written(document))
    if let fingerprint, document.isWorthKeeping {
      product.stateLine = line(file, stamp, fingerprint, result: document)
    }
    return product
  }

  private func line(
    _ file: InputFile, _ stamp: ImportState.Stamp?, _ fingerprint: FileFingerprint, result: ImportedDocument?
  ) -> [UInt8] {
    guard let state, let stamp else { return [] }
    return state.line(path: file.path, stamp: stamp, fingerprint: fingerprint, result: result)
  }

  /// The result of a file whose content an earlier one has.
  static func duplicate(
    _ file: InputFile, of first: (path: String, format: DocumentFormat?), fingerprint: FileFingerprint
  ) -> ImportedDocument {
    ImportedDocument(
      source: .init(file: file.path, fingerprint: fingerprint, format: first.format),
      outcome: .read(RecognitionResult(forms: [], findings: [ImportWording.duplicate(of: first.path)])))
  }

  /// Documents with more indicators than this are not held as text.
  private static let indicatorsHeldMax = 2_000

  func written(_ document: ImportedDocument) -> [UInt8]? {
    if output == .report { return Array(report.text(of: document).utf8) }
    if case .read(let result) = document.outcome,
      result.forms.reduce(0, { $0 + $1.form.indicators.count }) > Self.indicatorsHeldMax
    {
      return nil
    }
    var json = JSONWriter(indent: indent, reserving: 1 << 14)
    document.write(to: &json)
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// Writes a document's JSON as it is made.
  func write(_ document: ImportedDocument, to sink: ByteSink) -> Bool {
    var json = JSONWriter(indent: indent) { sink.write($0) }
    document.write(to: &json)
    return json.finish()
  }

  /// One result is written for people too, a line a file for machines only.
  private var indent: Int? { output == .json ? 2 : nil }
}

extension ImportedDocument {
  /// What failed because of this machine and not because of the file is tried again.
  fileprivate var isWorthKeeping: Bool {
    if case .unreadable(.noReader) = outcome { return false }
    return true
  }
}

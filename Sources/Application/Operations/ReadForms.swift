// Reads the forms of a file: a document, which is imported, or records in JSON.
package import Model
import Recognition
package import Tables

/// What a file holds.
package enum FormsOfFile: Sendable {
  /// In the order of the file; empty for a document without a form.
  case forms([Form])
  case unreadable(ReadingError)
  /// A text in JSON that holds no records.
  case noRecord(RecordFileFailure)
}

/// Reads forms wherever they stand; every operation that takes both documents and records begins so.
package struct ReadForms: Sendable {
  private let importing: ImportDocument

  /// - Parameter isolation: where documents are read; records are read here.
  package init(limits: ReadingLimits = .init(), isolation: ImportDocument.Isolation = .inProcess) {
    importing = ImportDocument(limits: limits, isolation: isolation)
  }

  /// - Parameters:
  ///   - file: the name for messages; it decides nothing.
  ///   - bytes: the whole file.
  package func run(file: String, bytes: [UInt8]) -> FormsOfFile {
    if RecordFile.looksLikeOne(bytes) {
      do throws(RecordFileFailure) {
        return .forms(try RecordFile.read(bytes).map(\.form))
      } catch {
        return .noRecord(error)
      }
    }
    return switch importing.run(file: file, bytes: bytes).outcome {
    case .unreadable(let error): .unreadable(error)
    case .read(let result): .forms(result.forms.map(\.form))
    }
  }
}

// The formats that are measured, each with its reader.
import PlainText
import Spreadsheets
import WebPages
import WordDocuments

/// A format with a reader.
enum BenchFormat: String, CaseIterable {
  case docx, xlsx, html, text

  /// The ending of its files' names.
  var ending: String { self == .text ? "txt" : rawValue }

  /// Reads a file and forgets it.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .docx: _ = try? WordDocumentReader().read(bytes)
    case .xlsx: _ = try? SpreadsheetReader().read(bytes)
    case .html: _ = try? WebPageReader().read(bytes)
    case .text: _ = try? PlainTextReader().read(bytes)
    }
  }
}

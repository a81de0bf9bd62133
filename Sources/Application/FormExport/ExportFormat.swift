// The formats in which records go out.

/// A format; raw values are the names that the command line takes, and the endings of files.
package enum ExportFormat: String, Sendable, CaseIterable {
  case html, docx, xlsx, pdf, json, csv

  /// True where the file shows an official form; the others hold the bare record.
  package var showsForm: Bool {
    switch self {
    case .html, .docx, .xlsx, .pdf: true
    case .json, .csv: false
    }
  }
}

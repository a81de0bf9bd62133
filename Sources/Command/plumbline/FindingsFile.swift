// All findings of an import as a table for Excel and WPS (RFC 4180).
import DocumentReading
import Findings
import Glibc
import Model
import Operations
import Recognition
import Tables

/// Writes row after row into a file; nothing is kept in memory.
///
/// UTF-8 with a byte order mark, without which Excel takes the Chinese for another encoding. A cell that
/// Excel would run as a formula gets an apostrophe before it.
final class FindingsFile {
  private let descriptor: Int32
  private(set) var isIntact = true

  /// - Returns: nil when the file cannot be written.
  init?(path: String) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    write([0xEF, 0xBB, 0xBF] + TableLine.bytes(ImportWording.findingsHead))
  }

  deinit { close(descriptor) }

  /// A row for each finding, or one for a file that could not be read.
  func add(_ document: ImportedDocument) {
    let file = document.source.file
    switch document.outcome {
    case .read(let result):
      let rows = result.findings.flatMap { finding -> [UInt8] in
        let form = finding.form.flatMap { result.forms.indices.contains($0) ? result.forms[$0].form : nil }
        return TableLine.bytes(Self.cells(of: finding, in: file, title: form?.title))
      }
      if !rows.isEmpty { write(rows) }
    case .unreadable(let error):
      let finding = Finding(
        rule: error.code, severity: .error, message: ReadingWording.sentence(for: error))
      write(TableLine.bytes(Self.cells(of: finding, in: file, title: nil)))
    }
  }

  private static func cells(of finding: Finding, in file: String, title: String?) -> [String] {
    let place = finding.place
    let numbers = [place?.table, place?.row, place?.column, place?.line].map { $0.map { "\($0)" } ?? "" }
    let head = [
      file, finding.form.map { "\($0 + 1)" } ?? "", title ?? "", finding.rule,
      ImportWording.severity(finding.severity), finding.field ?? "", place?.page.map { "\($0)" } ?? "",
      place?.sheet ?? "",
    ]
    return head + numbers + [finding.message]
  }

  private func write(_ bytes: [UInt8]) {
    isIntact = ByteSink(descriptor: descriptor).write(bytes) && isIntact
  }
}

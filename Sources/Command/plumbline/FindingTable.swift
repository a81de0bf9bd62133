// Findings as comma-separated values for spreadsheets (RFC 4180, UTF-8 with a mark).
import Findings
import Operations
import Review

/// A table with one line a finding.
enum FindingTable {
  /// A byte order mark, without which spreadsheets take the text for another encoding, and the head.
  static let head = "\u{FEFF}" + line(CheckWording.tableHead)

  static func lines(of document: CheckedDocument) -> String {
    var text = ""
    for (index, reviewed) in document.reviewed.enumerated() {
      for finding in reviewed.review.findings {
        text += line([
          document.file, "\(index + 1)", CheckWording.name(of: reviewed.form), finding.rule,
          CheckWording.severity(finding.severity ?? .info),
          CheckWording.cells(finding.fields, in: reviewed.form), finding.fields.joined(separator: " "),
          finding.message, finding.proposal?.text ?? "",
        ])
      }
    }
    return text
  }

  static func line(_ cells: [String]) -> String { String(decoding: TableLine.bytes(cells), as: UTF8.self) }
}

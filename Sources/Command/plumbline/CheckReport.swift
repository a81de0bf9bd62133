// A review as text for people: form by form, finding by finding, the sums that hold, a sum by rule.
import Findings
import Model
import Operations
import Review

/// Draws reviews for a terminal of a given width.
struct CheckReport: Sendable {
  var columns: Int
  var isColoured: Bool
  /// The least that is shown.
  var severity: Severity

  /// The finished lines of one file; empty for a file that could not be read.
  func text(of document: CheckedDocument) -> String {
    guard case .reviewed(let forms) = document.outcome else { return "" }
    let file = document.file == "-" ? ImportWording.standardInput : document.file
    var lines = [coloured(DisplayText.harmless(file), "1")]
    if forms.isEmpty { lines.append("  \(ImportWording.noForm)") }
    for (index, form) in forms.enumerated() {
      lines += [""] + self.lines(of: form, number: index + 1, of: forms.count)
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func lines(of reviewed: ReviewedForm, number: Int, of count: Int) -> [String] {
    let name = DisplayText.harmless(CheckWording.name(of: reviewed.form))
    let kind = RecordWording.kind(reviewed.form.kind)
    var lines = ["  " + coloured(count > 1 ? "\(number). \(name)" : name, "1") + "  [\(kind)]"]
    if reviewed.review.findings.isEmpty { lines.append("    " + CheckWording.nothing(atLeast: severity)) }
    for finding in reviewed.review.findings { lines += self.lines(of: finding, in: reviewed) }
    for sum in reviewed.review.sums {
      lines += wrapped("✓ \(sum.message)", indent: 4).map { coloured($0, "32") }
    }
    if let sheet = reviewed.sheet { lines += wrapped(sheet.summary, indent: 4).map { coloured($0, "2") } }
    return lines
  }

  private func lines(of finding: ReviewFinding, in reviewed: ReviewedForm) -> [String] {
    let severity = finding.severity ?? .info
    let mark = coloured(CheckWording.severity(severity), shade(of: severity))
    let cells = CheckWording.cells(finding.fields, in: reviewed.form)
    let place =
      finding.fields.first.flatMap { reviewed.places[$0] }.map { "（\(ImportWording.place($0))）" } ?? ""
    var lines = ["    \(mark) \(finding.rule)  \(DisplayText.harmless(cells + place))"]
    lines += wrapped(finding.message, indent: 8)
    if let proposal = finding.proposal {
      for line in proposal.text.split(separator: "\n") { lines += wrapped("→ \(line)", indent: 8) }
    }
    return lines
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    DisplayText.wrapped(DisplayText.harmless(text), columns: columns - indent)
      .map { String(repeating: " ", count: indent) + $0 }
  }

  private func coloured(_ text: String, _ shade: String) -> String {
    Self.coloured(text, shade, isColoured)
  }

  private static func coloured(_ text: String, _ shade: String, _ isColoured: Bool) -> String {
    isColoured ? "\u{1B}[\(shade)m\(text)\u{1B}[0m" : text
  }

  private func shade(of severity: Severity) -> String {
    switch severity {
    case .error: "31"
    case .warning: "33"
    case .info: "2"
    }
  }

  /// The closing lines over all files: what there was, then each rule with its count.
  static func closing(_ sum: CheckSum, isColoured: Bool) -> String {
    var lines = [coloured(CheckWording.sum(sum), "1", isColoured)]
    if let sentence = sum.unchecked.sentence { lines.append(coloured(sentence, "2", isColoured)) }
    for (code, count) in sum.byRule.sorted(by: { $0.key < $1.key }) {
      let title = RuleCatalogue.rule(code)?.title ?? ""
      lines.append(
        "  \(code)  \(String(repeating: " ", count: max(0, 4 - String(count).count)))\(count)  \(title)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

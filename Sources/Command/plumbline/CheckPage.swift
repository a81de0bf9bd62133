// The reviewer's report as one HTML file: a page for each form, to be read, printed and sent on.
import Findings
import Glibc
import Model
import Operations
import Quantities
import Review

/// Writes form after form into a file; nothing is kept in memory.
///
/// The file needs nothing else: no script, no font, no picture from outside. Everything out of a document
/// is escaped.
final class CheckPage {
  private let descriptor: Int32
  private(set) var isIntact = true

  /// - Returns: nil when the file cannot be written.
  init?(path: String) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    write(Self.head)
  }

  deinit { close(descriptor) }

  /// The forms of one file, or the sentence why it could not be read.
  func add(_ document: CheckedDocument, failure: String?) {
    var text = ""
    if let failure { text += "<p class=\"failure\">\(Self.escaped(failure))</p>\n" }
    for form in document.reviewed { text += Self.article(form, file: document.file) }
    write(text)
  }

  /// The end of the page, with the sum over all files.
  func finish(_ sum: CheckSum) {
    write(
      "<footer>\(Self.escaped(CheckWording.sum(sum)))\(Self.escaped(sum.unchecked.sentence ?? ""))"
        + "\(CheckPageWording.note)</footer>\n</body>\n</html>\n")
  }

  private func write(_ text: String) {
    isIntact = ByteSink(descriptor: descriptor).write(Array(text.utf8)) && isIntact
  }

  // MARK: Parts

  private static var head: String {
    """
    <!doctype html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(CheckPageWording.title)</title>
    <style>
    \(CheckPageStyle.text)
    </style>
    </head>
    <body>

    """
  }

  private static func article(_ reviewed: ReviewedForm, file: String) -> String {
    let findings = reviewed.review.findings
    let told = findings.filter { $0.severity != .info }
    let hints = findings.filter { $0.severity == .info || $0.severity == nil }
    var text = "<article>\n<header>\n<h1>\(escaped(CheckWording.name(of: reviewed.form)))</h1>\n"
    text += "<p class=\"facts\">\(escaped(CheckPageWording.facts(of: reviewed.form)))</p>\n"
    text += "<p class=\"tally\">\(tally(findings, sums: reviewed.review.sums.count))"
    text +=
      "<span class=\"file\">\(escaped(lastPart(of: file)))</span></p>\n</header>\n"
    text += "<div class=\"columns\">\n<section>\n"
    text += "<h2>\(CheckPageWording.findings)</h2>\n"
    if findings.isEmpty { text += "<p class=\"none\">\(CheckPageWording.nothing)</p>\n" }
    text += list(told, from: 1, in: reviewed)
    if !hints.isEmpty {
      text += "<details><summary>\(CheckPageWording.hints(hints.count))</summary>\n"
      text += list(hints, from: told.count + 1, in: reviewed) + "</details>\n"
    }
    for sum in reviewed.review.sums {
      text += "<div class=\"sound\">\(sumRow(sum.terms))<p>✓ \(escaped(sum.message))</p></div>\n"
    }
    text += "</section>\n"
    if let sheet = reviewed.sheet { text += aside(sheet) }
    return text + "</div>\n</article>\n"
  }

  /// The name of a file without its folders.
  private static func lastPart(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  private static func tally(_ findings: [ReviewFinding], sums: Int) -> String {
    let marks = [Severity.error, .warning, .info].compactMap { severity -> String? in
      let count = findings.count { ($0.severity ?? .info) == severity }
      return count == 0 ? nil : mark(severity, "\(CheckPageWording.severity(severity)) \(count)")
    }
    let sound = sums == 0 ? "" : "<span class=\"mark ok\">✓ \(CheckPageWording.sound) \(sums)</span>"
    return marks.joined() + sound
  }

  private static func mark(_ severity: Severity, _ text: String) -> String {
    let sign =
      switch severity {
      case .error: "■"
      case .warning: "▲"
      case .info: "○"
      }
    return "<span class=\"mark \(severity.rawValue)\">\(sign) \(text)</span>"
  }

  private static func list(_ findings: [ReviewFinding], from first: Int, in reviewed: ReviewedForm) -> String
  {
    guard !findings.isEmpty else { return "" }
    return "<ol start=\"\(first)\">\n" + findings.map { item($0, in: reviewed) }.joined() + "</ol>\n"
  }

  private static func item(_ finding: ReviewFinding, in reviewed: ReviewedForm) -> String {
    let severity = finding.severity ?? .info
    let place =
      finding.fields.first.flatMap { reviewed.places[$0] }.map { "（\(ImportWording.place($0))）" } ?? ""
    let rule = RuleCatalogue.rule(finding.rule)
    var text = "<li class=\"\(severity.rawValue)\">\n<p class=\"where\">"
    text += mark(severity, CheckPageWording.severity(severity))
    text +=
      escaped(CheckWording.cells(finding.fields, in: reviewed.form))
      + "<small>\(escaped(place))</small></p>\n"
    text += "<p>\(lines(finding.message))</p>\n"
    // Sums belong to the money and to scores; elsewhere numbers are in the sentence.
    if finding.terms.count > 1, finding.rule.first == "A" || finding.rule.first == "E" {
      text += sumRow(finding.terms)
    }
    if let proposal = finding.proposal { text += "<p class=\"proposal\">→ \(lines(proposal.text))</p>\n" }
    text +=
      "<p class=\"rule\">\(finding.rule) \(escaped(rule?.title ?? ""))，\(escaped(rule?.source ?? ""))</p>\n"
    return text + "</li>\n"
  }

  /// Numbers with what each is below it; more than six would not fit on a line.
  private static func sumRow(_ terms: [ReviewTerm]) -> String {
    guard terms.count <= 6 else { return "" }
    let cells = terms.map { term in
      let unit = term.unit.map { " \(escaped($0))" } ?? ""
      return
        "<div><b>\(CheckPageWording.grouped(term.number))\(unit)</b>"
        + "<small>\(escaped(term.label))</small></div>"
    }
    return "<div class=\"sum\">\(cells.joined())</div>\n"
  }

  private static func aside(_ sheet: ReviewSheet) -> String {
    var text = "<aside>\n<h2>\(CheckPageWording.sheet)</h2>\n<table>\n"
    for line in sheet.lines {
      let losses = line.losses.map { "\($0.rule) −\($0.points)" }.joined(separator: "，")
      text += "<tr><th>\(line.point.label)<small>\(losses)</small></th>"
      text += "<td>\(line.points)<small> / \(line.point.most)</small></td><td>\(line.grade.label)</td></tr>\n"
    }
    text +=
      "<tr class=\"total\"><th>\(CheckPageWording.total)</th><td>\(sheet.total)<small> / 100</small></td>"
    return text
      + "<td>\(sheet.grade.label)</td></tr>\n</table>\n"
      + "<p class=\"hint\">\(sheet.capNote ?? "")\(CheckPageWording.sheetNote)</p>\n</aside>\n"
  }

  // MARK: Text

  /// Text of a document as text of a page, whatever it holds.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in DisplayText.harmless(text).unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n").map { escaped(String($0)) }.joined(separator: "<br>")
  }
}

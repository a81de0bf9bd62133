// An import result as aligned text for people: records with confidence, then what is doubtful and where.
import Findings
import Model
import Operations
import Quantities
import Recognition

/// Draws results for a terminal of a given width.
struct RecordReport: Sendable {
  var columns: Int
  var isColoured: Bool

  /// Fields surer than this are not coloured.
  private static let sureFrom = 90
  /// Below this a field has a finding of its own.
  private static let doubtfulBelow = 75

  /// The finished lines of one file, each ended by a line feed; empty for a file that could not be read.
  func text(of document: ImportedDocument) -> String {
    guard case .read(let result) = document.outcome else { return "" }
    let file = document.source.file == "-" ? ImportWording.standardInput : document.source.file
    var lines = [
      coloured("\(DisplayText.harmless(file))（\(ImportWording.format(document.source.format))）", .bold)
    ]
    let isDuplicate = result.findings.contains { $0.rule == "R13" }
    if result.forms.isEmpty, !isDuplicate { lines.append("  \(ImportWording.noForm)") }
    for (index, form) in result.forms.enumerated() {
      lines += [""] + self.lines(of: form, number: index + 1, of: result.forms.count)
    }
    lines += [""] + self.lines(of: result.findings, formCount: result.forms.count)
    return lines.joined(separator: "\n") + "\n\n"
  }

  // MARK: Records

  private func lines(of recognized: RecognizedForm, number: Int, of count: Int) -> [String] {
    let form = recognized.form
    let title = DisplayText.harmless(form.title ?? ImportWording.untitled)
    let kind = RecordWording.kind(form.kind)
    let head = "  " + coloured(count > 1 ? "\(number). \(title)" : title, .bold) + "  [\(kind)]"
    var outline = AlignedTable()
    outline.linesMax = 3
    let own = recognized.ownFields.map { ($0.path, $0.confidence) }
    let confidence = Dictionary(own) { first, _ in first }
    for row in RecordOutline(form).rows {
      outline.add([row.label, row.text, percent(confidence[row.path])])
    }
    var lines = [head] + outline.lines(columns: columns, indent: 4).map(shaded)
    let tables = [tasks(of: form), funds(of: form), indicators(of: recognized)]
    for table in tables.compactMap({ $0 }) {
      let drawn = table.lines(columns: columns, indent: 4)
      lines += [""] + drawn.prefix(1).map { coloured($0, .underlined) } + drawn.dropFirst().map(shaded)
    }
    return lines
  }

  /// The columns that hold anything; a level is printed where it changes.
  private func indicators(of recognized: RecognizedForm) -> AlignedTable? {
    let indicators = recognized.form.indicators
    let fields = Indicator.Field.allCases.filter { field in indicators.contains { $0[field] != nil } }
    guard !indicators.isEmpty else { return nil }
    var table = AlignedTable()
    table.add(fields.map(RecordWording.field) + [RecordWording.confidence])
    for (row, indicator) in indicators.enumerated() {
      let above = row > 0 ? indicators[row - 1] : nil
      let cells = fields.map { field -> String in
        let isRepeated =
          field == .level1 && above?.level1 == indicator.level1
          || field == .level2 && above?.level1 == indicator.level1 && above?.level2 == indicator.level2
        return isRepeated ? "" : indicator[field] ?? ""
      }
      table.add(cells + [percent(row < recognized.rows.count ? recognized.rows[row].confidence : nil)])
    }
    return table
  }

  private func tasks(of form: Form) -> AlignedTable? {
    guard case .departmentTarget(let form) = form, !form.tasks.isEmpty else { return nil }
    var table = AlignedTable()
    table.add(RecordWording.taskHead)
    for task in form.tasks {
      table.add([task.name ?? "", task.content ?? "", task.funds?.description ?? "", task.expected ?? ""])
    }
    return table
  }

  private func funds(of form: Form) -> AlignedTable? {
    let rows: [FundRow]
    switch form {
    case .projectTarget, .departmentTarget: return nil
    case .projectMonitoring(let form), .projectSelfEvaluation(let form), .departmentSelfEvaluation(let form):
      rows = form.funds
    }
    let cells = rows.map { row in
      [
        row.source, row.initial?.description, row.adjusted?.description, row.executed?.description, row.rate,
        row.weight, row.score, row.forecast?.description, row.note,
      ]
    }
    let used = RecordWording.fundHead.indices.filter { column in cells.contains { $0[column] != nil } }
    guard !used.isEmpty else { return nil }
    var table = AlignedTable()
    table.add(used.map { RecordWording.fundHead[$0] })
    for row in cells { table.add(used.map { row[$0] ?? "" }) }
    return table
  }

  private func percent(_ confidence: Int?) -> String { confidence.map { "\($0)%" } ?? "" }

  // MARK: Findings

  private func lines(of findings: [Finding], formCount: Int) -> [String] {
    guard !findings.isEmpty else { return ["  \(ImportWording.noFindings)"] }
    var lines = ["  " + coloured(ImportWording.findings(findings.count), .bold)]
    for finding in findings {
      let severity = coloured(ImportWording.severity(finding.severity), shade(of: finding.severity))
      let form = finding.form.map { ImportWording.form($0 + 1, of: formCount) } ?? ""
      let place = [form + (finding.place.map(ImportWording.place) ?? ""), finding.field ?? ""]
        .filter { !$0.isEmpty }.joined(separator: "，")
      lines.append("  \(severity) \(finding.rule)  \(DisplayText.harmless(place))")
      let sentence = DisplayText.wrapped(DisplayText.harmless(finding.message), columns: columns - 6)
      lines += sentence.map { "      \($0)" }
    }
    return lines
  }

  // MARK: Colours

  private enum Shade: String {
    case bold = "1"
    case underlined = "4"
    case red = "31"
    case yellow = "33"
    case faint = "2"
  }

  private func coloured(_ text: String, _ shade: Shade) -> String {
    isColoured ? "\u{1B}[\(shade.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func shade(of severity: Severity) -> Shade {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .faint
    }
  }

  /// A line whose last column is a low percentage stands out.
  private func shaded(_ line: String) -> String {
    guard isColoured, line.hasSuffix("%"), let last = line.split(separator: " ").last,
      let percent = Int(last.dropLast())
    else { return line }
    if percent < Self.doubtfulBelow { return coloured(line, .red) }
    return percent < Self.sureFrom ? coloured(line, .yellow) : line
  }
}

// C14: residue of web pages, broken characters, slots of a template.
import Findings
import Model

extension Rule {
  static let c14 = Rule(
    code: "C14", title: "文字残留",
    why: "网页代码、乱码和没填的空位会随批复公开。", advice: "删去残留的代码；空位填上数字，或整条删去。",
    severity: .warning, source: "实例", dimension: .completeness, kinds: .everyForm,
    grouping: Rule.Grouping { findings in
      "以下 \(findings.count) 处留着网页代码、乱码或模板的空位：\(LeftoverCells.list(findings))。请逐处改正。"
    },
    example: """
      年度目标 <p>为 120 户困难家庭安装扶手。</p>
      产出指标/数量指标 | 安装户数 | ≥**户
      """,
    counterExample: """
      年度目标 为 120 户困难家庭安装扶手。
      产出指标/时效指标 | 报修响应时间 | <24小时
      """
  ) { subject in
    guard !subject.isBlank else { return [] }
    var findings: [ReviewFinding] = []
    var told: Set<String> = []
    for finding in subject.readingFindings where finding.rule == "C14" {
      let field = finding.field ?? "indicators"
      guard told.insert(field).inserted else { continue }
      findings.append(
        ReviewFinding(
          rule: "C14", severity: finding.severity, fields: [field], message: Sentence(finding.message)))
    }
    subject.forEachWrittenText { text, reading, cell in
      guard let leftover = LeftoverMarks.first(in: text, read: reading), !told.contains(cell.path) else {
        return
      }
      findings.append(LeftoverCells.finding(of: leftover, in: text, at: cell.path))
    }
    return findings
  }
}

private enum LeftoverCells {
  static func finding(of leftover: LeftoverMarks.Leftover, in text: String, at field: String) -> ReviewFinding
  {
    let message: Sentence
    var severity = Severity.warning
    let isValue = field.hasSuffix("/annualValue") || field.hasSuffix("/periodValue")
    switch leftover {
    case .webPageCode(let piece): message = "文字里留着网页代码“\(piece)”。请删去。"
    case .broken(let piece): message = "文字里有乱码“\(piece)”。请按原稿改正。"
    case .slot(let piece):
      if isValue {
        severity = .error
        message = "指标值“\(text)”还是模板的空位，没有填数。请填上数字，或删去这一项。"
      } else {
        message = "“\(excerpt(of: text, around: piece))”里还留着模板的空位“\(piece)”。请填实或删去。"
      }
    }
    var proposal: Proposal?
    let isWritable = field.hasPrefix("indicators/") || field == "goals/annual" || field == "goals/period"
    if !isValue, isWritable, let clean = LeftoverMarks.removed(from: text) {
      proposal = Proposal(
        text: "改为“\(clean)”",
        choices: [Proposal.Choice(label: "去掉残留", edits: [RecordEdit(field: field, text: clean)])])
    }
    return ReviewFinding(
      rule: "C14", severity: severity, fields: [field], message: message, proposal: proposal)
  }

  /// `“≥**%”、“<p>”`: what is left, each once, the first few.
  static func list(_ findings: [ReviewFinding]) -> String {
    var pieces: [String] = []
    for finding in findings {
      guard let start = finding.message.firstIndex(of: "“"),
        let end = finding.message[start...].firstIndex(of: "”")
      else { continue }
      let piece = String(finding.message[start...end])
      if !pieces.contains(piece) { pieces.append(piece) }
    }
    guard !pieces.isEmpty else { return "网页代码或空位" }
    return pieces.prefix(3).joined(separator: "、") + (pieces.count > 3 ? "等" : "")
  }

  /// The text, or its part around the piece where it is long.
  private static func excerpt(of text: String, around piece: String) -> String {
    guard text.count > 24, let range = text.firstRange(of: piece) else { return text }
    let start = text.index(range.lowerBound, offsetBy: -10, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(range.upperBound, offsetBy: 8, limitedBy: text.endIndex) ?? text.endIndex
    return (start > text.startIndex ? "…" : "") + text[start..<end] + (end < text.endIndex ? "…" : "")
  }
}

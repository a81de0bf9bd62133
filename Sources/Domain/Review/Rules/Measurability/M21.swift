// M21: one indicator promises two things.
import Findings
import Model

extension Rule {
  static let m21 = Rule(
    code: "M21", title: "一项指标写了两件事",
    why: "两件事一个值，一件做到、一件没做到时没法打分。", advice: "拆成两项，各写各的值。",
    severity: .info, source: "实例", dimension: .completeness, kinds: .targets,
    example: "产出指标/质量指标 | 建立管理制度并完成人员培训 | 100%",
    counterExample: """
      产出指标/数量指标 | 讲座/活动场次 | ≥12场
      产出指标/数量指标 | 合并办理事项 | ≥5项
      效益指标/社会效益指标 | 获得感、幸福感知晓率 | ≥90%
      """
  ) { subject in
    guard subject.names(anyOf: .joining) else { return [] }
    return subject.rows.compactMap { row in
      guard row.hasPromise, let parts = TwoPromises.parts(of: row) else { return nil }
      return ReviewFinding(
        rule: "M21", fields: [row.path(.name)] + (parts.areClauses ? [row.path(row.targetField)] : []),
        message: "“\(row.shortName)”写了两件事，只有一个指标值。建议拆成“\(parts.first)”和“\(parts.second)”，各写各的值。")
    }
  }
}

/// Two promises in one name, parted by ； or 并; nouns that stand side by side are one.
enum TwoPromises {
  /// The two promises of a row's name; nil where it makes one.
  static func parts(of row: ReviewRow) -> (first: String, second: String, areClauses: Bool)? {
    row.name.speaks(of: .joining) ? parts(of: row.short.scalars) : nil
  }

  private static func parts(of name: [Unicode.Scalar]) -> (first: String, second: String, areClauses: Bool)? {
    if let clauses = clauses(of: name) { return clauses }
    let scalars = NameLength.bare(name)
    for (place, scalar) in scalars.enumerated() where place >= 3 && scalars.count - place > 3 {
      let length: Int
      switch scalar {
      case "；", ";": length = 1
      case "并" where !joins(scalars[place - 1], scalars[place + 1]):
        length = scalars[place + 1] == "且" ? 2 : 1
      default: continue
      }
      let first = String(of: scalars[..<place]).trimmedOfMarks
      let second = String(of: scalars[(place + length)...]).trimmedOfMarks
      guard first.count >= 3, second.count >= 3 else { continue }
      return (first, second, false)
    }
    return nil
  }

  /// `人数达到要求和经费充足`: two clauses joined by 和 or 且, each with its own predicate.
  private static func clauses(of name: [Unicode.Scalar]) -> (first: String, second: String, areClauses: Bool)?
  {
    let scalars = NameLength.bare(name)
    for (place, scalar) in scalars.enumerated() where scalar == "和" || scalar == "且" {
      guard place >= 4, scalars.count - place > 4 else { continue }
      let second = String(of: scalars[(place + 1)...]).trimmedOfMarks
      guard endings.contains(where: { second.ends(with: $0) }) else { continue }
      let first = String(of: scalars[..<place]).trimmedOfMarks
      guard first.speaks(of: .predicate) else { continue }
      return (first, second, true)
    }
    return nil
  }

  /// Predicates that end a clause.
  private static let endings = ["充足", "到位", "达标", "合格", "完善", "齐全", "达到要求", "符合要求", "落实", "稳定"]

  /// 合并, 一并, 兼并; 并网, 并轨, 并联, 并发, 并行.
  private static func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    "合一兼归撤吞".unicodeScalars.contains(before) || "网轨联发行列存重购非不未无".unicodeScalars.contains(after)
  }
}

extension String {
  /// Without marks at its ends.
  fileprivate var trimmedOfMarks: String {
    var text = Substring(self)
    while let first = text.unicodeScalars.first, "，、；。 ".unicodeScalars.contains(first) { text.removeFirst() }
    while let last = text.unicodeScalars.last, "，、；。 ".unicodeScalars.contains(last) { text.removeLast() }
    return String(text)
  }
}

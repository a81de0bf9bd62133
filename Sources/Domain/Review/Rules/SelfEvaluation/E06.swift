// E06: the text says that the work is not done, the score says that it is.
import Findings
import Model
import RuleSets

extension Rule {
  static let e06 = Rule(
    code: "E06", title: "尚未完成却得满分",
    why: "文字说还在建、待验收，数量或质量却得满分，两处只能有一处对。", advice: "按实际进度打分，或写明已完成的部分。",
    severity: .error, source: "实例", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      实际完成 主体正在施工，预计明年三月完工。
      产出指标/数量指标 | 新建停车位 | ≥80个 | weight=30 | actual=80个 | score=30
      产出指标/质量指标 | 验收合格率 | 100% | weight=20 | actual=100% | score=20
      """,
    counterExample: """
      表 自评
      实际完成 停车场已完工并通过验收。
      产出指标/数量指标 | 新建停车位 | ≥80个 | weight=30 | actual=80个 | score=30
      产出指标/质量指标 | 验收合格率 | 100% | weight=20 | actual=100% | score=20
      """
  ) { subject in
    let scored = subject.rows.filter { row in
      (row.category == .quantity || row.category == .quality) && RowPoints(row) != nil
    }
    let full = scored.filter { RowPoints($0)?.isFull == true }
    var findings: [ReviewFinding] = []
    // What was missed in numbers and yet got full marks is E14's.
    for row in full where !row.isMissed {
      let texts: [Indicator.Field] = [.actualValue, .deviation, .note]
      guard
        let field = texts.first(where: {
          row.indicator[$0].map { Unfinished.isTold(in: $0) } ?? false
        })
      else { continue }
      findings.append(
        ReviewFinding(
          rule: "E06", fields: [row.path(.score), row.path(field)],
          message:
            "“\(row.shortName)”写着“\(Excerpt.short(row.indicator[field] ?? ""))”，"
            + "得分却是满分 \(row.indicator.score ?? "")。请按实际进度核对得分。"
        ))
    }
    guard findings.isEmpty, full.count == scored.count, let row = full.first, let outcome = subject.outcome
    else {
      return findings
    }
    let accounts: [(field: String, text: String?)] = [
      ("goals/actual", outcome.actualGoal), ("conclusion", outcome.conclusion),
      ("problems", outcome.problems),
    ]
    let told = accounts.lazy.compactMap { field, text in
      text.flatMap { Unfinished.reported(in: $0) }.map { (field: field, clause: $0) }
    }
    guard let (field, clause) = told.first else { return [] }
    return [
      ReviewFinding(
        rule: "E06", fields: full.map { $0.path(.score) } + [field],
        message: "文字写着“\(Excerpt.short(clause))”，“\(row.shortName)”等数量、质量指标却都是满分。请按实际进度核对得分。")
    ]
  }
}

private enum Unfinished {
  /// True where a row's own words say that a part is still to come: 待验收, 招标中, 预计明年三月完工.
  static func isTold(in text: String) -> Bool {
    clause(of: text, with: ConceptSet(.unfinished, .stillToCome)) != nil
  }

  /// The clause in which an account says of the work that it is not done.
  static func reported(in text: String) -> String? { clause(of: text, with: ConceptSet(.unfinished)) }

  /// What is still to be paid or to be audited is money, not work: 尾款待验收后支付.
  private static func clause(of text: String, with words: ConceptSet) -> String? {
    Excerpt.clauses(of: text).first { clause in
      guard !ReasonWords.paid.contains(where: clause.holds) else { return false }
      return ReviewText(clause).speaks(ofAny: words) || isAwaited(in: clause) || isAtWork(in: clause)
        || isNotYetDone(in: clause) || words.contains(.stillToCome) && isExpected(in: clause)
    }
  }

  /// True for 尚待消防部门验收: what finishes a work stands behind 待.
  private static func isAwaited(in clause: String) -> Bool {
    guard let before = clause.part(before: "待"), before.last != "接", before.last != "期" else { return false }
    let behind = String(clause.dropFirst(before.count + 1).prefix(12))
    return ends.contains(where: behind.holds)
  }

  /// True for 尚未组织竣工验收; not for 尚未发现验收问题, where nothing is found wrong.
  private static func isNotYetDone(in clause: String) -> Bool {
    notYet.contains { word in
      guard let before = clause.part(before: word) else { return false }
      let behind = String(clause.dropFirst(before.count + word.count).prefix(8))
      return ends.contains(where: behind.holds)
        && !faults.contains(where: behind.holds)
    }
  }

  private static let notYet = ["尚未", "还未", "仍未", "暂未"]

  /// What nobody wants to come.
  private static let faults = ["发现", "发生", "出现", "收到", "影响"]

  /// What finishes a work.
  private static let ends = ["验收", "竣工", "完工", "交付", "投用"]

  /// True for 桥面板正在铺装: building goes on.
  private static func isAtWork(in clause: String) -> Bool {
    stillAt.contains { word in
      guard let before = clause.part(before: word) else { return false }
      let behind = clause.unicodeScalars.dropFirst(before.unicodeScalars.count + 2).prefix(3)
      return behind.contains { works.contains($0) }
    }
  }

  private static let stillAt = ["正在", "仍在", "尚在", "还在"]

  private static let works = ScalarSet("建铺装架浇吊砌挖焊刷")

  /// True for 预计2026年3月完工.
  private static func isExpected(in clause: String) -> Bool {
    ReasonWords.expected.contains { word in
      guard let before = clause.part(before: word) else { return false }
      let behind = String(clause.dropFirst(before.count + word.count))
      return ReasonWords.ahead.contains(where: behind.holds)
    }
  }
}

/// Parts of long texts for sentences.
enum Excerpt {
  /// The first 24 characters.
  static func short(_ text: String, most: Int = 24) -> String {
    text.count <= most ? text : text.prefix(most) + "…"
  }

  /// What stands between commas, stops and ends of lines.
  static func clauses(of text: String) -> some Sequence<String> {
    text.split { "，。；,;\n".contains($0) }.lazy.map { String($0) }
  }
}

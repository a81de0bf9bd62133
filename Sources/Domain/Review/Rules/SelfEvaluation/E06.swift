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
    guard
      let (field, account) = accounts.first(where: { account in
        account.text.map { ReviewText($0).speaks(of: .unfinished) || Unfinished.isAwaited(in: $0) } ?? false
      }), let text = account
    else { return [] }
    return [
      ReviewFinding(
        rule: "E06", fields: full.map { $0.path(.score) } + [field],
        message: "文字写着“\(Excerpt.around(.unfinished, in: text))”，“\(row.shortName)”等数量、质量指标却都是满分。请按实际进度核对得分。")
    ]
  }
}

private enum Unfinished {
  /// True for 尚待消防部门验收, 等待竣工: what finishes a work stands behind 待 in the same clause.
  static func isAwaited(in text: String) -> Bool {
    guard text.holds("待") else { return false }
    return text.split { "，。；,;\n".contains($0) }.contains { clause in
      guard let place = clause.firstIndex(of: "待"), !clause[..<place].hasSuffix("接"),
        !clause[..<place].hasSuffix("期")
      else { return false }
      let behind = String(clause[clause.index(after: place)...].prefix(12))
      // 待验收后支付 speaks of money.
      guard !["资料", "支付", "审计", "结算"].contains(where: behind.holds) else { return false }
      return ["验收", "竣工", "完工", "交付", "投用"].contains(where: behind.holds)
    }
  }

  /// True where a row's own words say that a part is still to come: 待验收, 招标中, 预计明年三月完工.
  static func isTold(in text: String) -> Bool {
    if ReviewText(text).speaks(ofAny: ConceptSet(.unfinished, .stillToCome)) || isAwaited(in: text) { return true }
    return ReasonWords.expected.contains { word in
      guard text.holds(word), let before = text.part(before: word) else { return false }
      let behind = String(text.dropFirst(before.count + word.count))
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

  /// The clause that holds a word of the concept.
  static func around(_ concept: Concept, in text: String) -> String {
    let clauses = text.split { "，。；,;\n".contains($0) }
    let clause = clauses.first { ReviewText(String($0)).speaks(of: concept) }
    return short(clause.map { String($0) } ?? text)
  }
}

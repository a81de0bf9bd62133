// E09: the dates of a row contradict one another.
import Findings
import IndicatorValues
import Model
import Quantities

extension Rule {
  static let e09 = Rule(
    code: "E09", title: "日期前后矛盾",
    why: "先验收后完工、先结束后开始，必有一个日期写错。", advice: "按验收单、合同等原件核对日期。",
    severity: .warning, source: "实例", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      产出指标/时效指标 | 完工时间 | 2024年11月底前 | weight=10 | actual=2024年11月20日完工 | score=10 | note=验收单2024年10月8日
      """,
    counterExample: """
      表 自评
      产出指标/时效指标 | 完工时间 | 2024年11月底前 | weight=10 | actual=2024年11月20日完工 | score=10 | note=验收单2024年11月25日
      """
  ) { subject in
    CourseDates.turned(in: subject) + CourseDates.acceptedTooSoon(in: subject)
      + subject.rows.compactMap { row in
        guard let text = row.indicator.actualValue else { return nil }
        if case .deadline(let span)? = row.actual?.value.meaning, let from = span.from, let to = span.to,
          let start = from.wholeDay, let end = to.wholeDay, end < start
        {
          return ReviewFinding(
            rule: "E09", fields: [row.path(.actualValue)],
            message: "“\(row.shortName)”的实际值“\(text)”结束早于开始。请按原件核对日期。")
        }
        guard let done = PrintedDay.all(in: text).last else { return nil }
        for field in [Indicator.Field.note, .deviation, .basis] {
          guard let proof = row.indicator[field],
            ["验收", "移交", "交付"].contains(where: { proof.contains($0) }),
            let day = PrintedDay.all(in: proof).last, day < done
          else { continue }
          return ReviewFinding(
            rule: "E09", fields: [row.path(.actualValue), row.path(field)],
            message: "“\(row.shortName)”实际完成日期是 \(done)，佐证“\(Excerpt.short(proof))”却更早。请按原件核对两个日期。")
        }
        return nil
      }
  }
}

/// The beginning of a work and its end, in two rows.
private enum CourseDates {
  /// A finding where the one end lies before the one beginning; of several nobody knows which belong.
  static func turned(in subject: ReviewSubject) -> [ReviewFinding] {
    let begun = rows(["开工", "启动", "开始", "动工"], in: subject)
    let ended = rows(["竣工", "完工", "完成", "结束", "验收"], in: subject)
    guard begun.count == 1, ended.count == 1, let first = begun.first, let last = ended.first,
      first.row.index != last.row.index, last.day < first.day
    else { return [] }
    return [
      ReviewFinding(
        rule: "E09", fields: [last.row.path(.actualValue), first.row.path(.actualValue)],
        message: "“\(last.row.shortName)”实际是 \(last.day)，早于“\(first.row.shortName)”的 \(first.day)。请按原件核对两个日期。"
      )
    ]
  }

  /// A finding where the account of the year has the work accepted before the row has it completed.
  static func acceptedTooSoon(in subject: ReviewSubject) -> [ReviewFinding] {
    let ended = rows(["竣工", "完工"], in: subject).filter { !$0.row.name.text.holds("验收") }
    guard ended.count == 1, let last = ended.first, let account = subject.outcome?.actualGoal else {
      return []
    }
    let clause = Excerpt.clauses(of: account).first { clause in
      ["通过验收", "竣工验收", "完工验收"].contains(where: clause.holds)
        && !["计划", "预计", "拟于"].contains(where: clause.holds)
        && PrintedDay.all(in: clause).last.map { $0 < last.day } ?? false
    }
    guard let clause else { return [] }
    return [
      ReviewFinding(
        rule: "E09", fields: [last.row.path(.actualValue), "goals/actual"],
        message: "“\(last.row.shortName)”实际是 \(last.day)，实际完成情况里“\(Excerpt.short(clause))”却更早。"
          + "请按原件核对两个日期。")
    ]
  }

  private static func rows(_ words: [String], in subject: ReviewSubject) -> [(row: ReviewRow, day: Day)] {
    subject.rows.compactMap { row in
      guard let text = row.indicator.actualValue, words.contains(where: row.name.text.holds),
        let day = PrintedDay.all(in: text).last
      else { return nil }
      return (row, day)
    }
  }
}

extension DatePoint {
  /// The day of the calendar; nil where year or month is not printed.
  fileprivate var wholeDay: Day? {
    year.flatMap { year in month.flatMap { Day(year: year, month: $0, day: day) } }
  }
}

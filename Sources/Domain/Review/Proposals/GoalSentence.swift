// A sentence for the annual goal, made from the figures of the indicator table.
import IndicatorValues
import Model
import Quantities
import RuleSets

/// `2026 年：培训人数不少于 100 人，培训合格率不低于 95%，服务对象满意度不低于 90%。`
struct GoalSentence {
  /// The sentence, with its full stop.
  let text: String

  /// Nil where the table has no figure that may be copied.
  init?(_ subject: ReviewSubject) {
    let rows = subject.rows.filter { Self.phrase(of: $0) != nil }
    var chosen = rows.filter { $0.category == .quantity && !$0.promisesShare }.prefix(3).map { $0 }
    chosen += rows.filter { $0.category == .quality && $0.promisesShare }.prefix(1)
    chosen += rows.filter { $0.category?.isBenefit == true && !$0.isSatisfaction }.prefix(1)
    chosen += rows.filter { $0.isSatisfaction && $0.promisesShare }.prefix(1)
    let phrases = chosen.compactMap { Self.phrase(of: $0) }
    guard let first = phrases.first else { return nil }
    var seen: Set<String> = [first]
    let others = phrases.dropFirst().filter { seen.insert($0).inserted }
    let year = subject.printedYear.map { "\($0) 年" } ?? "本年"
    text = year + "：" + ([first] + others).joined(separator: "，") + "。"
  }

  /// The goal with the sentence behind it.
  func appended(to goal: String) -> String {
    var goal = Substring(goal)
    while let last = goal.last, last.isWhitespace { goal.removeLast() }
    guard let last = goal.last else { return text }
    return goal + ("。！？".contains(last) ? "" : "。") + text
  }

  /// `培训人数不少于 100 人`; nil for a row whose figure or name would not read well.
  private static func phrase(of row: ReviewRow) -> String? {
    guard row.isNamed, let measure = row.measure, measure.per.isEmpty, measure.ratioTo == nil,
      measure.center == nil, measure.number > .zero, let unit = measure.unit, unit.dimension != .money,
      measure.subject == nil, !row.name.speaks(of: .budgetExecution), !row.name.speaks(of: .payment)
    else { return nil }
    let name = row.shortName
    guard name.count <= 20,
      !name.unicodeScalars.contains(where: { $0.isDigit || "，；。*".unicodeScalars.contains($0) })
    else { return nil }
    if let problems = row.target?.problems, problems.contains(where: { doubtful.contains($0.code) }) {
      return nil
    }
    let isShare = unit.dimension == .share
    if isShare, !row.isSatisfaction, !row.name.ends(in: .share) { return nil }
    if row.isSatisfaction, !isShare { return nil }
    guard let number = numberText(measure, isShare: isShare) else { return nil }
    return name + number
  }

  private static let doubtful: Set<ValueProblem.Code> = [
    .unitContradiction, .comparatorContradiction, .rangeReversed, .strayMark, .unitDisagrees, .unitAmbiguous,
    .notUnderstood, .tooLong, .feeProbable, .bareRatio,
  ]

  private static func numberText(_ measure: Measure, isShare: Bool) -> String? {
    let unit = isShare ? measure.unitText : " " + measure.unitText
    func figure(_ word: String) -> String { word + " " + FigureText.number(measure.number) + unit }
    switch measure.comparator {
    case .atLeast: return figure(isShare ? "不低于" : "不少于")
    case .moreThan: return figure("超过")
    case .atMost: return figure("不超过")
    case .lessThan: return figure("低于")
    case .equal, nil: return figure("达到")
    case .about: return figure("约")
    case .between:
      guard let upper = measure.upper else { return nil }
      return " \(FigureText.number(measure.number))—\(FigureText.number(upper))\(unit)"
    case .plusMinus: return nil
    }
  }
}

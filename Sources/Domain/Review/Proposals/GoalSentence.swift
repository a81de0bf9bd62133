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
    var chosen = rows.filter { Self.isQuantity($0) }.prefix(3).map { $0 }
    chosen += rows.filter { $0.category == .quality && $0.promisesShare }.prefix(1)
    chosen += rows.filter { $0.category?.isBenefit == true && !$0.isSatisfaction }.prefix(1)
    // A satisfaction alone says nothing of the year's work.
    guard !chosen.isEmpty else { return nil }
    chosen += rows.filter { $0.isSatisfaction && $0.promisesShare }.prefix(1)
    let phrases = chosen.compactMap { Self.phrase(of: $0) }
    guard let first = phrases.first else { return nil }
    var seen: Set<String> = [first]
    let others = phrases.dropFirst().filter { seen.insert($0).inserted }
    let year = subject.printedYear.map { "\($0) 年" } ?? "本年"
    text = year + "：" + ([first] + others).joined(separator: "，") + "。"
  }

  /// The goal with the sentence behind it; nil where that would still be no goal by C09.
  func appended(to goal: String, fewest: Int) -> String? {
    var goal = Substring(goal)
    while let last = goal.last, last.isWhitespace { goal.removeLast() }
    guard let last = goal.last else { return nil }
    let filled = goal + ("。！？".contains(last) ? "" : "。") + text
    return Self.isGoal(filled, fewest: fewest) ? filled : nil
  }

  /// The sentence as a goal of its own; nil where it is too short for one.
  func alone(fewest: Int) -> String? { Self.isGoal(text, fewest: fewest) ? text : nil }

  private static func isGoal(_ text: String, fewest: Int) -> Bool {
    text.unicodeScalars.count { !$0.properties.isWhitespace } >= fewest && PromisedNumbers.stand(in: text)
  }

  /// A row under quantity; where no level is printed, whatever is counted.
  private static func isQuantity(_ row: ReviewRow) -> Bool {
    guard !row.promisesShare else { return false }
    if row.category == .quantity { return true }
    guard row.category == nil, row.branch == nil else { return false }
    return row.measure?.unit?.dimension != .time
  }

  /// `培训人数不少于 100 人`; nil for a row whose figure or name would not read well.
  private static func phrase(of row: ReviewRow) -> String? {
    guard row.isNamed, let measure = row.measure, measure.per.isEmpty, measure.ratioTo == nil,
      measure.center == nil, measure.number > .zero, let unit = measure.unit, unit.dimension != .money,
      measure.subject == nil, !row.name.speaks(of: .budgetExecution), !row.name.speaks(of: .payment)
    else { return nil }
    let name = subjectName(of: row)
    guard unit.dimension != .time, unitFits(unit, name: name) else { return nil }
    guard name.count <= 20,
      !name.unicodeScalars.contains(where: { $0.isDigit || "，；。*".unicodeScalars.contains($0) })
    else { return nil }
    if let problems = row.target?.problems, problems.contains(where: { doubtful.contains($0.code) }) {
      return nil
    }
    let isShare = unit.dimension == .share
    let isNamedShare = row.name.speaks(of: .satisfaction) || ReviewText(name).ends(in: .share)
    if isShare ? !isNamedShare : row.isSatisfaction { return nil }
    guard let number = numberText(isShare ? percent(measure) : measure, isShare: isShare) else { return nil }
    return name + number
  }

  /// The name as the subject of a phrase: 满意情况 and 满意度调查 are 满意度.
  private static func subjectName(of row: ReviewRow) -> String {
    let name = row.shortName
    guard let place = name.firstRange(of: "满意") else { return name }
    return name[..<place.lowerBound] + "满意度"
  }

  /// A share under a name of a count, people under 户数: M25's, nothing to copy.
  private static func unitFits(_ unit: Quantities.Unit, name: String) -> Bool {
    let text = ReviewText(name)
    if text.ends(in: .share), unit.dimension != .share { return false }
    if name.hasSuffix("户数") { return unit.dimension == .households }
    if name.hasSuffix("人数") { return unit.dimension == .people || unit.dimension == .personTimes }
    if name.hasSuffix("场次") || name.hasSuffix("次数") { return unit.dimension == .events }
    return !name.hasSuffix("总结报告") && !name.hasSuffix("调查")
  }

  /// 0.97 as a ratio is 97 %; other shares stay as they are.
  private static func percent(_ measure: Measure) -> Measure? {
    guard measure.unit != .percent, measure.unit != Quantities.Unit("‰") else { return measure }
    guard measure.number <= .one, measure.upper == nil, let number = measure.number.scaled(byPowerOfTen: 2)
    else { return nil }
    return Measure(comparator: measure.comparator, number: number, unit: .percent)
  }

  private static let doubtful: Set<ValueProblem.Code> = [
    .unitContradiction, .comparatorContradiction, .rangeReversed, .strayMark, .unitDisagrees, .unitAmbiguous,
    .notUnderstood, .tooLong, .feeProbable, .bareRatio,
  ]

  private static func numberText(_ measure: Measure?, isShare: Bool) -> String? {
    guard let measure else { return nil }
    let unit = isShare ? measure.unitText : " " + measure.unitText
    func figure(_ word: String) -> String { word + " " + FigureText.number(measure.number) + unit }
    switch measure.comparator {
    case .atLeast: return figure(isShare ? "不低于" : "不少于")
    case .moreThan: return figure("超过")
    case .atMost: return figure("不超过")
    case .lessThan: return figure("低于")
    case .equal, nil: return isShare ? figure("达到") : " " + FigureText.number(measure.number) + unit
    case .about: return figure("约")
    case .between:
      guard let upper = measure.upper else { return nil }
      return " \(FigureText.number(measure.number))—\(FigureText.number(upper))\(unit)"
    case .plusMinus: return nil
    }
  }
}

// A sentence for the annual goal, made from the figures of the indicator table.
import IndicatorValues
import Model
import Quantities
import RuleSets

/// `2026 年：培训人数不少于 100 人，培训合格率不低于 95%，服务对象满意度不低于 90%。`
struct GoalSentence {
  /// The sentence, with its full stop.
  let text: String

  /// The sentence of a form; nil where the table has no figure that may be copied.
  static func of(_ subject: ReviewSubject) -> GoalSentence? {
    if let known = subject.lookingUp({ $0.goalSentence }) { return known }
    let sentence = GoalSentence(subject)
    subject.lookingUp { $0.goalSentence = .some(sentence) }
    return sentence
  }

  private init?(_ subject: ReviewSubject) {
    var phrases: [[String]] = [[], [], [], []]
    for row in subject.rows {
      guard let part = Self.part(of: row), phrases[part].count < (part == 0 ? 3 : 1),
        let phrase = Self.phrase(of: row), !phrases[part].contains(phrase)
      else { continue }
      phrases[part].append(phrase)
    }
    // A satisfaction alone says nothing of the year's work.
    guard phrases[0].count + phrases[1].count + phrases[2].count > 0 else { return nil }
    let year = subject.printedYear.map { "\($0) 年" } ?? "本年"
    text = year + "：" + phrases.flatMap { $0 }.joined(separator: "，") + "。"
  }

  /// The place of a row in the sentence: quantities, then a quality, a benefit, the satisfaction.
  private static func part(of row: ReviewRow) -> Int? {
    if isQuantity(row) { return 0 }
    if row.isSatisfaction { return row.promisesShare ? 3 : nil }
    if row.category == .quality { return row.promisesShare ? 1 : nil }
    return row.category?.isBenefit == true ? 2 : nil
  }

  /// The goal with the sentence behind it; nil where that would still be no goal by C09.
  func appended(to goal: String, fewest: Int) -> String? {
    var goal = Substring(goal).unicodeScalars
    while let last = goal.last, last.isBlank { goal.removeLast() }
    guard let last = goal.last else { return nil }
    let filled = String(Substring(goal)) + (last == "。" || last == "！" || last == "？" ? "" : "。") + text
    guard Self.isLong(filled, fewest: fewest) else { return nil }
    // A number that counts in the sentence counts behind the goal too.
    return PromisedNumbers.stand(in: text) || PromisedNumbers.stand(in: filled) ? filled : nil
  }

  /// The sentence as a goal of its own, with the project's name where it is too short without.
  func alone(named name: String, fewest: Int) -> String? {
    if Self.isGoal(text, fewest: fewest) { return text }
    guard !name.isEmpty, let colon = text.firstIndex(of: "：") else { return nil }
    let longer = text[..<colon] + name + text[colon...]
    return Self.isGoal(String(longer), fewest: fewest) ? String(longer) : nil
  }

  private static func isGoal(_ text: String, fewest: Int) -> Bool {
    isLong(text, fewest: fewest) && PromisedNumbers.stand(in: text)
  }

  private static func isLong(_ text: String, fewest: Int) -> Bool {
    text.withScalars { $0.count { !$0.isBlank } } >= fewest
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
      measure.subject == nil, !row.name.speaks(ofAny: ConceptSet(.harm, .negated)),
      !row.name.speaks(of: .budgetExecution), !row.name.speaks(of: .payment)
    else { return nil }
    let name = subjectName(of: row)
    guard unit.dimension != .time, unitFits(unit, name: name, row) else { return nil }
    guard name.withScalars({ $0.count <= 20 && !$0.contains { $0.isDigit || marks.contains($0) } }) else {
      return nil
    }
    if let problems = row.target?.problems, problems.contains(where: { doubtful.contains($0.code) }) {
      return nil
    }
    let isShare = unit.dimension == .share
    let isNamedShare = row.name.speaks(of: .satisfaction) || endsInShare(name, row)
    if isShare ? !isNamedShare : row.isSatisfaction { return nil }
    guard let number = numberText(isShare ? percent(measure) : measure, isShare: isShare) else { return nil }
    return name + number
  }

  /// The name as the subject of a phrase: 满意情况 and 满意度调查 are 满意度.
  private static func subjectName(of row: ReviewRow) -> String {
    let name = row.shortName
    return name.part(before: "满意").map { $0 + "满意度" } ?? name
  }

  /// A share under a name of a count, people under 户数: M25's, nothing to copy.
  private static func unitFits(_ unit: Quantities.Unit, name: String, _ row: ReviewRow) -> Bool {
    if unit.dimension != .share, endsInShare(name, row) { return false }
    if name.ends(with: "户数") { return unit.dimension == .households }
    if name.ends(with: "人数") { return unit.dimension == .people || unit.dimension == .personTimes }
    if name.ends(with: "场次") || name.ends(with: "次数") { return unit.dimension == .events }
    return !name.ends(with: "总结报告") && !name.ends(with: "调查")
  }

  private static func endsInShare(_ name: String, _ row: ReviewRow) -> Bool {
    (name.isSame(as: row.name.text) ? row.name : ReviewText(name)).ends(in: .share)
  }

  /// 0.97 as a ratio is 97 %; other shares stay as they are.
  private static func percent(_ measure: Measure) -> Measure? {
    guard measure.unit != .percent, measure.unit != .permille else { return measure }
    guard measure.number <= .one, measure.upper == nil, let number = measure.number.scaled(byPowerOfTen: 2)
    else { return nil }
    return Measure(comparator: measure.comparator, number: number, unit: .percent)
  }

  private static let marks = ScalarSet("，；。*")
  private static let doubtful: Set<ValueProblem.Code> = [
    .unitContradiction, .comparatorContradiction, .rangeReversed, .strayMark, .unitDisagrees, .unitAmbiguous,
    .notUnderstood, .tooLong, .feeProbable, .bareRatio,
  ]

  /// 120000 is 12 万 as forms print it.
  private static func largeNumber(_ number: ExactDecimal, isShare: Bool) -> String {
    guard !isShare, number >= ExactDecimal(10_000), let scaled = number.scaled(byPowerOfTen: -4),
      scaled.rounded(toPlaces: 2) == scaled
    else { return FigureText.number(number) }
    return FigureText.number(scaled) + " 万"
  }

  private static func numberText(_ measure: Measure?, isShare: Bool) -> String? {
    guard let measure else { return nil }
    let number = largeNumber(measure.number, isShare: isShare)
    let isLarge = number.unicodeScalars.last == "万"
    // 场次 behind a name that ends so reads twice; 场 is the same.
    let symbol = measure.unit == PriceWords.session ? "场" : measure.unitText
    let unit = isShare || isLarge ? symbol : " " + symbol
    func figure(_ word: String) -> String { word + " " + number + unit }
    switch measure.comparator {
    case .atLeast: return figure(isShare ? "不低于" : "不少于")
    case .moreThan: return figure("超过")
    case .atMost: return figure("不超过")
    case .lessThan: return figure("低于")
    case .equal, nil: return isShare ? figure("达到") : " " + number + unit
    case .about: return figure("约")
    case .between:
      guard let upper = measure.upper else { return nil }
      return " \(FigureText.number(measure.number))—\(FigureText.number(upper))\(unit)"
    case .plusMinus: return nil
    }
  }
}

// A sentence for the annual goal, made from the figures of the indicator table.
import IndicatorValues
import Model
import Quantities
import RuleSets

/// `2026 年：培训人数不少于 100 人，培训合格率不低于 95%，服务对象满意度不低于 90%。`
struct GoalSentence {
  /// The sentence, with its full stop.
  let text: String
  /// `2026 年`
  private let year: String
  /// What stands behind the year.
  private let promises: String

  /// The sentence of a form; nil where the table has no figure that may be copied.
  static func of(_ subject: ReviewSubject) -> GoalSentence? {
    if let known = subject.lookingUp({ $0.goalSentence }) { return known }
    let sentence = GoalSentence(subject)
    subject.lookingUp { $0.goalSentence = .some(sentence) }
    return sentence
  }

  private init?(_ subject: ReviewSubject) {
    var quantities: [String] = []
    var (quality, benefit, satisfaction): (String?, String?, String?)
    for row in subject.rows {
      switch Self.part(of: row) {
      case .quantity where quantities.count < 3:
        guard let phrase = Self.phrase(of: row), !quantities.contains(where: phrase.isSame) else { continue }
        quantities.append(phrase)
      case .quality where quality == nil: quality = Self.phrase(of: row)
      case .benefit where benefit == nil: benefit = Self.phrase(of: row)
      case .satisfaction where satisfaction == nil: satisfaction = Self.phrase(of: row)
      default: break
      }
    }
    // A satisfaction alone says nothing of the year's work.
    guard !quantities.isEmpty || quality != nil || benefit != nil else { return nil }
    let phrases = quantities + [quality, benefit, satisfaction].compactMap { $0 }
    year = subject.printedYear.map { "\($0) 年" } ?? "本年"
    promises = "：" + phrases.joined(separator: "，") + "。"
    text = year + promises
  }

  /// Quantities come first in the sentence, then a quality, a benefit, the satisfaction.
  private enum Part { case quantity, quality, benefit, satisfaction }

  /// The place of a row in the sentence.
  private static func part(of row: ReviewRow) -> Part? {
    if isQuantity(row) { return .quantity }
    if row.isSatisfaction { return row.promisesShare ? .satisfaction : nil }
    if row.category == .quality { return row.promisesShare ? .quality : nil }
    return row.category?.isBenefit == true ? .benefit : nil
  }

  /// The goal with the sentence behind it; nil where that would still be no goal by C09.
  ///
  /// - Parameter length: how many characters the goal has, blanks left aside.
  func appended(to goal: ReviewText, length: Int, fewest: Int) -> String? {
    guard let end = goal.scalars.lastIndex(where: { !$0.isBlank }) else { return nil }
    let stop = "。！？".unicodeScalars.contains(goal.scalars[end]) ? "" : "。"
    guard Self.isLong(text, fewest: fewest - length - stop.unicodeScalars.count) else { return nil }
    let written = end == goal.scalars.count - 1 ? goal.text : String(of: goal.scalars[...end])
    let filled = String.joining(written, stop, text)
    // A number that counts in the sentence counts behind the goal too.
    return PromisedNumbers.stand(in: text) || PromisedNumbers.stand(in: filled) ? filled : nil
  }

  /// The sentence as a goal of its own, with the project's name where it is too short without.
  func alone(named name: String, fewest: Int) -> String? {
    if Self.isGoal(text, fewest: fewest) { return text }
    guard !name.isEmpty else { return nil }
    let longer = String.joining(year, name, promises)
    return Self.isGoal(longer, fewest: fewest) ? longer : nil
  }

  private static func isGoal(_ text: String, fewest: Int) -> Bool {
    isLong(text, fewest: fewest) && PromisedNumbers.stand(in: text)
  }

  /// True for a text of so many characters, blanks left aside.
  private static func isLong(_ text: String, fewest: Int) -> Bool {
    var missing = fewest
    var rest = text.unicodeScalars.makeIterator()
    while missing > 0, let scalar = rest.next() { missing -= scalar.isBlank ? 0 : 1 }
    return missing <= 0
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
    guard row.isNamed, let dimension = row.dimension, dimension != .money, dimension != .time,
      !row.name.speaks(ofAny: unfit)
    else { return nil }
    let isShare = dimension == .share
    let name = subjectName(of: row)
    guard fits(dimension, name), name.scalars.count <= 20, !name.scalars.contains(where: isUnfit),
      isShare ? row.name.speaks(of: .satisfaction) || name.ends(in: .share) : !row.isSatisfaction
    else { return nil }
    guard let measure = row.measure, measure.per.isEmpty, measure.ratioTo == nil, measure.center == nil,
      measure.subject == nil, !measure.number.isZero, !measure.number.isNegative
    else { return nil }
    if let problems = row.target?.problems, problems.contains(where: { doubtful.contains($0.code) }) {
      return nil
    }
    return isShare
      ? percent(measure).flatMap { share(of: name.text, $0) } : count(of: name.text, measure)
  }

  /// What no goal speaks of: harm, money as it is spent.
  private static let unfit = ConceptSet(.harm, .negated, .budgetExecution, .payment)

  /// Figures and marks make no subject.
  private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar == "，" || scalar == "；" || scalar == "。" || scalar == "*"
  }

  /// The name as the subject of a phrase: 满意情况 and 满意度调查 are 满意度.
  private static func subjectName(of row: ReviewRow) -> ReviewText {
    guard row.short.speaks(of: .satisfaction), let group = row.shortName.part(before: "满意") else {
      return row.short
    }
    let name = group + "满意度"
    return name.isSame(as: row.shortName) ? row.short : ReviewText(name)
  }

  /// False for a count under a name of a share, people under 户数: M25's, nothing to copy.
  private static func fits(_ dimension: Dimension, _ name: ReviewText) -> Bool {
    if dimension != .share, name.ends(in: .share) { return false }
    let letters = name.scalars
    guard letters.count >= 2 else { return true }
    switch (letters[letters.count - 2], letters[letters.count - 1]) {
    case ("户", "数"): return dimension == .households
    case ("人", "数"): return dimension == .people || dimension == .personTimes
    case ("场", "次"), ("次", "数"): return dimension == .events
    case ("调", "查"): return false
    default: return !name.text.ends(with: "总结报告")
    }
  }

  /// 0.97 as a ratio is 97 %; other shares stay as they are.
  private static func percent(_ measure: Measure) -> Measure? {
    guard measure.unit != .percent, measure.unit != .permille else { return measure }
    guard measure.number <= .one, measure.upper == nil, let number = measure.number.scaled(byPowerOfTen: 2)
    else { return nil }
    return Measure(comparator: measure.comparator, number: number, unit: .percent)
  }

  private static let doubtful: Set<ValueProblem.Code> = [
    .unitContradiction, .comparatorContradiction, .rangeReversed, .strayMark, .unitDisagrees, .unitAmbiguous,
    .notUnderstood, .tooLong, .feeProbable, .bareRatio,
  ]

  /// `培训合格率不低于 95%`
  private static func share(of name: String, _ measure: Measure) -> String? {
    let unit = measure.unit?.symbol ?? ""
    guard measure.comparator != .between else { return range(of: name, measure, unit: unit) }
    guard let bound = bound(measure.comparator, isShare: true) else { return nil }
    return .joining(name, bound, " ", FigureText.number(measure.number), unit)
  }

  /// `培训人数不少于 100 人`; 120000 is 12 万 as forms print it.
  private static func count(of name: String, _ measure: Measure) -> String? {
    // 场次 behind a name that ends so reads twice; 场 is the same.
    let symbol = measure.unit == PriceWords.session ? "场" : measure.unit?.symbol ?? ""
    let large = tenThousands(of: measure.number)
    guard measure.comparator != .between else {
      return range(of: name, measure, unit: large == nil ? " " + symbol : symbol)
    }
    guard let bound = bound(measure.comparator, isShare: false) else { return nil }
    let number = FigureText.number(large ?? measure.number)
    return .joining(name, bound, " ", number, large == nil ? " " : " 万", symbol)
  }

  /// A large number as so many 万; nil where two decimals do not say it.
  private static func tenThousands(of number: ExactDecimal) -> ExactDecimal? {
    guard number >= tenThousand, let scaled = number.scaled(byPowerOfTen: -4),
      scaled.rounded(toPlaces: 2) == scaled
    else { return nil }
    return scaled
  }

  private static let tenThousand = ExactDecimal(10_000)

  /// `参加活动 30—50 人`
  private static func range(of name: String, _ measure: Measure, unit: String) -> String? {
    guard let upper = measure.upper else { return nil }
    return .joining(
      name, " ", FigureText.number(measure.number), "—", FigureText.number(upper), unit)
  }

  /// The words before a number; a count that is bounded by nothing needs none.
  private static func bound(_ comparator: Comparator?, isShare: Bool) -> String? {
    switch comparator {
    case .atLeast: isShare ? "不低于" : "不少于"
    case .moreThan: "超过"
    case .atMost: "不超过"
    case .lessThan: "低于"
    case .equal, nil: isShare ? "达到" : ""
    case .about: "约"
    case .between, .plusMinus: nil
    }
  }
}

// The money and the points of a self-evaluation or monitoring form, read once.
import IndicatorValues
import Model
import Quantities
import RuleSets

/// The row that totals the money, with its execution rate.
struct ExecutionReading {
  /// Index in `funds`.
  let index: Int
  let row: FundRow
  /// What was to be spent: the adjusted budget, else the initial one; above zero.
  let planned: Money
  let executed: Money
  /// Executed ÷ planned.
  let rate: ExactFraction

  /// Nil where no total row says both amounts, or the budget is zero.
  init?(_ subject: ReviewSubject) {
    guard let funds = subject.outcome?.funds, let index = Self.totalRow(of: funds) else { return nil }
    let row = funds[index]
    guard let planned = row.adjusted ?? row.initial, planned > .zero, let executed = row.executed,
      let rate = ExactFraction(executed.yuan, dividedBy: planned.yuan)
    else { return nil }
    self.index = index
    self.row = row
    self.planned = planned
    self.executed = executed
    self.rate = rate
  }

  /// The row 年度资金总额, 合计; else the first.
  static func totalRow(of funds: [FundRow]) -> Int? {
    let named = funds.firstIndex { row in
      guard let source = row.source else { return false }
      return totals.contains { source.contains($0) }
    }
    return named ?? (funds.isEmpty ? nil : 0)
  }

  private static let totals = ["资金总额", "合计", "总计", "总额", "预算总", "小计"]

  /// The path of a cell of the row: `funds/0/executed`.
  func path(_ column: String) -> String { "funds/\(index)/\(column)" }

  /// The rate in percent for sentences: as printed where that agrees, else with two places: `86.19`.
  var percentText: String {
    guard let printed = row.rate, let number = PrintedNumber.read(printed),
      PrintedNumber.places(of: printed) >= 2,
      ScoringFormula.agrees(number, with: percent)
    else { return FigureText.number(percent) }
    return FigureText.number(number)
  }

  /// The rate in percent, rounded to two places.
  var percent: ExactDecimal {
    rate.multiplied(by: ExactFraction(whole: 100))?.decimal(places: 2) ?? .zero
  }

  /// True where the rate lies below so many percent.
  func isBelow(_ bound: ExactDecimal) -> Bool {
    guard let scaled = rate.multiplied(by: ExactFraction(whole: 100)), let limit = ExactFraction(bound),
      let order = scaled.compared(to: limit)
    else { return false }
    return order < 0
  }

  /// The money that was not spent.
  var unspent: Money { planned.subtracting(executed) ?? .zero }

  /// The change from the initial to the adjusted budget in percent, without sign; nil where one is not
  /// printed.
  var budgetChange: (percent: ExactFraction, isCut: Bool)? {
    guard let initial = row.initial, let adjusted = row.adjusted, initial > .zero,
      let gap = adjusted.subtracting(initial)
    else { return nil }
    let size = gap.yuan.isNegative ? gap.yuan.negated : gap.yuan
    guard let share = ExactFraction(size, dividedBy: initial.yuan)?.multiplied(by: ExactFraction(whole: 100))
    else {
      return nil
    }
    return (share, gap.yuan.isNegative)
  }

  /// By how much the budget changed, either way.
  var changedAmount: Money? {
    guard let initial = row.initial else { return nil }
    return initial > planned ? initial.subtracting(planned) : planned.subtracting(initial)
  }

  /// `预算由 50 万元调减到 30 万元（40%）`; nil where it did not change or one of the two is not printed.
  var changeText: String? {
    guard let change = budgetChange, let initial = row.initial, initial != planned,
      let percent = FigureText.number(change.percent, places: 1)
    else { return nil }
    let way = change.isCut ? "调减" : "调增"
    return "预算由 \(FigureText.money(initial))\(way)到 \(FigureText.money(planned))（\(percent)%）"
  }

  /// True where the budget changed by at least (or by more than) so many percent.
  func budgetChanged(by bound: ExactDecimal, orMore: Bool) -> Bool {
    guard let change = budgetChange, let limit = ExactFraction(bound),
      let order = change.percent.compared(to: limit)
    else { return false }
    return orMore ? order >= 0 : order > 0
  }

  /// True where somebody wrote why the money went otherwise: in the row's note, among the problems, or in the
  /// account of the year.
  func isExplained(in subject: ReviewSubject) -> Bool {
    guard let outcome = subject.outcome else { return false }
    if let note = row.note, !Reasons.isEmpty(note) { return true }
    if outcome.funds.contains(where: { $0.note.map { !Reasons.isEmpty($0) } ?? false }) { return true }
    let texts =
      [outcome.problems, outcome.measures, outcome.conclusion] + subject.rows.map(\.indicator.deviation)
    return texts.contains { text in
      guard let text, !Reasons.isEmpty(text) else { return false }
      return ReviewText(text).speaks(of: .moneyExplained)
    }
  }
}

/// The points of a row as printed.
struct RowPoints {
  let weight: ExactDecimal
  let score: ExactDecimal

  /// Nil where weight or score is not printed as a number, or the weight is not above zero.
  init?(_ row: ReviewRow) {
    guard let weight = row.indicator.weight.flatMap({ PrintedNumber.read($0) }), weight > .zero,
      let score = row.indicator.score.flatMap({ PrintedNumber.read($0) })
    else { return nil }
    self.weight = weight
    self.score = score
  }

  var isFull: Bool { score >= weight }
  /// The score as a share of the weight.
  var share: ExactFraction? { ExactFraction(score, dividedBy: weight) }
}

/// Full marks everywhere.
enum FullMarks {
  /// True where at least three scores are printed, the execution's among them, and every one is full.
  static func areEverywhere(in subject: ReviewSubject) -> Bool {
    guard let outcome = subject.outcome, FormKindQuestions.isSelfEvaluation(subject) else { return false }
    var count = 0
    for row in subject.rows where row.indicator.score != nil || row.indicator.weight != nil {
      guard let points = RowPoints(row), points.isFull else { return false }
      count += 1
    }
    guard count > 0 else { return false }
    for row in outcome.funds {
      guard let weight = row.weight.flatMap({ PrintedNumber.read($0) }), weight > .zero,
        let score = row.score.flatMap({ PrintedNumber.read($0) })
      else { continue }
      guard score >= weight else { return false }
      count += 1
    }
    return count >= 3
  }
}

enum FormKindQuestions {
  static func isSelfEvaluation(_ subject: ReviewSubject) -> Bool {
    subject.kind == .projectSelfEvaluation || subject.kind == .departmentSelfEvaluation
  }
}

/// Whether somebody gave a reason.
enum Reasons {
  /// True for a blank reason and for one that is made of nothing but words that give none: 无, 正常, 无偏差,
  /// 按计划完成, 未完成年度指标值.
  static func isEmpty(_ text: String?) -> Bool {
    guard let text else { return true }
    let kept = text.scalars.filter { !$0.isBlank && !marks.contains($0) }
    guard kept.count <= longest else { return false }
    var place = 0
    while place < kept.count {
      guard let word = ReasonWords.idle.first(where: { kept[place...].starts(with: $0) }) else {
        return false
      }
      place += word.count
    }
    return true
  }

  private static let marks = ScalarSet("，。,.;；、/\\—-－_（）()：:“”")
  /// Who writes more has something to say.
  private static let longest = 24
}

extension ReviewRow {
  /// True where the row's own reason or note explains a deviation.
  var isExplained: Bool {
    !Reasons.isEmpty(indicator.deviation) || !Reasons.isEmpty(indicator.note)
  }

  /// Actual against target; nil where one of them is blank.
  var comparison: ValueComparison? {
    guard hasPromise, let actual, let target, actual.value.kind != .placeholder else { return nil }
    return actual.value.compared(toTarget: asLimit ?? target.value)
  }

  /// The target of a cost without a sign, as what must not be exceeded: 720万元 is not missed by 640.4万元.
  private var asLimit: IndicatorValue? {
    guard category?.isCost == true, var measure, measure.comparator == nil, measure.upper == nil,
      measure.unit?.dimension == .money, let target
    else { return nil }
    measure.comparator = .atMost
    return IndicatorValue(source: target.value.source, meaning: .measure(measure))
  }

  /// True where the actual misses the target, in numbers or in words.
  var isMissed: Bool {
    switch comparison {
    case .notMet: return true
    case .met: return false
    case .notComparable: return saysMissed
    case nil: return false
    }
  }

  /// True where the actual is told in words, and the words are of a miss: 未完成, 部分落实, 未购置, 延期.
  var saysMissed: Bool {
    guard let text = indicator.actualValue else { return false }
    if ReviewText(text).speaks(of: .missed) { return true }
    // 未发生 is what is wanted of an accident.
    guard !name.speaks(of: .harm), measure?.number.isZero != true,
      !ReasonWords.wanted.contains(where: text.holds)
    else { return false }
    return ReasonWords.missedBeginnings.contains { text.utf8.starts(with: $0.utf8) }
      || category == .timeliness && ReasonWords.late.contains { text.utf8.starts(with: $0.utf8) }
  }

  /// True where the year's own forecast misses the target.
  var forecastMisses: Bool {
    guard let forecast, let target, hasPromise, case .notMet = forecast.value.compared(toTarget: target.value)
    else { return false }
    return true
  }

  /// True where the actual reaches the target in numbers.
  var isMet: Bool {
    if case .met = comparison { return true }
    return false
  }

  /// The number of the actual where it is one.
  var actualMeasure: Measure? {
    if case .measure(let measure) = actual?.value.meaning { return measure }
    return nil
  }

  /// The target as the form prints it, its columns put together: `≥735人次`.
  var printedTarget: String {
    let text = indicator[targetField] ?? ""
    // A cell that prints sign or unit itself does not get them twice.
    let isSigned = text.unicodeScalars.first.map { "≥≤><=＞＜≧≦＝".unicodeScalars.contains($0) } ?? false
    let sign = isSigned ? "" : indicator.operator.map { Self.signs[$0] ?? $0 } ?? ""
    let unit = indicator.unit.map { text.ends(with: $0) ? "" : $0 } ?? ""
    return sign + text + unit
  }

  private static let signs = [
    "≧": "≥", "═": "=", "≦": "≤", "＝": "=", "＞＝": "≥", ">=": "≥", "<=": "≤", "大于等于": "≥", "小于等于": "≤",
    "等于": "=",
    "大于": ">", "小于": "<", "定性": "", "不少于": "≥", "不低于": "≥", "不超过": "≤", "不高于": "≤",
  ]

  /// Target and actual for a sentence: `指标值 ≥2400份，实际 3200份`.
  var contrast: String {
    "指标值 \(printedTarget)，实际 \(indicator.actualValue ?? "未填")"
  }
}

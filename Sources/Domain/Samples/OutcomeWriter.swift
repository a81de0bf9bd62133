// Writes what became of a project's promise: the self-evaluation after the year, the monitoring in August.
import Model
import Quantities

/// Invents actual values for a target form.
struct OutcomeWriter: Sendable {
  let target: WrittenTarget
  let year: Int
  private(set) var random: SampleRandom

  init(of target: WrittenTarget, year: Int, seed: UInt64, number: Int) {
    self.target = target
    self.year = year
    random = SampleRandom(seed: seed, number, 3, year)
  }

  /// A sound self-evaluation: points by the formula, reasons for everything missed.
  mutating func selfEvaluation() -> SelfEvaluation {
    var outcome = head(SamplesWording.selfEvaluationTitle)
    let total = target.target.budget.total ?? .zero
    let execution = execution(of: total, rate: 9560...9990)
    outcome.funds = funds(total: total, execution: execution)
    let points = WeightSpread.points(of: target.categories, in: year)
    let missed = missedRows()
    var sum = execution.points
    for row in target.target.indicators.indices {
      let result = missed.contains(row) ? missing(row, of: points[row]) : meeting(row, of: points[row])
      sum += result.points
      outcome.indicators.append(result.indicator)
    }
    outcome.actualGoal = SamplesWording.actualGoal(year, achievements(outcome.indicators))
    outcome.totalScore = WeightSpread.text(sum)
    outcome.grade = Self.grade(sum)
    outcome.conclusion = random.element(of: SamplesWording.conclusions)
    outcome.problems = random.element(of: SamplesWording.problems)
    outcome.measures = random.element(of: SamplesWording.measures)
    return outcome
  }

  /// A sound monitoring form after seven months: what was done, what will be.
  mutating func monitoring() -> SelfEvaluation {
    var outcome = head(SamplesWording.monitoringTitle)
    let total = target.target.budget.total ?? .zero
    let execution = execution(of: total, rate: 4800...6800)
    outcome.funds = funds(total: total, execution: execution)
    for place in outcome.funds.indices {
      outcome.funds[place].forecast = outcome.funds[place].adjusted
      outcome.funds[place].adjusted = nil
      outcome.funds[place].weight = nil
      outcome.funds[place].score = nil
    }
    for row in target.target.indicators.indices {
      var indicator = target.target.indicators[row]
      let whole = meeting(row, of: 0).indicator.actualValue
      indicator.actualValue = halfway(row) ?? whole
      indicator.forecastValue = whole
      indicator.likelihood = SamplesWording.certain
      indicator.weight = nil
      indicator.periodValue = nil
      outcome.indicators.append(indicator)
    }
    outcome.actualGoal = nil
    return outcome
  }

  private func head(_ title: String) -> SelfEvaluation {
    var outcome = SelfEvaluation()
    outcome.title = title
    outcome.fiscalYear = target.target.fiscalYear
    outcome.project = target.target.project
    outcome.department = target.target.department
    outcome.unit = target.target.unit
    outcome.expectedGoal = target.target.goals.annual
    return outcome
  }

  /// Money that was spent, its rate and its points out of ten, the last two in hundredths, half up.
  struct Execution {
    var spent: Money
    var rate: Int
    var points: Int
  }

  /// - Parameter rate: in hundredths of a percent.
  mutating func execution(of total: Money, rate: ClosedRange<Int>) -> Execution {
    let yuan = Int(total.fen) / 100
    let spent = yuan * random.number(in: rate) / 10_000
    return Execution(
      spent: Money(fen: Int64(spent) * 100), rate: Self.halfUp(spent * 10_000, yuan),
      points: Self.halfUp(spent * WeightSpread.executionPoints, yuan))
  }

  /// The rows of the table of funds; the sources add up to the total.
  func funds(total: Money, execution: Execution) -> [FundRow] {
    let other = target.target.budget.other ?? .zero
    let otherSpent = Money(fen: min(other.fen, execution.spent.fen))
    func row(_ source: String, _ planned: Money, _ spent: Money) -> FundRow {
      var row = FundRow()
      row.source = source
      row.initial = planned
      row.adjusted = planned
      row.executed = spent
      return row
    }
    var whole = row(SamplesWording.fundsTotal, total, execution.spent)
    whole.rate = WeightSpread.text(execution.rate)
    whole.weight = WeightSpread.text(WeightSpread.executionPoints)
    whole.score = WeightSpread.text(execution.points)
    let fiscal = row(
      SamplesWording.fundsFiscal, Money(fen: total.fen - other.fen),
      Money(fen: execution.spent.fen - otherSpent.fen))
    return [
      whole, fiscal, row(SamplesWording.fundsCarried, .zero, .zero),
      row(SamplesWording.fundsOther, other, otherSpent),
    ]
  }

  /// Rows that were missed: none, one or two of those that promise at least something.
  private mutating func missedRows() -> Set<Int> {
    let open = target.target.indicators.indices.filter { row in
      guard let promise = promise(row) else { return false }
      return promise.deadline != nil || promise.sign == .atLeast && (promise.tenths ?? 0) >= 200
    }
    let count = [0, 0, 0, 1, 1, 2][random.number(in: 0...5)]
    return Set((0..<count).compactMap { _ in random.element(of: open) })
  }

  private func promise(_ row: Int) -> PromisedValue? {
    target.target.indicators[row].annualValue.flatMap { PromisedValue($0) }
  }

  struct RowResult {
    var indicator: Indicator
    /// In hundredths.
    var points: Int
  }

  private func result(_ row: Int, actual: String?, weight: Int, points: Int) -> RowResult {
    var indicator = target.target.indicators[row]
    indicator.periodValue = nil
    indicator.actualValue = actual
    indicator.weight = WeightSpread.text(weight)
    indicator.score = WeightSpread.text(points)
    return RowResult(indicator: indicator, points: points)
  }

  mutating func meeting(_ row: Int, of weight: Int) -> RowResult {
    guard let promise = promise(row) else { return result(row, actual: nil, weight: weight, points: weight) }
    return result(row, actual: metValue(promise), weight: weight, points: weight)
  }

  /// A value that keeps the promise.
  private mutating func metValue(_ promise: PromisedValue) -> String {
    if let deadline = promise.deadline {
      return SampleFiguresWording.day(deadline.year, deadline.month, random.number(in: 5...24))
    }
    let target = promise.tenths ?? 0
    // Most promises are kept to the letter; every twelfth is kept with something to spare.
    guard target >= 50, promise.sign == .exact || random.happens(inHundred: 8) else {
      return promise.text(target)
    }
    switch promise.sign {
    case .exact: return promise.text(target)
    case .atLeast where promise.unit.hasPrefix(SamplesWords.percent):
      return promise.text(min(1000, target + random.number(in: 0...min(35, target / 5))))
    case .atLeast: return promise.text(target / 10 * random.number(in: 100...108) / 100 * 10)
    case .atMost: return promise.text(max(10, target / 10 * random.number(in: 93...100) / 100 * 10))
    }
  }

  /// A value that misses the promise, with its points by the formula and a reason.
  mutating func missing(_ row: Int, of weight: Int) -> RowResult {
    guard let promise = promise(row) else { return meeting(row, of: weight) }
    var missed: RowResult
    if let deadline = promise.deadline {
      let late = SampleFiguresWording.day(
        deadline.year, min(12, deadline.month + 1), random.number(in: 3...20))
      missed = result(row, actual: late, weight: weight, points: Self.halfUp(weight * 8, 10))
    } else {
      let target = promise.tenths ?? 0
      let isShare = promise.unit.hasPrefix(SamplesWords.percent)
      let actual =
        isShare
        ? target - random.number(in: 8...45) : target / 10 * random.number(in: 82...96) / 100 * 10
      missed = result(
        row, actual: promise.text(actual), weight: weight, points: Self.halfUp(weight * actual, target))
    }
    missed.indicator.deviation = random.element(of: SamplesWording.reasons(of: self.target.categories[row]))
    return missed
  }

  /// What was reached by the end of July, for what adds up over the year.
  private mutating func halfway(_ row: Int) -> String? {
    guard target.categories[row] == .quantity, let promise = promise(row), let tenths = promise.tenths,
      promise.sign == .atLeast, tenths >= 100
    else { return promise(row)?.deadline == nil ? nil : SampleFiguresWording.underWay }
    return promise.text(max(10, tenths / 10 * random.number(in: 52...66) / 100 * 10))
  }

  private func achievements(_ rows: [Indicator]) -> [String] {
    rows.prefix(3).compactMap { row in
      row.name.flatMap { name in row.actualValue.map { name + $0 } }
    }
  }

  /// Half up; both above zero.
  static func halfUp(_ number: Int, _ divisor: Int) -> Int {
    divisor == 0 ? 0 : (2 * number + divisor) / (2 * divisor)
  }

  /// 90, 80 and 60 points begin the grades. Source: 财预〔2020〕10号.
  static func grade(_ hundredths: Int) -> String {
    hundredths >= 9000 ? "优" : hundredths >= 8000 ? "良" : hundredths >= 6000 ? "中" : "差"
  }
}

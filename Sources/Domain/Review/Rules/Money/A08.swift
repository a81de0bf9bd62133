// A08: a number that the goal promises has no indicator.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let a08 = Rule(
    code: "A08", title: "目标里的数没有对应指标",
    why: "目标承诺了数，指标表里没有，年底就没有人去核对。", advice: "给每个承诺的数补一项指标，或从目标里删去。",
    severity: .warning, source: "财预〔2015〕88号", dimension: .relevance, kinds: [.projectTarget],
    example: """
      年度目标 培训村干部 100 人，组织外出考察不少于 3 次，提高履职能力。
      产出指标/数量指标 | 培训人数 | ≥100人
      """,
    counterExample: """
      年度目标 在 32 个村培训干部 100 人、网格员 60 人，组织外出考察不少于 3 次，满意度达 90% 以上。
      产出指标/数量指标 | 培训人数 | ≥160人
      产出指标/数量指标 | 外出考察 | ≥3次
      满意度指标/服务对象满意度指标 | 学员满意度 | ≥90%
      """
  ) { subject in
    guard let goal = subject.annualGoal ?? subject.periodGoal, !subject.rows.isEmpty else { return [] }
    let field = subject.annualGoal == nil ? "goals/period" : "goals/annual"
    let promised = PromisedFigures.all(in: LeftoverMarks.removed(from: goal)?.scalars ?? goal.scalars)
    guard !promised.isEmpty else { return [] }
    let carried = CarriedFigures(subject, promised: promised)
    var clauses: [String] = []
    var terms: [ReviewTerm] = []
    for figure in promised where !carried.holds(figure) && !subject.isItself(figure) {
      terms.append(ReviewTerm(field: field, label: figure.clause, number: figure.number, unit: figure.unit))
      if !clauses.contains(figure.clause) { clauses.append(figure.clause) }
    }
    guard !clauses.isEmpty else { return [] }
    let shown =
      clauses.prefix(4).map { "“\($0)”" }.joined(separator: "、")
      + (clauses.count > 4 ? "等 \(clauses.count) 处" : "")
    return [
      ReviewFinding(
        rule: "A08", fields: [field],
        message: "\(field == "goals/annual" ? "年度目标" : "周期目标")写了\(shown)，指标表里没有对应的指标值，年底无从核对。"
          + "建议\(clauses.count > 1 ? "各" : "")补一项指标，或从目标里删去。", terms: terms)
    ]
  }
}

extension ReviewSubject {
  /// True for the one thing that the project is: 改造农贸市场 1 处 in a project of that name.
  fileprivate func isItself(_ figure: PromisedFigure) -> Bool {
    guard figure.number == .one, !figure.isBounded,
      [.things, .unknown].contains(figure.counter.dimension)
    else { return false }
    return NamePairs.holds(figure.clause.scalars, anyOf: NamePairs.own(of: name.scalars))
  }
}

/// The numbers that the indicator table carries.
private struct CarriedFigures {
  /// Shares apart from counts: 100% carries no 100 人.
  private var shares: [ExactDecimal] = []
  /// Those of satisfaction.
  private var contents: [ExactDecimal] = []
  private var numbers: [(number: ExactDecimal, unit: Quantities.Unit?)] = []
  /// What the table counts in, for so many for each.
  private var units: [Quantities.Unit] = []
  private var counts: [ExactDecimal] = []
  /// Numbers with units that convert: 8,200 米 carries 8.2 千米.
  private var quantities: [(number: ExactDecimal, unit: Quantities.Unit)] = []

  init(_ subject: ReviewSubject, promised: [PromisedFigure]) {
    shares.reserveCapacity(subject.rows.count)
    numbers.reserveCapacity(subject.rows.count * 2)
    units.reserveCapacity(subject.rows.count * 2)
    counts.reserveCapacity(Self.countsMax)
    for row in subject.rows {
      if row.isSatisfaction, row.promisesShare || row.dimension == nil, let measure = row.measure {
        contents.append(measure.number)
      }
      add(row.annual?.value)
      add(row.period?.value)
      addFigures(of: row.indicator.name)
      addFigures(of: row.indicator.description)
      addFigures(of: row.indicator.note)
      addFigures(of: row.indicator.basis)
      if row.measure == nil {
        addFigures(of: row.indicator.annualValue)
        addFigures(of: row.indicator.periodValue)
      }
    }
    // Two numbers of the goal may stand in one indicator as their sum: 100人、60人 as ≥160人.
    for unit in promised.count > 1 ? Set(promised.map(\.unit)) : [] {
      guard Unit(unit).dimension != .share else { continue }
      let parts = promised.filter { $0.unit == unit }
      guard parts.count > 1, let sum = parts.reduce(ExactDecimal?.some(.zero), { $0?.adding($1.number) }),
        numbers.contains(where: { $0.number == sum })
      else { continue }
      for part in parts { numbers.append((part.number, nil)) }
    }
  }

  private mutating func add(_ value: IndicatorValue?) {
    switch value?.meaning {
    case .measure(let measure):
      let dimension = measure.unit?.dimension
      add(measure.number, of: measure.unit, dimension)
      if let upper = measure.upper { add(upper, of: measure.unit, dimension) }
      if measure.per.isEmpty, let unit = measure.unit { units.append(unit) }
      if let unit = measure.unit, let dimension, Self.converting.contains(dimension) {
        quantities.append((measure.number, unit))
      }
      if measure.per.isEmpty, dimension != .share, counts.count < Self.countsMax {
        counts.append(measure.number)
      }
    case .frequency(let frequency):
      if let number = frequency.number { numbers.append((number, nil)) }
    case .composite(let composite): for term in composite.terms { add(term) }
    default: break
    }
  }

  private mutating func add(_ number: ExactDecimal, of unit: Quantities.Unit?, _ dimension: Dimension?) {
    if dimension == .share { shares.append(number) } else { numbers.append((number, unit)) }
    guard unit != .percent else {
      // 1200% of households is a count with a slip in its unit.
      if .hundred < number { numbers.append((number, nil)) }
      return
    }
    // 0.97 as a ratio is 97%.
    if number <= .one, let percent = number.scaled(byPowerOfTen: 2) { shares.append(percent) }
    // A bare number may be either.
    if unit == nil { shares.append(number) }
  }

  /// As many counts are added up in pairs.
  private static let countsMax = 24
  private static let converting: [Dimension] = [.length, .area, .volume, .weight, .time]

  /// Every number of a text; those before % are shares.
  private mutating func addFigures(of text: String?) {
    guard let text else { return }
    for figure in PromisedFigures.all(in: text) where !figure.isShare { numbers.append((figure.number, nil)) }
    guard text.holds(anyOf: { (0x30...0x39).contains($0) }) else { return }
    var digits = ""
    func keep(isShare: Bool) {
      defer { digits = "" }
      guard !digits.isEmpty, digits.utf8.count <= 12, let number = ExactDecimal(digits) else { return }
      if isShare { shares.append(number) } else { numbers.append((number, nil)) }
    }
    for scalar in text.unicodeScalars {
      if scalar.isDigit || (scalar == "." && !digits.isEmpty) {
        digits.unicodeScalars.append(scalar)
      } else if !digits.isEmpty {
        keep(isShare: scalar == "%" || scalar == "％" || scalar == "‰")
      }
    }
    keep(isShare: false)
  }

  /// True for a number of the table, or one that two of its counts add up to.
  func holds(_ figure: PromisedFigure) -> Bool {
    if figure.isShare {
      // 满意度达到 95% is not carried by a 合格率 of 95% where the table has its own satisfaction.
      if figure.clause.holds("满意"), !contents.isEmpty { return contents.contains(figure.number) }
      return shares.contains(figure.number)
    }
    if numbers.contains(where: { $0.number == figure.number && figure.mayCount($0.unit) })
      || quantities.contains(where: { figure.isSame(as: $0.number, $0.unit) })
      || figure.isRate && units.contains(where: { figure.matches($0) })
    {
      return true
    }
    for (index, one) in counts.enumerated() {
      for other in counts[(index + 1)...] where one.adding(other) == figure.number { return true }
    }
    return false
  }
}

extension PromisedFigure {
  /// False for 2万册 beside 2万人: the same digits count another kind of thing.
  fileprivate func mayCount(_ other: Quantities.Unit?) -> Bool {
    guard let other, let kind = Self.kind(counter), let others = Self.kind(other), kind != others else {
      return true
    }
    // 200批次 may be 200份 and 200人.
    return [kind, others].contains(.events) && !Set([kind, others]).isDisjoint(with: [.people, .things])
  }

  /// What a unit counts, people in any way being one kind; nil for 个, 项 and what is not known.
  private static func kind(_ unit: Quantities.Unit) -> Dimension? {
    if PriceWords.saysNothing(unit), unit != .person { return nil }
    return switch unit.dimension {
    case .people, .personTimes, .households: .people
    case .volume, .weight: .weight
    case .things, .length, .area, .money, .time, .events: unit.dimension
    default: nil
    }
  }

  /// True for the same amount in another unit.
  fileprivate func isSame(as number: ExactDecimal, _ unit: Quantities.Unit) -> Bool {
    guard let factor = unit.factor(to: counter) else { return false }
    return ExactFraction(number)?.multiplied(by: factor)?.decimal(places: 6) == self.number
  }
}

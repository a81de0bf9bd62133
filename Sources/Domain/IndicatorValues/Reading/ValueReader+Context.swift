// What the context settles: missing units, money, columns; each change is told as a problem.

import Quantities

extension ValueReader {
  /// A deadline takes a missing sign from the operator column; = says nothing about a date.
  mutating func settle(_ deadline: inout Deadline, _ content: Range<Int>, _ context: ValueContext) {
    guard deadline.comparator == nil, let comparator = columnComparator(context), comparator != .equal else {
      return
    }
    deadline.comparator = comparator
    note(.comparatorFromColumn, content.lowerBound, content.upperBound, detail: comparator.rawValue)
  }

  /// A measure takes what it does not print itself: comparator and unit from the columns, the unit from the
  /// name.
  mutating func settle(
    _ measure: inout Measure, isScaled: Bool, _ content: Range<Int>, _ context: ValueContext
  ) {
    let (start, end) = (content.lowerBound, content.upperBound)
    if measure.comparator == nil, let comparator = columnComparator(context) {
      measure.comparator = comparator
      if comparator == .about { measure.isApproximate = true }
      note(.comparatorFromColumn, start, end, detail: comparator.rawValue)
    }
    if measure.unit == nil { findUnit(for: &measure, isScaled: isScaled, content, context) }
    if let name = context.name, !name.isEmpty { noteDoubts(about: measure, name: name, content) }
    if let column = column(context), let unit = measure.unit, let own = column.unit, unit != own,
      unit.factor(to: own) == nil || column.power > 0 && !isScaled && unit == own
    {
      note(.unitDisagrees, start, end, detail: own.symbol)
    }
  }

  /// In this order: the unit column, the name, money understood.
  private mutating func findUnit(
    for measure: inout Measure, isScaled: Bool, _ content: Range<Int>, _ context: ValueContext
  ) {
    let (start, end) = (content.lowerBound, content.upperBound)
    if let column = column(context), let unit = column.unit {
      measure.unit = unit
      if measure.per.isEmpty { measure.per = column.per }
      if !isScaled { scale(&measure, byPowerOfTen: column.power) }
      note(.unitFromColumn, start, end, detail: unit.symbol)
      return
    }
    if let name = context.name, !name.isEmpty, let reading = NameReader.unit(in: name),
      let unit = reading.unit
    {
      if unit.dimension == .share, !measure.per.isEmpty { return understandMoney(in: &measure, content) }
      measure.unit = unit
      if !isScaled { scale(&measure, byPowerOfTen: reading.power) }
      note(.unitFromName, start, end, detail: unit.symbol)
      if let hint = reading.hint { note(.nameSaysMore, start, end, detail: hint) }
      return
    }
    let isPriced = measure.per.contains { !Self.isTime($0) }
    if isPriced { return understandMoney(in: &measure, content) }
    let words = context.name.flatMap { NameReader.words(in: $0) } ?? NameReader.Words()
    if isScaled || !measure.per.isEmpty {
      let isCost = context.level2.flatMap { NameReader.words(in: $0) }?.speaksOfMoney ?? false
      if words.speaksOfMoney || isCost { return understandMoney(in: &measure, content) }
    }
    noteMissingUnit(of: measure, words, content)
  }

  private mutating func understandMoney(in measure: inout Measure, _ content: Range<Int>) {
    measure.unit = .yuan
    note(.moneyUnderstood, content.lowerBound, content.upperBound, detail: Unit.yuan.symbol)
  }

  private mutating func noteMissingUnit(of measure: Measure, _ words: NameReader.Words, _ content: Range<Int>)
  {
    let (start, end) = (content.lowerBound, content.upperBound)
    guard words.speaksOfShare else { return note(.unitMissing, start, end) }
    if measure.number <= .one {
      note(.bareRatio, start, end)
    } else {
      note(.percentProbable, start, end, detail: measure.number.description + "%")
    }
  }

  private func scale(_ measure: inout Measure, byPowerOfTen power: Int) {
    guard power != 0, let number = measure.number.scaled(byPowerOfTen: power) else { return }
    measure.number = number
    measure.upper = measure.upper?.scaled(byPowerOfTen: power)
    measure.center = measure.center?.scaled(byPowerOfTen: power)
  }

  private mutating func noteDoubts(about measure: Measure, name: String, _ content: Range<Int>) {
    let (start, end) = (content.lowerBound, content.upperBound)
    guard let unit = measure.unit else { return }
    switch unit.dimension {
    case .people where unit == .person:
      guard let per = measure.per.first, Self.isTime(per), NameReader.words(in: name)?.speaksOfFee == true
      else { return }
      note(.feeProbable, start, end, detail: "元/人·" + per.symbol)
    case .storage where unit == .mega || unit == .giga:
      note(.unitAmbiguous, start, end, detail: NameReader.words(in: name)?.meaningOfM)
    default: break
    }
  }

  // MARK: Columns

  /// The operator column: a sign, or its name in words.
  private func columnComparator(_ context: ValueContext) -> Comparator? {
    guard let text = context.columnOperator, !text.isEmpty else { return nil }
    return ColumnReader.comparator(in: text)
  }

  private func column(_ context: ValueContext) -> ColumnReader.Reading? {
    guard let text = context.columnUnit, !text.isEmpty else { return nil }
    return ColumnReader.unit(in: text)
  }
}

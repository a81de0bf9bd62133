// From what the scan found to one meaning: weak finds, ranges in two halves, subjects, composites.

import Quantities

extension ValueReader {
  /// Nil when nothing was found that counts.
  mutating func meaning(
    of scan: inout Scan, in content: Range<Int>, context: ValueContext
  ) -> IndicatorValue.Meaning? {
    dropWeak(&scan.atoms)
    mergeHalves(&scan.atoms)
    guard let first = scan.atoms.first else { return nil }
    // 2023年第1批 is no date, 全年无休 is a statement.
    if scan.atoms.count == 1, first.isWeak, !first.isMeasure,
      hasDigit(first.end..<content.upperBound) || !hasDigit(first.start..<first.end)
    {
      return nil
    }
    if scan.atoms.contains(where: \.isTooLong) { return .text }
    if scan.atoms.count == 1 {
      return finished(
        first, before: content.lowerBound..<first.start, after: first.end..<content.upperBound,
        consumed: scan.consumed, context: context)
    }
    return composite(scan, in: content)
  }

  private func hasDigit(_ range: Range<Int>) -> Bool {
    range.contains { ScalarClass.isDigit(self[$0]) }
  }

  /// Weak finds go where a strong one stands; among weak ones the last number, else the first date, stays.
  private func dropWeak(_ atoms: inout [Atom]) {
    guard atoms.contains(where: \.isWeak) else { return }
    if atoms.contains(where: { !$0.isWeak }) {
      atoms.removeAll(where: \.isWeak)
    } else if atoms.count > 1, let kept = atoms.last(where: { $0.isMeasure }) ?? atoms.first {
      atoms = [kept]
    }
  }

  /// ≥80%且≤90%, 80%≤X≤90%, 30人以上50人以下 are ranges.
  private func mergeHalves(_ atoms: inout [Atom]) {
    var index = 0
    while index + 1 < atoms.count {
      if let merged = merged(atoms[index], atoms[index + 1]) {
        atoms[index] = merged
        atoms.remove(at: index + 1)
      } else {
        index += 1
      }
    }
  }

  private func merged(_ low: Atom, _ high: Atom) -> Atom? {
    guard var measure = low.measure, let upper = high.measure, upper.per.isEmpty || upper.per == measure.per,
      measure.upper == nil, upper.upper == nil, measure.unit == nil || measure.unit == upper.unit
    else { return nil }
    let link = linkBetween(low.end, high.start)
    var (lower, higher) = (measure, upper)
    if measure.comparator?.isUpperBound == true, upper.comparator?.isLowerBound == true, link == .plain {
      swap(&lower, &higher)
    } else if measure.comparator == nil, link == .variable, upper.comparator?.isUpperBound == true {
      // 80%≤X≤90%
    } else if !(measure.comparator?.isLowerBound == true && upper.comparator?.isUpperBound == true
      && link == .plain)
    {
      return nil
    }
    guard lower.number <= higher.number else { return nil }
    measure.comparator = .between
    measure.number = lower.number
    measure.upper = higher.number
    measure.unit = upper.unit
    let atom = low
    atom.end = high.end
    atom.content = .measure(measure)
    return atom
  }

  private enum Link { case plain, variable, words }

  /// What stands between two halves of a range: at most a mark and 且, or a sign with a variable.
  private func linkBetween(_ start: Int, _ end: Int) -> Link {
    var place = start
    if let sign = sign(at: place), sign.comparator.isUpperBound {
      place = sign.end
      while ScalarClass.isLatin(self[place]) { place += 1 }
      return place == end ? .variable : .words
    }
    while place < end {
      switch self[place] {
      case 0x2C, 0x3001, 0x3B, 0x4E14, 0x5E76, 0x53CA, 0x548C, 0x540C, 0x65F6, 0x4F46: place += 1
      // , 、 ; 且 并 及 和 同 时 但
      default: return .words
      }
    }
    return .plain
  }

  /// The meaning of one find with the words around it; only a value of one piece takes the context.
  mutating func finished(
    _ atom: Atom, before: Range<Int>, after: Range<Int>, consumed: [Range<Int>], context: ValueContext?
  ) -> IndicatorValue.Meaning {
    switch atom.content {
    case .measure(var measure):
      if !before.isEmpty || !after.isEmpty {
        let head = takeLimit(from: before, into: &measure)
        measure.subject = subject(before: head, after: after, consumed: consumed)
        takeAverage(into: &measure)
      }
      if let context {
        settle(&measure, isScaled: atom.isScaled, before.lowerBound..<after.upperBound, context)
      }
      if !measure.per.isEmpty, let frequency = Self.frequency(of: measure) { return .frequency(frequency) }
      return .measure(measure)
    case .deadline(var deadline):
      deadline.subject = deadlineSubject(before: before, after: after)
      if deadline.anchor != .calendar { note(.relativeDate, atom.start, atom.end) }
      if let context { settle(&deadline, before.lowerBound..<after.upperBound, context) }
      return .deadline(deadline)
    }
  }

  /// 不超过预算的100%: a comparator in front of what the share is of.
  private func takeLimit(from before: Range<Int>, into measure: inout Measure) -> Range<Int> {
    guard !before.isEmpty else { return before }
    let head = trimmedHead(before)
    var end: Int?
    if let bounded = word(.boundedBefore, at: head.lowerBound), bounded.end < head.upperBound {
      if measure.comparator == nil { measure.comparator = .atMost }
      end = bounded.end
    } else if measure.comparator == nil, let sign = sign(at: head.lowerBound), sign.end < head.upperBound {
      measure.comparator = sign.comparator
      end = sign.end
    } else if measure.comparator == nil, let limit = word(.comparatorBefore, at: head.lowerBound),
      isPlainLimit(at: head.lowerBound), limit.end < head.upperBound
    {
      measure.comparator = Comparator.allCases[Int(limit.payload)]
      end = limit.end
    }
    guard let end else { return before }
    return end..<head.upperBound
  }

  /// 不超过, 至少, 最多, 未超过 limit what follows even with words between; 高于上年5% does not.
  private func isPlainLimit(at place: Int) -> Bool {
    switch self[place] {
    case 0x4E0D, 0x81F3, 0x6700, 0x672A, 0x5E94: true  // 不 至 最 未 应
    default: false
    }
  }

  /// Events over time are a frequency; everything else over time stays a measure.
  static func frequency(of measure: Measure) -> Frequency? {
    guard let unit = measure.unit, unit.dimension == .events, measure.center == nil,
      measure.per.contains(where: isTime), unit.symbol.hasSuffix("次") || frequencyUnits.contains(unit)
    else { return nil }
    return Frequency(
      comparator: measure.comparator, number: measure.number, upper: measure.upper, unit: unit,
      per: measure.per,
      subject: measure.subject, isApproximate: measure.isApproximate)
  }

  private static let frequencyUnits: Set<Unit> = [
    Unit("次"), Unit("场"), Unit("场次"), Unit("期"), Unit("批次"), Unit("班次"), Unit("轮"), Unit("轮次"), Unit("届"),
    Unit("趟"),
    Unit("回"), Unit("批"), Unit("班"), Unit("频次"),
  ]

  /// Known time units, and multiples such as 2年 and 3个月.
  static func isTime(_ unit: Unit) -> Bool {
    if unit.isKnown { return unit.dimension == .time }
    let symbol = unit.symbol
    return symbol.first?.isNumber == true && timeEndings.contains { symbol.hasSuffix($0) }
  }

  private static let timeEndings = ["年", "个月", "季度", "周", "天", "日", "小时", "学期", "学年", "旬", "工作日"]

  /// 人均成本200元: money per person, where the subject begins with the average.
  private func takeAverage(into measure: inout Measure) {
    guard measure.per.isEmpty, measure.unit?.dimension == .money, let subject = measure.subject else {
      return
    }
    for (word, unit) in VocabularyWords.averages where subject.hasPrefix(word) && subject.count > word.count {
      measure.per = [Unit(unit)]
      measure.subject = String(subject.dropFirst(word.count))
      return
    }
  }
}

// Measures: comparator, number, scale, unit, per-units, range and suffix in one production.

import Quantities

/// One number with all that belongs to it, before the words around it are told apart.
struct Amount {
  var number: ScannedNumber
  var value: ExactDecimal
  var hasScale = false
  var isApproximate = false
  var unit: Unit?
  var per: [Unit] = []
  var ratioTo: ExactDecimal?
  var end: Int
}

extension ValueReader {
  /// measure = head amount [ rangeMark amount | "±" amount ] { suffix }
  ///
  /// Gives nil where no number begins, and for digits that belong to a name, a code or an ordinal.
  mutating func measure(at start: Int) -> Atom? {
    let (head, numberStart) = head(at: start)
    guard mayBeginAmount(at: numberStart),
      var first = amount(at: numberStart) ?? roundAmount(at: numberStart, head: head)
    else { return nil }
    guard !isPartOfWord(at: numberStart) else { return nil }
    if head.isNegative { first.value = first.value.negated }
    var measure = Measure(comparator: head.comparator, number: first.value)
    measure.unit = first.unit
    measure.per = first.per
    measure.isApproximate = head.isApproximate || first.isApproximate
    measure.ratioTo = first.ratioTo
    var end = first.end
    var isTooLong = first.number.isTooLong
    var isScaled = first.hasScale
    if mayHaveSecond(at: end), let last = second(after: &first, from: start, into: &measure) {
      end = last.end
      isTooLong = isTooLong || last.number.isTooLong
      isScaled = isScaled || last.hasScale
    }
    if measure.unit == nil, head.hasMoneySign { measure.unit = .yuan }
    if !head.per.isEmpty { measure.per = head.per + measure.per }
    if head.hasConflict { note(.comparatorContradiction, start, end) }
    end = suffixes(at: end, of: &measure, head: head, start: start)
    if measure.isApproximate, measure.comparator == nil { measure.comparator = .about }
    if isTooLong { note(.tooLong, numberStart, end) }
    guard isAcceptable(first, measure, head: head, numberStart: numberStart, end: end) else { return nil }
    let isWeak = isWeak(measure, head: head, at: end)
    let atom = Atom(start: start, end: end, content: .measure(measure))
    atom.isTooLong = isTooLong
    atom.isWeak = isWeak
    atom.isScaled = isScaled
    return atom
  }

  /// A digit, a point, a Chinese numeral or 半.
  private func mayBeginAmount(at place: Int) -> Bool {
    let scalar = self[place]
    return ScalarClass.isDigit(scalar) || scalar == 0x2E || scalar == 0x534A
      || ChineseNumeral.digit(scalar) != nil
      || ChineseNumeral.power(scalar) != nil
  }

  /// A dash, 至, 到 or ± behind the first number.
  private func mayHaveSecond(at place: Int) -> Bool {
    switch self[place] {
    case 0x2D, 0x7E, 0x2014, 0x81F3, 0x5230, 0xB1, 0x2B: true
    default: false
    }
  }

  /// The other end of a range or the width of a spread; what only it prints counts for both.
  private mutating func second(after first: inout Amount, from start: Int, into measure: inout Measure)
    -> Amount?
  {
    let last: Amount
    if let range = rangeEnd(of: &first) {
      last = range
      measure.comparator = .between
      measure.number = first.value
      measure.upper = range.value
      if range.value < first.value { note(.rangeReversed, start, range.end) }
    } else if let spread = spread(of: first) {
      last = spread
      measure.comparator = .plusMinus
      measure.center = first.value
      measure.number = spread.value
    } else {
      return nil
    }
    if last.unit != nil { measure.unit = last.unit }
    if !last.per.isEmpty { measure.per = last.per }
    if last.isApproximate { measure.isApproximate = true }
    return last
  }

  /// amount = share | number [ approximation ] [ scale ] [ approximation ] [ "(含)" ] [ unit ] [ perList ]
  func amount(at start: Int) -> Amount? {
    if let share = shareWord(at: start) { return share }
    guard let number = arabicNumber(at: start) ?? chineseNumber(at: start) else { return nil }
    // 3:1:2 and 8:30:00 are no ratio of two.
    if self[number.end] == 0x3A, ScalarClass.isDigit(self[number.end + 1]), ratio(after: number) == nil {
      return nil
    }
    var amount = Amount(number: number, value: number.value, end: number.end)
    if let ratio = ratio(after: number) {
      amount.ratioTo = ratio.value
      amount.unit = .ratio
      amount.end = ratio.end
      return amount
    }
    if isInfixApproximation(at: amount.end) {
      amount.isApproximate = true
      amount.end += 1
    }
    if let scale = scale(at: amount.end) {
      amount.hasScale = true
      amount.end = scale.end
      if let scaled = amount.value.scaled(byPowerOfTen: scale.power) {
        amount.value = scaled
      } else {
        amount.number.isTooLong = true
      }
      addLowerPart(to: &amount, below: scale.power)
      if isInfixApproximation(at: amount.end) {
        amount.isApproximate = true
        amount.end += 1
      }
    }
    readUnit(of: &amount)
    return amount
  }

  /// 近百人, 超千万元, 百余户: a power alone counts as one of it, only behind a comparator or 约, or before 余,
  /// and before a unit.
  private func roundAmount(at start: Int, head: AmountHead) -> Amount? {
    guard let scale = scale(at: start), let value = ExactDecimal.one.scaled(byPowerOfTen: scale.power) else {
      return nil
    }
    let isRough = isInfixApproximation(at: scale.end)
    guard head.comparator != nil || head.isApproximate || isRough else { return nil }
    var number = ScannedNumber(value: value, start: start, end: scale.end, digitCount: scale.end - start)
    number.isChinese = true
    var amount = Amount(
      number: number, value: value, hasScale: true, isApproximate: isRough,
      end: isRough ? scale.end + 1 : scale.end)
    readUnit(of: &amount)
    return amount.unit == nil ? nil : amount
  }

  /// 1万5千, 1亿2000万: a second number with a smaller scale belongs to the first.
  private func addLowerPart(to amount: inout Amount, below power: Int) {
    guard power >= 4, let lower = arabicNumber(at: amount.end), !cells[amount.end].spaceBefore else { return }
    let scale = scale(at: lower.end)
    guard (scale?.power ?? 0) < power, scale != nil || knownUnit(at: lower.end) != nil,
      lower.digitCount <= power,
      let scaled = lower.value.scaled(byPowerOfTen: scale?.power ?? 0), let sum = amount.value.adding(scaled)
    else { return }
    amount.value = sum
    amount.end = scale?.end ?? lower.end
  }

  /// 余, 多, 来, 几 directly behind digits: 50余场, 3万多人.
  private func isInfixApproximation(at place: Int) -> Bool {
    switch self[place] {
    case 0x4F59, 0x591A, 0x6765:  // 余 多 来
      return scale(at: place + 1) != nil || knownUnit(at: place + 1) != nil || isBoundary(at: place + 1)
        || self[place + 1] == 0x4E2A
    default: return false
    }
  }

  /// tenths = 成 [ chineseDigit ]: 九成, 八成五
  private func readTenths(of amount: inout Amount) -> Bool {
    guard self[amount.end] == 0x6210 else { return false }
    let rest = amount.number.isChinese ? ChineseNumeral.digit(self[amount.end + 1]) : nil
    let end = amount.end + (rest == nil ? 1 : 2)
    guard !amount.number.isChinese || isBoundaryOrSuffix(at: end),
      !ScalarClass.isChinese(self[end]) || isSuffix(at: end),
      let value = amount.value.scaled(byPowerOfTen: 1)?.adding(ExactDecimal(rest ?? 0))
    else { return false }
    amount.value = value
    amount.unit = .percent
    amount.end = end
    return true
  }

  private func readUnit(of amount: inout Amount) {
    guard amount.end < count else { return }
    if let inclusive = inclusion(at: amount.end) {
      if word(.comparatorAfter, at: amount.end) == nil { amount.end = inclusive.end }
    }
    if readTenths(of: &amount) { return }
    if let bracketed = bracketedUnit(at: amount.end) {
      amount.value = amount.value.scaled(byPowerOfTen: bracketed.power) ?? amount.value
      amount.unit = bracketed.unit
      amount.per = bracketed.per
      amount.hasScale = amount.hasScale || bracketed.power > 0
      amount.end = bracketed.end
    } else if let known = knownUnit(at: amount.end) {
      amount.unit = known.unit
      amount.end = known.end
      // 10台(套): the bracket only names a twin.
      if self[known.end] == 0x28, let twin = knownUnit(at: known.end + 1), self[twin.end] == 0x29 {
        amount.end = twin.end + 1
      }
      // 30人·次
      if known.unit == .person, self[known.end] == 0xB7, self[known.end + 1] == 0x6B21 {
        amount.unit = .personTime
        amount.end = known.end + 2
      }
      readHalf(of: &amount)
    } else if !amount.number.isChinese, let unknown = unknownUnit(at: amount.end) {
      amount.unit = unknown.unit
      amount.end = unknown.end
    }
    if let pers = perList(at: amount.end, after: amount.unit) {
      amount.per = pers.units
      amount.end = pers.end
    }
  }

  /// half = time "半" | "个半" time: 一年半, 2个半月
  private func readHalf(of amount: inout Amount) {
    guard self[amount.end] == 0x534A, let half = ExactDecimal(significand: 5, exponent: -1),
      let sum = amount.value.adding(half)
    else { return }
    if amount.unit?.symbol == "个", let time = knownUnit(at: amount.end + 1), time.unit.dimension == .time {
      amount.unit = time.unit
      amount.end = time.end
    } else if amount.unit?.dimension == .time, isBoundaryOrSuffix(at: amount.end + 1) {
      amount.end += 1
    } else {
      return
    }
    amount.value = sum
  }

  func isBoundaryOrSuffix(at place: Int) -> Bool {
    isBoundary(at: place) || isSuffix(at: place) || self[place] == 0x5185
  }

  /// share = "百分之" number | "千分之" number | "百分百" | digits "分之" number | "半" time
  private func shareWord(at start: Int) -> Amount? {
    if ScalarClass.isDigit(self[start]) || self[start] < 0x80 { return nil }
    if let end = matches("百分之百", at: start) ?? matches("百分百", at: start) {
      let number = ScannedNumber(value: .hundred, start: start, end: end, digitCount: 3)
      return Amount(number: number, value: .hundred, unit: .percent, end: end)
    }
    for (word, unit) in Self.shareHeads {
      guard let head = matches(word, at: start),
        let number = arabicNumber(at: head) ?? chineseHundred(at: head)
      else {
        continue
      }
      return Amount(number: number, value: number.value, unit: Unit(unit), end: number.end)
    }
    // 半年, 半个月
    if self[start] == 0x534A, let unit = knownUnit(at: start + 1), unit.unit.dimension == .time,
      let half = ExactDecimal(significand: 5, exponent: -1)
    {
      var number = ScannedNumber(value: half, start: start, end: start + 1, digitCount: 1)
      number.isChinese = true
      return Amount(number: number, value: half, unit: unit.unit, end: unit.end)
    }
    guard let divisor = chineseNumber(at: start), let middle = matches("分之", at: divisor.end),
      let dividend = chineseNumber(at: middle)
    else { return nil }
    return Amount(
      number: dividend, value: dividend.value, unit: .ratio, ratioTo: divisor.value, end: dividend.end)
  }

  /// 一百 of 百分之一百, 百 of 百分之百.
  private func chineseHundred(at place: Int) -> ScannedNumber? {
    var number = chineseNumber(at: place)
    number?.isChinese = false
    return number
  }

  private static let shareHeads: [(StaticString, String)] = [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")]

  /// ratio = number ":" number | number "/" number, alone
  private func ratio(after number: ScannedNumber) -> (value: ExactDecimal, end: Int)? {
    let mark = self[number.end]
    guard mark == 0x3A || mark == 0x2F || mark == 0x6BD4, !number.isChinese,
      let second = arabicNumber(at: number.end + 1)
    else { return nil }
    guard !second.value.isZero, !second.isTooLong, self[second.end] != 0x3A, self[second.end] != 0x2F else {
      return nil
    }
    if mark == 0x2F {
      guard isBoundaryOrSuffix(at: second.end), number.value < second.value else { return nil }
    }
    return (second.value, second.end)
  }
}

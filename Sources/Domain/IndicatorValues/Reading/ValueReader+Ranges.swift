// Ranges and spreads: 3-5个, 80%至90%, 100±5个.

import Quantities

extension ValueReader {
  /// range = amount ( "-" | "~" | "—" | "--" | "至" | "到" ) amount
  ///
  /// A scale or unit that only the second end prints counts for the first too: 1-2万元 is 10000 to 20000 元.
  func rangeEnd(of first: inout Amount) -> Amount? {
    guard let start = rangeMarkEnd(at: first.end) else { return nil }
    guard var second = amount(at: start) else { return nil }
    if second.number.isChinese, !first.number.isChinese { return nil }
    if first.ratioTo != nil || second.ratioTo != nil { return nil }
    if first.unit == nil, second.hasScale, !first.hasScale,
      first.value < second.number.value || second.unit != nil,
      first.value <= second.number.value
    {
      let power = powerOfScale(second)
      first.value = first.value.scaled(byPowerOfTen: power) ?? first.value
    }
    if second.unit == nil, first.unit != nil {
      second.unit = first.unit
      if first.hasScale, !second.hasScale, second.value < first.value { return nil }
    }
    if let unit = first.unit, let other = second.unit, unit != other, unit.factor(to: other) == nil {
      return nil
    }
    return second
  }

  private func powerOfScale(_ amount: Amount) -> Int {
    var power = 0
    while power < 24, let scaled = amount.number.value.scaled(byPowerOfTen: power), scaled < amount.value {
      power += 1
    }
    return power
  }

  private func rangeMarkEnd(at place: Int) -> Int? {
    let scalar = self[place]
    var end = place
    if ScalarClass.isRangeMark(scalar) {
      while ScalarClass.isRangeMark(self[end]), end - place < 3 { end += 1 }
    } else if scalar == 0x81F3 || scalar == 0x5230 {  // 至 到
      end += 1
    } else {
      return nil
    }
    let beginsNumber =
      ScalarClass.isDigit(self[end]) || ChineseNumeral.digit(self[end]) != nil || self[end] == 0x5341
      || self[end] == 0x767E
    return beginsNumber ? end : nil
  }

  /// spread = amount "±" amount
  func spread(of first: Amount) -> Amount? {
    guard let sign = sign(at: first.end), sign.comparator == .plusMinus else { return nil }
    return amount(at: sign.end)
  }
}

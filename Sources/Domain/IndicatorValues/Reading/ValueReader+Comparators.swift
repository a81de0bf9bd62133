// Comparator signs and words, before and behind a number.

import Quantities

/// What stands before a number.
struct AmountHead {
  var comparator: Comparator?
  /// From 控制在: gives way to a word behind the number.
  var isWeak = false
  var isApproximate = false
  var isNegative = false
  var hasMoneySign = false
  var hasConflict = false
  /// A printed sign such as ≥, as against a word.
  var hasSign = false
  var per: [Unit] = []
  /// Anything at all was read.
  var isEmpty = true

  mutating func add(_ added: Comparator, isWeak weak: Bool = false) {
    isEmpty = false
    guard let present = comparator, !isWeak else {
      comparator = added
      isWeak = weak
      return
    }
    if weak || present == added || present == .plusMinus { return }
    // 误差不超过±3%: the limit is in the ±.
    if added == .plusMinus {
      comparator = added
      return
    }
    if present.isLowerBound && added.isLowerBound || present.isUpperBound && added.isUpperBound { return }
    if added == .equal { return }
    if present == .equal { comparator = added } else { hasConflict = true }
  }
}

extension ValueReader {
  /// sign = "≥" | ">=" | "=>" | ">" | "=" | "==" | "≤" | "<=" | "=<" | "<" | "±" | "≈" | "~" | "》" ["="] |
  /// "《" ["="]
  func sign(at place: Int) -> (comparator: Comparator, end: Int)? {
    let next = self[place + 1]
    switch self[place] {
    case 0x2265: return (.atLeast, next == 0x3D || next == 0x2265 ? place + 2 : place + 1)
    case 0x2264: return (.atMost, next == 0x3D || next == 0x2264 ? place + 2 : place + 1)
    case 0x3E, 0x300B, 0x3009:  // > 》 〉
      if next == 0x3D || next == 0x2265 { return (.atLeast, place + 2) }
      return self[place] == 0x3E || isNumberSign(next) ? (.moreThan, place + 1) : nil
    case 0x3C, 0x300A, 0x3008:  // < 《 〈
      if next == 0x3D || next == 0x2264 { return (.atMost, place + 2) }
      return self[place] == 0x3C || isNumberSign(next) ? (.lessThan, place + 1) : nil
    case 0x3D:
      if next == 0x3E || next == 0x2265 { return (.atLeast, place + 2) }
      if next == 0x3C || next == 0x2264 { return (.atMost, place + 2) }
      return (.equal, next == 0x3D ? place + 2 : place + 1)
    case 0xB1: return (.plusMinus, place + 1)
    case 0x2B where next == 0x2D || next == 0x2F && self[place + 2] == 0x2D:  // +-, +/-
      return (.plusMinus, place + (next == 0x2D ? 2 : 3))
    case 0x2B where next == 0x2014: return (.plusMinus, place + 2)
    case 0x2248: return (.about, place + 1)
    case 0x7E where isNumberSign(next): return (.about, place + 1)
    default: return nil
    }
  }

  private func isNumberSign(_ scalar: UInt32) -> Bool { ScalarClass.isDigit(scalar) || scalar == 0x2E }

  /// head = { sign | comparatorBefore | approximateBefore | boundedBefore | average | every | "￥" | "-" |
  /// "正负" }
  func head(at start: Int) -> (head: AmountHead, end: Int) {
    var head = AmountHead()
    var place = start
    while place < count {
      let scalar = self[place]
      if ScalarClass.isDigit(scalar) { break }
      if let sign = sign(at: place) {
        if sign.comparator == .about { head.isApproximate = true } else { head.hasSign = true }
        head.add(sign.comparator)
        place = sign.end
      } else if scalar == 0x2D, ScalarClass.isDigit(self[place + 1]) {
        head.isNegative = true
        place += 1
      } else if scalar == 0x2B, ScalarClass.isDigit(self[place + 1]) {
        place += 1
      } else if scalar == 0xA5 || scalar == 0xFFE5 {
        head.hasMoneySign = true
        place += 1
      } else if let end = headWord(at: place, into: &head) {
        place = end
      } else {
        break
      }
      head.isEmpty = false
    }
    return (head, place)
  }

  private func headWord(at place: Int, into head: inout AmountHead) -> Int? {
    let roles = vocabulary.roles(startingWith: self[place])
    guard roles & Self.headRoles != 0 else { return nil }
    if let match = word(.boundedBefore, at: place) {
      head.add(.atMost, isWeak: true)
      return match.end
    }
    if let match = word(.comparatorBefore, at: place) {
      head.add(Comparator.allCases[Int(match.payload)])
      return match.end
    }
    if let match = word(.approximateBefore, at: place) {
      head.isApproximate = true
      return match.end
    }
    if let match = word(.average, at: place) {
      head.per.append(Unit(code: match.payload))
      return match.end
    }
    if self[place] == 0x6BCF, let every = everyUnit(at: place) {
      head.per.append(every.unit)
      return every.end
    }
    if let end = matches("正负", at: place) {
      head.add(.plusMinus)
      return end
    }
    if let end = matches("人民币", at: place) ?? matches("RMB", at: place) {
      head.hasMoneySign = true
      return end
    }
    if let end = matches("不得", at: place) ?? matches("应", at: place), word(.comparatorBefore, at: end) != nil
    {
      return end
    }
    return nil
  }

  static let headRoles: UInt64 =
    WordRole.comparatorBefore.bit | WordRole.approximateBefore.bit | WordRole.boundedBefore.bit
    | WordRole.average.bit
    | WordRole.headStart.bit
}

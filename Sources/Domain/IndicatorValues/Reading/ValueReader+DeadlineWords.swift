// The words around a date: 不晚于, 截至, 每年, 前, 底前, 期间, 起, “十四五”.

import Quantities

/// What stands before a date.
struct DeadlineLimit {
  var comparator: Comparator?
  var isWord = false
  var end: Int
}

/// What stands behind a date.
struct DeadlineTail {
  enum Kind {
    case none, before, within, during, onwards
  }
  var kind: Kind
  var end: Int
}

extension ValueReader {
  /// limit = sign | "截至" | "不晚于" | "不超过" | "最迟" | "于" | "在" | "自" …
  func limit(at start: Int) -> DeadlineLimit {
    var limit = DeadlineLimit(end: start)
    if let sign = sign(at: start), sign.comparator != .plusMinus {
      limit.comparator = sign.comparator
      limit.end = sign.end
      return limit
    }
    if let word = word(.dateLimit, at: start) {
      limit.isWord = true
      limit.end = word.end
    } else if let word = word(.dateLink, at: start) {
      limit.end = word.end
    }
    return limit
  }

  /// 每年, 每季度, 每月 before a date.
  func recurrence(at start: Int) -> (anchor: Deadline.Anchor, end: Int)? {
    guard self[start] == 0x6BCF else { return nil }
    if let end = matches("每年度", at: start) ?? matches("每年", at: start) { return (.everyYear, end) }
    if let end = matches("每季度", at: start) ?? matches("每季", at: start) { return (.everyQuarter, end) }
    if let end = matches("每个月", at: start) ?? matches("每月", at: start) { return (.everyMonth, end) }
    return nil
  }

  /// tail = [ "底" ] ( "前" | "之前" | "以前" ) | "内" | "以内" | "期间" | "起" | "开始" | "止"
  func tail(at start: Int) -> DeadlineTail {
    if let before = word(.dateBefore, at: start) {
      // 前期, 前后, 前端, 前沿, 前三季度 begin another word.
      switch self[before.end] {
      case 0x671F, 0x540E, 0x7AEF, 0x6CBF, 0x4E09: break
      default: return DeadlineTail(kind: .before, end: before.end)
      }
    }
    if let during = word(.dateDuring, at: start) { return DeadlineTail(kind: .during, end: during.end) }
    if let within = word(.dateWithin, at: start) { return DeadlineTail(kind: .within, end: within.end) }
    if let onwards = word(.dateOnwards, at: start) { return DeadlineTail(kind: .onwards, end: onwards.end) }
    return DeadlineTail(kind: .none, end: start)
  }

  /// Signs and marks that make the date a promise wherever it stands.
  private func isBinding(
    _ date: DateExpression, limit: DeadlineLimit, isSpan: Bool, tail: DeadlineTail
  ) -> Bool {
    limit.comparator != nil || limit.isWord || tail.kind != .none || isSpan || date.isMarked
  }

  /// A date that stands inside a sentence is an attribute (2023年新增就业), not a deadline.
  func isWeak(
    _ date: DateExpression, limit: DeadlineLimit, isSpan: Bool, tail: DeadlineTail, end: Int
  ) -> Bool {
    if isBinding(date, limit: limit, isSpan: isSpan, tail: tail) { return false }
    // 全年≥12次: the year belongs to the count.
    if sign(at: end) != nil { return true }
    return !isBoundary(at: end) && word(.completion, at: end) == nil
  }

  /// Refuses durations and codes that look like dates.
  func isDeadline(
    _ date: DateExpression, limit: DeadlineLimit, isSpan: Bool, tail: DeadlineTail, every: Bool, end: Int
  ) -> Bool {
    switch self[end] {
    case 0x53F7, 0x3015: return false  // 号 〕
    case 0x58, 0x78, 0x2A, 0x5F: return false  // 2023年XX月
    default: break
    }
    if self[date.start - 1] == 0x3014 || self[date.start - 1] == 0x5B { return false }  // 〔 [
    // 每年1月 alone says a rhythm as well; 每年 without a date never comes here.
    if every, date.precision == .year, !date.isMarked { return false }
    // 比2023年提升, 较上年: a basis of comparison, not a promise.
    let previous = self[date.start - 1]
    if previous == 0x6BD4 || previous == 0x8F83 || previous == 0x4E0E, !isSpan, tail.kind == .none {
      return false
    }
    return true
  }

  /// named = [ "“" ] ( 十三五 | 十四五 | 十五五 ) [ "”" ] [ 期间 | 末 | 时期 | 规划期 ] | feast ( "前" | "期间" )
  mutating func namedDeadline(at start: Int, start whole: Int, limit: DeadlineLimit) -> Atom? {
    var place = start
    let hasQuote = isQuote(self[place])
    if hasQuote { place += 1 }
    if let plan = word(.plan, at: place) {
      var end = plan.end
      if hasQuote, isQuote(self[end]) { end += 1 }
      let tail = word(.planTail, at: end)
      let isSettled = tail != nil
      end = tail?.end ?? end
      if matches("前", at: end) != nil { end += 1 }
      guard isSettled || isBoundary(at: end) || word(.completion, at: end) != nil else { return nil }
      return namedPlan(from: whole, to: end, firstYear: 2001 + (Int(plan.payload) - 10) * 5)
    }
    guard !hasQuote, let feast = word(.feast, at: place) else { return nil }
    let tail = tail(at: feast.end)
    guard tail.kind == .before || tail.kind == .during else { return nil }
    let deadline = Deadline(
      to: nil, precision: tail.kind == .before ? .day : .span, anchor: .named(text(place, tail.end)))
    return Atom(start: whole, end: tail.end, content: .deadline(deadline))
  }

  private func namedPlan(from start: Int, to end: Int, firstYear: Int) -> Atom {
    var deadline = Deadline(to: nil, precision: .span, anchor: .named(text(start, end)))
    if let fiscalYear, (firstYear..<firstYear + 5).contains(fiscalYear) {
      deadline.from = DatePoint(year: firstYear, month: 1, day: 1)
      deadline.to = DatePoint(year: firstYear + 4, month: 12, day: 31)
    }
    return Atom(start: start, end: end, content: .deadline(deadline))
  }

  private func isQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201C, 0x201D, 0x22, 0x300C, 0x300D, 0x2018, 0x2019: true
    default: false
    }
  }
}

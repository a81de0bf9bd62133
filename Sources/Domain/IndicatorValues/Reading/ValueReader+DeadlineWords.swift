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
    for word in Self.limits {
      if let end = matches(word, at: start) {
        limit.isWord = true
        limit.end = end
        return limit
      }
    }
    for word in Self.links {
      if let end = matches(word, at: start) {
        limit.end = end
        return limit
      }
    }
    return limit
  }

  private static let limits: [StaticString] = [
    "截至到", "截至", "截止到", "截止至", "截止时间", "截止", "不晚于", "不迟于", "不得晚于", "不得迟于", "不超过", "早于", "最迟不超过", "最迟于",
    "最迟", "最晚不超过", "最晚于", "最晚", "应于", "须于", "力争于", "力争在", "确保在", "确保于",
  ]
  private static let links: [StaticString] = ["于", "在", "自", "从"]

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
    for word in Self.beforeWords {
      if let end = matches(word, at: start) {
        // 前期, 前后, 前三季度 begin another word.
        if [0x671F, 0x540E, 0x7AEF, 0x6CBF, 0x4E09].contains(self[end]) { break }
        return DeadlineTail(kind: .before, end: end)
      }
    }
    for word in Self.duringWords {
      if let end = matches(word, at: start) { return DeadlineTail(kind: .during, end: end) }
    }
    for word in Self.withinWords {
      if let end = matches(word, at: start) { return DeadlineTail(kind: .within, end: end) }
    }
    for word in Self.onwardsWords {
      if let end = matches(word, at: start) { return DeadlineTail(kind: .onwards, end: end) }
    }
    return DeadlineTail(kind: .none, end: start)
  }

  private static let beforeWords: [StaticString] = ["(含)前", "之前", "以前", "前"]
  private static let duringWords: [StaticString] = ["期间", "全年", "整年"]
  private static let withinWords: [StaticString] = ["以内", "之内", "内", "止", "为止", "间"]
  private static let onwardsWords: [StaticString] = ["起开始", "起", "开始", "以后", "之后"]

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
    return !isBoundary(at: end) && word(.completion, at: end) == nil
  }

  /// Refuses durations and codes that look like dates.
  func isDeadline(
    _ date: DateExpression, limit: DeadlineLimit, isSpan: Bool, tail: DeadlineTail, every: Bool, end: Int
  ) -> Bool {
    if self[end] == 0x53F7 || self[end] == 0x3015 { return false }  // 号 〕
    if self[date.start - 1] == 0x3014 || self[date.start - 1] == 0x5B { return false }  // 〔 [
    // 每年1月 alone says a rhythm as well; 每年 without a date never comes here.
    if every, date.precision == .year, !date.isMarked { return false }
    // 比2023年提升, 较上年: a basis of comparison, not a promise.
    let previous = self[date.start - 1]
    if previous == 0x6BD4 || previous == 0x8F83 || previous == 0x4E0E, !isSpan, tail.kind == .none { return false }
    return true
  }

  /// named = [ "“" ] ( 十三五 | 十四五 | 十五五 ) [ "”" ] [ 期间 | 末 | 时期 | 规划期 ] | feast ( "前" | "期间" )
  mutating func namedDeadline(at start: Int, start whole: Int, limit: DeadlineLimit) -> Atom? {
    var place = start
    let hasQuote = [0x201C, 0x22, 0x300C, 0x2018].contains(self[place])
    if hasQuote { place += 1 }
    if let plan = planNumber(at: place) {
      var end = plan.end
      if hasQuote, [0x201D, 0x22, 0x300D, 0x2019].contains(self[end]) { end += 1 }
      var isSettled = false
      for word in Self.planTails {
        if let next = matches(word, at: end) {
          end = next
          isSettled = true
          break
        }
      }
      if matches("前", at: end) != nil { end += 1 }
      guard isSettled || isBoundary(at: end) || word(.completion, at: end) != nil else { return nil }
      return namedPlan(from: whole, to: end, firstYear: 2001 + (plan.number - 10) * 5)
    }
    guard !hasQuote, let feast = word(.feast, at: place) else { return nil }
    let tail = tail(at: feast.end)
    guard tail.kind == .before || tail.kind == .during else { return nil }
    let deadline = Deadline(to: nil, precision: tail.kind == .before ? .day : .span, anchor: .named(text(place, tail.end)))
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

  private func planNumber(at place: Int) -> (number: Int, end: Int)? {
    for (word, number) in Self.plans {
      if let end = matches(word, at: place) { return (number, end) }
    }
    return nil
  }

  private static let plans: [(StaticString, Int)] = [
    ("十二五", 12), ("十三五", 13), ("十四五", 14), ("十五五", 15), ("十六五", 16),
  ]
  private static let planTails: [StaticString] = ["规划期内", "规划期间", "规划期末", "规划期", "期间", "时期", "期末", "期内", "末期", "末"]
}

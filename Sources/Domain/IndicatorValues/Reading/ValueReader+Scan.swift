// The scan: finds every measure and deadline of a value from left to right.

import Quantities

extension ValueReader {
  private static let startRoles: UInt64 =
    headRoles | WordRole.headStart.bit | WordRole.idiom.bit | WordRole.feast.bit

  /// value = { words | measure | deadline }
  mutating func scan(_ content: Range<Int>) -> Scan {
    var scan = Scan()
    var pending: (unit: Unit, range: Range<Int>)?
    var place = content.lowerBound
    skipListMarker(at: &place, in: content, &scan)
    var bracketDepth = 0
    while place < content.upperBound, scan.atoms.count < 64 {
      let scalar = self[place]
      let isDigit = ScalarClass.isDigit(scalar)
      if isDigit, cells[place].spaceBefore, !scan.atoms.isEmpty {
        let start = place
        skipListMarker(at: &place, in: content, &scan)
        if place > start { continue }
      }
      if isDigit || vocabulary.roles(startingWith: scalar) & Self.startRoles != 0 {
        if let atom = find(at: place), atom.end > place {
          append(atom, isRemark: bracketDepth > 0, to: &scan, pending: &pending)
          place = atom.end
          continue
        }
        if isDigit {
          while ScalarClass.isDigit(self[place]) { place += 1 }
          continue
        }
        if let every = everyBeforeWords(at: place) {
          pending = (every.unit, place..<every.end)
          place = every.end
          continue
        }
        if let idiom = word(.idiom, at: place) {
          place = idiom.end
          continue
        }
      }
      place += 1
      if scalar == 0x28 { bracketDepth += 1 }
      if scalar == 0x29 { bracketDepth -= 1 }
      if ScalarClass.isClauseMark(scalar) {
        pending = nil
        skipListMarker(at: &place, in: content, &scan)
      }
    }
    return scan
  }

  /// Numbers in front of the clauses of a list belong to no subject.
  private func skipListMarker(at place: inout Int, in content: Range<Int>, _ scan: inout Scan) {
    let end = afterListMarker(place, isMore: content.upperBound, isInList: !scan.consumed.isEmpty)
    if end > place { scan.consumed.append(place..<end) }
    place = end
  }

  private mutating func find(at place: Int) -> Atom? {
    if let rhythm = rhythm(at: place) { return rhythm }
    if let deadline = deadline(at: place) { return deadline }
    return measure(at: place)
  }

  /// 每场, 人均 with words between it and its number: 每季度开展活动1次.
  private func everyBeforeWords(at place: Int) -> (unit: Unit, end: Int)? {
    if let every = everyUnit(at: place) { return every }
    guard let average = word(.average, at: place) else { return nil }
    return (Unit(code: average.payload), average.end)
  }

  private func append(
    _ atom: Atom, isRemark: Bool, to scan: inout Scan, pending: inout (unit: Unit, range: Range<Int>)?
  ) {
    // 30场（含线上10场）: what stands in brackets behind a value is a remark.
    if isRemark, !scan.atoms.isEmpty { atom.isWeak = true }
    if let every = pending, var measure = atom.measure, takes(every.unit, measure) {
      measure.per.insert(every.unit, at: 0)
      atom.content = .measure(measure)
      scan.consumed.append(every.range)
    }
    pending = nil
    scan.atoms.append(atom)
  }

  /// A share is of something, not per something (年均增长5%); an average is of money or of counts.
  private func takes(_ unit: Unit, _ measure: Measure) -> Bool {
    guard let own = measure.unit, own != unit, !measure.per.contains(unit) else { return false }
    // PM2.5年均浓度≤35微克/立方米: the average is a name, the measure has its own per-unit.
    if own.dimension != .money, !measure.per.isEmpty { return false }
    return own.dimension != .share && own.dimension != .percentagePoints && own.dimension != .multiple
  }

  /// rhythm = ( 一 | 两 | "1" … ) time amount, where the amount counts events: 一年两次, 1年2次, 两年一届
  mutating func rhythm(at start: Int) -> Atom? {
    // Arabic digits only as a lone 1.
    if ScalarClass.isDigit(self[start]) {
      guard self[start] == 0x31, ScalarClass.isChinese(self[start + 1]) else { return nil }
    } else if self[start] == 0x534A {
      return halfYearRhythm(at: start)
    } else if ChineseNumeral.digit(self[start]) == nil {
      return nil
    }
    guard let number = arabicNumber(at: start) ?? chineseNumber(at: start), !isPartOfWord(at: start),
      let time = knownUnit(at: number.end), time.unit.dimension == .time, time.unit != .yearOfAge,
      number.isChinese || number.value == .one, !ScalarClass.isPunctuation(self[time.end])
    else { return nil }
    let symbol = time.unit == .month ? "个月" : time.unit.symbol
    let unit = number.value == .one ? time.unit : Unit(number.value.description + symbol)
    return events(at: time.end, per: unit, from: start)
  }

  /// 半年一次
  private mutating func halfYearRhythm(at start: Int) -> Atom? {
    guard let time = knownUnit(at: start), time.unit.dimension == .time, time.end == start + 2 else {
      return nil
    }
    return events(at: time.end, per: time.unit, from: start)
  }

  private mutating func events(at place: Int, per unit: Unit, from start: Int) -> Atom? {
    let mark = problems.count
    guard let atom = measure(at: place), var measure = atom.measure, measure.unit?.dimension == .events,
      measure.per.isEmpty
    else {
      problems.removeSubrange(mark...)
      return nil
    }
    measure.per = [unit]
    atom.start = start
    atom.content = .measure(measure)
    return atom
  }

  /// listMarker = digits ( "." | "、" | ")" ) | "(" digits ")" | "①", only with something behind it
  func afterListMarker(_ start: Int, isMore end: Int, isInList: Bool = false) -> Int {
    var place = start
    let scalar = self[place]
    if (0x2460...0x2473).contains(scalar) { return place + 1 }
    let isBracketed = scalar == 0x28
    if isBracketed { place += 1 }
    guard let number = shortNumber(at: place), number.digits <= 2 else { return start }
    place = number.end
    switch self[place] {
    case 0x29: place += 1
    // 6、7月 is no list; 1、30场 is one.
    case 0x3001 where number.value == 1 || isInList || !ScalarClass.isDigit(self[place + 1]): place += 1
    case 0x2E where !isBracketed && !ScalarClass.isDigit(self[place + 1]): place += 1
    default: return start
    }
    return place < end && self[place] != 0 && !ScalarClass.isClauseMark(self[place]) ? place : start
  }
}

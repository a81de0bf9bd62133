// Composites: two and more finds in one value.

import Quantities

extension ValueReader {
  /// The words between two finds: what belongs to the left, what to the right, and how they are joined.
  private struct Join {
    enum Link {
      /// No mark and no conjunction stands between the two.
      case tight
      /// Only a comma does.
      case comma
      case separate
    }

    var left: Range<Int>
    var right: Range<Int>
    var isAlternative = false
    var isProduct = false
    var link = Link.tight
  }

  mutating func composite(_ scan: Scan, in content: Range<Int>) -> IndicatorValue.Meaning {
    let atoms = scan.atoms
    let joins = (1..<atoms.count).map { join(atoms[$0 - 1], atoms[$0]) }
    var terms: [IndicatorValue] = []
    for index in atoms.indices {
      let before = index == 0 ? content.lowerBound..<atoms[0].start : joins[index - 1].right
      let after = index == atoms.count - 1 ? atoms[index].end..<content.upperBound : joins[index].left
      let meaning = finished(
        atoms[index], before: before, after: after, consumed: scan.consumed, context: nil)
      terms.append(IndicatorValue(source: text(before.lowerBound, after.upperBound), meaning: meaning))
    }
    return grouped(terms, joins)
  }

  /// Products bind closer than "and" and "or": 6名助理103157元/年及1名社工128458元/年 is two products.
  private func grouped(_ terms: [IndicatorValue], _ joins: [Join]) -> IndicatorValue.Meaning {
    var groups: [[IndicatorValue]] = [[terms[0]]]
    var isAlternative = false
    for (index, join) in joins.enumerated() {
      if join.isProduct || isUnitCost(terms[index + 1], of: terms[index], link: join.link) {
        groups[groups.count - 1].append(terms[index + 1])
      } else {
        if join.isAlternative { isAlternative = true }
        groups.append([terms[index + 1]])
      }
    }
    if groups.count == 1 { return .composite(Composite(connective: .times, terms: groups[0])) }
    let members = groups.map { group -> IndicatorValue in
      if group.count == 1 { return group[0] }
      let source = group.map(\.source).joined()
      return IndicatorValue(source: source, meaning: .composite(Composite(connective: .times, terms: group)))
    }
    return .composite(Composite(connective: isAlternative ? .or : .and, terms: members))
  }

  /// A count directly followed by money over something is a quantity and its unit cost.
  private func isUnitCost(_ cost: IndicatorValue, of quantity: IndicatorValue, link: Join.Link) -> Bool {
    guard case .measure(let count) = quantity.meaning, case .measure(let price) = cost.meaning,
      price.unit?.dimension == .money, !price.per.isEmpty, let unit = count.unit, count.per.isEmpty,
      unit.dimension != .money, unit.dimension != .share, unit.dimension != .percentagePoints
    else { return false }
    guard link != .separate else { return false }
    let pricesIt = price.per.contains { $0.factor(to: unit) != nil }
    return pricesIt || link == .tight && price.per.allSatisfy(Self.isTime) && unit.dimension != .time
  }

  /// Parts the words between two finds at the last mark or conjunction; without one, words behind a counter
  /// belong to what was counted, words behind a share to what follows.
  private func join(_ left: Atom, _ right: Atom) -> Join {
    let gap = left.end..<right.start
    var join = Join(left: gap.lowerBound..<gap.lowerBound, right: gap)
    if isProductSign(gap) {
      join.isProduct = true
      join.right = gap.upperBound..<gap.upperBound
      return join
    }
    var split: Range<Int>?
    var place = gap.lowerBound
    let marker = afterListMarker(place, isMore: right.end)
    if marker > place {
      split = place..<min(marker, gap.upperBound)
      place = min(marker, gap.upperBound)
      join.link = .separate
    }
    while place < gap.upperBound {
      if self[place] == 0xD7 || self[place] == 0x2A {
        split = place..<place + 1
        join.isProduct = true
        break
      }
      if ScalarClass.isClauseMark(self[place]) || self[place] == 0x2B || self[place] == 0x2F {
        join.link = self[place] == 0x2C && join.link == .tight ? .comma : .separate
        if split == nil || self[place] != 0x3001 { split = place..<place + 1 }
      } else if let conjunction = conjunction(
        at: place, isInside: place > gap.lowerBound && place + 1 < gap.upperBound)
      {
        if split == nil || conjunction.isAlternative { split = place..<conjunction.end }
        join.link = .separate
        if conjunction.isAlternative { join.isAlternative = true }
        place = conjunction.end - 1
      }
      place += 1
    }
    if let split {
      join.left = gap.lowerBound..<split.lowerBound
      join.right = afterConjunction(split.upperBound, in: gap)..<gap.upperBound
    } else if takesFollowingWords(left) {
      join.left = gap
      join.right = gap.upperBound..<gap.upperBound
    }
    return join
  }

  /// 且, 同时, 并且 behind a comma belong to neither side.
  private func afterConjunction(_ start: Int, in gap: Range<Int>) -> Int {
    for word in Self.conjunctions {
      if let end = matches(word, at: start), end <= gap.upperBound { return end }
    }
    return start
  }

  private static let conjunctions: [StaticString] = ["并且", "且", "同时", "以及", "或者", "或", "另外"]

  private func isProductSign(_ gap: Range<Int>) -> Bool {
    guard gap.count == 1 || gap.count == 2 else { return false }
    switch self[gap.lowerBound] {
    case 0xD7, 0x2A, 0x78, 0x58: return gap.count == 1  // × * x X
    case 0x4E58: return gap.count == 1 || self[gap.lowerBound + 1] == 0x4EE5  // 乘 乘以
    default: return false
    }
  }

  private func conjunction(at place: Int, isInside: Bool) -> (isAlternative: Bool, end: Int)? {
    if let end = matches("或者", at: place) { return (true, end) }
    if let end = matches("同时", at: place) ?? matches("以及", at: place) ?? matches("并且", at: place) {
      return (false, end)
    }
    switch self[place] {
    case 0x6216: return (true, place + 1)  // 或
    case 0x53CA, 0x4E14, 0x5E76, 0x548C, 0x4E0E: return (false, place + 1)  // 及 且 并 和 与
    default: return nil
    }
  }

  private func takesFollowingWords(_ atom: Atom) -> Bool {
    guard let measure = atom.measure, let unit = measure.unit, measure.per.isEmpty else { return false }
    guard atom.end > 0, knownEnds(atom) else { return false }
    switch unit.dimension {
    case .share, .percentagePoints, .money, .time, .multiple, .score: return false
    default: return true
    }
  }

  /// The find ends with its unit, not with 以上 or 左右.
  private func knownEnds(_ atom: Atom) -> Bool {
    for length in 1...3 where atom.end - length >= atom.start {
      if let unit = word(.unit, at: atom.end - length), unit.end == atom.end { return true }
    }
    return false
  }
}

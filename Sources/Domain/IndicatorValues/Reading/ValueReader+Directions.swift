// Directions of statements: where the words want things to go.

extension ValueReader {
  /// The first word that has a direction: 有效提升 up, 不超预算 down, 无重大安全事故 down.
  func direction(in range: Range<Int>) -> Qualitative.Direction? {
    var place = range.lowerBound
    while place < range.upperBound {
      if let end = nothingBad(at: place, in: range), end > place { return .down }
      let up = word(.directionUp, at: place)
      let down = word(.directionDown, at: place)
      if let up, up.end >= down?.end ?? 0, up.end <= range.upperBound, !isState(place, up.end, range) {
        return isDenied(place, range) ? .down : .up
      }
      if let down, down.end <= range.upperBound, !isManagement(place, range) {
        return isDenied(place, range) ? .up : .down
      }
      place += 1
    }
    return nil
  }

  /// 无, 未发生, 零, 没有 … with an incident behind it.
  private func nothingBad(at place: Int, in range: Range<Int>) -> Int? {
    switch self[place] {
    case 0x65E0, 0x672A, 0x96F6, 0x4E0D, 0x6CA1: break  // 无 未 零 不 没
    default: return nil
    }
    var at = place + 1
    while at < range.upperBound, at - place <= 14, !ScalarClass.isClauseMark(self[at]) {
      if let bad = word(.grievance, at: at) { return bad.end }
      at += 1
    }
    return nil
  }

  /// 不, 未 directly before the word turns it round.
  private func isDenied(_ place: Int, _ range: Range<Int>) -> Bool {
    guard place > range.lowerBound else { return false }
    return self[place - 1] == 0x4E0D || self[place - 1] == 0x672A
  }

  /// 完善 and 丰富 are states (制度完善), unless an adverb says that they are to grow (逐步完善).
  private func isState(_ place: Int, _ end: Int, _ range: Range<Int>) -> Bool {
    guard
      matches("完善", at: place) != nil || matches("丰富", at: place) != nil || matches("进步", at: place) != nil
    else { return false }
    if place == range.lowerBound { return end == range.upperBound && matches("完善", at: place) != nil }
    return ![0x6B65, 0x65AD, 0x7EED, 0x76CA, 0x52A0, 0x66F4, 0x6548, 0x6E10, 0x5E74, 0x9762, 0x5927].contains(
      self[place - 1])
  }

  /// 内部控制, 质量控制: a discipline, not a reduction.
  private func isManagement(_ place: Int, _ range: Range<Int>) -> Bool {
    guard matches("控制", at: place) != nil, place >= range.lowerBound + 1 else { return false }
    return self[place - 1] == 0x90E8 || self[place - 1] == 0x5185 || self[place - 1] == 0x91CF  // 部 内 量
  }
}

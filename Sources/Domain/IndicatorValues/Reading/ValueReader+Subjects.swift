// Subjects: the words of a value that are no part of the measure.

extension ValueReader {
  /// The words before and behind a measure, cleaned at their edges and joined; nil where nothing is left.
  func subject(before: Range<Int>, after: Range<Int>, consumed: [Range<Int>]) -> String? {
    let head = trimmedHead(before)
    let tail = trimmedTail(after)
    guard !head.isEmpty || !tail.isEmpty else { return nil }
    if head.isEmpty { return text(tail.lowerBound, tail.upperBound) }
    if tail.isEmpty, consumed.isEmpty { return text(head.lowerBound, head.upperBound) }
    var utf8: [UInt8] = []
    append(head, without: consumed, to: &utf8)
    append(tail.lowerBound, tail.upperBound, to: &utf8)
    guard !utf8.isEmpty else { return nil }
    return String(decoding: utf8, as: UTF8.self)
  }

  private func append(_ range: Range<Int>, without consumed: [Range<Int>], to utf8: inout [UInt8]) {
    var place = range.lowerBound
    for gap in consumed where gap.lowerBound >= place && gap.upperBound <= range.upperBound {
      append(place, gap.lowerBound, to: &utf8)
      place = gap.upperBound
    }
    append(place, range.upperBound, to: &utf8)
  }

  /// Takes marks and empty words (预计, 力争 in front; 达到, 为 behind) from the words before a number.
  func trimmedHead(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    var changed = true
    while changed, start < end {
      changed = false
      if isEdgeMark(self[end - 1]) && self[end - 1] != 0x29 || isOpening(self[end - 1]) {
        end -= 1
        changed = true
      } else if let shorter = endWithoutEdgeWord(start, end) {
        end = shorter
        changed = true
      }
    }
    changed = true
    while changed, start < end {
      changed = false
      if isEdgeMark(self[start]) || isClosing(self[start]) {
        start += 1
        changed = true
      } else if let match = word(.leadEdge, at: start), match.end <= end {
        start = match.end
        changed = true
      }
    }
    if start < end, let hollow = word(.hollow, at: start), hollow.end == end { return start..<start }
    return start..<max(start, end)
  }

  private func endWithoutEdgeWord(_ start: Int, _ end: Int) -> Int? {
    for length in 2...3 where end - length >= start {
      if let kept = word(.edgeKept, at: end - length), kept.end == end { return nil }
    }
    for length in stride(from: 4, through: 1, by: -1) where end - length >= start {
      if let match = word(.edge, at: end - length), match.end == end { return end - length }
    }
    return nil
  }

  /// Takes marks, 的 and a wrapping bracket from the words behind a number.
  func trimmedTail(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isEdgeMark(self[start]) || isClosing(self[start]) || self[start] == 0x7684 {
      start += 1
    }
    while start < end, isEdgeMark(self[end - 1]) { end -= 1 }
    if start < end, isOpening(self[start]), isClosing(self[end - 1]) {
      start += 1
      end -= 1
    } else if start < end, isOpening(self[start]), !(start..<end).contains(where: { isClosing(self[$0]) }) {
      start += 1
    } else if start < end, isClosing(self[end - 1]), !(start..<end).contains(where: { isOpening(self[$0]) }) {
      end -= 1
    }
    return start..<max(start, end)
  }

  func isEdgeMark(_ scalar: UInt32) -> Bool {
    if scalar == 0x28 || scalar == 0x29 || scalar == 0x2F { return scalar == 0x2F }
    return ScalarClass.isPunctuation(scalar) && !isOpening(scalar) && !isClosing(scalar) || scalar == 0x25
  }

  func isOpening(_ scalar: UInt32) -> Bool {
    scalar == 0x28 || scalar == 0x5B || scalar == 0x3010 || scalar == 0x201C
  }
  func isClosing(_ scalar: UInt32) -> Bool {
    scalar == 0x29 || scalar == 0x5D || scalar == 0x3011 || scalar == 0x201D
  }

  /// A deadline's subject; that something is done, ready or paid goes without saying.
  func deadlineSubject(before: Range<Int>, after: Range<Int>) -> String? {
    let head = trimmedHead(before)
    let tail = trimmedTail(after)
    if isCompletion(tail) { return isCompletion(head) ? nil : text(head.lowerBound, head.upperBound) }
    return subject(before: head, after: tail, consumed: [])
  }

  private func isCompletion(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    for role in [WordRole.completion, .payment] {
      if let match = word(role, at: range.lowerBound), match.end == range.upperBound { return true }
    }
    return false
  }
}

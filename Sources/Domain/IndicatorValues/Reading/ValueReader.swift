// The scanner's view of one value: cells, vocabulary, problems.

import Quantities

/// Reads one value. Every production is a method that takes a place and gives what it found with the place
/// behind it, or nil; nothing throws and nothing is allocated where nothing is found.
struct ValueReader {
  /// The folded text; `cells[count]` is a sentinel with scalar 0.
  let cells: UnsafePointer<Cell>
  let count: Int
  /// The printed text in UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>
  let vocabulary: Vocabulary
  let fiscalYear: Int?
  /// True where the name asks when: 2025.6 is a month there.
  var asksForDate = false
  var problems: [ValueProblem] = []

  /// The folded scalar at a place; 0 outside the text.
  @inline(__always)
  subscript(place: Int) -> UInt32 {
    place < count && place >= 0 ? cells[place].scalar : 0
  }

  @inline(__always)
  func has(_ role: WordRole, at place: Int) -> Bool {
    vocabulary.roles(startingWith: self[place]) & role.bit != 0
  }

  @inline(__always)
  func word(_ role: WordRole, at place: Int) -> Vocabulary.Match? {
    guard place < count, vocabulary.roles(startingWith: cells[place].scalar) & role.bit != 0 else {
      return nil
    }
    return vocabulary.longest(role, at: place, in: cells, count: count)
  }

  /// The place behind a fixed word, where it stands here. Words are ASCII or Chinese (three bytes a
  /// character).
  @inline(__always)
  func matches(_ text: StaticString, at place: Int) -> Int? {
    let utf8 = text.utf8Start
    let lead = UInt32(utf8[0])
    let first =
      lead < 0x80 ? lead : (lead & 0x0F) << 12 | UInt32(utf8[1] & 0x3F) << 6 | UInt32(utf8[2] & 0x3F)
    return self[place] == first ? matchesWhole(text, at: place) : nil
  }

  private func matchesWhole(_ text: StaticString, at place: Int) -> Int? {
    let utf8 = text.utf8Start
    let length = text.utf8CodeUnitCount
    var at = place
    var index = 0
    while index < length {
      let first = UInt32(utf8[index])
      if first < 0x80 {
        guard self[at] == first else { return nil }
        index += 1
      } else {
        let scalar =
          (first & 0x0F) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6 | UInt32(utf8[index + 2] & 0x3F)
        guard self[at] == scalar else { return nil }
        index += 3
      }
      at += 1
    }
    return at
  }

  /// The printed bytes of a stretch of cells.
  func byteRange(_ start: Int, _ end: Int) -> Range<Int> {
    let from = Int(cells[min(start, count)].offset)
    guard end > start, end <= count else { return from..<from }
    let last = cells[end - 1]
    return from..<max(from, Int(last.offset) + Int(last.length))
  }

  mutating func note(_ code: ValueProblem.Code, _ start: Int, _ end: Int, detail: String? = nil) {
    problems.append(ValueProblem(code, bytes: byteRange(start, end), detail: detail))
  }

  /// The printed text of cells without the white space between Chinese characters.
  func text(_ start: Int, _ end: Int) -> String {
    if let range = unbroken(start, end) {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    var utf8: [UInt8] = []
    append(start, end, to: &utf8)
    return String(decoding: utf8, as: UTF8.self)
  }

  /// The printed bytes of cells between which nothing was dropped; nil where something was.
  private func unbroken(_ start: Int, _ end: Int) -> Range<Int>? {
    guard start >= 0, start < end else { return nil }
    var next = cells[start].offset
    for place in start..<end {
      guard cells[place].offset == next, cells[place].length <= 4 else { return nil }
      next += UInt32(cells[place].length)
    }
    return Int(cells[start].offset)..<Int(next)
  }

  /// Appends printed bytes; one space stays between two Latin words.
  func append(_ start: Int, _ end: Int, to utf8: inout [UInt8]) {
    utf8.reserveCapacity(utf8.count + (end - start) * 3)
    var place = start
    while place < end {
      let cell = cells[place]
      if cell.spaceBefore, let last = utf8.last, last < 0x80, cell.scalar < 0x80,
        place > start || !utf8.isEmpty
      {
        utf8.append(0x20)
      }
      let from = Int(cell.offset)
      if cell.length <= 4 {
        utf8.append(contentsOf: bytes[from..<from + Int(cell.length)])
      } else {
        utf8.append(contentsOf: Unicode.Scalar(cell.scalar).map { Array(String($0).utf8) } ?? [])
      }
      place += 1
    }
  }
}

/// Classes of folded scalars.
enum ScalarClass {
  @inline(__always)
  static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  @inline(__always)
  static func isLatin(_ scalar: UInt32) -> Bool { (scalar | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isChinese(_ scalar: UInt32) -> Bool {
    scalar >= 0x3400 && scalar <= 0x9FFF || scalar >= 0x20000 && scalar <= 0x3FFFF || scalar == 0x3007
  }

  /// Commas, stops, semicolons: where clauses part.
  @inline(__always)
  static func isClauseMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3B, 0x3001, 0x3002, 0x21, 0x3F: true  // , ; 、 。 ! ?
    default: false
    }
  }

  /// Any mark that is neither a letter nor a digit, and no unit sign.
  static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x25: false  // %
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    case 0x2010...0x2027, 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xB7, 0xD7, 0x2014: true
    default: false
    }
  }

  /// Dashes and tildes that stand between the ends of a range.
  @inline(__always)
  static func isRangeMark(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x7E || scalar == 0x2014
  }
}

// The text of a value in a form that a scanner likes: one folded scalar a cell, with its place in the source.

/// One character of the value. Full-width forms, dashes, spaces and comparator variants are folded to one
/// spelling.
struct Cell {
  /// The folded scalar, 0 behind the end.
  var scalar: UInt32
  /// The place of the printed character in the source, in UTF-8 bytes.
  var offset: UInt32
  /// The bytes of the printed character.
  var length: UInt8
  /// White space stood before this character.
  var spaceBefore: Bool
}

/// Folds UTF-8 into cells. White space, invisible characters and web page residue go.
struct ValueTextFolder {
  private(set) var sawResidue = false

  /// Fills `cells` (room for one cell a byte and one more) and returns how many were written, without the
  /// sentinel.
  ///
  /// - Parameter bytes: valid UTF-8, as a native string stores it.
  mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>, into cells: UnsafeMutableBufferPointer<Cell>) -> Int
  {
    var written = 0
    var at = 0
    var space = false
    while at < bytes.count {
      let start = at
      let scalar = Self.scalar(in: bytes, at: &at)
      if scalar == 0x26 || scalar == 0x3C, let residue = Self.residue(in: bytes, at: start) {
        sawResidue = true
        at = start + residue.length
        if residue.scalar == 0x20 {
          space = true
          continue
        }
        cells[written] = Cell(
          scalar: residue.scalar, offset: UInt32(start), length: UInt8(residue.length), spaceBefore: space)
        written += 1
        space = false
        continue
      }
      let folded = FoldedScalar.of(scalar)
      if folded == FoldedScalar.space {
        space = true
      } else if folded != FoldedScalar.dropped {
        cells[written] = Cell(
          scalar: folded, offset: UInt32(start), length: UInt8(at - start), spaceBefore: space)
        written += 1
        space = false
      }
    }
    cells[written] = Cell(scalar: 0, offset: UInt32(bytes.count), length: 0, spaceBefore: space)
    return written
  }

  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) -> UInt32 {
    let first = UInt32(bytes[place])
    if first < 0x80 {
      place += 1
      return first
    }
    if first & 0xF0 == 0xE0, place + 3 <= bytes.count {
      // Nearly all Chinese characters.
      let high = (first & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
      let scalar = high | UInt32(bytes[place + 2] & 0x3F)
      place += 3
      return scalar
    }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard place + length <= bytes.count else {
      place = bytes.count
      return 0xFFFD
    }
    var scalar = first & (0xFF >> UInt32(length + 1))
    for index in 1..<length {
      scalar = scalar << 6 | UInt32(bytes[place + index] & 0x3F)
    }
    place += length
    return scalar
  }

  /// A tag (`<p>`, `</span>`, `<br/>`) or a character reference; tags count as a space.
  private static func residue(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: UInt32, length: Int)? {
    if bytes[start] == UInt8(ascii: "<") {
      guard start + 2 < bytes.count else { return nil }
      let next = bytes[start + 1]
      let isTag =
        next == UInt8(ascii: "/") || (next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z"))
      guard isTag else { return nil }
      for end in (start + 2)..<min(start + 200, bytes.count) where bytes[end] == UInt8(ascii: ">") {
        return (0x20, end + 1 - start)
      }
      return nil
    }
    for (name, scalar) in references {
      let length = name.utf8CodeUnitCount
      guard start + length <= bytes.count else { continue }
      let matches = name.withUTF8Buffer { $0.elementsEqual(bytes[start..<start + length]) }
      if matches { return (scalar, length) }
    }
    return nil
  }

  private static let references: [(StaticString, UInt32)] = [
    ("&nbsp;", 0x20), ("&ge;", 0x2265), ("&le;", 0x2264), ("&gt;", 0x3E), ("&lt;", 0x3C), ("&amp;", 0x26),
    ("&#160;", 0x20), ("&mdash;", 0x2014), ("&permil;", 0x2030), ("&plusmn;", 0xB1), ("&times;", 0xD7),
    ("&ldquo;", 0x201C), ("&rdquo;", 0x201D), ("&quot;", 0x22), ("&middot;", 0xB7),
  ]
}

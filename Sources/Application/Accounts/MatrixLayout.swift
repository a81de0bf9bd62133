// How much a QR code of a version holds, and its content with the bytes that correct errors.

/// One version of QR codes at correction level M.
struct MatrixLayout: Sendable {
  /// 1 to 20.
  let version: Int

  /// Bytes of correction in each block, by version (ISO/IEC 18004, table 9, level M).
  private static let correctionBytes = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
  ]
  /// Blocks, by version (the same table).
  private static let blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]

  var size: Int { version * 4 + 17 }
  var correctionCount: Int { Self.correctionBytes[version - 1] }
  var blockCount: Int { Self.blockCounts[version - 1] }

  /// The smallest version that holds so many bytes; nil when none does.
  static func smallest(forBytes count: Int) -> MatrixLayout? {
    (1...blockCounts.count).lazy.map { MatrixLayout(version: $0) }.first { layout in
      count <= layout.contentCount - (layout.lengthBits + 4 + 7) / 8
    }
  }

  /// Bits of the field that tells how many bytes there are.
  private var lengthBits: Int { version < 10 ? 8 : 16 }

  /// Codewords of content and correction together: the squares that no frame takes, by eight.
  var codewordCount: Int {
    var squares = (16 * version + 128) * version + 64
    if version >= 2 {
      let alignments = version / 7 + 2
      squares -= (25 * alignments - 10) * alignments - 55
      if version >= 7 { squares -= 36 }
    }
    return squares / 8
  }

  /// Codewords of content.
  var contentCount: Int { codewordCount - correctionCount * blockCount }

  /// Rows and columns in whose crossings the small squares stand.
  var alignmentPlaces: [Int] {
    if version == 1 { return [] }
    let count = version / 7 + 2
    let step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2
    return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
  }

  /// The codewords of some bytes, blocks interleaved, corrections behind.
  func codewords(_ bytes: [UInt8]) -> [UInt8] {
    let content = contentWords(bytes)
    let shortCount = blockCount - codewordCount % blockCount
    let shortLength = codewordCount / blockCount - correctionCount
    let divisor = ReedSolomon.divisor(correctionCount)
    var blocks: [[UInt8]] = []
    var corrections: [[UInt8]] = []
    var start = 0
    for index in 0..<blockCount {
      let length = shortLength + (index < shortCount ? 0 : 1)
      let block = Array(content[start..<start + length])
      blocks.append(block)
      corrections.append(ReedSolomon.remainder(of: block, by: divisor))
      start += length
    }
    let interleaved = (0...shortLength).flatMap { place in
      blocks.compactMap { place < $0.count ? $0[place] : nil }
    }
    return interleaved + (0..<correctionCount).flatMap { place in corrections.map { $0[place] } }
  }

  /// Mode "bytes", their number, the bytes, four zero bits, and filling.
  private func contentWords(_ bytes: [UInt8]) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ number: Int, _ count: Int) {
      for index in (0..<count).reversed() { bits.append(number >> index & 1 == 1) }
    }
    append(0b0100, 4)
    append(bytes.count, lengthBits)
    for byte in bytes { append(Int(byte), 8) }
    append(0, min(4, contentCount * 8 - bits.count))
    append(0, (8 - bits.count % 8) % 8)
    var words = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var filling: UInt8 = 0xEC
    while words.count < contentCount {
      words.append(filling)
      filling ^= 0xEC ^ 0x11
    }
    return words
  }
}

/// Correction of errors over the field of 256 elements with x⁸ + x⁴ + x³ + x² + 1.
enum ReedSolomon {
  /// The product of two elements.
  static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var sum = 0
    for index in (0..<8).reversed() {
      sum = sum << 1 ^ (sum >> 7) * 0x11D
      sum ^= Int(right >> index & 1) * Int(left)
    }
    return UInt8(truncatingIfNeeded: sum)
  }

  /// The polynomial (x − 1)(x − 2)(x − 4) … of so many factors, without its leading 1.
  static func divisor(_ degree: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in result.indices {
        result[index] = product(result[index], root)
        if index + 1 < result.count { result[index] ^= result[index + 1] }
      }
      root = product(root, 2)
    }
    return result
  }

  /// What is left of a polynomial, moved up by the degree of the divisor, after division.
  static func remainder(of content: [UInt8], by divisor: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: divisor.count)
    for byte in content {
      let factor = byte ^ result.removeFirst()
      result.append(0)
      for index in result.indices { result[index] ^= product(divisor[index], factor) }
    }
    return result
  }
}

// QR codes read back by a reader of the test's own, which knows the standard and not the writer.
import TableProbes
import Testing

@testable import Accounts

struct MatrixCodeTests {
  @Test(arguments: [(14, 1), (15, 2), (213, 10), (214, 11), (666, 20)])
  func `the smallest version that holds the bytes is taken`(count: Int, version: Int) throws {
    let code = try #require(MatrixCode(String(repeating: "a", count: count)))
    #expect(code.size == version * 4 + 17)
  }

  @Test func `what is too long has no picture`() {
    #expect(MatrixCode(String(repeating: "a", count: 667)) == nil)
    #expect(MatrixCode("") != nil)
  }

  @Test func `every version reads back, without an error to correct`() throws {
    var random = SeededGenerator(seed: 20)
    for count in Array(0...60) + [100, 122, 123, 180, 213, 250, 311, 362, 412, 450, 504, 560, 624, 666] {
      let text = String(
        decoding: (0..<count).map { _ in UInt8.random(in: 32...126, using: &random) }, as: UTF8.self)
      let code = try #require(MatrixCode(text))
      #expect(try MatrixReader(code).text() == text)
    }
  }

  @Test func `an address with Chinese in it reads back`() throws {
    var random = SeededGenerator(seed: 21)
    let address = TimeCodeSecret(using: &random).address(issuer: "准绳 云梯镇", account: "chen.yi")
    let code = try #require(MatrixCode(address))
    #expect(try MatrixReader(code).text() == address)
  }

  @Test func `the path draws every dark square once`() throws {
    let code = try #require(MatrixCode("otpauth://totp/example"))
    var dark: Set<Int> = []
    for piece in code.path.split(separator: "z") {
      let numbers = piece.split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
      #expect(numbers.count == 5 && numbers[2] == -numbers[4] && numbers[3] == 1)
      for column in numbers[0]..<numbers[0] + numbers[2] {
        #expect(dark.insert((numbers[1] - 4) * code.size + column - 4).inserted)
      }
    }
    let expected = (0..<code.size * code.size).filter { code.isDark($0 % code.size, $0 / code.size) }
    #expect(dark == Set(expected))
  }

  @Test func `products in the field follow its laws`() {
    for left in UInt8.min...UInt8.max {
      #expect(ReedSolomon.product(left, 1) == left && ReedSolomon.product(left, 0) == 0)
      for right in stride(from: UInt8(0), to: 250, by: 7) {
        #expect(ReedSolomon.product(left, right) == ReedSolomon.product(right, left))
      }
    }
    // α²⁵⁵ = 1, and no smaller power: 2 goes through all elements.
    var element: UInt8 = 1
    var seen: Set<UInt8> = []
    while seen.insert(element).inserted { element = ReedSolomon.product(element, 2) }
    #expect(seen.count == 255 && element == 1)
  }
}

/// Reads a picture without errors: format, mask, squares, blocks, syndromes, bytes.
private struct MatrixReader {
  private let code: MatrixCode
  private let version: Int

  init(_ code: MatrixCode) {
    self.code = code
    version = (code.size - 17) / 4
  }

  func text() throws -> String {
    let words = try blocks().flatMap(\.self)
    #expect(words[0] >> 4 == 0b0100)
    var bits: [Int] = words.flatMap { word in (0..<8).reversed().map { Int(word >> $0 & 1) } }
    bits.removeFirst(4)
    func take(_ count: Int) -> Int {
      let number = bits.prefix(count).reduce(0) { $0 << 1 | $1 }
      bits.removeFirst(count)
      return number
    }
    let count = take(version < 10 ? 8 : 16)
    return String(decoding: (0..<count).map { _ in UInt8(take(8)) }, as: UTF8.self)
  }

  /// The mask of both copies of the format, which must agree and be of level M.
  private func mask() throws -> Int {
    let size = code.size
    let first =
      (0...5).map { (8, $0) } + [(8, 7), (8, 8), (7, 8)] + (0...5).reversed().map { ($0, 8) }
    let second = (0..<8).map { (size - 1 - $0, 8) } + (0..<7).map { (8, size - 7 + $0) }
    func number(_ places: [(Int, Int)]) -> Int {
      places.enumerated().reduce(0) { sum, item in
        sum | (code.isDark(item.element.0, item.element.1) ? 1 << item.offset : 0)
      }
    }
    #expect(number(first) == number(second))
    #expect(code.isDark(8, size - 8))
    // The eight formats of level M (ISO/IEC 18004, annex C).
    let formats = [0x5412, 0x5125, 0x5E7C, 0x5B4B, 0x45F9, 0x40CE, 0x4F97, 0x4AA0]
    return try #require(formats.firstIndex(of: number(first)))
  }

  private func isContent(_ column: Int, _ row: Int) -> Bool {
    let size = code.size
    if column == 6 || row == 6 { return false }
    if (column < 9 && row < 9) || (column < 9 && row >= size - 8) || (column >= size - 8 && row < 9) {
      return false
    }
    if version >= 7, (column < 6 && row >= size - 11) || (row < 6 && column >= size - 11) { return false }
    let centers = Self.centers[version - 1]
    let last = centers.last ?? 0
    for x in centers {
      for y in centers where abs(x - column) <= 2 && abs(y - row) <= 2 {
        if !((x == 6 && y == 6) || (x == 6 && y == last) || (x == last && y == 6)) { return false }
      }
    }
    return true
  }

  /// Annex E of the standard, copied.
  private static let centers: [[Int]] = [
    [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50],
    [6, 30, 54], [6, 32, 58], [6, 34, 62], [6, 26, 46, 66], [6, 26, 48, 70], [6, 26, 50, 74],
    [6, 30, 54, 78], [6, 30, 56, 82], [6, 30, 58, 86], [6, 34, 62, 90],
  ]

  /// Blocks of table 9 for level M: how many, with how many words of content; then how many one longer.
  private static let table: [(correction: Int, short: (Int, Int), long: Int)] = [
    (10, (1, 16), 0), (16, (1, 28), 0), (26, (1, 44), 0), (18, (2, 32), 0), (24, (2, 43), 0),
    (16, (4, 27), 0), (18, (4, 31), 0), (22, (2, 38), 2), (22, (3, 36), 2), (26, (4, 43), 1),
    (30, (1, 50), 4), (22, (6, 36), 2), (22, (8, 37), 1), (24, (4, 40), 5), (24, (5, 41), 5),
    (28, (7, 45), 3), (28, (10, 46), 1), (26, (9, 43), 4), (26, (3, 44), 11), (26, (3, 41), 13),
  ]

  private func words() throws -> [UInt8] {
    let mask = try mask()
    var bits: [UInt8] = []
    var upward = true
    var right = code.size - 1
    while right > 0 {
      if right == 6 { right -= 1 }
      for step in 0..<code.size {
        let row = upward ? code.size - 1 - step : step
        for column in [right, right - 1] where isContent(column, row) {
          let (i, j) = (row, column)
          let inverts =
            [
              (i + j) % 2, i % 2, j % 3, (i + j) % 3, (i / 2 + j / 3) % 2, i * j % 2 + i * j % 3,
              (i * j % 2 + i * j % 3) % 2, ((i + j) % 2 + i * j % 3) % 2,
            ][mask] == 0
          bits.append(code.isDark(column, row) != inverts ? 1 : 0)
        }
      }
      upward.toggle()
      right -= 2
    }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 << 1 | $1 }
    }
  }

  /// The content of each block, whose syndromes must be zero.
  private func blocks() throws -> [[UInt8]] {
    let (correction, short, longCount) = Self.table[version - 1]
    let words = try words()
    let lengths = Array(repeating: short.1, count: short.0) + Array(repeating: short.1 + 1, count: longCount)
    #expect(words.count == lengths.reduce(0, +) + correction * lengths.count)
    var blocks = lengths.map { _ in [UInt8]() }
    var index = 0
    for place in 0...short.1 {
      for block in lengths.indices where place < lengths[block] {
        blocks[block].append(words[index])
        index += 1
      }
    }
    var whole = blocks
    for _ in 0..<correction {
      for block in lengths.indices {
        whole[block].append(words[index])
        index += 1
      }
    }
    for block in whole {
      var root: UInt8 = 1
      for _ in 0..<correction {
        #expect(block.reduce(UInt8(0)) { ReedSolomon.product($0, root) ^ $1 } == 0)
        root = ReedSolomon.product(root, 2)
      }
    }
    return blocks
  }
}

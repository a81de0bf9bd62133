// The picture of squares (QR code) from which a telephone reads an address.

/// A QR code (ISO/IEC 18004): bytes, correction level M, versions 1 to 20, so up to 666 bytes.
///
/// It is what people scan to take the secret of time codes into their telephone; without it they would type
/// 32 letters. The picture is one path of an SVG, which needs neither style nor script.
package struct MatrixCode: Sendable {
  /// Squares a side: 21 to 97.
  package let size: Int
  /// Row by row.
  private var squares: [Bool]
  /// Squares of the frame of the picture, which carry no content.
  private var isFrame: [Bool]

  /// Squares of light margin that readers need around the picture.
  package static let margin = 4

  /// Nil for a text that is too long.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let layout = MatrixLayout.smallest(forBytes: bytes.count) else { return nil }
    size = layout.size
    squares = Array(repeating: false, count: size * size)
    isFrame = squares
    drawFrame(layout)
    drawContent(layout.codewords(bytes))
    let candidates = (0..<8).map { mask in masked(mask) }
    let best = candidates.map { (squares: $0.squares, penalty: $0.penalty) }.min { $0.penalty < $1.penalty }
    if let best { squares = best.squares }
  }

  private func masked(_ mask: Int) -> MatrixCode {
    var candidate = self
    candidate.apply(mask: mask)
    candidate.drawFormat(mask: mask)
    return candidate
  }

  /// Whether a square is dark; column and row from 0.
  package func isDark(_ column: Int, _ row: Int) -> Bool { squares[row * size + column] }

  /// The dark squares as the path of an SVG whose side is `size + 2 · margin`.
  package var path: String {
    var text = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while column < size, isDark(column, row) { column += 1 }
        if column > start {
          text += "M\(start + Self.margin) \(row + Self.margin)h\(column - start)v1h-\(column - start)z"
        }
        column += 1
      }
    }
    return text
  }

  private mutating func set(_ column: Int, _ row: Int, _ isDark: Bool, frame: Bool = true) {
    squares[row * size + column] = isDark
    if frame { isFrame[row * size + column] = true }
  }

  // MARK: The frame

  private mutating func drawFrame(_ layout: MatrixLayout) {
    for index in 0..<size {
      set(6, index, index % 2 == 0)
      set(index, 6, index % 2 == 0)
    }
    for (column, row) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(column, row) }
    let places = layout.alignmentPlaces
    for (index, column) in places.enumerated() {
      for (other, row) in places.enumerated() {
        let last = places.count - 1
        let isCorner =
          (index == 0 && other == 0) || (index == 0 && other == last) || (index == last && other == 0)
        if !isCorner { drawAlignment(column, row) }
      }
    }
    drawFormat(mask: 0)
    guard layout.version >= 7 else { return }
    var rest = layout.version
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    let bits = layout.version << 12 | rest
    for index in 0..<18 {
      let isDark = bits >> index & 1 == 1
      set(size - 11 + index % 3, index / 3, isDark)
      set(index / 3, size - 11 + index % 3, isDark)
    }
  }

  private mutating func drawFinder(_ column: Int, _ row: Int) {
    for down in -4...4 {
      for right in -4...4 {
        let (x, y) = (column + right, row + down)
        guard (0..<size).contains(x), (0..<size).contains(y) else { continue }
        let distance = max(abs(right), abs(down))
        set(x, y, distance != 2 && distance != 4)
      }
    }
  }

  private mutating func drawAlignment(_ column: Int, _ row: Int) {
    for down in -2...2 {
      for right in -2...2 { set(column + right, row + down, max(abs(right), abs(down)) != 1) }
    }
  }

  /// Which mask and which level, twice; level M is 00.
  private mutating func drawFormat(mask: Int) {
    var rest = mask
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (mask << 10 | rest) ^ 0x5412
    func isDark(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0...5 { set(8, index, isDark(index)) }
    set(8, 7, isDark(6))
    set(8, 8, isDark(7))
    set(7, 8, isDark(8))
    for index in 9..<15 { set(14 - index, 8, isDark(index)) }
    for index in 0..<8 { set(size - 1 - index, 8, isDark(index)) }
    for index in 8..<15 { set(8, size - 15 + index, isDark(index)) }
    set(8, size - 8, true)
  }

  // MARK: The content

  /// In columns of two, from the right, up and down in turn.
  private mutating func drawContent(_ codewords: [UInt8]) {
    var index = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<size {
        for column in [right, right - 1] {
          let row = (right + 1) & 2 == 0 ? size - 1 - step : step
          guard !isFrame[row * size + column], index < codewords.count * 8 else { continue }
          set(column, row, codewords[index >> 3] >> (7 - index & 7) & 1 == 1, frame: false)
          index += 1
        }
      }
      right -= 2
    }
  }

  private mutating func apply(mask: Int) {
    for row in 0..<size {
      for column in 0..<size where !isFrame[row * size + column] && Self.inverts(mask, column, row) {
        squares[row * size + column].toggle()
      }
    }
  }

  private static func inverts(_ mask: Int, _ column: Int, _ row: Int) -> Bool {
    let product = column * row
    return switch mask {
    case 0: (column + row) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (column + row) % 3 == 0
    case 4: (column / 3 + row / 2) % 2 == 0
    case 5: product % 2 + product % 3 == 0
    case 6: (product % 2 + product % 3) % 2 == 0
    default: ((column + row) % 2 + product % 3) % 2 == 0
    }
  }

  // MARK: How hard it is to read

  /// Runs, blocks, what looks like a finder, and too much dark or light (section 7.8.3).
  private var penalty: Int {
    var sum = 0
    for index in 0..<size {
      sum += Self.linePenalty((0..<size).map { isDark($0, index) })
      sum += Self.linePenalty((0..<size).map { isDark(index, $0) })
    }
    for row in 0..<size - 1 {
      for column in 0..<size - 1 {
        let first = isDark(column, row)
        let isBlock =
          first == isDark(column + 1, row) && first == isDark(column, row + 1)
          && first == isDark(column + 1, row + 1)
        if isBlock { sum += 3 }
      }
    }
    let darkCount = squares.count(where: \.self)
    return sum + abs(darkCount * 20 - squares.count * 10) / squares.count * 10
  }

  private static let finderLike: [[Bool]] = {
    let finder = [true, false, true, true, true, false, true]
    let light = [Bool](repeating: false, count: 4)
    return [finder + light, light + finder]
  }()

  private static func linePenalty(_ line: [Bool]) -> Int {
    var sum = 0
    var length = 0
    for index in line.indices {
      length = index > 0 && line[index] == line[index - 1] ? length + 1 : 1
      if length == 5 { sum += 3 } else if length > 5 { sum += 1 }
      guard index + 11 <= line.count else { continue }
      for pattern in finderLike where line[index..<index + 11].elementsEqual(pattern) { sum += 40 }
    }
    return sum
  }
}

// One Swift file as the walls see it: lines, tokens, imports and the names it declares.

/// A Swift file of the repository.
struct SwiftFile {
  /// From the root of the repository, such as `Sources/Ground/Findings/Place.swift`.
  let path: String
  /// The lines as written.
  let lines: [String]
  /// The comments of each line.
  let comments: [String]
  /// The text inside string literals of each line.
  let literals: [String]
  /// The code as words and single signs.
  let tokens: [Token]

  /// A word, or one sign, of the code.
  struct Token {
    let text: String
    /// From 1.
    let line: Int
    /// True where nothing stands between it and the token before.
    let isAttached: Bool

    /// True for names, keywords and numbers; false for signs.
    var isWord: Bool { text.utf8.first.map(isWordByte) ?? false }
  }

  init(path: String, text: String) {
    self.path = path
    let layers = SwiftText(text)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    comments = Self.lines(of: layers.comments)
    literals = Self.lines(of: layers.literals)
    tokens = Self.tokens(of: layers.code)
  }

  var isTest: Bool { path.hasPrefix("Tests/") }

  /// The file's name without folder and ending.
  var name: String {
    let last = path.split(separator: "/").last ?? ""
    return String(last.split(separator: ".").first ?? last)
  }

  /// The modules imported, each with its line.
  var imports: [(module: String, line: Int)] {
    var found: [(module: String, line: Int)] = []
    for (index, token) in tokens.enumerated() where token.text == "import" && index + 1 < tokens.count {
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let next = kinds.contains(tokens[index + 1].text) ? index + 2 : index + 1
      if next < tokens.count, tokens[next].line == token.line {
        found.append((tokens[next].text, token.line))
      }
    }
    return found
  }

  private static func lines(of layer: [UInt8]) -> [String] {
    layer.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func tokens(of code: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var line = 1
    var index = 0
    var end = -1
    while index < code.count {
      let start = index
      if code[index] == 0x0A { line += 1 }
      if code[index] <= 0x20 {
        index += 1
        continue
      }
      repeat { index += 1 } while isWordByte(code[start]) && index < code.count && isWordByte(code[index])
      let text = String(decoding: code[start..<index], as: UTF8.self)
      tokens.append(Token(text: text, line: line, isAttached: start == end))
      end = index
    }
    return tokens
  }
}

/// Letters, digits, the underscore and everything outside ASCII.
private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF: true
  default: false
  }
}

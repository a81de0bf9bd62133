// Walls about what code does: it does not trap on purpose, print, publish, or count in binary fractions.

extension Wall {
  static let noTraps = Wall(rule: "Nothing traps on purpose: no try!, no forced !, no fatalError") { tree in
    tree.swiftFiles.flatMap { file in
      file.tokens.indices.compactMap { index -> Violation? in
        let token = file.tokens[index]
        if ["fatalError", "unsafelyUnwrapped"].contains(token.text) {
          return Violation(path: file.path, line: token.line, message: "calls \(token.text)")
        }
        guard token.text == "!", token.isAttached, index > 0, !file.isInequality(index) else { return nil }
        let before = file.tokens[index - 1]
        guard before.isWord || [")", "]", "\"", ">", "?", "`"].contains(before.text) else { return nil }
        let word = ["try", "as"].contains(before.text) ? "\(before.text)!" : "a forced !"
        return Violation(path: file.path, line: token.line, message: "has \(word)")
      }
    }
  }

  static let noPrinting = Wall(rule: "Nothing prints: output goes to the sink that the caller gave") { tree in
    tree.swiftFiles.flatMap { file in
      file.tokens.indices.compactMap { index -> Violation? in
        let token = file.tokens[index]
        guard ["print", "debugPrint", "NSLog"].contains(token.text), index + 1 < file.tokens.count,
          file.tokens[index + 1].text == "(",
          index == 0 || ![".", "func"].contains(file.tokens[index - 1].text)
        else { return nil }
        return Violation(path: file.path, line: token.line, message: "calls \(token.text)")
      }
    }
  }

  static let noPublic = Wall(rule: "Nothing is public: rooms speak to each other as one package") { tree in
    tree.swiftFiles.flatMap { file in
      file.tokens.indices.filter { index in
        ["public", "open"].contains(file.tokens[index].text) && file.startsDeclaration(index)
      }.map { Violation(path: file.path, line: file.tokens[$0].line, message: "is \(file.tokens[$0].text)") }
    }
  }

  static let noBinaryFractions = Wall(rule: "Ground and Domain count exactly: no Double, no Float") { tree in
    let words: Set<String> = [
      "Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat", "TimeInterval",
    ]
    return tree.sources(ofWings: ["Ground", "Domain"]).flatMap { file in
      file.tokens.indices.compactMap { index -> Violation? in
        let token = file.tokens[index]
        if words.contains(token.text) {
          return Violation(path: file.path, line: token.line, message: "says \(token.text)")
        }
        guard token.text == ".", token.isAttached, index > 0, index + 1 < file.tokens.count else {
          return nil
        }
        let sides = [file.tokens[index - 1], file.tokens[index + 1]]
        guard sides.allSatisfy({ $0.text.first?.isNumber == true }), sides[1].isAttached else { return nil }
        guard index < 2 || file.tokens[index - 2].text != "." else { return nil }
        return Violation(path: file.path, line: token.line, message: "has a binary fraction")
      }
    }
  }

  /// Endings of the names of files in which Chinese stands: what people read, and what forms say.
  static let chineseFiles = ["Wording", "Vocabulary", "Grammar", "Registry", "Words", "Labels", "Numerals"]

  /// Rooms whose whole work is to read Chinese; their code and their grammar are one.
  static let chineseRooms = ["Recognition", "FormVocabulary", "IndicatorValues", "Review"]

  static let placedChinese = Wall(rule: "Chinese sentences stand in wordings, vocabularies and tests") {
    tree in
    tree.swiftFiles.filter { !$0.isTest && !$0.path.hasPrefix("Fuzz/") }.flatMap { file -> [Violation] in
      let parts = file.name.split(separator: "+")
      if parts.contains(where: { part in chineseFiles.contains { part.hasSuffix($0) } }) { return [] }
      if file.path.split(separator: "/").contains(where: { chineseRooms.contains(String($0)) }) { return [] }
      return file.literals.enumerated().filter { isSentence($0.element) }.map {
        Violation(path: file.path, line: $0.offset + 1, message: "has a Chinese sentence outside a wording")
      }
    }
  }

  /// Words of a format (年月日, a unit, a style's name) may stand where they are read; sentences may not.
  private static func isSentence(_ literal: String) -> Bool {
    literal.unicodeScalars.count(where: isHan) > wordsHanMax
  }

  private static let wordsHanMax = 7

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
  }
}

extension SwiftFile {
  /// `a!=b` without blanks is a comparison; `a! == b` is not.
  func isInequality(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].text == "=", tokens[index + 1].isAttached else {
      return false
    }
    return !(index + 2 < tokens.count && tokens[index + 2].text == "=" && tokens[index + 2].isAttached)
  }

  /// True where the word stands before a declaration or an import, not as a name.
  func startsDeclaration(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let followers: Set<String> = [
      "struct", "class", "enum", "actor", "protocol", "typealias", "func", "var", "let", "init", "subscript",
      "import",
      "static", "final", "extension", "mutating", "override", "indirect", "(",
    ]
    let isFirst = index == 0 || tokens[index - 1].line < tokens[index].line
    return followers.contains(tokens[index + 1].text) && (isFirst || tokens[index - 1].isWord)
      && !(tokens[index + 1].text == "(" && tokens[index].text == "open")
  }
}

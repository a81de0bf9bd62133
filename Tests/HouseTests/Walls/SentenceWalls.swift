// Walls about what is said: first lines, documentation, the names of tests, tasks left over.

extension Wall {
  static let firstSentence = Wall(rule: "A file begins with a sentence that says what it is for") { tree in
    tree.texts.keys.sorted().compactMap { path -> Violation? in
      guard path.hasSuffix(".swift") || path.hasSuffix(".h"), let text = tree.texts[path] else { return nil }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .drop { $0.hasPrefix("// swift-tools-version") }
      let comment = lines.prefix { $0.hasPrefix("// ") }.map { $0.dropFirst(3) }.joined(separator: " ")
      // An example after a colon may end it.
      let ending = comment.contains(": ") || comment.last.map { ".!?。".contains($0) } ?? false
      let beginning =
        comment.first.map { !$0.isLowercase } ?? false
      guard !ending || !beginning || comment.split(separator: " ").count < 3 else { return nil }
      return Violation(path: path, line: 1, message: "does not begin with a sentence in a comment")
    }
  }

  static let documentedPackage = Wall(rule: "Every declaration for other rooms has a documentation comment") {
    tree in
    tree.swiftFiles.flatMap { file -> [Violation] in
      guard !file.isTest else { return [] }
      return file.packageDeclarations.filter { declaration in
        !declaration.isObvious && !file.isDocumented(line: declaration.line)
          && !file.isWitness(line: declaration.line)
      }.map {
        Violation(path: file.path, line: $0.line, message: "\($0.name) has no documentation comment")
      }
    }
  }

  /// What our own protocols ask for, as it stands in each of their types; the protocol documents it.
  static let witnesses = [
    "package func write(to page: inout MarkupWriter)",
    "package func respond(to request: Request, in context: Context, next: Next<Context>)",
  ]

  static let testSentences = Wall(rule: "The name of a test is a sentence in back-ticks") { tree in
    tree.swiftFiles.filter(\.isTest).flatMap { file -> [Violation] in
      file.tokens.indices.compactMap { index in
        guard file.tokens[index].text == "Test", index > 0, file.tokens[index - 1].text == "@",
          let function = file.tokens[index...].first(where: { $0.text == "func" })
        else { return nil }
        let line = file.lines[function.line - 1]
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count < 3 || !parts[1].contains(" ") else { return nil }
        return Violation(path: file.path, line: function.line, message: "the test's name is no sentence")
      }
    }
  }

  static let ownedTasks = Wall(rule: "A task left in a comment names its issue, as in TODO(#12)") { tree in
    tree.swiftFiles.flatMap { file in
      file.comments.enumerated().compactMap { offset, comment -> Violation? in
        guard comment.utf8.contains(where: { $0 != 0x20 }) else { return nil }
        let words = comment.split { !$0.isLetter && !$0.isNumber && !"(#)".contains($0) }
        let stray = words.contains { word in
          ["TODO", "FIXME", "HACK"].contains { word.hasPrefix($0) && !isOwned(word.dropFirst($0.count)) }
        }
        return stray
          ? Violation(path: file.path, line: offset + 1, message: "leaves a task without an issue") : nil
      }
    }
  }

  /// `(#12)` and nothing else.
  private static func isOwned(_ rest: Substring) -> Bool {
    rest.hasPrefix("(#") && rest.hasSuffix(")") && rest.dropFirst(2).dropLast().allSatisfy(\.isNumber)
      && rest.count > 3
  }
}

extension SwiftFile {
  /// A declaration that other rooms can see.
  struct PackageDeclaration {
    let name: String
    let line: Int
    /// Initialisers and the witnesses of well-known protocols say nothing that their type has not said.
    let isObvious: Bool
  }

  var packageDeclarations: [PackageDeclaration] {
    let keywords: Set<String> = [
      "struct", "class", "enum", "actor", "protocol", "typealias", "func", "var", "let", "init", "subscript",
    ]
    let obvious: Set<String> = [
      "init", "description", "debugDescription", "<", "==", "hash", "id", "rawValue",
    ]
    return tokens.indices.compactMap { index in
      guard tokens[index].text == "package", index + 1 < tokens.count, tokens[index + 1].text != "(" else {
        return nil
      }
      let rest = tokens[(index + 1)...].prefix(6)
      guard let keyword = rest.firstIndex(where: { keywords.contains($0.text) }) else { return nil }
      if rest.contains(where: { $0.text == "import" && $0.line == tokens[index].line }) { return nil }
      let isTypeMember = tokens[keyword].text == "class" && keyword + 1 < tokens.count
      let name = ["init", "subscript"].contains(tokens[keyword].text) ? keyword : keyword + 1
      guard name < tokens.count else { return nil }
      return PackageDeclaration(
        name: tokens[name].text, line: tokens[index].line,
        isObvious: !isTypeMember && obvious.contains(signs(from: name)))
    }
  }

  /// A name, or the signs of an operator up to its bracket.
  private func signs(from index: Int) -> String {
    guard !tokens[index].isWord else { return tokens[index].text }
    return tokens[index...].prefix { $0.text != "(" && !$0.isWord }.map(\.text).joined()
  }

  /// True where the line begins a requirement of one of our protocols, across a line break too.
  func isWitness(line: Int) -> Bool {
    let text = lines[(line - 1)...].prefix(3).map { $0.drop { $0 == " " } }.joined(separator: " ")
      .replacing("( ", with: "(")
    return Wall.witnesses.contains { text.hasPrefix($0) }
  }

  /// True where `///` stands above the line, attributes passed over; a comment speaks for other overloads of
  /// its function too, and the fields of a record may leave the word to the comment of their type.
  func isDocumented(line: Int) -> Bool {
    var index = line - 2
    while index >= 0, lines[index].drop(while: { $0 == " " }).hasPrefix("@") { index -= 1 }
    let isDirect = index >= 0 && lines[index].drop { $0 == " " }.hasPrefix("///")
    return isDirect || isField(line: line) || isOverload(line: line)
  }

  /// A stored property, a named constant, or a property that says all in its one line.
  private func isField(line: Int) -> Bool {
    let words = lines[line - 1].split(separator: " ")
    let isProperty = words.prefix(4).contains { $0 == "var" || $0 == "let" }
    return isProperty && lines[line - 1].hasPrefix(" ") && words.last != "{"
  }

  private func isOverload(line: Int) -> Bool {
    guard let name = functionName(lines[line - 1]) else { return false }
    return lines.indices.contains { index in
      functionName(lines[index]) == name && index > 0 && lines[index - 1].drop { $0 == " " }.hasPrefix("///")
    }
  }

  /// `member` of a line `package mutating func member(…`.
  private func functionName(_ line: String) -> Substring? {
    guard line.drop(while: { $0 == " " }).hasPrefix("package "), let range = line.firstRange(of: "func ")
    else {
      return nil
    }
    return line[range.upperBound...].prefix { $0 != "(" && $0 != "<" }
  }
}

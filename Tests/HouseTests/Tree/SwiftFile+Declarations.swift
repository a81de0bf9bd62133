// The names a file declares, and how long its functions are.

extension SwiftFile {
  /// A name that a file gives to something.
  struct Declaration {
    /// The word that declares: `struct`, `func`, `var`, `case`, …
    let keyword: String
    let name: String
    let line: Int

    var isType: Bool { ["struct", "class", "enum", "actor", "protocol", "typealias"].contains(keyword) }
  }

  /// Every name declared in the file, locals and the cases of enumerations included, names in back-ticks not.
  var declarations: [Declaration] {
    let keywords: Set<String> = [
      "struct", "class", "enum", "actor", "protocol", "typealias", "associatedtype", "func", "var", "let",
    ]
    var found: [Declaration] = []
    var braces: [Bool] = []
    var opensEnumeration = false
    for (index, token) in tokens.enumerated() {
      switch token.text {
      case "{":
        braces.append(opensEnumeration)
        opensEnumeration = false
      case "}": _ = braces.popLast()
      case "case" where braces.last == true: found += enumerationCases(from: index + 1)
      case let keyword where keywords.contains(keyword) && isDeclaration(index):
        let next = tokens[index + 1]
        found.append(Declaration(keyword: keyword, name: next.text, line: next.line))
        opensEnumeration = keyword == "enum"
      default: break
      }
    }
    return found
  }

  /// A declaring word is followed by a name, and is no member (`.let`) nor part of `class func`.
  private func isDeclaration(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].isWord else { return false }
    if index > 0, tokens[index - 1].text == "." { return false }
    return !["func", "var", "let"].contains(tokens[index + 1].text)
  }

  /// `a, b(Int), c = "x"`: the names up to the end of the declaration.
  private func enumerationCases(from start: Int) -> [Declaration] {
    var found: [Declaration] = []
    var depth = 0
    var expectsName = true
    for index in start..<tokens.count {
      let token = tokens[index]
      let continues = index == start || token.line == tokens[index - 1].line || expectsName || depth > 0
      if !continues || token.text == "}" { break }
      if "([{".contains(token.text) { depth += 1 }
      if ")]}".contains(token.text) { depth -= 1 }
      if expectsName, token.isWord {
        found.append(Declaration(keyword: "case", name: token.text, line: token.line))
        expectsName = false
      }
      if depth == 0, token.text == "," { expectsName = true }
    }
    return found
  }

  /// A function, initialiser, subscript or computed property with a body.
  struct Function {
    let name: String
    let line: Int
    /// Lines from the declaring word to the closing brace, both included.
    let lineCount: Int
  }

  /// Every function with a body; local functions count for themselves and for the one around them.
  var functions: [Function] {
    tokens.indices.compactMap { index in
      let token = tokens[index]
      guard ["func", "init", "deinit", "subscript", "var"].contains(token.text) else { return nil }
      if index > 0, tokens[index - 1].text == "." { return nil }
      guard let open = openingOfBody(after: index), let close = closing(of: open) else { return nil }
      let next = tokens[index + 1]
      return Function(
        name: next.isWord ? next.text : token.text, line: token.line,
        lineCount: tokens[close].line - token.line + 1)
    }
  }

  /// The `{` of a declaration's body; nil where it ends without one.
  private func openingOfBody(after start: Int) -> Int? {
    let continuations: Set<String> = ["{", "-", "throws", "async", "rethrows", "where", ")", ":", ","]
    var depth = 0
    for index in (start + 1)..<tokens.count {
      let token = tokens[index]
      if depth == 0, index > start + 1 {
        let startsLine = token.line > tokens[index - 1].line
        let hangs = ["where", ",", ">", "&"].contains(tokens[index - 1].text)
        if startsLine, !hangs, !continuations.contains(token.text) { return nil }
        if token.text == "{" { return index }
        if token.text == "=" && tokens[start].text == "var" || token.text == "}" { return nil }
      }
      if token.text == "(" || token.text == "[" { depth += 1 }
      if token.text == ")" || token.text == "]" { depth -= 1 }
      if depth < 0 { return nil }
    }
    return nil
  }

  private func closing(of open: Int) -> Int? {
    var depth = 0
    for index in open..<tokens.count {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}

// Loads a rule set with everything that it extends, and checks what only shows when they are put together.

/// Finds rule-set files by name and makes rule sets of them.
package struct RuleSetLibrary {
  /// Gives the bytes of the rule set of that identifier, or nil where there is none.
  package typealias Source = (String) -> [UInt8]?

  /// A file with more bytes is refused.
  package static let bytesMax = RuleSetLines.bytesMax

  private let source: Source
  private let rules: Set<String>?

  /// - Parameters:
  ///   - rules: the codes of the rules there are; a file that names another one is refused. Nil takes any.
  ///   - source: where sets that are extended come from; the shipped ones unless said otherwise.
  package init(rules: Set<String>? = nil, source: @escaping Source = ShippedRuleSets.bytes(of:)) {
    self.rules = rules
    self.source = source
  }

  /// The set of that identifier; nil where there is none.
  /// - Throws: everything that is wrong with it.
  package func load(_ identifier: String) throws(RuleSetFailure) -> RuleSet? {
    guard let bytes = source(identifier) else { return nil }
    return try load(bytes, file: identifier)
  }

  /// The set that a file holds.
  /// - Parameter file: its name, for sentences.
  /// - Throws: everything that is wrong with it and with the sets that it extends.
  package func load(_ bytes: [UInt8], file: String) throws(RuleSetFailure) -> RuleSet {
    var chain: [(name: String, file: RuleSetFile)] = []
    var problems: [RuleSetProblem] = []
    var next: (name: String, bytes: [UInt8])? = (file, bytes)
    while let (name, bytes) = next {
      next = nil
      let reader = RuleSetFileReader(bytes, file: name, rules: rules)
      problems += reader.problems
      guard let read = reader.result else { break }
      chain.append((name, read))
      guard let extends = read.head.extends else { break }
      let names = chain.map(\.file.head.identifier)
      if let start = names.firstIndex(of: extends) {
        problems.append(
          RuleSetProblem(
            file: name, line: read.extendsLine, kind: .extendsCycle(names[start...] + [extends])))
      } else if let bytes = chain.count < Self.chainMax ? source(extends) : nil {
        next = (extends, bytes)
      } else {
        problems.append(
          RuleSetProblem(file: name, line: read.extendsLine, kind: .unknownExtended(extends)))
      }
    }
    // Sets in which something is wrong are not put together: what was misread would be told again.
    guard problems.isEmpty else { throw RuleSetFailure(problems) }
    var set: RuleSet?
    for (name, file) in chain.reversed() {
      let content = RuleSetContent(file, over: set?.content)
      let problems = content.problems(of: file, named: name)
      guard problems.isEmpty else { throw RuleSetFailure(problems) }
      set = RuleSet(head: file.head, content: content, extended: set)
    }
    guard let set else { throw RuleSetFailure([RuleSetProblem(file: file, line: 1, kind: .missingHead)]) }
    return set
  }

  /// A chain of sets that extend each other is never longer.
  private static let chainMax = 8
}

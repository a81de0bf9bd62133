// What can be wrong with a rule-set file, each with its file and line.

/// One thing wrong in a rule-set file.
package struct RuleSetProblem: Sendable, Equatable {
  /// The file's name, or the name of a shipped set.
  package let file: String
  /// From 1.
  package let line: Int
  package let kind: Kind

  package init(file: String, line: Int, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  /// What is wrong; the sentences stand in `RuleSetProblemWording`.
  package enum Kind: Sendable, Equatable {
    // The text
    case tooLarge(bytesMax: Int)
    case notUTF8
    case noEqualsSign(String)
    case outsideSection(String)
    case unclosedSection(String)
    case unknownSection(String)
    case repeatedSection(String, firstLine: Int)
    case unknownKey(String, section: String, nearest: String?)
    case repeatedKey(String, firstLine: Int)
    /// The same key from the same year.
    case repeatedYear(String, year: Int, firstLine: Int)
    case emptyValue(String)
    // The head
    case missingHead
    case missingKey(String)
    case badIdentifier(String)
    case badYears(String)
    case unknownKind(String)
    // Values
    case missingYear(String)
    case missingSource(String)
    case tooManyParts(String)
    case badYear(String)
    case badNumber(String)
    case outOfBounds(String, bounds: ClosedRange<Int>, wholeOnly: Bool)
    case badWeights(String)
    /// The points of a scheme do not add up to 100.
    case weightSum(scheme: String, sum: String)
    case badSeverity(String)
    case badRuleCode(String)
    case unknownRule(String)
    // Trees
    case unknownPlace(String)
    case unknownParent(String)
    /// A label that already stands for another place of the same level.
    case ambiguousLabel(String, other: String)
    case unknownTree(String)
    // The set as a whole
    case unknownExtended(String)
    /// The sets that extend each other in a circle, the first one again at the end.
    case extendsCycle([String])
    case missingParameter(String)
    case missingTree
    case wrongOrder(smaller: String, larger: String)
    /// A scheme leaves other points to the indicators than the parameter says.
    case weightsDisagree(scheme: String, points: String, parameter: String)
  }
}

/// A rule-set file that cannot be used: everything that is wrong with it, by file and line.
package struct RuleSetFailure: Error, Sendable, Equatable {
  package let problems: [RuleSetProblem]

  /// A file may have this many problems before the rest is left out.
  static let problemsMax = 100

  init(_ problems: [RuleSetProblem]) {
    self.problems = Array(problems.prefix(Self.problemsMax))
  }
}

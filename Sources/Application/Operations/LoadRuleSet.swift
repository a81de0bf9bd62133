// Finds the rule set that is asked for: a shipped one by its name, or one in a file of the user's.
import Review
package import RuleSets

/// Loads rule sets and holds them to the catalogue: a file that changes a rule which does not exist is
/// refused.
package struct LoadRuleSet {
  /// Gives the bytes of a file beside the one that is loaded, by the identifier that it extends.
  package typealias Neighbours = (String) -> [UInt8]?

  private static let rules = Set(RuleCatalogue.all.map(\.code))

  package init() {}

  /// The shipped set of a name; nil where none is called so.
  /// - Throws: what is wrong with it, which a test excludes.
  package func shipped(_ name: String) throws(RuleSetFailure) -> RuleSet? {
    try RuleSetLibrary(rules: Self.rules).load(name)
  }

  /// The set in a file. What it extends is looked for among the shipped sets, then beside the file.
  /// - Throws: everything that is wrong, each with file, line and a sentence.
  package func file(
    named name: String, bytes: [UInt8], neighbours: @escaping Neighbours = { _ in nil }
  ) throws(RuleSetFailure) -> RuleSet {
    let library = RuleSetLibrary(rules: Self.rules) { ShippedRuleSets.bytes(of: $0) ?? neighbours($0) }
    return try library.load(bytes, file: name)
  }
}

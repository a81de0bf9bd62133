// `plumbline rules` as the command line describes it, and the request that it makes.
import CommandLineParsing

/// The words of `plumbline rules`.
enum RulesSyntax {
  static let year = OptionDescription(
    "year", kind: .number(placeholder: "YEAR", range: 1994...2100),
    "The fiscal year whose figures are shown; without it, the last one of the rule set.")
  static let json = OptionDescription("json", "Writes one JSON object, histories of all figures included.")

  static let description = CommandDescription(
    name: "rules",
    summary: "Lists the rules of the review and the figures that a rule set gives them.",
    discussion: [
      "A rule set is a text file that a finance officer can read and change: parameters with the year from "
        + "which they hold and their source, weights, severities, trees of indicators. A file that is "
        + "not sound is refused with line and sentence, everything that is wrong at once.",
      "What a file extends is looked for among the shipped sets, then beside the file.",
    ],
    options: [RuleSetChoice.option, year, json],
    examples: [
      .init("plumbline rules", "Lists rules and figures of the national rule set."),
      .init("plumbline rules --rule-set dongguan-towns-2026", "Lists those of a region."),
      .init("plumbline rules --rule-set our-town.txt", "Tries a rule set of your own."),
      .init("plumbline rules --json", "Writes them for other programs."),
    ],
    exitCodes: [.success, .usage, .unreadable, .notFound, .outputFailed])
}

/// What `plumbline rules` has to do.
struct RulesRequest: Sendable {
  /// A shipped name or a path; nil for the national set.
  var ruleSet: String?
  var year: Int?
  var isJSON: Bool

  init(_ invocation: Invocation) {
    ruleSet = invocation.text(of: RuleSetChoice.option)
    year = invocation.number(of: RulesSyntax.year)
    isJSON = invocation.has(RulesSyntax.json)
  }
}

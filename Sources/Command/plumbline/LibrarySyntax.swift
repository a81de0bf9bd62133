// `plumbline library` as the command line describes it.
import CommandLineParsing

/// The words of `plumbline library`.
enum LibrarySyntax {
  static let json = OptionDescription("json", "Writes one JSON object with the entries.")

  static let description = CommandDescription(
    name: "library",
    summary: "Shows the indicator library: measurable indicators to choose from.",
    discussion: [
      "The review proposes these in place of words that nobody can measure. A line (__) stands where the "
        + "clerk fills in a figure; a printed figure is a usual one, to be held against the unit's own.",
      "With words, the entries in which all of them stand: in name, kind, place, method, or the vague "
        + "wordings that the entry replaces.",
    ],
    argument: ArgumentDescription(
      "WORD...", "What to look for; without any, everything.", count: 0...Int.max),
    options: [json],
    examples: [
      .init("plumbline library", "Lists the whole library by kind."),
      .init("plumbline library \(ExampleWording.kind)", "Lists what there is for a kind of projects."),
      .init("plumbline library \(ExampleWording.vague) --json", "Looks for a vague wording, for programs."),
    ],
    exitCodes: [.success, .usage, .outputFailed])
}

/// What `plumbline library` has to do.
struct LibraryRequest: Sendable {
  var words: [String]
  var isJSON: Bool

  init(_ invocation: Invocation) {
    words = invocation.arguments
    isJSON = invocation.has(LibrarySyntax.json)
  }
}

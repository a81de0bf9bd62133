// `plumbline value` as the command line describes it.
import CommandLineParsing

/// The words of `plumbline value`.
enum ValueSyntax {
  static let name = OptionDescription(
    "name", kind: .text(placeholder: "NAME"), "The indicator's name, as context.")
  static let level2 = OptionDescription(
    "level2", kind: .text(placeholder: "LABEL"), "The label of its second level, as context.")
  static let unit = OptionDescription(
    "unit", kind: .text(placeholder: "UNIT"), "The unit that the form's own column gives.")
  static let year = OptionDescription(
    "year", kind: .number(placeholder: "YEAR", range: 1949...2999), "The fiscal year, which completes dates.")
  static let json = OptionDescription("json", "Writes one JSON object for each value.")
  static let jsonLines = OptionDescription(
    "jsonl",
    "Reads lines of value, name and level 2 parted by tabs from the standard input; writes one JSON "
      + "object a line.")

  static let description = CommandDescription(
    name: "value",
    summary: "Shows what an indicator value means: comparator, exact number, unit, date, grade.",
    discussion: [
      "Every text is read as far as it goes; what is doubtful in it is listed with its place in the text."
    ],
    argument: ArgumentDescription("TEXT...", "Indicator values as printed in a form.", count: 0...Int.max),
    options: [name, level2, unit, year, json, jsonLines],
    exclusive: [[json, jsonLines]],
    examples: [
      .init("plumbline value \"\(ExampleWording.value)\"", "Shows the typed tree of one value."),
      .init("plumbline value 95 --name \"\(ExampleWording.name)\" --json", "Lets the name give the unit."),
      .init("plumbline value --jsonl < values.tsv", "Reads a table of values."),
    ],
    exitCodes: [.success, .usage, .outputFailed])
}

extension ValueRequest {
  /// - Throws: when there is nothing to read, or both texts and a table of them.
  init(_ invocation: Invocation) throws(UsageFailure) {
    let isBatch = invocation.has(ValueSyntax.jsonLines)
    if isBatch, let text = invocation.arguments.first {
      throw UsageFailure(.unexpectedArgument(text), command: invocation.command)
    }
    if !isBatch, invocation.arguments.isEmpty {
      throw UsageFailure(.missingArgument("TEXT"), command: invocation.command)
    }
    self.init(
      texts: invocation.arguments, name: invocation.text(of: ValueSyntax.name),
      level2: invocation.text(of: ValueSyntax.level2), unit: invocation.text(of: ValueSyntax.unit),
      year: invocation.number(of: ValueSyntax.year), output: invocation.has(ValueSyntax.json) ? .json : .tree,
      isBatch: isBatch)
  }
}

// `plumbline check` as the command line describes it, and the request that it makes.
import CommandLineParsing
import Findings
import Glibc

/// The words of `plumbline check`.
enum CheckSyntax {
  static let lastYear = OptionDescription(
    "last-year", kind: .text(placeholder: "FILE|FOLDER"),
    "Last year's targets and self-evaluations, as documents or records; a project is found by its code, else "
      + "by its name and unit.")
  static let severity = OptionDescription(
    "severity", kind: .text(placeholder: "E|W|I"),
    "The least that is shown: errors (E), warnings too (W), hints too (I, the default).")
  static let json = OptionDescription("json", "Writes one JSON object with all findings and sound sums.")
  static let csv = OptionDescription("csv", "Writes a table for spreadsheets, one line a finding.")
  static let html = OptionDescription(
    "html", kind: .text(placeholder: "OUT"),
    "Writes a reviewer's report besides: one HTML file with a page for each form.")
  static let jobs = OptionDescription(
    "jobs", letter: "j", kind: .number(placeholder: "N", range: 1...256),
    "Files read at the same time; without it, one for each processor.")

  static let description = CommandDescription(
    name: "check",
    summary: "Reviews forms: what is missing, not measurable, or does not fit the money.",
    discussion: [
      "Takes documents, which are imported first, and records in JSON as plumbline import writes them.",
      "Sums that hold are told as well, so that it can be seen what was checked.",
      "The files of one run are held against one another: the same table in several projects, prices of the "
        + "same thing. Last year's forms are given by --last-year. What could not be looked at for want of "
        + "them is told in one line.",
      "Figures and severities are those of the rule set in the form's fiscal year; plumbline rules lists "
        + "them.",
    ],
    argument: ArgumentDescription(
      "FILE|FOLDER|-...", "What to review; - stands for the standard input.", count: 1...Int.max),
    options: [RuleSetChoice.option, lastYear, severity, json, csv, html, jobs],
    exclusive: [[json, csv]],
    examples: [
      .init("plumbline check form.docx", "Shows what a reviewer would ask about."),
      .init("plumbline check --severity E forms/", "Shows only what sends a form back."),
      .init("plumbline check --rule-set dongguan-towns-2026 forms/", "Reviews by the rules of a region."),
      .init("plumbline check --last-year 2025/ 2026/", "Compares with what was promised and reached before."),
      .init("plumbline import --json form.docx | plumbline check --json -", "Reviews a record."),
      .init("plumbline check --html report.html forms/", "Makes a report to print."),
      .init("plumbline check --csv forms/ > findings.csv", "Makes a table of all findings."),
    ],
    exitCodes: [.success, .found, .usage, .unreadable, .notFound, .outputFailed])
}

/// What `plumbline check` has to do.
struct CheckRequest: Sendable {
  /// How results are written.
  enum Output: Sendable {
    /// Aligned text for people.
    case report
    /// One JSON object.
    case json
    /// One line a finding.
    case csv
  }

  var paths: [String]
  /// A shipped name or a path; nil for the national set.
  var ruleSet: String?
  /// The file or folder with last year's forms.
  var lastYear: String?
  var output = Output.report
  var severity = Severity.info
  var jobs = 1
  /// The file for the report in HTML.
  var page: String?

  /// - Throws: for a severity that is none.
  init(_ invocation: Invocation) throws(UsageFailure) {
    paths = invocation.arguments
    ruleSet = invocation.text(of: RuleSetChoice.option)
    lastYear = invocation.text(of: CheckSyntax.lastYear)
    output = invocation.has(CheckSyntax.json) ? .json : invocation.has(CheckSyntax.csv) ? .csv : .report
    page = invocation.text(of: CheckSyntax.html)
    jobs =
      invocation.number(of: CheckSyntax.jobs) ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    guard let letter = invocation.text(of: CheckSyntax.severity) else { return }
    switch letter {
    case "E", "e", "error": severity = .error
    case "W", "w", "warning": severity = .warning
    case "I", "i", "info": severity = .info
    default:
      throw UsageFailure(
        .badChoice(option: "--severity", value: letter, choices: "E, W or I"), command: invocation.command)
    }
  }
}

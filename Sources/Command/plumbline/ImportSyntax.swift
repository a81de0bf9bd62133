// `plumbline import` as the command line describes it, and the request that it makes.
import CommandLineParsing
import DocumentReading
import Glibc

/// The words of `plumbline import`.
enum ImportSyntax {
  static let json = OptionDescription("json", "Writes the result of one file as a JSON object.")
  static let jsonLines = OptionDescription("jsonl", "Writes one JSON object a line, one line a file.")
  static let jobs = OptionDescription(
    "jobs", letter: "j", kind: .number(placeholder: "N", range: 1...256),
    "Files read at the same time; without it, one for each processor.")
  static let isolated = OptionDescription(
    "isolated", "Reads every file in a process of its own, not only the formats that need it.")
  static let ocr = OptionDescription("ocr", "Reads the text of scans and pictures; takes seconds a page.")
  static let state = OptionDescription(
    "state", kind: .text(placeholder: "FILE"),
    "Keeps results in FILE, so that a run that was broken off goes on and unchanged files are not read again."
  )
  static let findingsTable = OptionDescription(
    "findings-csv", kind: .text(placeholder: "FILE"), "Writes all findings as a table for Excel and WPS.")

  static let description = CommandDescription(
    name: "import",
    summary: "Reads published forms and shows their records, how sure each field is, and what is doubtful.",
    discussion: [
      "Reads DOCX, XLSX, web pages (MHT too) and plain text; the format is told by content, never by "
        + "name. PDF, old office files and pictures are read by plumbline-reader, a process without "
        + "network and with limits; it is looked for beside this program, or where PLUMBLINE_READER says.",
      "A folder is searched with everything below it, hidden and temporary files excepted, for files named "
        + "like documents. Results come in the order of the input, whatever the number of jobs. Of files "
        + "with the same content the first is read, the others are told (R13). At the end stands what was "
        + "found, by kind, year and unit.",
      "A file that cannot be read is told on the standard error, and the others are read nevertheless.",
    ],
    argument: ArgumentDescription(
      "FILE|FOLDER|-...", "What to read; - stands for the standard input.", count: 1...Int.max),
    options: [json, jsonLines, jobs, isolated, ocr, state, findingsTable],
    exclusive: [[json, jsonLines]],
    examples: [
      .init("plumbline import form.docx", "Shows the record of one form."),
      .init("plumbline import --json form.xlsx", "Writes it as JSON, for other programs."),
      .init("plumbline import --jsonl forms/ > forms.jsonl", "Reads a folder, a line a file."),
      .init(
        "plumbline import --state forms.state --findings-csv findings.csv forms/",
        "Reads a large folder; the same line again goes on where it was broken off."),
      .init(
        "curl -s https://example.org/form.html | plumbline import -", "Reads what another program writes."),
    ],
    exitCodes: [.success, .usage, .unreadable, .notFound, .outputFailed])
}

/// What `plumbline import` has to do.
struct ImportRequest: Sendable {
  /// How results are written.
  enum Output: Sendable {
    /// Aligned text for people.
    case report
    /// One JSON object, for one file only.
    case json
    /// One JSON object a line.
    case jsonLines
  }

  /// Files, folders, `-`; in the order given.
  var paths: [String]
  var output = Output.report
  /// At least 1.
  var jobs = 1
  /// Whether every file goes to a process of its own.
  var isIsolated = false
  var reading = ReadingOptions()
  /// Where results are kept between runs.
  var stateFile: String?
  /// Where the table of findings goes.
  var findingsFile: String?

  init(paths: [String], output: Output = .report, jobs: Int = 1) {
    self.paths = paths
    self.output = output
    self.jobs = max(1, jobs)
  }

  init(_ invocation: Invocation) {
    let output: Output =
      invocation.has(ImportSyntax.json)
      ? .json : invocation.has(ImportSyntax.jsonLines) ? .jsonLines : .report
    let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.init(
      paths: invocation.arguments, output: output,
      jobs: invocation.number(of: ImportSyntax.jobs) ?? processors)
    isIsolated = invocation.has(ImportSyntax.isolated)
    reading.readsPictures = invocation.has(ImportSyntax.ocr)
    stateFile = invocation.text(of: ImportSyntax.state)
    findingsFile = invocation.text(of: ImportSyntax.findingsTable)
  }
}

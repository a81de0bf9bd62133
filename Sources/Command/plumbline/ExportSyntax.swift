// `plumbline export` as the command line describes it, and the request that it makes.
import CommandLineParsing
import FormExport
import Forms
import Glibc

/// The words of `plumbline export`.
enum ExportSyntax {
  static let formats = ExportFormat.allCases.map(\.rawValue)
  static let layouts = FormLayout.allCases.map(\.rawValue)

  static let format = OptionDescription(
    "format", letter: "f", kind: .text(placeholder: "FORMAT"),
    "One of \(formats.joined(separator: ", ")); without it, that of OUT's ending, or pdf.")
  static let layout = OptionDescription(
    "layout", letter: "l", kind: .text(placeholder: "LAYOUT"),
    "The official form: \(layouts.joined(separator: ", ")). Without it, for each record the one that holds "
      + "most of it.")
  static let output = OptionDescription(
    "output", letter: "o", kind: .text(placeholder: "OUT"),
    "A folder, which is made where it is missing (this one unless said otherwise); a file named with the "
      + "format's ending, which takes all forms; or - for the standard output.")
  static let overwrite = OptionDescription(
    "overwrite", "Replaces files of the same names in the folder; without it, new files get a number.")
  static let draft = OptionDescription("draft", "Prints a large pale mark, 草稿, across every page.")
  static let verify = OptionDescription(
    "verify", "Reads every written file in again and compares all fields that it shows.")
  static let months = OptionDescription(
    "months", kind: .number(placeholder: "N", range: 1...12),
    "The months that monitoring forms cover, from January; printed in their heads.")
  static let titleFont = OptionDescription(
    "title-font", kind: .text(placeholder: "NAME"), "The font of titles, before the official one.")
  static let headFont = OptionDescription(
    "head-font", kind: .text(placeholder: "NAME"), "The font of heads of columns.")
  static let bodyFont = OptionDescription(
    "body-font", kind: .text(placeholder: "NAME"),
    "The font of everything else. A font that is not installed is told, and another printed in its place.")
  static let jobs = OptionDescription(
    "jobs", letter: "j", kind: .number(placeholder: "N", range: 1...256),
    "Files worked on at the same time; without it, one for each processor.")

  static let description = CommandDescription(
    name: "export",
    summary: "Writes records as official forms (PDF, DOCX, XLSX, HTML), or as JSON and CSV.",
    discussion: [
      "Takes records in JSON as plumbline import writes them, and documents, which are imported first. "
        + "A folder is searched for both.",
      "Files are named after year, unit and project. Fields of a record that a layout has no place for are "
        + "told on the standard error; they are no failure.",
      "With --verify, a field that is not read again as it was written ends in exit code 1, as does a form "
        + "that the layout does not print; the others are exported nevertheless.",
    ],
    argument: ArgumentDescription(
      "FILE|FOLDER|-...", "What to export; - stands for the standard input.", count: 1...Int.max),
    options: [
      format, layout, output, overwrite, draft, verify, months, titleFont, headFont, bodyFont, jobs,
    ],
    exclusive: [],
    examples: [
      .init("plumbline export form.docx", "Prints each form of a document as a PDF in this folder."),
      .init("plumbline export -f docx --verify -o out/ records.json", "Writes Word files and checks them."),
      .init("plumbline export -o all.pdf forms/", "Prints all forms of a folder into one PDF."),
      .init(
        "plumbline export --layout national-application --draft form.xlsx",
        "Prints a draft of the national form."),
      .init("plumbline export -f csv -o - forms/ > indicators.csv", "Makes a table of all indicators."),
    ],
    exitCodes: [.success, .found, .usage, .unreadable, .notFound, .outputFailed])
}

/// What `plumbline export` has to do.
struct ExportRequest: Sendable {
  /// Where files go.
  enum Output: Sendable, Equatable {
    case folder(String)
    /// One file for all forms.
    case file(String)
    case standardOutput

    /// True where all forms become one file.
    var isMerged: Bool {
      if case .folder = self { false } else { true }
    }
  }

  var paths: [String]
  var format: ExportFormat
  var layout: FormLayout?
  var output: Output
  var overwrites = false
  var isDraft = false
  var verifies = false
  var months: Int?
  var fonts = ExportFonts()
  var jobs = 1

  /// - Throws: for a format or layout that is none.
  init(_ invocation: Invocation) throws(UsageFailure) {
    func choice<T>(
      _ option: OptionDescription, _ all: [String], _ make: (String) -> T?
    ) throws(UsageFailure) -> T? {
      guard let word = invocation.text(of: option) else { return nil }
      guard let found = make(word) else {
        throw UsageFailure(
          .badChoice(
            option: "--\(option.name)", value: word, choices: "one of \(all.joined(separator: ", "))"),
          command: invocation.command)
      }
      return found
    }
    paths = invocation.arguments
    let named = invocation.text(of: ExportSyntax.output)
    let ending = named.flatMap { Self.ending(of: $0) }
    let given = try choice(ExportSyntax.format, ExportSyntax.formats) { ExportFormat(rawValue: $0) }
    format = given ?? ending ?? .pdf
    layout = try choice(ExportSyntax.layout, ExportSyntax.layouts) { FormLayout(rawValue: $0) }
    switch named {
    case nil: output = .folder(".")
    case "-": output = .standardOutput
    case .some(let path): output = ending == format && !Self.isFolder(path) ? .file(path) : .folder(path)
    }
    overwrites = invocation.has(ExportSyntax.overwrite)
    isDraft = invocation.has(ExportSyntax.draft)
    verifies = invocation.has(ExportSyntax.verify)
    fonts = ExportFonts(
      title: invocation.text(of: ExportSyntax.titleFont), head: invocation.text(of: ExportSyntax.headFont),
      body: invocation.text(of: ExportSyntax.bodyFont))
    months = invocation.number(of: ExportSyntax.months)
    jobs = invocation.number(of: ExportSyntax.jobs) ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private static func ending(of path: String) -> ExportFormat? {
    guard let dot = path.lastIndex(of: "."), dot > path.startIndex else { return nil }
    return ExportFormat(rawValue: path[path.index(after: dot)...].lowercased())
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return path.last == "/" || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

// The program as a whole: what it offers, and which command answers which request.
import CommandLineParsing

/// `plumbline`.
enum Program {
  static let version = "0.1.0"

  static let description = ProgramDescription(
    name: "plumbline", version: version,
    summary: "Reads the budget performance forms of Chinese local government into exact records.",
    commands: [
      ImportSyntax.description, CheckSyntax.description, ExportSyntax.description,
      RulesSyntax.description, LibrarySyntax.description, ValueSyntax.description, DemoCommand.description,
      OfficeSyntax.serve, OfficeSyntax.migrate, OfficeSyntax.backup, OfficeSyntax.restore, OfficeSyntax.verify,
    ])

  /// Understands the words and does what they ask for.
  static func run(_ words: [String], console: Console) -> ExitCode {
    do throws(UsageFailure) {
      switch try description.read(words) {
      case .help(let command):
        let help = HelpText(description)
        let text = command.flatMap { help.text(ofCommand: $0) } ?? help.overview
        return console.output.write(text) ? .success : .outputFailed
      case .version:
        return console.output.write("\(description.name) \(version)\n") ? .success : .outputFailed
      case .run(let invocation): return try run(invocation, console: console)
      }
    } catch {
      _ = console.errors.write(error.message(program: description.name))
      return .usage
    }
  }

  private static func run(_ invocation: Invocation, console: Console) throws(UsageFailure) -> ExitCode {
    switch invocation.command {
    case ImportSyntax.description.name:
      return ImportCommand(request: ImportRequest(invocation), console: console).run()
    case CheckSyntax.description.name:
      return CheckCommand(request: try CheckRequest(invocation), console: console).run()
    case ExportSyntax.description.name:
      return ExportCommand(request: try ExportRequest(invocation), console: console).run()
    case RulesSyntax.description.name:
      return RulesCommand(request: RulesRequest(invocation), console: console).run()
    case LibrarySyntax.description.name:
      return LibraryCommand(request: LibraryRequest(invocation), console: console).run()
    case ValueSyntax.description.name: return runValue(try ValueRequest(invocation), console: console)
    default: return try OfficeProgram.run(invocation, console: console)
    }
  }

  private static func runValue(_ request: ValueRequest, console: Console) -> ExitCode {
    let output = console.output
    let input = console.input
    switch ValueCommand(request: request, sink: { output.write($0) }).run(reading: { input.read(into: $0) }) {
    case .done: return .success
    case .readingFailed: return .unreadable
    case .writingFailed: return output.isClosed ? .success : .outputFailed
    }
  }
}

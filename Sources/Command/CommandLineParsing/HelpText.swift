// Makes the help texts of a program from its description; the reference in docs is the same text.

/// Help texts in plain lines of at most 80 columns.
package struct HelpText: Sendable {
  private static let columnsMax = 80
  private let program: ProgramDescription

  package init(_ program: ProgramDescription) {
    self.program = program
  }

  /// The overview: usage and the commands.
  package var overview: String {
    var lines = wrapped(program.summary, indent: 0)
    lines += ["", "Usage: \(program.name) <command> [options] [arguments]", "", "Commands:"]
    lines += table(
      program.commands.map { ($0.name, $0.summary) } + [("help", "Shows the help of a command.")])
    lines += ["", "Options:"]
    lines += table([("-h, --help", "Shows this help."), ("--version", "Shows the version.")])
    lines += ["", "'\(program.name) help <command>' tells the details of one command."]
    return joined(lines)
  }

  /// The help of one command; nil where the program has no such command.
  package func text(ofCommand name: String) -> String? {
    guard let command = program.command(named: name) else { return nil }
    var lines = wrapped(command.summary, indent: 0)
    lines += ["", "Usage: \(usage(of: command))"]
    for paragraph in command.discussion { lines += [""] + wrapped(paragraph, indent: 0) }
    if let argument = command.argument {
      lines += ["", "Arguments:"] + table([(argument.name, argument.summary)])
    }
    let options = command.options.map { (spelling(of: $0), $0.summary) }
    lines += ["", "Options:"] + table(options + [("-h, --help", "Shows this help.")])
    if !command.examples.isEmpty { lines += ["", "Examples:"] }
    for example in command.examples {
      lines += ["  \(example.line)"] + wrapped(example.explanation, indent: 6)
    }
    lines += ["", "Exit codes:"] + table(command.exitCodes.map { ("\($0.rawValue)", $0.meaning) })
    return joined(lines)
  }

  /// All help texts as one Markdown page, for `docs/reference/cli.md`.
  package var reference: String {
    var page =
      "# The command line\n\nThese are the help texts of the program; `make snapshots` writes them anew.\n"
    page += section("\(program.name) --help", overview)
    for command in program.commands {
      page += section("\(program.name) \(command.name)", text(ofCommand: command.name) ?? "")
    }
    return page
  }

  private func section(_ title: String, _ text: String) -> String {
    "\n## \(title)\n\n```text\n\(text)```\n"
  }

  private func usage(of command: CommandDescription) -> String {
    var parts = [program.name, command.name, "[options]"]
    if let argument = command.argument {
      parts.append(argument.count.lowerBound == 0 ? "[\(argument.name)]" : "<\(argument.name)>")
    }
    return parts.joined(separator: " ")
  }

  private func spelling(of option: OptionDescription) -> String {
    let letter = option.letter.map { "-\($0), " } ?? ""
    return letter + "--\(option.name)" + (option.placeholder.map { " \($0)" } ?? "")
  }

  /// Two columns; the second is wrapped under itself.
  private func table(_ rows: [(String, String)]) -> [String] {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.flatMap { name, summary -> [String] in
      let text = wrapped(summary, indent: width + 4)
      let head = "  \(name)\(String(repeating: " ", count: width - name.count))  "
      guard let first = text.first else { return [head] }
      return [head + first.dropFirst(width + 4)] + text.dropFirst()
    }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > Self.columnsMax {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty { lines.append(margin + line) }
    return lines
  }

  private func joined(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}

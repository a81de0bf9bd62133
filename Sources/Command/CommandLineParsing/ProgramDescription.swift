// What a program offers on the command line: commands, arguments, options, examples, exit codes.

/// A program with commands, as `plumbline import …`.
package struct ProgramDescription: Sendable {
  package var name: String
  package var version: String
  /// One sentence.
  package var summary: String
  package var commands: [CommandDescription]

  package init(name: String, version: String, summary: String, commands: [CommandDescription]) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
  }

  /// The command of that name.
  package func command(named name: String) -> CommandDescription? { commands.first { $0.name == name } }
}

/// One command of a program.
package struct CommandDescription: Sendable {
  package var name: String
  /// One sentence for the list of commands and the head of the command's help.
  package var summary: String
  /// More, a paragraph each.
  package var discussion: [String]
  /// Nil where the command takes none.
  package var argument: ArgumentDescription?
  package var options: [OptionDescription]
  /// Groups of which a command line may use one option only.
  package var exclusive: [[OptionDescription]]
  package var examples: [Example]
  package var exitCodes: [ExitCode]

  package init(
    name: String, summary: String, discussion: [String] = [], argument: ArgumentDescription? = nil,
    options: [OptionDescription] = [], exclusive: [[OptionDescription]] = [], examples: [Example] = [],
    exitCodes: [ExitCode] = [.success, .usage]
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.argument = argument
    self.options = options
    self.exclusive = exclusive
    self.examples = examples
    self.exitCodes = exitCodes
  }

  /// A command line of the command, and what it does.
  package struct Example: Sendable {
    package var line: String
    package var explanation: String

    package init(_ line: String, _ explanation: String) {
      self.line = line
      self.explanation = explanation
    }
  }
}

/// The arguments of a command that are no options.
package struct ArgumentDescription: Sendable {
  /// As shown in the usage line, such as `FILE`.
  package var name: String
  /// One sentence.
  package var summary: String
  /// How many a command line may hold.
  package var count: ClosedRange<Int>

  /// - Parameter count: `1...1` for exactly one, `1...Int.max` for any number but none.
  package init(_ name: String, _ summary: String, count: ClosedRange<Int>) {
    self.name = name
    self.summary = summary
    self.count = count
  }
}

/// One option, as `--jobs 4`, `--jobs=4`, `-j 4`, `-j4`.
package struct OptionDescription: Sendable {
  /// Without the dashes, such as `jobs`.
  package var name: String
  /// The one-letter form, such as `j`.
  package var letter: Character?
  package var kind: Kind
  /// One sentence.
  package var summary: String

  package init(_ name: String, letter: Character? = nil, kind: Kind = .flag, _ summary: String) {
    self.name = name
    self.letter = letter
    self.kind = kind
    self.summary = summary
  }

  /// What follows an option.
  package enum Kind: Sendable, Equatable {
    /// Nothing: it is given or not.
    case flag
    /// Any text; the placeholder is shown in the help.
    case text(placeholder: String)
    /// A whole number within bounds.
    case number(placeholder: String, range: ClosedRange<Int>)
  }

  /// The word that stands for the option's value in the help; nil for a flag.
  package var placeholder: String? {
    switch kind {
    case .flag: nil
    case .text(let placeholder), .number(let placeholder, _): placeholder
    }
  }
}

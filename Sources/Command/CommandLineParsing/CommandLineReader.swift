// Reads the words of a command line against the description of the program.

extension ProgramDescription {
  /// Understands a command line.
  ///
  /// - `-h` and `--help` win over everything that follows them, `help NAME` shows a command's help.
  /// - `--option value`, `--option=value`, `-o value` and `-ovalue` are the same.
  /// - `--` ends the options; `-` alone is an argument (the standard input).
  /// - A dash before anything but an ASCII letter begins an argument: `-5%` and `-≥3` are texts.
  ///
  /// - Parameter words: the arguments of the process without its own name.
  /// - Throws: the first thing that is wrong, with the command it happened in.
  package func read(_ words: [String]) throws(UsageFailure) -> Request {
    guard let first = words.first else { throw UsageFailure(.noCommand) }
    switch first {
    case "-h", "--help": return .help(command: nil)
    case "--version": return .version
    case "help": return try readHelp(Array(words.dropFirst()))
    default: break
    }
    guard let command = command(named: first) else { throw UsageFailure(unknown(first)) }
    var reader = CommandLineReader(command: command)
    do {
      return try reader.read(words.dropFirst())
    } catch {
      throw UsageFailure(error, command: command.name)
    }
  }

  private func readHelp(_ words: [String]) throws(UsageFailure) -> Request {
    guard let name = words.first else { return .help(command: nil) }
    guard words.count == 1 else { throw UsageFailure(.unexpectedArgument(words[1])) }
    guard name == "help" || command(named: name) != nil else { throw UsageFailure(unknown(name)) }
    return .help(command: name == "help" ? nil : name)
  }

  private func unknown(_ word: String) -> UsageError {
    if CommandLineReader.isOption(word) {
      return .unknownOption(word, suggestion: Suggestion.nearest(to: word, in: ["--help", "--version"]))
    }
    return .unknownCommand(
      word, suggestion: Suggestion.nearest(to: word, in: commands.map(\.name) + ["help"]))
  }
}

/// Reads the words after the command's name.
struct CommandLineReader {
  let command: CommandDescription
  private var arguments: [String] = []
  private var values: [String: Invocation.Value] = [:]

  init(command: CommandDescription) {
    self.command = command
  }

  /// `-x…` and `--x…`; a lone dash and a dash before a digit or a sign are arguments.
  static func isOption(_ word: String) -> Bool {
    let rest = word.drop { $0 == "-" }
    let dashes = word.count - rest.count
    guard dashes == 1 || dashes == 2, let first = rest.first else { return false }
    return first.isASCII && first.isLetter
  }

  mutating func read(_ words: ArraySlice<String>) throws(UsageError) -> Request {
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        break
      }
      guard Self.isOption(word) else {
        arguments.append(word)
        continue
      }
      if word == "-h" || word == "--help" { return .help(command: command.name) }
      try readOption(word, rest: &rest)
    }
    try checkConflicts()
    try checkArguments()
    return .run(Invocation(command: command.name, arguments: arguments, values: values))
  }

  private mutating func readOption(_ word: String, rest: inout ArraySlice<String>) throws(UsageError) {
    let (typed, attached) = split(word)
    guard let option = command.options.first(where: { isNamed($0, typed) }) else {
      let known = command.options.map { "--\($0.name)" } + ["--help"]
      throw .unknownOption(typed, suggestion: Suggestion.nearest(to: typed, in: known))
    }
    guard values[option.name] == nil else { throw .repeatedOption(typed) }
    guard let placeholder = option.placeholder else {
      if let attached { throw .unexpectedValue(option: typed, value: attached) }
      values[option.name] = .present
      return
    }
    guard let text = attached ?? nextValue(&rest) else {
      throw .missingValue(option: typed, placeholder: placeholder)
    }
    values[option.name] = try value(of: option, typed: typed, text: text)
  }

  /// `--jobs=4` → `--jobs`, `4`; `-j4` → `-j`, `4`.
  private func split(_ word: String) -> (typed: String, attached: String?) {
    if word.hasPrefix("--") {
      guard let sign = word.firstIndex(of: "=") else { return (word, nil) }
      return (String(word[..<sign]), String(word[word.index(after: sign)...]))
    }
    let attached = word.dropFirst(2)
    return (String(word.prefix(2)), attached.isEmpty ? nil : String(attached.drop { $0 == "=" }))
  }

  private func isNamed(_ option: OptionDescription, _ typed: String) -> Bool {
    typed == "--\(option.name)" || option.letter.map { typed == "-\($0)" } ?? false
  }

  private func nextValue(_ rest: inout ArraySlice<String>) -> String? {
    guard let next = rest.first, next != "--", !Self.isOption(next) else { return nil }
    return rest.popFirst()
  }

  private func value(
    of option: OptionDescription, typed: String, text: String
  ) throws(UsageError) -> Invocation.Value {
    switch option.kind {
    case .flag: return .present
    case .text: return .text(text)
    case .number(_, let range):
      guard let number = Int(text), range.contains(number) else {
        throw .badNumber(option: typed, value: text, range: range)
      }
      return .number(number)
    }
  }

  private func checkConflicts() throws(UsageError) {
    for group in command.exclusive {
      let given = group.filter { values[$0.name] != nil }
      if given.count > 1 { throw .conflictingOptions("--\(given[0].name)", "--\(given[1].name)") }
    }
  }

  private func checkArguments() throws(UsageError) {
    let count = command.argument?.count ?? 0...0
    if arguments.count > count.upperBound { throw .unexpectedArgument(arguments[count.upperBound]) }
    if arguments.count < count.lowerBound { throw .missingArgument(command.argument?.name ?? "") }
  }
}

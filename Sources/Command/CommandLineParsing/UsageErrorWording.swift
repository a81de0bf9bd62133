// The sentences for command lines that cannot be understood.

extension UsageError {
  /// The error as a sentence without capital and full stop, to stand after the program's name.
  var sentence: String {
    switch self {
    case .noCommand: "no command given"
    case .unknownCommand(let name, let suggestion):
      "unknown command '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
    case .unknownOption(let name, let suggestion):
      "unknown option '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
    case .missingValue(let option, let placeholder):
      "option '\(option)' needs a value: \(option) \(placeholder)"
    case .unexpectedValue(let option, let value):
      "option '\(option)' takes no value, but was given '\(value)'"
    case .badNumber(let option, let value, let range):
      "option '\(option)' needs a whole number from \(range.lowerBound) to \(range.upperBound),"
        + " not '\(value)'"
    case .badChoice(let option, let value, let choices): "option '\(option)' takes \(choices), not '\(value)'"
    case .repeatedOption(let option): "option '\(option)' is given more than once"
    case .conflictingOptions(let first, let second): "options '\(first)' and '\(second)' exclude each other"
    case .missingArgument(let name): "\(name) is missing"
    case .unexpectedArgument(let text): "unexpected argument '\(text)'"
    }
  }
}

extension UsageFailure {
  /// What the program says on its standard error: the sentence, and where to read on. Two lines.
  package func message(program: String) -> String {
    let head = [program, command].compactMap { $0 }.joined(separator: " ")
    return "\(head): \(error.sentence)\nTry '\(head) --help'.\n"
  }
}

extension ExitCode {
  /// What the code means, for the help.
  package var meaning: String {
    switch self {
    case .found: "Read, and errors were found."
    case .success: "Everything was read and written."
    case .usage: "The command line could not be understood."
    case .unreadable: "Some input could not be read; the rest was."
    case .notFound: "A file or folder does not exist or may not be opened."
    case .unavailable: "The storage cannot be opened, or nothing can listen at the address."
    case .outputFailed: "The output could not be written."
    }
  }
}

// What can be wrong with a command line, as values; `UsageErrorWording` makes the sentences.

/// A command line that does not say what to do. Options are named as they were typed.
package enum UsageError: Error, Sendable, Equatable {
  case noCommand
  case unknownCommand(String, suggestion: String?)
  case unknownOption(String, suggestion: String?)
  /// An option that needs a value stands at the end of the line, or before another option.
  case missingValue(option: String, placeholder: String)
  /// A flag was given a value.
  case unexpectedValue(option: String, value: String)
  /// The value of an option that takes a number is none, or out of bounds.
  case badNumber(option: String, value: String, range: ClosedRange<Int>)
  /// The value of an option that takes one of a few words is none of them.
  case badChoice(option: String, value: String, choices: String)
  case repeatedOption(String)
  case conflictingOptions(String, String)
  case missingArgument(String)
  case unexpectedArgument(String)
}

/// A usage error with the command it happened in, for the hint at the right help.
package struct UsageFailure: Error, Sendable, Equatable {
  package let error: UsageError
  /// The command's name; nil where no command was understood.
  package let command: String?

  package init(_ error: UsageError, command: String? = nil) {
    self.error = error
    self.command = command
  }
}

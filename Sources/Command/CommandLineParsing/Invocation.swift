// What a command line asks for, once it has been read.

/// What the program has to do.
package enum Request: Sendable, Equatable {
  /// Show the help of a command, or of the program where it is nil.
  case help(command: String?)
  /// Show the version.
  case version
  /// Run a command.
  case run(Invocation)
}

/// A command with its arguments and options, all of them checked against its description.
package struct Invocation: Sendable, Equatable {
  package let command: String
  /// In the order given; `-` stands for the standard input.
  package let arguments: [String]
  /// The given options by name; a flag has an empty text.
  let values: [String: Value]

  /// A value as given.
  enum Value: Sendable, Equatable {
    case present
    case text(String)
    case number(Int)
  }

  /// True when the option was given.
  package func has(_ option: OptionDescription) -> Bool { values[option.name] != nil }

  /// The text given for an option; nil when the option was not given or takes no text.
  package func text(of option: OptionDescription) -> String? {
    if case .text(let text)? = values[option.name] { text } else { nil }
  }

  /// The number given for an option, within the bounds of its description; nil when it was not given.
  package func number(of option: OptionDescription) -> Int? {
    if case .number(let number)? = values[option.name] { number } else { nil }
  }
}

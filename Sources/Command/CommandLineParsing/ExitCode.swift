// How a program ends: the codes of sysexits.h, with the sentence that the help shows.

/// The codes with which a command ends.
package enum ExitCode: Int32, Sendable, CaseIterable {
  case success = 0
  /// Everything was read, and what was looked for was found: `check` found errors.
  case found = 1
  /// EX_USAGE
  case usage = 64
  /// EX_DATAERR
  case unreadable = 65
  /// EX_NOINPUT
  case notFound = 66
  /// EX_UNAVAILABLE
  case unavailable = 69
  /// EX_IOERR
  case outputFailed = 74
}

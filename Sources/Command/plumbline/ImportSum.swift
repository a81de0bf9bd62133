// What came out of many files: the numbers of the closing line.
import CommandLineParsing

/// What came out of many files, for the closing line.
struct ImportSum: Sendable, Equatable {
  var files = 0
  var read = 0
  var forms = 0
  var findings = 0
  var unreadable = 0
  var missing = 0
  var passedOver = 0
  /// Files with the content of one before.
  var duplicates = 0
  /// Files whose result was kept from a run before.
  var kept = 0

  /// A path that is not there weighs more than a file that cannot be read.
  var exitCode: ExitCode { missing > 0 ? .notFound : unreadable > 0 ? .unreadable : .success }

  mutating func add(_ other: ImportSum) {
    files += other.files
    read += other.read
    forms += other.forms
    findings += other.findings
    unreadable += other.unreadable
    missing += other.missing
    passedOver += other.passedOver
    duplicates += other.duplicates
    kept += other.kept
  }
}

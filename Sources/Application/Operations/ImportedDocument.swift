// What became of one imported file: its forms and findings, or the reason why it could not be read.
package import Recognition
package import Tables

/// The result of an import: where it came from, and what was in it.
package struct ImportedDocument: Sendable {
  package var source: Source
  package var outcome: Outcome

  package init(source: Source, outcome: Outcome) {
    self.source = source
    self.outcome = outcome
  }

  /// Which file a result was read from.
  package struct Source: Sendable {
    /// The name as given; `-` for the standard input.
    package var file: String
    /// Nil where it could not be made.
    package var fingerprint: FileFingerprint?
    /// Nil for a file that could not be read.
    package var format: DocumentFormat?

    package init(file: String, fingerprint: FileFingerprint?, format: DocumentFormat?) {
      self.file = file
      self.fingerprint = fingerprint
      self.format = format
    }
  }

  /// Read, perhaps without any form in it, or not readable at all.
  package enum Outcome: Sendable {
    case read(RecognitionResult)
    case unreadable(ReadingError)
  }
}

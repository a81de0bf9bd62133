// What keeps the text of the patterns or of the county from being read.

/// A line that cannot be read.
struct PatternFailure: Error, Sendable, Hashable {
  /// From 1.
  let line: Int
  let text: String
}

// A finished piece of markup, made by a writer and by nothing else.

/// Markup that is safe to be put into other markup, because a `MarkupWriter` wrote it.
package struct MarkupFragment: Sendable, Equatable {
  /// Its text in UTF-8.
  package let bytes: [UInt8]

  /// Nothing at all.
  package static let empty = MarkupFragment(bytes: [])

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

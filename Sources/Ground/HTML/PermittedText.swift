// A text without the characters that no document may hold.

/// What is left of a text when control characters and noncharacters are replaced by U+FFFD and its lines end
/// with LF: the same that `MarkupWriter.text` writes, for formats that are not written through it.
package struct PermittedText: Sendable, Equatable {
  package let text: String
  /// How many characters were replaced.
  package let replacedCount: Int

  package init(_ text: String) {
    var copy = text
    let cleaned = copy.withUTF8 { Self.cleaned($0) }
    self.text = cleaned.map { String(decoding: $0.bytes, as: UTF8.self) } ?? text
    self.replacedCount = cleaned?.count ?? 0
  }

  /// The bytes with their replacements; nil where there is nothing to do, as for nearly every text.
  private static func cleaned(_ text: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], count: Int)? {
    var bytes: [UInt8]?
    var count = 0
    var start = 0
    var index = 0
    while index < text.count {
      guard MarkupEscape.mayNeedOne(text[index]), let escape = MarkupEscape(text, at: index),
        escape.kind != .spelling
      else {
        index += 1
        continue
      }
      bytes = bytes ?? []
      bytes?.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      escape.literal.withUTF8Buffer { bytes?.append(contentsOf: $0) }
      if escape.kind == .replacement { count += 1 }
      index += escape.length
      start = index
    }
    guard var bytes else { return nil }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    return (bytes, count)
  }
}

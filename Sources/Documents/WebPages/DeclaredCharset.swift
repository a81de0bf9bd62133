// What a page says of its own encoding: `<meta charset>`, `http-equiv`, the XML declaration.
package import PlainText

/// Looks for a declaration at the start of a page, before its bytes are decoded.
package enum DeclaredCharset {
  /// How many bytes are looked at; browsers look at 1,024, old pages begin with long comments and scripts.
  private static let sampleBytes = 8192

  /// The declared encoding; nil for none and for unknown names.
  ///
  /// Example: `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">` gives `.gb18030`.
  package static func encoding(in page: [UInt8]) -> TextEncoding? {
    let sample = page.prefix(sampleBytes)
    var index = sample.startIndex
    while index < sample.endIndex {
      guard sample[index] == 0x3C else {
        index += 1
        continue
      }
      let end = sample[index...].firstIndex(of: 0x3E) ?? sample.endIndex
      let tag = sample[index..<end]
      if hasPrefix(tag, "<?xml"), let encoding = label(after: "encoding", in: tag) { return encoding }
      if hasPrefix(tag, "<meta"), let encoding = label(after: "charset", in: tag) { return encoding }
      if hasPrefix(tag, "<body") { return nil }
      index += 1
    }
    return nil
  }

  private static func hasPrefix(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard bytes.count >= length else { return false }
    for offset in 0..<length {
      let byte = bytes[bytes.startIndex + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != word.utf8Start[offset] { return false }
    }
    return true
  }

  private static func label(after word: StaticString, in tag: ArraySlice<UInt8>) -> TextEncoding? {
    var index = tag.startIndex
    while index < tag.endIndex {
      guard hasPrefix(tag[index...], word) else {
        index += 1
        continue
      }
      index += word.utf8CodeUnitCount
      let rest = tag[index...].drop { $0 <= 0x20 }
      guard rest.first == 0x3D else { continue }
      let value = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
      return TextEncoding(
        label: value.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F })
    }
    return nil
  }
}

// The tags of a well-behaved mark-up, one after the other: what poppler's programs write.

/// Reads tags with their attributes from the output of a program of ours to run; it is no parser for files of
/// strangers, yet no bytes can harm it.
struct MarkupTags {
  /// One tag: its name (with the slash of an end tag), its attributes, and the text up to the next tag.
  struct Tag {
    var name: String
    var attributes: [String: String]
    var text: String
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Tag? {
    guard let open = find(0x3C, from: position), let close = tagEnd(from: open + 1) else { return nil }
    var tag = Tag(name: "", attributes: [:], text: "")
    var at = open + 1
    let nameStart = at
    while at < close, bytes[at] > 0x20, bytes[at] != 0x2F || at == nameStart { at += 1 }
    tag.name = String(decoding: bytes[nameStart..<at], as: UTF8.self)
    while at < close {
      while at < close, bytes[at] <= 0x20 || bytes[at] == 0x2F { at += 1 }
      let start = at
      while at < close, bytes[at] != 0x3D, bytes[at] > 0x20 { at += 1 }
      guard at + 1 < close, bytes[at] == 0x3D else { break }
      let key = String(decoding: bytes[start..<at], as: UTF8.self)
      let quote = bytes[at + 1]
      guard quote == 0x22 || quote == 0x27, let end = find(quote, from: at + 2), end <= close else { break }
      tag.attributes[key] = String(decoding: bytes[(at + 2)..<end], as: UTF8.self)
      at = end + 1
    }
    position = close + 1
    let textEnd = find(0x3C, from: position) ?? bytes.count
    tag.text = Self.plain(bytes[position..<textEnd])
    return tag
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    start < bytes.count ? bytes[start...].firstIndex(of: byte) : nil
  }

  /// The `>` of a tag, those within quotes passed over.
  private func tagEnd(from start: Int) -> Int? {
    var quote: UInt8 = 0
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return at
      }
      at += 1
    }
    return nil
  }

  /// Text with the five entities of XML made characters.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for part in String(decoding: bytes, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard part.offset > 0 else {
        text += part.element
        continue
      }
      let entities = [("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'")]
      if let (name, sign) = entities.first(where: { part.element.utf8.starts(with: $0.0.utf8) }) {
        text += sign + part.element.dropFirst(name.count)
      } else {
        text += "&" + part.element
      }
    }
    return text
  }
}

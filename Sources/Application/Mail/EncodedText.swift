// Texts of any script in the ASCII of letters.

enum EncodedText {
  private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Base 64 with padding (RFC 4648).
  static func base64(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 3 * 4 + 4)
    var rest = bytes[...]
    while !rest.isEmpty {
      let some = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
      let padded = some + [UInt8](repeating: 0, count: 3 - some.count)
      let number = padded.reduce(0) { $0 << 8 | Int($1) }
      for place in 0..<4 {
        text.append(place <= some.count ? signs[number >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Base 64 in lines of 76 signs (RFC 2045, section 6.8), each ending with CR and LF.
  static func lines(_ bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count, by: 57).map { start in
      base64(bytes[start..<min(start + 57, bytes.count)]) + "\r\n"
    }.joined()
  }

  /// A text of a header as encoded words (RFC 2047) on lines of their own; each holds whole characters.
  static func words(_ text: String) -> String {
    var pieces: [[UInt8]] = [[]]
    for character in text
    where !character.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      let bytes = Array(String(character).utf8)
      if (pieces.last?.count ?? 0) + bytes.count > 42, pieces.last?.isEmpty == false { pieces.append([]) }
      pieces[pieces.count - 1] += bytes
    }
    return pieces.map { "=?utf-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
  }
}

// Reads the head of a part: the name of its field, and what the client called the file.

extension PartHead {
  /// - Parameter lines: the head without the blank line behind it.
  /// - Throws: `FormFault` for a head that names no field.
  init(lines: ArraySlice<UInt8>) throws(FormFault) {
    var disposition: [UInt8]?
    var type: String?
    for line in lines.split(separator: 0x0A) {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .broken }
      let value = trimmed(line[(colon + 1)...])
      switch String(decoding: line[..<colon].map(smallLetter), as: UTF8.self) {
      case "content-disposition": disposition = value
      case "content-type": type = String(decoding: value, as: UTF8.self)
      default: break
      }
    }
    guard let disposition, let fields = Self.parameters(disposition), let name = fields["name"] else {
      throw .broken
    }
    self.name = name
    fileName = fields["filename"]
    contentType = type
  }

  /// `form-data; name="a"; filename="b.docx"`; nil for another disposition, for text that is no UTF-8, and
  /// where a name comes twice: two readers could take different ones.
  private static func parameters(_ text: [UInt8]) -> [String: String]? {
    var rest = text[...]
    let kind = rest.prefix { $0 != UInt8(ascii: ";") }
    guard trimmed(kind).map(smallLetter) == Array("form-data".utf8) else { return nil }
    rest = rest.dropFirst(kind.count)
    var fields: [String: String] = [:]
    while rest.first == UInt8(ascii: ";") {
      rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
      if rest.isEmpty { break }
      let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
      rest = rest.dropFirst(name.count)
      guard rest.first == UInt8(ascii: "=") else { return nil }
      rest = rest.dropFirst()
      guard let value = value(&rest) else { return nil }
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
      let key = String(decoding: trimmed(name).map(smallLetter), as: UTF8.self)
      guard fields.updateValue(value, forKey: key) == nil else { return nil }
    }
    return rest.isEmpty ? fields : nil
  }

  /// A quoted value or a bare one. Browsers write a quotation mark as `%22` and line breaks as `%0D%0A`.
  private static func value(_ rest: inout ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    if rest.first == 0x22 {
      rest = rest.dropFirst()
      while let byte = rest.popFirst(), byte != 0x22 {
        if byte == UInt8(ascii: "\\"), let next = rest.first, next == 0x22 || next == UInt8(ascii: "\\") {
          bytes.append(next)
          rest = rest.dropFirst()
        } else {
          bytes.append(byte)
        }
      }
      guard rest.isEmpty || rest.first == UInt8(ascii: ";") || rest.first == 0x20 || rest.first == 0x09 else {
        return nil
      }
    } else {
      bytes = Array(rest.prefix { $0 != UInt8(ascii: ";") })
      rest = rest.dropFirst(bytes.count)
      bytes = trimmed(bytes)
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}

// The parts of office files, and the library that judges whether they are XML.
import Archives
import CXML
import Tables

/// Looks into packages.
enum Parts {
  /// The names of a package's parts, as they are compared, and their bytes.
  static func all(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
    try ArchiveReader.reading(bytes) { (archive) throws(ReadingError) in
      var parts: [String: [UInt8]] = [:]
      for name in archive.names { parts[name] = try archive.bytes(named: name) }
      return parts
    }
  }

  static func text(_ name: String, of bytes: [UInt8]) throws -> String {
    String(decoding: try all(bytes)[name] ?? [], as: UTF8.self)
  }

  /// Whether the library reads a part to its end without a fault.
  static func isWellFormed(_ part: [UInt8]) -> Bool {
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    return part.withUnsafeBytes { raw in
      let start = raw.bindMemory(to: CChar.self).baseAddress
      guard let reader = xmlReaderForMemory(start, Int32(part.count), nil, nil, options) else { return false }
      defer { xmlFreeTextReader(reader) }
      var result = xmlTextReaderRead(reader)
      while result == 1 { result = xmlTextReaderRead(reader) }
      return result == 0
    }
  }

  /// How often a word stands in a text.
  static func count(_ word: String, in text: String) -> Int {
    let (word, text) = (Array(word.utf8), Array(text.utf8))
    guard text.count >= word.count else { return 0 }
    return (0...text.count - word.count).count { text[$0..<$0 + word.count].elementsEqual(word) }
  }
}

// The names of a zip's entries, enough to tell what kind of container it is.

/// Entry names of a zip file, from its directory, or from the entries themselves where it is cut off.
struct ZipListing {
  private(set) var names: [String] = []
  /// What the first entry, stored without compression, says (`mimetype` of OpenDocument and EPUB).
  private(set) var statedType = ""

  /// How many names are looked at; the decisive ones come early.
  private static let namesMax = 4096

  init(_ bytes: [UInt8]) {
    readDirectory(bytes)
    if names.isEmpty { readEntries(bytes) }
    readStatedType(bytes)
  }

  var format: FileFormat {
    if statedType.contains("opendocument") { return Self.openDocument(statedType) }
    if statedType.contains("epub") { return .known(name: FormatNameWording.book) }
    let lower = names.map { $0.lowercased() }
    func has(_ prefix: String) -> Bool { lower.contains { $0.hasPrefix(prefix) } }
    if has("ofd.xml") { return .known(name: FormatNameWording.ofd) }
    if has("word/") { return .wordDocument }
    if has("xl/") {
      return lower.contains("xl/workbook.bin") ? .binaryWorkbook : .workbook
    }
    if has("ppt/") { return .known(name: FormatNameWording.presentation) }
    // A package whose parts have unusual names: the Word reader's error is the better sentence.
    if lower.contains("[content_types].xml") { return .wordDocument }
    return .known(name: FormatNameWording.zip)
  }

  /// - Parameter statedType: the content of the package's `mimetype` entry.
  private static func openDocument(_ statedType: String) -> FileFormat {
    if statedType.contains("spreadsheet") { return .openSpreadsheet }
    if statedType.contains("presentation") { return .known(name: FormatNameWording.openPresentation) }
    return .openText
  }

  /// Central directory records, from where the end record says.
  private mutating func readDirectory(_ bytes: [UInt8]) {
    guard bytes.count >= 22 else { return }
    var end = bytes.count - 22
    let endMin = max(0, bytes.count - 22 - 0xFFFF)
    while end >= endMin, !Self.hasMark(bytes, at: end, 0x05, 0x06) { end -= 1 }
    guard end >= endMin else { return }
    var index = Int(Self.number(bytes, at: end + 16, size: 4))
    while index + 46 <= bytes.count, Self.hasMark(bytes, at: index, 0x01, 0x02), names.count < Self.namesMax {
      let nameLength = Int(Self.number(bytes, at: index + 28, size: 2))
      let extraLength = Int(Self.number(bytes, at: index + 30, size: 2))
      let commentLength = Int(Self.number(bytes, at: index + 32, size: 2))
      addName(bytes, at: index + 46, length: nameLength)
      index += 46 + nameLength + extraLength + commentLength
    }
  }

  /// Local headers, searched for by their mark.
  private mutating func readEntries(_ bytes: [UInt8]) {
    var index = 0
    while index + 30 <= bytes.count, names.count < Self.namesMax {
      if Self.hasMark(bytes, at: index, 0x03, 0x04) {
        addName(bytes, at: index + 30, length: Int(Self.number(bytes, at: index + 26, size: 2)))
        index += 30
      } else {
        index += 1
      }
    }
  }

  private mutating func addName(_ bytes: [UInt8], at start: Int, length: Int) {
    guard start + length <= bytes.count else { return }
    names.append(String(decoding: bytes[start..<(start + length)], as: UTF8.self))
  }

  private mutating func readStatedType(_ bytes: [UInt8]) {
    guard bytes.count > 30, Self.hasMark(bytes, at: 0, 0x03, 0x04) else { return }
    let nameLength = Int(Self.number(bytes, at: 26, size: 2))
    let extraLength = Int(Self.number(bytes, at: 28, size: 2))
    let start = 30 + nameLength + extraLength
    guard Self.number(bytes, at: 8, size: 2) == 0, start <= bytes.count,
      bytes[30...].starts(with: Array("mimetype".utf8))
    else { return }
    let end = min(bytes.count, start + min(128, Int(Self.number(bytes, at: 22, size: 4))))
    statedType = String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func hasMark(_ bytes: [UInt8], at index: Int, _ third: UInt8, _ fourth: UInt8) -> Bool {
    bytes[index] == 0x50 && bytes[index + 1] == 0x4B && bytes[index + 2] == third
      && bytes[index + 3] == fourth
  }

  /// A little-endian number; 0 beyond the end.
  static func number(_ bytes: [UInt8], at index: Int, size: Int) -> UInt32 {
    guard index >= 0, index + size <= bytes.count else { return 0 }
    var value: UInt32 = 0
    for offset in 0..<size { value |= UInt32(bytes[index + offset]) << UInt32(8 * offset) }
    return value
  }
}

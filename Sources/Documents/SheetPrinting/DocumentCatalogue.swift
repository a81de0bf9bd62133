// The entries of a PDF's catalogue that the drawing library does not write.

/// A catalogue stands at the end of the file, behind everything whose place the file's table tells; so it can
/// grow without moving anything but that table.
enum DocumentCatalogue {
  /// The language for screen readers and search, and the title instead of the file's name in the window.
  private static let entries = "\n   /Lang (zh-CN)\n   /ViewerPreferences << /DisplayDocTitle true >>"

  /// - Returns: the file with these entries; the same file where it is built otherwise than expected.
  static func completed(_ file: [UInt8]) -> [UInt8] {
    let head = Array("/Type /Catalog".utf8)
    let mark = Array("startxref\n".utf8)
    guard let start = lastIndex(of: mark, in: file), let catalogue = lastIndex(of: head, in: file),
      let table = number(in: file, at: start + mark.count), catalogue < table, table < start,
      lastIndex(of: Array("\nendobj".utf8), in: file).map({ $0 > catalogue && $0 < table }) == true,
      firstIndex(of: Array("\nendobj".utf8), in: file, from: catalogue).map({ $0 + 12 > table }) == true
    else { return file }
    let place = catalogue + head.count
    var completed = Array(file[..<place])
    completed.reserveCapacity(file.count + 100)
    completed += entries.utf8
    completed += file[place..<(start + mark.count)]
    completed += "\(table + entries.utf8.count)\n%%EOF\n".utf8
    return completed
  }

  private static func number(in file: [UInt8], at place: Int) -> Int? {
    let digits = file[place...].prefix { (0x30...0x39).contains($0) }
    return digits.count < 16 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }

  private static func lastIndex(of text: [UInt8], in file: [UInt8]) -> Int? {
    guard file.count >= text.count else { return nil }
    return stride(from: file.count - text.count, through: 0, by: -1).first {
      file[$0] == text[0] && file[$0...].starts(with: text)
    }
  }

  private static func firstIndex(of text: [UInt8], in file: [UInt8], from place: Int) -> Int? {
    guard file.count - text.count >= place else { return nil }
    return (place...(file.count - text.count)).first {
      file[$0] == text[0] && file[$0...].starts(with: text)
    }
  }
}

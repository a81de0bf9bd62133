// Tells a file's format from its first bytes and, in containers, from the names of its parts.
import PlainText

extension FileFormat {
  /// - Parameter bytes: the whole file; containers keep their directory anywhere.
  package init(of bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .empty
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = ZipListing(bytes).format
    } else if bytes.starts(with: CompoundFile.signature) {
      self = CompoundFile(bytes).format
    } else if Self.isPDF(bytes) {
      self = .pdf
    } else if let name = Self.signedName(bytes) {
      self = .known(name: name)
    } else {
      self = Self.markupOrText(bytes)
    }
  }

  /// Formats that begin with a signature.
  private static func signedName(_ bytes: [UInt8]) -> String? {
    for (signature, name) in FormatNameWording.bySignature where bytes.starts(with: signature) { return name }
    if bytes.starts(with: [0x52, 0x49, 0x46, 0x46]),
      bytes.dropFirst(8).starts(with: [0x57, 0x45, 0x42, 0x50])
    {
      return FormatNameWording.picture
    }
    if bytes.starts(with: [0x42, 0x4D]), bytes.count > 26, bytes[6...9].allSatisfy({ $0 == 0 }) {
      return FormatNameWording.picture
    }
    return nil
  }

  /// A PDF may have some bytes in front of its signature.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0] == 0x25 && head[$0...].starts(with: pdfMark) }
  }

  private static let pdfMark = Array("%PDF-".utf8)

  /// Web pages, XML of the office suites, plain text; the first kilobytes tell.
  private static func markupOrText(_ bytes: [UInt8]) -> FileFormat {
    let head = Array(bytes.prefix(8192))
    // Tags are ASCII in every encoding but UTF-16.
    let isWide = bytes[0] >= 0xFE || head.contains(0)
    let words = MarkupWords(isWide ? TextDecoder().decode(head)?.utf8 ?? head : head)
    // Pages saved by Word carry its XML in comments: a page's frame decides before it.
    if words.begins(with: "<"), !words.containsTag("<html") {
      if words.containsTag("<workbook") || words.containsTag("<ss:workbook") { return .spreadsheetXML }
      if words.containsTag("<w:worddocument") || words.containsTag("<pkg:package") {
        return .known(name: FormatNameWording.wordXML)
      }
    }
    if words.begins(with: "mime-version:") || words.begins(with: "content-type: multipart/") {
      return .known(name: FormatNameWording.webArchive)
    }
    if words.isWebPage { return .webPage }
    // The first bytes can be unlucky (a cut character, a column of signs); then the whole decides.
    return TextDecoder().decode(head) == nil && TextDecoder().decode(bytes) == nil ? .unknown : .text
  }
}

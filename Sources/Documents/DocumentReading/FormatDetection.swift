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
    } else if let format = Self.signedFormat(bytes) {
      self = format
    } else {
      self = Self.markupOrText(bytes)
    }
  }

  /// Formats that begin with a signature.
  private static func signedFormat(_ bytes: [UInt8]) -> FileFormat? {
    for (signature, format) in bySignature where bytes.starts(with: signature) { return format }
    if bytes.starts(with: [0x52, 0x49, 0x46, 0x46]),
      bytes.dropFirst(8).starts(with: [0x57, 0x45, 0x42, 0x50])
    {
      return .picture
    }
    if bytes.starts(with: [0x42, 0x4D]), bytes.count > 26, bytes[6...9].allSatisfy({ $0 == 0 }) {
      return .picture
    }
    return nil
  }

  /// A PDF may have some bytes in front of its signature.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0] == 0x25 && head[$0...].starts(with: pdfMark) }
  }

  private static let archive = FileFormat.known(name: FormatNameWording.archive)

  private static let bySignature: [([UInt8], FileFormat)] = [
    (Array("{\\rtf".utf8), .richText), ([0x89, 0x50, 0x4E, 0x47], .picture),
    ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture), ([0x49, 0x49, 0x2A, 0x00], .picture),
    ([0x4D, 0x4D, 0x00, 0x2A], .picture), ([0x1F, 0x8B, 0x08], archive), (Array("Rar!".utf8), archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], archive),
    (Array("BZh".utf8), archive),
  ]

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
        return .wordXML
      }
    }
    if words.isWebArchive { return .webArchive }
    if words.isWebPage { return .webPage }
    // The first bytes can be unlucky (a cut character, a column of signs); then the whole decides.
    return TextDecoder().decode(head) == nil && TextDecoder().decode(bytes) == nil ? .unknown : .text
  }
}

// Reads single files that hold a web page with its parts (.mht), as browsers, Word, Excel and WPS save them.
import PlainText
package import Tables

/// Reads the pages of such a file; pictures and style sheets in it are passed over.
///
/// A workbook that was saved so is a page of frames and a page for each sheet: where the first page has no
/// text, the others are read in its place. What a damaged file still holds is read.
///
/// Source: RFC 2557 (the parts of a page in one message), RFC 2045 and 2046 (headers, encodings, boundaries).
package struct WebArchiveReader: Sendable {
  private let limits: ReadingLimits

  /// Parts within parts within parts: programs write two levels at most.
  private static let depthMax = 4
  private static let partsMax = 1_000

  package init(limits: ReadingLimits = .init()) {
    self.limits = limits
  }

  /// - Throws: what reading a web page throws; `.damaged` for a file without any page.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    guard bytes.count <= limits.fileBytesMax else {
      throw .limit(name: .fileBytes, value: limits.fileBytesMax)
    }
    var pages: [ArchivePart] = []
    collect(ArchivePart(bytes[...]), into: &pages, depth: 0)
    guard let first = pages.first else { throw .damaged(detail: "no page among the parts") }
    let reader = WebPageReader(limits: limits)
    let document = try reader.read(first.content, charset: first.charset)
    guard document.blocks.isEmpty, pages.count > 1 else { return document }
    // The bar with the names of the sheets is a table to look at.
    let sheets = pages.dropFirst().filter { !$0.isTabBar }
    return try reader.read(sheets.map { (bytes: $0.content, charset: $0.charset) })
  }

  private func collect(_ part: ArchivePart, into pages: inout [ArchivePart], depth: Int) {
    guard depth < Self.depthMax, pages.count < Self.partsMax else { return }
    if part.isPage { pages.append(part) }
    guard let boundary = part.boundary else { return }
    for inner in part.parts(boundary: boundary, most: Self.partsMax) {
      collect(ArchivePart(inner), into: &pages, depth: depth + 1)
    }
  }
}

/// A part of a message: headers, an empty line, a body.
private struct ArchivePart {
  private var headers: [String: String] = [:]
  private var body: ArraySlice<UInt8> = []

  private static let headerBytesMax = 1 << 16

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes.drop { $0 <= 0x20 }
    var name = ""
    while let line = Self.line(of: &rest), !line.isEmpty,
      rest.startIndex - bytes.startIndex < Self.headerBytesMax
    {
      let text = String(decoding: line, as: UTF8.self)
      if let first = line.first, first == 0x20 || first == 0x09 {
        headers[name, default: ""] += text
      } else if let colon = text.firstIndex(of: ":") {
        name = text[..<colon].lowercased()
        headers[name] = String(text[text.index(after: colon)...])
      }
    }
    body = rest
  }

  /// The next line without its end; nil behind the last.
  private static func line(of rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    let line = rest[..<end]
    rest = rest[min(end + 1, rest.endIndex)...]
    return line.last == 0x0D ? line.dropLast() : line
  }

  var isPage: Bool {
    let type = headers["content-type"]?.lowercased() ?? ""
    return ["text/html", "application/xhtml+xml"].contains { type.contains($0) } && boundary == nil
  }

  var isTabBar: Bool { headers["content-location"]?.lowercased().contains("tabstrip") ?? false }

  var charset: TextEncoding? { parameter("charset").flatMap { TextEncoding(label: $0.utf8) } }

  var boundary: String? {
    guard headers["content-type"]?.lowercased().contains("multipart/") ?? false else { return nil }
    return parameter("boundary").flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A parameter of the content's type, in quotes or without.
  private func parameter(_ name: String) -> String? {
    guard let type = headers["content-type"] else { return nil }
    for piece in type.split(separator: ";").dropFirst() {
      guard let sign = piece.firstIndex(of: "="),
        piece[..<sign].lowercased().filter({ !$0.isWhitespace }) == name
      else { continue }
      let value = piece[piece.index(after: sign)...].drop { $0.isWhitespace }
      return value.first == "\""
        ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value.prefix { !$0.isWhitespace })
    }
    return nil
  }

  /// The bodies between the lines that begin with the boundary.
  func parts(boundary: String, most: Int) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var found: [ArraySlice<UInt8>] = []
    var rest = body
    var start: Int?
    while found.count < most {
      let lineStart = rest.startIndex
      guard let line = Self.line(of: &rest) else {
        if let start { found.append(body[start...]) }
        break
      }
      guard line.starts(with: mark) else { continue }
      if let start { found.append(body[start..<lineStart]) }
      start = rest.startIndex
      if line.dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { break }
    }
    return found
  }

  /// The body as it was before it was encoded for the way.
  var content: [UInt8] {
    let encoding = headers["content-transfer-encoding"]?.lowercased() ?? ""
    if encoding.contains("quoted-printable") { return Self.unquoted(body) }
    return encoding.contains("base64") ? Self.unpacked(body) : Array(body)
  }

  /// `=E8=B4=A2` and soft ends of lines; what is no code stays as it is.
  private static func unquoted(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var rest = body
    while let byte = rest.popFirst() {
      guard byte == 0x3D else {
        bytes.append(byte)
        continue
      }
      let ahead = Array(rest.prefix(2))
      if ahead.first == 0x0A {
        rest = rest.dropFirst()
      } else if ahead == [0x0D, 0x0A] {
        rest = rest.dropFirst(2)
      } else if ahead.count == 2, let high = digit(ahead[0]), let low = digit(ahead[1]) {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Base64 up to its first `=`; signs that are none of it are passed over.
  private static func unpacked(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      case 0x3D: return bytes
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}

// The media types that are sent, by the ending of a file's name.

/// A media type with its parameters.
package struct MediaType: Hashable, Sendable {
  let header: HeaderValue
  /// True where packing makes it smaller.
  package let isText: Bool

  /// - Parameter text: as in the header, written in the program.
  package init(_ text: StaticString, isText: Bool = false) {
    header = HeaderValue(stringLiteral: text)
    self.isText = isText
  }

  package static let html = MediaType("text/html; charset=utf-8", isText: true)
  package static let css = MediaType("text/css; charset=utf-8", isText: true)
  package static let script = MediaType("text/javascript; charset=utf-8", isText: true)
  package static let text = MediaType("text/plain; charset=utf-8", isText: true)
  package static let csv = MediaType("text/csv; charset=utf-8", isText: true)
  package static let json = MediaType("application/json", isText: true)
  package static let problem = MediaType("application/problem+json", isText: true)
  package static let svg = MediaType("image/svg+xml", isText: true)
  package static let xml = MediaType("application/xml", isText: true)
  package static let png = MediaType("image/png")
  package static let jpeg = MediaType("image/jpeg")
  package static let icon = MediaType("image/x-icon")
  package static let pdf = MediaType("application/pdf")
  package static let zip = MediaType("application/zip")
  package static let docx = MediaType(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
  package static let xlsx = MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  package static let bytes = MediaType("application/octet-stream")

  private static let byEnding: [String: MediaType] = [
    "html": .html, "css": .css, "js": .script, "txt": .text, "csv": .csv, "json": .json, "svg": .svg,
    "xml": .xml, "png": .png, "jpg": .jpeg, "jpeg": .jpeg, "ico": .icon, "pdf": .pdf, "zip": .zip,
    "docx": .docx, "xlsx": .xlsx,
  ]

  /// The type of a file by its name; bytes without a meaning where the ending is not known.
  package static func of(fileNamed name: String) -> MediaType {
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return .bytes }
    let ending = name.utf8[name.utf8.index(after: point)...].map(smallLetter)
    return byEnding[String(decoding: ending, as: UTF8.self)] ?? .bytes
  }
}

// What comes over the wire: addresses, forms, uploads. A law that does not hold ends the process.
import HTTP

extension FuzzTarget {
  private static let project = Path<String, Int>("/projects/{project}/versions/{version}")

  /// What is read from an address is what the link to it prints.
  func readTarget(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = Link(local: text)
    guard let target = try? RequestTarget(parsing: text) else { return }
    _ = try? target.query()
    precondition(target.segments.allSatisfy { $0 != ".." && $0 != "." && !$0.utf8.contains(0x2F) })
    let names = target.segments.filter { !$0.isEmpty }
    guard let name = names.first else { return }
    let link = Self.project(name, names.count).text
    // Percent signs make a text up to nine times as long.
    guard link.utf8.count <= RequestTarget.bytesMax else { return }
    let printed = try? RequestTarget(parsing: link)
    precondition(printed?.segments == ["projects", name, "versions", String(names.count)])
  }

  /// A form that can be read reads the same when it is written again.
  func readForm(_ bytes: [UInt8]) {
    if let form = try? FormFields(parsing: bytes) {
      let again = try? FormFields(parsing: form.encoded.utf8)
      precondition(again == form)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    _ = HeaderList(text).quality(of: "gzip")
    var headers = Headers()
    headers[.cookie] = HeaderValue(received: text)
    _ = Cookies(headers)["session"]
    precondition(ContentDisposition.attachment(text).text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }

  /// However an upload is cut, the same is found in it.
  func readUpload(_ bytes: [UInt8]) {
    guard let size = bytes.first, bytes.count > 1 else { return }
    let body = Array(bytes.dropFirst())
    precondition(Self.events(body, by: body.count) == Self.events(body, by: Int(size % 64) + 1))
  }

  private static func events(_ body: [UInt8], by size: Int) -> [String]? {
    guard var parser = MultipartParser(contentType: "multipart/form-data; boundary=x", partsMax: 100) else {
      return nil
    }
    var events: [String] = []
    var content: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: size) {
      let piece = Array(body[start..<min(start + size, body.count)])
      do {
        try parser.feed(piece) { event in
          switch event {
          case .part(let head): events.append("\(head)")
          case .bytes(let bytes): content += bytes
          case .partEnd:
            events.append("\(content)")
            content = []
          case .end: events.append("end")
          }
        }
      } catch {
        return nil
      }
    }
    return events
  }
}

// Somebody without a browser who uses the office all the same: keeps cookies and fills in forms.
internal import Synchronization

/// One visitor of a server on this machine; every call blocks until the answer is there.
///
///     let visitor = Visitor(port: 8680)
///     try visitor.send("/sign-in", from: "/sign-in", ["account": "xitong", "password": "…"])
///     try visitor.open("/").status  // 200
package final class Visitor: Sendable {
  private let port: UInt16
  private let cookies: Mutex<[String: String]>

  package init(port: UInt16) {
    self.port = port
    cookies = Mutex([:])
  }

  /// Somebody with another's cookies, who asks another server: one node of the same office.
  package init(_ other: Visitor, at port: UInt16) {
    self.port = port
    cookies = Mutex(other.cookies.withLock { $0 })
  }

  /// What came back.
  package struct Reply: Sendable {
    package let status: Int
    /// The head as it came.
    package let head: String
    package let body: String

    /// Where it sends the reader.
    package var location: String? { field("location").first }

    func field(_ name: String) -> [String] {
      head.split(whereSeparator: \.isNewline).compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == name else { return nil }
        return String(parts[1].drop { $0 == " " })
      }
    }
  }

  /// The cookies as a header carries them.
  package var cookieHeader: String {
    cookies.withLock { cookies in
      cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
  }

  /// Asks for a page.
  @discardableResult
  package func open(_ path: String) throws(BrowserProblem) -> Reply { try ask("GET", path, nil) }

  /// Opens a page, fills in its form for an address and sends that.
  ///
  /// - Parameters:
  ///   - fields: what is typed; hidden fields of the form that are not named here go along as they are.
  /// - Throws: `.badAnswer` where the page has no such form.
  @discardableResult
  package func send(
    _ action: String, from page: String, _ fields: [String: String]
  ) throws(BrowserProblem) -> Reply {
    guard var all = Self.hidden(in: try open(page).body, action: action) else { throw .badAnswer }
    for (name, value) in fields { all[name] = value }
    return try send(action, all)
  }

  /// Sends fields as they are.
  @discardableResult
  package func send(_ action: String, _ fields: [String: String]) throws(BrowserProblem) -> Reply {
    let pairs = fields.sorted { $0.key < $1.key }
    return try ask(
      "POST", action, pairs.map { "\(Self.escaped($0.key))=\(Self.escaped($0.value))" }.joined(separator: "&")
    )
  }

  /// The hidden fields of a page's form for an address; nil where there is none.
  package static func hidden(in page: String, action: String) -> [String: String]? {
    for form in page.split(separator: "<form ").dropFirst() {
      guard form.prefix(while: { $0 != ">" }).contains("action=\"\(action)\"") else { continue }
      var fields: [String: String] = [:]
      let end = form.firstRange(of: "</form>")?.lowerBound ?? form.endIndex
      for input in form[..<end].split(separator: "<input ").dropFirst() {
        let tag = input.prefix { $0 != ">" }
        guard attribute("type", of: tag) == "hidden", let name = attribute("name", of: tag) else { continue }
        fields[name] = attribute("value", of: tag) ?? ""
      }
      return fields
    }
    return nil
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    guard let start = " \(tag)".firstRange(of: " \(name)=\"") else { return nil }
    return String(" \(tag)"[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.map { byte in
      let sign = Character(UnicodeScalar(byte))
      if sign.isASCII, sign.isLetter || sign.isNumber || "-._~".contains(sign) { return String(sign) }
      return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }

  // MARK: The wire

  private func ask(_ method: String, _ path: String, _ body: String?) throws(BrowserProblem) -> Reply {
    let place = "127.0.0.1:\(port)"
    var message = "\(method) \(path) HTTP/1.1\r\nHost: \(place)\r\nConnection: close\r\n"
    let cookies = cookieHeader
    if !cookies.isEmpty { message += "Cookie: \(cookies)\r\n" }
    if let body {
      message += "Origin: http://\(place)\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      message += "Content-Length: \(body.utf8.count)\r\n"
    }
    let (head, bytes) = try DriverWire(port: port).exchange(Array("\(message)\r\n\(body ?? "")".utf8))
    let words = head.split(separator: " ", maxSplits: 2)
    guard words.count > 1, let status = Int(words[1]) else { throw .badAnswer }
    let reply = Reply(status: status, head: head, body: String(decoding: bytes, as: UTF8.self))
    for cookie in reply.field("set-cookie") { keep(cookie) }
    return reply
  }

  private func keep(_ cookie: String) {
    let parts = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
    guard let name = parts.first else { return }
    cookies.withLock { $0[String(name)] = parts.count == 2 ? String(parts[1]) : nil }
  }
}

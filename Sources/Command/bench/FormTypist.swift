// Somebody with a form open: asks for its page, or types into one of its values again and again.
import BrowserProbes
import HTTP

/// A clerk of the crowd.
final class FormTypist: CrowdMember {
  /// What the clerk does.
  enum Work {
    case opening
    case typing
  }

  let form: String
  private let work: Work
  private let place: String
  private let cookie: String
  private let token: String
  private let tokenHeader: String
  /// The field that is written.
  private let field: String
  private var revision: String
  private var prints: String
  private var saves: Int

  /// Values of a form at most that are written by one person each.
  static func fields(of page: String) -> [String] {
    page.split(separator: "name=\"").map { String($0.prefix { $0 != "\"" }) }
      .filter { $0.hasSuffix("/annualValue") }
  }

  /// - Parameters:
  ///   - form: the path of the form's page.
  ///   - page: that page as it was opened.
  ///   - number: tells this clerk from others: which field is written, and with which texts it begins.
  /// - Returns: nil where the page holds nothing to write.
  init?(_ work: Work, _ form: String, page: String, number: Int, port: UInt16, cookie: String) {
    let fields = Self.fields(of: page)
    guard !fields.isEmpty, let token = Self.value("data-token=\"", in: page),
      let header = Self.value("data-token-header=\"", in: page),
      let revision = Self.value("data-revision=\"", in: page)
    else { return nil }
    self.work = work
    self.form = form
    self.token = token
    self.revision = revision
    self.cookie = cookie
    tokenHeader = header
    place = "127.0.0.1:\(port)"
    field = fields[number % fields.count]
    prints = Self.values("data-print=\"", in: page).joined(separator: " ")
    saves = 100 + number % 7
  }

  private var common: String {
    "Host: \(place)\r\nCookie: \(cookie)\r\nAccept-Encoding: gzip\r\n"
  }

  func request() -> [UInt8] {
    switch work {
    case .opening: return Array("GET \(form) HTTP/1.1\r\n\(common)\r\n".utf8)
    case .typing:
      saves += 1
      let body =
        "revision=\(revision)&prints=\(Self.escaped(prints))"
        + "&\(Self.escaped(field))=\(Self.escaped(DemonstrationWording.value(saves)))"
      return Array(
        """
        POST \(form)/fields HTTP/1.1\r
        \(common)Origin: http://\(place)\r
        \(tokenHeader): \(token)\r
        Accept: application/json\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: \(body.utf8.count)\r
        \r
        \(body)
        """.utf8)
    }
  }

  func take(_ answer: CrowdAnswer) -> String? {
    guard answer.status == 200 else { return "\(answer.status)" }
    guard case .typing = work else { return nil }
    let isPacked = answer.head.lowercased().contains("content-encoding: gzip")
    let body = Array(answer.body)
    guard let bytes = isPacked ? GzipPacker.unpack(body, bytesMax: 8 << 20) : body else {
      return "not packed"
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let revision = Self.value("\"revision\":\"", in: text), text.contains("\"state\":\"saved\"") else {
      return String(text.prefix(160))
    }
    self.revision = revision
    prints = Self.values("\"print\":\"", in: text).joined(separator: " ")
    return nil
  }

  // MARK: Texts

  private static func value(_ mark: String, in text: String) -> String? {
    text.firstRange(of: mark).map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  private static func values(_ mark: String, in text: String) -> [String] {
    text.split(separator: mark, omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.map { byte in
      let sign = Character(UnicodeScalar(byte))
      if sign.isASCII, sign.isLetter || sign.isNumber || "-._~".contains(sign) { return String(sign) }
      return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}

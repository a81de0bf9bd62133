// A county office in memory with its three administrators, and readers with browsers of their own.
import Accounts
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Quantities
import Records
import StorageProbes
import Synchronization
import Testing

@testable import OfficeSite

/// An office that was set up a moment ago.
struct TownOffice {
  let office: Office
  /// Where attached bytes lie.
  private let folder: ScratchFolder

  static let password = "Lead-weight.31"
  static let accounts = ["xi.tong", "an.quan", "shen.ji"]

  init(reading: any ReadingDesk = OpenReadingDesk()) async throws {
    let seed = Mutex<UInt64>(11)
    let chance = Chance {
      seed.withLock { state in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
      }
    }
    let records = MemoryRecords()
    folder = try ScratchFolder()
    let moment = Moment(milliseconds: 1_772_414_400_000)
    office = Office(
      records: records, key: try await OfficeKey.load(from: records, chance: chance),
      attachments: AttachmentFolder(path: "\(folder.path)/attachments"), reading: reading,
      hasher: PasswordHasher(cost: PasswordCost(passes: 1, memory: 64, lanes: 1)), clock: { moment },
      chance: chance)
    let link = try #require(try await PrepareOffice().run(in: office))
    let people = Self.accounts.map {
      SetUpOffice.Administrator(name: "管理员", account: $0, password: Self.password)
    }
    try await SetUpOffice(
      token: link.token.text,
      form: SetUpForm(
        regionCode: "330122", regionName: "临溪县", systemAdministrator: people[0],
        securityAdministrator: people[1], auditAdministrator: people[2])
    ).run(in: office)
  }

  /// A browser in which somebody has signed in.
  func browser(_ account: String, password: String = TownOffice.password) async throws -> Browser {
    let browser = Browser(OfficePages(office).responder)
    _ = try await browser.get("/sign-in")
    let answer = try await browser.send("/sign-in", [("account", account), ("password", password)])
    #expect(answer.status == 303, "\(answer.text)")
    return browser
  }

  func system() async throws -> Browser { try await browser(Self.accounts[0]) }
  func security() async throws -> Browser { try await browser(Self.accounts[1]) }
  func audit() async throws -> Browser { try await browser(Self.accounts[2]) }

  /// Who is signed in behind an account, for operations.
  func person(_ account: String) async throws -> SignedIn {
    let outcome = try await SignInWithPassword(
      account: account, password: Self.password, address: "10.0.0.7", agent: "Browser"
    ).run(in: office)
    guard case .signedIn(_, let token) = outcome else { throw OfficeRefusal.unforeseen }
    return try #require(try await OpenSession(token: token.text).run(in: office))
  }

  /// How many entries the ledger has.
  func entryCount() async throws -> Int64 { try await office.read { try $0.ledgerHead().sequence } }

  func organisation(named name: String) async throws -> OrganisationID {
    let all = try await office.read { try $0.organisations(under: nil).map(\.value) }
    return try #require(all.first { $0.name == name }).id
  }
}

/// Keeps cookies and the token of forms, as browsers do.
final class Browser {
  /// What came back.
  struct Answer {
    var status: Int
    var text: String
    var headers: Headers

    /// Where a form leads.
    var location: String { headers.text(.location) ?? "" }

    /// The value of a field that the page does not show.
    func hidden(_ name: String) -> String? { value(behind: "name=\"\(name)\" value=\"") }

    /// What stands behind a mark up to the next quotation mark.
    func value(behind mark: String) -> String? {
      let parts = text.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? String(parts[1].prefix { $0 != "\"" }) : nil
    }
  }

  private let site: any Responder
  private(set) var cookies: [String: String] = [:]
  /// Every `Set-Cookie` that came, as it came.
  private(set) var cookieLines: [String] = []
  private var token = ""
  /// What every request says besides; the usual field of the same name gives way.
  var extra: [(HeaderName, String)] = []
  /// Where requests come from.
  var peer = "10.0.0.7"

  init(_ site: any Responder) { self.site = site }

  func get(_ path: String) async throws -> Answer {
    let answer = try await answer(.get, path, type: nil, body: [])
    if let token = answer.hidden(FormToken.fieldName) { self.token = token }
    return answer
  }

  /// Puts a cookie into the browser, as somebody else might have done.
  func plant(_ name: String, _ value: String) { cookies[name] = value }

  /// Sends a form as the page that was opened last would.
  func send(_ path: String, _ fields: [(String, String)], withToken: Bool = true) async throws -> Answer {
    let token = withToken ? [(FormToken.fieldName, token)] : []
    return try await answer(
      .post, path, type: "application/x-www-form-urlencoded",
      body: Array(FormFields(token + fields).encoded.utf8))
  }

  /// Sends files with fields before them, as a page with a form for files does.
  func upload(
    _ path: String, _ fields: [(String, String)], files: [(name: String, bytes: [UInt8])]
  ) async throws -> Answer {
    var body: [UInt8] = []
    for (name, value) in [(FormToken.fieldName, token)] + fields {
      body += Array("--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for (name, bytes) in files {
      body += Array(
        ("--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n"
          + "Content-Type: application/octet-stream\r\n\r\n").utf8)
      body += bytes + Array("\r\n".utf8)
    }
    body += Array("--edge--\r\n".utf8)
    return try await answer(.post, path, type: "multipart/form-data; boundary=edge", body: body)
  }

  /// Sends a file.
  func upload(
    _ path: String, _ bytes: [UInt8], field: String = "table", name: String = "table.csv"
  ) async throws -> Answer {
    var body = Array(
      ("--edge\r\nContent-Disposition: form-data; name=\"\(FormToken.fieldName)\"\r\n\r\n\(token)\r\n"
        + "--edge\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\n"
        + "Content-Type: text/csv\r\n\r\n").utf8)
    body += bytes
    body += Array("\r\n--edge--\r\n".utf8)
    return try await answer(.post, path, type: "multipart/form-data; boundary=edge", body: body)
  }

  private func answer(_ method: Method, _ path: String, type: String?, body: [UInt8]) async throws -> Answer {
    var request = Request(
      method: method, target: try RequestTarget(parsing: path), body: RequestBody(body), peer: peer)
    request.headers[.host] = "office.example"
    request.headers[.origin] = "http://office.example"
    if let type { request.headers[.contentType] = try HeaderValue(type) }
    if !cookies.isEmpty {
      request.headers[.cookie] = try HeaderValue(
        cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
    }
    for (name, value) in extra { request.headers[name] = try HeaderValue(value) }
    let response = await site.respond(to: request)
    for cookie in response.headers.all(.setCookie) {
      cookieLines.append(cookie.text)
      let pair = cookie.text.prefix { $0 != ";" }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
    }
    var text = ""
    switch response.body {
    case .empty: break
    case .bytes(let bytes): text = String(decoding: bytes, as: UTF8.self)
    case .file(let file): text = String(decoding: file.read() ?? [], as: UTF8.self)
    }
    return Answer(status: response.status.code, text: text, headers: response.headers)
  }
}

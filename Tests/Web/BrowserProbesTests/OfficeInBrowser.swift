// A running office with a browser in front of it.
import Accounts
import BrowserProbes
import HTTPServer
import OfficeOperations
import OfficeSite
import Quantities
import StorageOpening
import StorageProbes
import Synchronization
import Testing

/// Where an office keeps its records.
enum Engine: String, CaseIterable, CustomStringConvertible {
  case sqlite, postgreSQL

  var description: String { rawValue }

  /// The engines of this machine.
  static var installed: [Engine] { ThrowAwayCluster.shared == nil ? [.sqlite] : allCases }

  func place(in folder: ScratchFolder) throws -> StoragePlace {
    switch self {
    case .sqlite: return try StoragePlace(folder: folder.path)
    case .postgreSQL:
      let cluster = try #require(ThrowAwayCluster.shared)
      let database: String = try #require(cluster.database())
      return try StoragePlace(folder: folder.path, server: database)
    }
  }
}

/// A clock that tests turn.
final class TestClock: Sendable {
  private let moment = Mutex(Moment(milliseconds: 1_772_414_400_000))

  var now: Moment { moment.withLock { $0 } }

  func advance(seconds: Int) { moment.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}

/// An office on a free port, its link of the first start, and a browser that knows nothing of it yet.
struct OfficeInBrowser {
  let browser: Browser
  let clock: TestClock
  let office: Office
  /// Such as `http://127.0.0.1:41234`, without a slash at the end.
  let place: String
  /// The path of the link that the terminal shows at the first start.
  let setUpPath: String

  static let password = "Lead-weight.31"
  static let otherPassword = "Plumb-bob.58"
  static let systemAccount = "xi.tong"
  static let accounts = [("system", systemAccount), ("security", "an.quan"), ("audit", "shen.ji")]

  /// Runs an office and shows it to a body; whatever the browser complained about fails the test.
  static func run(
    on engine: Engine = .sqlite, isSetUp: Bool = true, reading: any ReadingDesk = OpenReadingDesk(),
    _ body: (OfficeInBrowser) async throws -> Void
  ) async throws {
    let folder = try ScratchFolder()
    let clock = TestClock()
    let storage = try await OpenedStorage.open(engine.place(in: folder), for: .migrate, now: clock.now)
    let office = Office(
      records: storage.records, key: try await OfficeKey.load(from: storage.records, chance: .machine),
      attachments: storage.attachments, reading: reading,
      hasher: PasswordHasher(cost: PasswordCost(passes: 1, memory: 64, lanes: 1)), clock: { clock.now },
      chance: .machine)
    let token = try #require(try await PrepareOffice().run(in: office)).token.text
    if isSetUp { try await setUp(office, token: token) }
    let server = try MicroHTTPDTransport().start(
      OfficePages(office).responder,
      ServerConfiguration(address: .network(host: "127.0.0.1", port: 0), threads: 2))
    guard case .network(let host, let port) = server.address else { return }
    let probe = OfficeInBrowser(
      browser: try await SharedBrowser.only.browser(), clock: clock, office: office,
      place: "http://\(host):\(port)",
      setUpPath: OfficePages.setUpPath(token: token))
    let readers = Task { await IntakeReaders(office, count: 2).run() }
    let workers = Task { await BatchWorkers(office).run() }
    defer {
      readers.cancel()
      workers.cancel()
    }
    do {
      try await probe.begin()
      try await body(probe)
      try await probe.checkConsole()
    } catch {
      await server.stop()
      await storage.close()
      throw error
    }
    await server.stop()
    await storage.close()
  }

  private static func setUp(_ office: Office, token: String) async throws {
    let people = accounts.map {
      SetUpOffice.Administrator(name: "管理员", account: $0.1, password: password)
    }
    try await SetUpOffice(
      token: token,
      form: SetUpForm(
        regionCode: "330000123", regionName: "临溪镇", systemAdministrator: people[0],
        securityAdministrator: people[1], auditAdministrator: people[2])
    ).run(in: office)
  }

  /// Nothing is left of the test before.
  private func begin() async throws {
    try await browser.resize(width: 1366, height: 768)
    try await browser.open(place + "/sign-in")
    try await browser.forgetCookies()
    _ = try await browser.console()
  }

  // MARK: What people do

  func open(_ path: String) async throws { try await browser.open(place + path) }

  /// The path that is open.
  func path() async throws -> String {
    let address = try await browser.address()
    return address.hasPrefix(place) ? String(address.dropFirst(place.count)) : address
  }

  func signIn(_ account: String = systemAccount, _ password: String = OfficeInBrowser.password) async throws {
    try await open("/sign-in")
    try await browser.type(account, into: "#q-account")
    try await browser.type(password, into: "#q-password")
    try await browser.follow("main form button[type=submit]")
  }

  func signOut() async throws {
    try await browser.click("details.who > summary")
    try await browser.follow("details.who form button[type=submit]")
  }

  // MARK: What no page may do

  /// No error, no policy that was hurt; answers with a status of 400 and more are what a test asked for.
  func checkConsole() async throws {
    let complaints = try await browser.console().filter { line in
      line.level != "INFO" && line.level != "DEBUG" && line.source != "network"
    }
    #expect(complaints == [])
  }

  /// On a usual screen and on a narrow one nobody scrolls sideways.
  func checkWidths() async throws {
    let path = try await path()
    for (width, height) in [(430, 932), (1366, 768)] {
      try await browser.resize(width: width, height: height)
      #expect(try await browser.overflow() == 0, "\(path) at \(width)")
    }
  }
}

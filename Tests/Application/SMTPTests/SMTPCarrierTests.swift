// Letters over real connections: taken, refused, put off, and never sent where the way is not protected.
import Mail
import Quantities
import SMTP
import Testing

struct SMTPCarrierTests {
  private func letter(_ lines: [String] = ["一", "."]) throws -> Letter {
    Letter(
      to: try #require(MailAddress("zhou@linxi.example")), subject: "准绳：1 件事等你看", lines: lines,
      moment: Moment(milliseconds: 1_795_250_730_000), number: "notice.17.4")
  }

  private func server(
    at port: Int, _ protection: MailProtection = .open, _ credentials: MailCredentials? = nil
  ) throws -> MailServer {
    MailServer(
      host: try #require(MailDomain("127.0.0.1")), port: port, protection: protection,
      credentials: credentials, sender: try #require(MailAddress("jixiao@linxi.example")), senderName: "绩效办")
  }

  /// What came of a letter to a server with these answers, and the server.
  private func outcome(
    _ answers: [String: String] = [:], offers: [String] = [], protection: MailProtection = .open,
    credentials: MailCredentials? = nil, secondsMax: Int = 5
  ) async throws -> (MailProblem?, MailServerProbe) {
    let probe = try #require(MailServerProbe(answers: answers, offers: offers))
    probe.start()
    defer { probe.stop() }
    let (letter, server) = (try letter(), try server(at: probe.port, protection, credentials))
    do throws(MailProblem) {
      try await SMTPCarrier(secondsMax: secondsMax).carry(letter, to: server)
      return (nil, probe)
    } catch {
      return (error, probe)
    }
  }

  @Test func `a letter arrives as it was written`() async throws {
    let (problem, probe) = try await outcome()
    #expect(problem == nil)
    #expect(probe.commands.first?.hasPrefix("EHLO linxi.example") == true)
    #expect(probe.commands.contains { $0.hasPrefix("MAIL FROM:<jixiao@linxi.example>") })
    #expect(probe.commands.contains("RCPT TO:<zhou@linxi.example>"))
    let sender = try #require(MailAddress("jixiao@linxi.example"))
    let wanted = String(decoding: try letter().bytes(from: sender, named: "绩效办"), as: UTF8.self)
    #expect(probe.letters == [wanted])
  }

  @Test(arguments: [
    (["RCPT": "550 no such person zhou@linxi.example"], MailProblem.refused(code: 550)),
    (["RCPT": "450 busy"], .later(code: 450)), (["MAIL": "553 not from you"], .refused(code: 553)),
    (["text": "554 not that"], .refused(code: 554)), (["text": "452 full"], .later(code: 452)),
    (["DATA": "421 closing"], .later(code: 421)), (["MAIL": "hang up"], .brokenOff),
  ])
  func `what the server says is told by its number alone`(_ answers: [String: String], _ wanted: MailProblem)
    async throws
  {
    #expect(try await outcome(answers).0 == wanted)
  }

  @Test(arguments: [MailProtection.upgraded, .protected])
  func `without the protection that is wanted nothing is said`(_ protection: MailProtection) async throws {
    let credentials = MailCredentials(account: "jixiao", password: "Lead-weight.77")
    let (problem, probe) = try await outcome(
      ["STARTTLS": "454 not now"], offers: ["STARTTLS", "AUTH PLAIN LOGIN"], protection: protection,
      credentials: credentials)
    #expect(problem?.mayPassLater == true)
    #expect(!probe.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    #expect(probe.letters.isEmpty)
  }

  @Test func `a server that offers no protection is not trusted with anything`() async throws {
    let (problem, probe) = try await outcome(protection: .upgraded)
    #expect(problem == .notProtected)
    #expect(probe.letters.isEmpty)
  }

  @Test func `nobody answers at a closed port`() async throws {
    let probe = try #require(MailServerProbe())
    probe.stop()
    let (letter, server) = (try letter(), try server(at: probe.port))
    await #expect(throws: MailProblem.unreachable) {
      try await SMTPCarrier(secondsMax: 5).carry(letter, to: server)
    }
  }

  @Test func `letters go side by side`() async throws {
    let probe = try #require(MailServerProbe())
    probe.start()
    defer { probe.stop() }
    let (letter, server) = (try letter(), try server(at: probe.port))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { try await SMTPCarrier().carry(letter, to: server) } }
      try await group.waitForAll()
    }
    #expect(probe.letters.count == 8)
  }
}

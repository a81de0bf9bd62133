// Letters over TLS: taken where the certificate is right, and nothing said where it is not.
import Foundation
import Mail
import Quantities
import SMTP
import Testing

@Suite struct SMTPProtectionTests {
  private static let credentials = MailCredentials(account: "jixiao", password: "Lead-weight.77")

  private func letter() throws -> Letter {
    Letter(
      to: try #require(MailAddress("zhou@linxi.example")), subject: "准绳：2 件事等你看", lines: ["一", ".", "二"],
      moment: Moment(milliseconds: 1_795_250_730_000), number: "notice.17.4")
  }

  /// What came of a letter to a server with a certificate for a name, and what the server heard.
  private func outcome(
    for name: String, _ protection: MailProtection, isTrusted: Bool = true
  ) async throws -> (problem: MailProblem?, heard: [String]) {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let files = try authority.sign(name, as: "server")
    let probe = try TLSServerProbe(files, isUpgraded: protection == .upgraded, in: authority.folder)
    let server = MailServer(
      host: try #require(MailDomain("127.0.0.1")), port: probe.port, protection: protection,
      credentials: Self.credentials, sender: try #require(MailAddress("jixiao@linxi.example")),
      senderName: "绩效办")
    let carrier = SMTPCarrier(secondsMax: 20, certificates: isTrusted ? authority.certificate : nil)
    let letter = try letter()
    do throws(MailProblem) {
      try await carrier.carry(letter, to: server)
      return (nil, probe.stop())
    } catch {
      return (error, probe.stop())
    }
  }

  @Test(arguments: [MailProtection.upgraded, .protected])
  func `a letter goes over TLS, and the password never in the open`(_ protection: MailProtection) async throws
  {
    let (problem, heard) = try await outcome(for: "IP:127.0.0.1", protection)
    #expect(problem == nil)
    let commands = heard.filter { !$0.hasPrefix("letter") }
    #expect(commands.contains { $0.hasPrefix("tls AUTH PLAIN") })
    #expect(commands.contains("tls MAIL FROM:<jixiao@linxi.example>"))
    #expect(commands.contains("tls RCPT TO:<zhou@linxi.example>"))
    let open = commands.filter { $0.hasPrefix("open") }
    #expect(open == (protection == .upgraded ? ["open EHLO linxi.example", "open STARTTLS"] : []))
    let sender = try #require(MailAddress("jixiao@linxi.example"))
    let digits = try letter().bytes(from: sender, named: "绩效办").map { byte in
      String(UInt16(byte) + 0x100, radix: 16).dropFirst()
    }
    #expect(heard.filter { $0.hasPrefix("letter") } == ["letter \(digits.joined())"])
  }

  @Test(arguments: [
    (MailProtection.upgraded, "IP:127.0.0.1", false), (.protected, "IP:127.0.0.1", false),
    (.upgraded, "DNS:mail.elsewhere.example", true), (.protected, "DNS:mail.elsewhere.example", true),
  ])
  func `a certificate of nobody who is trusted, or of another server, is refused in clear words`(
    _ protection: MailProtection, _ name: String, _ isTrusted: Bool
  ) async throws {
    let (problem, heard) = try await outcome(for: name, protection, isTrusted: isTrusted)
    #expect(problem == .wrongCertificate)
    #expect(problem?.sentence.contains("证书不可信，没有发") == true && problem?.mayPassLater == true)
    #expect(!heard.contains { $0.hasPrefix("tls") || $0.contains("AUTH") || $0.contains("MAIL") }, "\(heard)")
  }

  @Test func `a server that speaks no TLS is told apart from one with a wrong certificate`() async throws {
    let probe = try #require(MailServerProbe())
    probe.start()
    defer { probe.stop() }
    let server = MailServer(
      host: try #require(MailDomain("127.0.0.1")), port: probe.port, protection: .protected,
      credentials: Self.credentials, sender: try #require(MailAddress("jixiao@linxi.example")),
      senderName: "")
    let letter = try letter()
    await #expect(throws: MailProblem.notProtected) {
      try await SMTPCarrier(secondsMax: 5).carry(letter, to: server)
    }
    #expect(probe.letters.isEmpty)
  }
}

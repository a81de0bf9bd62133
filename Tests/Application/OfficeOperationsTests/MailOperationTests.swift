// Letters of the office: set up by the administrator, chosen by each person, carried as jobs.
import Ledger
import Mail
import Organisations
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct MailOperationTests {
  /// A county with mail, a clerk and a reviewer who gets letters.
  private struct Post {
    let probe = MailProbe()
    let desk: FormDesk
    let reader: SignedIn

    init(on engine: Engine = .memory, pace: MailPace = .soon) async throws {
      let county = try await County(on: engine, mail: probe)
      try await OpenYear(year: "2026").run(in: county.office, by: county.system)
      desk = try await FormDesk(in: county)
      reader = desk.department
      try await ChangeMailSettings(MailProbe.typed, revision: 0).run(in: county.office, by: county.system)
      try await ChangeMailChoice(address: "bu.men@linxi.example", pace: pace.rawValue, revision: 0)
        .run(in: county.office, by: reader)
    }

    var office: Office { desk.office }

    func submit(_ name: String) async throws {
      let form = try await desk.form(project: name)
      try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    }

    func wait(minutes: Int) { desk.county.town.clock.advance(seconds: minutes * 60) }

    /// Carries all that is due.
    @discardableResult
    func carry() async throws -> Int {
      var count = 0
      while try await CarryWaitingMail().run(in: office) { count += 1 }
      return count
    }

    func jobCount() async throws -> Int {
      try await office.read { try $0.jobs(kind: Job.mail, limit: 99).count }
    }
  }

  @Test(arguments: Engine.allCases)
  func `what comes together goes out in one letter, which names nothing`(engine: Engine) async throws {
    let post = try await Post(on: engine)
    for name in ["秘密工程", "另一工程"] { try await post.submit(name) }
    #expect(try await post.carry() == 0)
    post.wait(minutes: 6)
    try await post.carry()
    let letter = try #require(post.probe.letters.first)
    #expect(post.probe.letters.count == 1)
    #expect(letter.to.text == "bu.men@linxi.example")
    #expect(letter.subject.contains("2"))
    let text = letter.lines.joined()
    #expect(text.contains("等你审核的表：2") && text.contains("https://jixiao.linxi.example"))
    #expect(!text.contains("工程") && !text.contains("周敏") && !text.contains("水利所"))
    #expect(try await post.jobCount() == 0)
    #expect(post.probe.servers.first?.credentials?.password == "Lead-weight.77")
    // The same topic still waits unread: no second letter about it.
    try await post.submit("第三工程")
    post.wait(minutes: 6)
    try await post.carry()
    #expect(post.probe.letters.count == 1)
  }

  @Test func `what was read meanwhile is not sent`() async throws {
    let post = try await Post()
    try await post.submit("清淤")
    try await MarkNoticesRead(.all(upTo: .last)).run(in: post.office, by: post.reader)
    post.wait(minutes: 6)
    #expect(try await post.carry() == 1)
    #expect(post.probe.letters.isEmpty)
    #expect(try await post.jobCount() == 0)
  }

  @Test func `daily letters go out at eight in the morning`() async throws {
    let post = try await Post(pace: .daily)
    let due = try #require(MailPace.daily.due(after: post.office.now))
    #expect(due.description.hasSuffix("T00:00:00.000Z"))
    #expect(due > post.office.now && due.seconds(since: post.office.now) <= 86_400)
    try await post.submit("清淤")
    post.desk.county.town.clock.advance(seconds: due.seconds(since: post.office.now) - 1)
    #expect(try await post.carry() == 0)
    post.desk.county.town.clock.advance(seconds: 1)
    try await post.carry()
    #expect(post.probe.letters.count == 1)
    #expect(MailPace.off.due(after: post.office.now) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `a server that is away is asked again with longer pauses`(engine: Engine) async throws {
    let post = try await Post(on: engine)
    try await post.submit("清淤")
    post.probe.refuse(.unreachable)
    post.wait(minutes: 6)
    #expect(try await post.carry() == 1)
    for minutes in [1, 2, 4] {
      #expect(try await post.carry() == 0)
      post.desk.county.town.clock.advance(seconds: minutes * 60 - 1)
      #expect(try await post.carry() == 0)
      post.desk.county.town.clock.advance(seconds: 1)
      #expect(try await post.carry() == 1)
    }
    let state = try await ReadMailSettings().run(in: post.office, by: post.desk.county.system)
    #expect(state.waitingCount == 1 && state.problem == .unreachable)
    post.probe.refuse(nil)
    post.wait(minutes: 60)
    try await post.carry()
    #expect(post.probe.letters.count == 1)
    #expect(post.probe.letters.first?.number.hasPrefix("notice.") == true)
  }

  @Test func `what a server refuses for good is told to its reader, and the next letter clears it`()
    async throws
  {
    let post = try await Post()
    try await post.submit("清淤")
    post.probe.refuse(.refused(code: 550))
    post.wait(minutes: 6)
    try await post.carry()
    #expect(try await post.jobCount() == 0)
    #expect(try await ReadMailChoice().run(in: post.office, by: post.reader).problem == .refused(code: 550))
    post.probe.refuse(nil)
    try await MarkNoticesRead(.all(upTo: .last)).run(in: post.office, by: post.reader)
    try await post.submit("修路")
    post.wait(minutes: 6)
    try await post.carry()
    #expect(post.probe.letters.count == 1)
    #expect(try await ReadMailChoice().run(in: post.office, by: post.reader).problem == nil)
  }

  @Test func `letters go to the domains of the office alone`() async throws {
    let post = try await Post()
    let attempts = ["x@elsewhere.example", "x@linxi.example.com", "x@notlinxi.example", "x", ""]
    for address in attempts {
      #expect(
        await faults {
          try await ChangeMailChoice(address: address, pace: "soon", revision: 1).run(
            in: post.office, by: post.reader)
        } == ["address"], "\(address)")
    }
    try await ChangeMailChoice(address: " x@post.linxi.example ", pace: "soon", revision: 1).run(
      in: post.office, by: post.reader)
    #expect(
      await faults {
        try await ChangeMailChoice(address: "", pace: "often", revision: 2).run(
          in: post.office, by: post.reader)
      } == ["pace"])
    #expect(
      await faults {
        _ = try await SendTestMail(address: "x@elsewhere.example").run(
          in: post.office, by: post.desk.county.system)
      } == ["address"])
  }

  @Test func `what is typed wrong is told field by field, and nothing is kept`() async throws {
    let county = try await County()
    let cases: [(String, (inout ChangeMailSettings.Typed) -> Void)] = [
      ("host", { $0.host = "mail linxi" }), ("host", { $0.host = "mail/x@y" }), ("port", { $0.port = "0" }),
      ("port", { $0.port = "65536" }), ("port", { $0.port = "smtp" }), ("protection", { $0.protection = "" }),
      ("account", { $0.protection = "open" }), ("password", { $0.password = "" }),
      ("password", { $0.password = "a\nb" }), ("sender", { $0.sender = "jixiao" }),
      ("senderName", { $0.senderName = "a\r\nBcc: x" }), ("site", { $0.site = "jixiao.linxi.example" }),
      ("site", { $0.site = "https://a b" }), ("domains", { $0.domains = "linxi.example; 临溪" }),
    ]
    for (field, spoil) in cases {
      var typed = MailProbe.typed
      spoil(&typed)
      #expect(
        await faults {
          try await ChangeMailSettings(typed, revision: 0).run(in: county.office, by: county.system)
        }
          == [field], "\(field)")
    }
    #expect(try await ReadMailSettings().run(in: county.office, by: county.system).revision == 0)
  }

  @Test func `the password is kept sealed, and goes to no other server`() async throws {
    let county = try await County()
    try await ChangeMailSettings(MailProbe.typed, revision: 0).run(in: county.office, by: county.system)
    let stored = try await county.office.read { try $0.setting(MailSettings.key)?.value.value ?? "" }
    #expect(stored.contains("mail.linxi.example") && !stored.contains("Lead-weight"))
    var typed = MailProbe.typed
    typed.password = ""
    typed.port = "587"
    try await ChangeMailSettings(typed, revision: 1).run(in: county.office, by: county.system)
    let kept = try await ReadMailSettings().run(in: county.office, by: county.system).settings
    #expect(kept.server?.credentials?.password == "Lead-weight.77" && kept.server?.port == 587)
    typed.host = "mail.elsewhere.example"
    #expect(
      await faults {
        try await ChangeMailSettings(typed, revision: 2).run(in: county.office, by: county.system)
      }
        == ["password"])
    let entries = try await county.office.read { try $0.ledgerEntries(about: "mail", limit: 9) }
    #expect(entries.count == 2)
    #expect(entries.allSatisfy { !$0.note.reason.contains("Lead") && !$0.note.reason.contains("jixiao") })
  }

  @Test func `a letter to try it is sent at once, and its fate told`() async throws {
    let post = try await Post()
    let system = post.desk.county.system
    #expect(try await SendTestMail(address: "a@linxi.example").run(in: post.office, by: system) == nil)
    #expect(post.probe.letters.count == 1)
    post.probe.refuse(.notSignedIn)
    #expect(
      try await SendTestMail(address: "a@linxi.example").run(in: post.office, by: system) == .notSignedIn)
  }
}

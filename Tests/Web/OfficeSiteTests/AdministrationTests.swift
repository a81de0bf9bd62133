// The pages of administration: what is typed is kept, told and shown again.
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Records
import Testing

@testable import OfficeSite

struct AdministrationTests {
  @Test func `an organisation is added, found, changed and ended`() async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    #expect(try await system.get("/organisations/add").text.contains("单位编码"))
    let added = try await system.send("/organisations", [("code", "713"), ("name", "农林水务办")])
    #expect(added.status == 303)
    let page = try await system.get(added.location)
    #expect(page.text.contains("已新增。"))
    #expect(page.text.contains("农林水务办"))
    let path = String(added.location.prefix { $0 != "?" })
    let change = [("revision", page.hidden("revision") ?? ""), ("name", "农业办"), ("lastYear", "2025")]
    // The year of the office's clock is 2026; the organisation began in it.
    let refused = try await system.send(path, change)
    #expect(refused.status == 400)
    #expect(refused.text.contains("value=\"农业办\""))
    #expect(refused.text.contains("aria-invalid=\"true\""))
    let sound = [("revision", page.hidden("revision") ?? ""), ("name", "农业办"), ("lastYear", "2026")]
    #expect(try await system.send(path, sound).status == 303)
    #expect(try await system.get("/organisations?q=713").text.contains("农业办"))
    let nothing = try await system.get("/organisations?q=714").text
    #expect(!nothing.contains("农业办"))
    #expect(nothing.contains("class=\"empty\""))
  }

  @Test func `a wrong field is told where it stands, and what was typed stays`() async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    _ = try await system.get("/organisations/add")
    let answer = try await system.send(
      "/organisations", [("code", "71"), ("name", "水利所"), ("shortName", "水"), ("firstYear", "甲")])
    #expect(answer.status == 400)
    for field in ["code", "firstYear"] {
      #expect(answer.text.contains("id=\"q-\(field)-fault\""), "\(field)")
    }
    for value in ["71", "水利所", "水", "甲"] { #expect(answer.text.contains("value=\"\(value)\""), "\(value)") }
    #expect(!answer.text.contains("id=\"q-name-fault\""))
  }

  @Test func `who comes second sees who was first and what stands there now`() async throws {
    let town = try await TownOffice()
    let (first, second) = (try await town.system(), try await town.system())
    let path = "/organisations/\(try await town.organisation(named: "临溪县"))"
    let (mine, theirs) = (try await first.get(path), try await second.get(path))
    let early = [("revision", mine.hidden("revision") ?? ""), ("name", "临溪市")]
    #expect(try await first.send(path, early).status == 303)
    let late = [("revision", theirs.hidden("revision") ?? ""), ("name", "大临溪县")]
    let conflict = try await second.send(path, late)
    #expect(conflict.status == 409)
    #expect(conflict.text.contains("管理员 2026-03-02"))
    #expect(conflict.text.contains("现在是：临溪市"))
    #expect(conflict.text.contains("value=\"大临溪县\""))
    let again = [("revision", conflict.hidden("revision") ?? ""), ("name", "大临溪县")]
    #expect(try await second.send(path, again).status == 303)
  }

  @Test func `hostile names are words on every page that shows them`() async throws {
    let town = try await TownOffice()
    let name = "\"><script>甲</script>&<b>"
    let person = try await town.person(TownOffice.accounts[0])
    let place = try await AddOrganisation(code: "713", name: name).run(in: town.office, by: person)
    let id = try await AddPerson(name: name, account: "jia", organisation: place)
      .run(in: town.office, by: person).id
    let security = try await town.security()
    for path in [
      "/organisations", "/organisations/\(place)", "/people", "/people/\(id)", "/people/\(id)/rights/give",
      "/people/\(id)/deputies/appoint", "/people?q=%22%3E%3Cscript%3E",
    ] {
      let text = try await security.get(path).text
      #expect(text.contains("&lt;script>") || text.contains("&lt;script&gt;"), "\(path)")
      #expect(!text.contains("<script>甲"), "\(path)")
      #expect(!text.contains("\"><script>"), "\(path)")
    }
  }

  @Test func `the link for a password is shown once and works`() async throws {
    let town = try await TownOffice()
    let system = try await town.person(TownOffice.accounts[0])
    let root = try await town.organisation(named: "临溪县")
    let id = try await AddPerson(name: "周敏", account: "zhou.min", organisation: root)
      .run(in: town.office, by: system).id
    let security = try await town.security()
    #expect(try await security.get("/people/\(id)").text.contains("没有角色"))
    let shown = try await security.send("/people/\(id)/password-link", [])
    #expect(shown.status == 200)
    #expect(shown.headers.text(.cacheControl) == "no-store")
    let mark = "http://office.example/set-password/"
    let path =
      "/set-password/" + String(try #require(shown.text.split(separator: mark).last).prefix { $0 != "<" })
    #expect(try await !security.get("/people/\(id)").text.contains("/set-password/"))
    let newcomer = Browser(OfficePages(town.office).responder)
    #expect(try await newcomer.get(path).text.contains("zhou.min"))
    let wanted = [("wanted", TownOffice.password), ("again", TownOffice.password)]
    #expect(try await newcomer.send(path, wanted).status == 303)
    #expect(try await town.browser("zhou.min").get("/").text.contains("还没有给你分配角色"))
  }

  @Test func `a role is given, shown, and taken back`() async throws {
    let town = try await TownOffice()
    let system = try await town.person(TownOffice.accounts[0])
    let root = try await town.organisation(named: "临溪县")
    let id = try await AddPerson(name: "周敏", account: "zhou.min", organisation: root)
      .run(in: town.office, by: system).id
    let security = try await town.security()
    _ = try await security.get("/people/\(id)/rights/give")
    let wrong = [("role", "clerk"), ("organisation", "\(root)")]
    let refused = try await security.send("/people/\(id)/rights/give", wrong)
    #expect(refused.status == 400)
    #expect(refused.text.contains("id=\"q-role-fault\""))
    let right = [("role", "reader"), ("organisation", "\(root)")]
    #expect(try await security.send("/people/\(id)/rights/give", right).status == 303)
    let page = try await security.get("/people/\(id)").text
    let number = try #require(
      page.split(separator: "/people/\(id)/rights/").map { $0.prefix { $0 != "\"" } }
        .first { Int($0) != nil })
    let form = try await security.get("/people/\(id)/rights/\(number)")
    #expect(form.text.contains("只读"))
    let end = [("revision", form.hidden("revision") ?? ""), ("lastDay", "")]
    #expect(try await security.send("/people/\(id)/rights/\(number)", end).status == 303)
    #expect(try await security.get("/people").text.contains("没有角色"))
  }

  @Test func `a year is opened, given a deadline, and closed`() async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    #expect(try await system.get("/years").text.contains("还没有开放的年度"))
    let far = try await system.send("/years", [("year", "2099")])
    #expect(far.status == 400)
    #expect(far.text.contains("value=\"2099\""))
    #expect(try await system.send("/years", [("year", "2026")]).status == 303)
    let root = try await town.organisation(named: "临溪县")
    let form = try await system.get("/years/2026/deadline?step=target.approval")
    let fields = [
      ("was", form.hidden("was") ?? ""), ("revision", form.hidden("revision") ?? ""),
      ("step", "target.approval"), ("organisation", "\(root)"), ("day", "2026-03-08"),
    ]
    #expect(try await system.send("/years/2026/deadline", fields).status == 303)
    let page = try await system.get("/years").text
    #expect(page.contains("2026-03-08，还有\u{A0}6\u{A0}天"))
    // The form of somebody who has not seen the deadline does not overwrite it.
    #expect(try await system.send("/years/2026/deadline", fields).status == 409)
    let close = Browser.Answer(
      status: 200, text: String(try #require(page.split(separator: "/years/2026/close").last)),
      headers: Headers()
    ).hidden("revision")
    #expect(try await system.send("/years/2026/close", [("revision", close ?? "")]).status == 303)
    #expect(try await system.get("/years").text.contains("重新开放"))
  }

  @Test func `rules of accounts keep what was typed, and say what they take`() async throws {
    let town = try await TownOffice()
    let security = try await town.security()
    let page = try await security.get("/account-rules")
    let revision = ("revision", page.hidden("revision") ?? "")
    let wrong = try await security.send("/account-rules", [revision, ("password-characters-min", "3")])
    #expect(wrong.status == 400)
    #expect(wrong.text.contains("id=\"q-password-characters-min-fault\""))
    #expect(
      try await security.send("/account-rules", [revision, ("password-characters-min", "14")]).status == 303)
    #expect(try await security.get("/account-rules").text.contains("value=\"14\""))
    #expect(
      try await security.send("/account-rules", [revision, ("password-characters-min", "12")]).status == 409)
  }

  @Test func `time codes begin with a secret and not with a wrong code`() async throws {
    let town = try await TownOffice()
    let security = try await town.security()
    _ = try await security.get("/account/time-codes")
    let begun = try await security.send("/account/time-codes/begin", [])
    #expect(begun.headers.text(.cacheControl) == "no-store")
    let secret = try #require(begun.hidden("secret"))
    #expect(begun.text.contains("otpauth://totp/"))
    let wrong = try await security.send(
      "/account/time-codes/confirm",
      [("secret", secret), ("code", "000000"), ("password", TownOffice.password)])
    #expect(wrong.status == 400)
    #expect(wrong.text.contains("id=\"q-code-fault\""))
    #expect(wrong.hidden("secret") == secret)
    let stolen = try await security.send(
      "/account/time-codes/confirm", [("secret", secret), ("code", "000000"), ("password", "x")])
    #expect(stolen.text.contains("id=\"q-password-fault\""))
    #expect(try await security.get("/account/time-codes").text.contains("没有启用"))
  }

  @Test func `the ledger is read, filtered, verified, and its head is printed`() async throws {
    let town = try await TownOffice()
    let audit = try await town.audit()
    let page = try await audit.get("/ledger")
    #expect(page.text.contains("初次设置"))
    #expect(try await audit.get("/ledger?about=person/999").text.contains("没有这样的记录"))
    let verified = try await audit.send("/ledger/verify", [("heads", "")])
    #expect(verified.text.contains("台账完好"))
    let wrong = try await audit.send("/ledger/verify", [("heads", "没有")])
    #expect(wrong.status == 400)
    #expect(wrong.text.contains("id=\"q-heads-fault\""))
    let head = try await town.office.read { try $0.ledgerHead() }
    #expect(try await audit.send("/ledger/head", []).text.contains(head.description))
    let other = try await audit.send("/ledger/verify", [("heads", "1:" + String(repeating: "0", count: 64))])
    #expect(other.text.contains("不属于这本台账"))
  }

  @Test func `the ledger is taken away as a file with its name`() async throws {
    let town = try await TownOffice()
    let audit = try await town.audit()
    _ = try await audit.get("/ledger")
    let before = try await town.entryCount()
    let file = try await audit.send("/ledger/export", [("format", "csv"), ("first", "")])
    #expect(file.status == 200)
    #expect(file.headers.text(.contentType) == "text/csv; charset=utf-8")
    #expect(file.headers.text(.contentDisposition)?.contains("1-\(before).csv") == true)
    #expect(file.text.split(separator: "\r\n").count == Int(before) + 1)
    #expect(try await town.entryCount() == before + 1)
    let lines = try await audit.send("/ledger/export", [("format", "jsonl"), ("first", "\(before + 1)")])
    #expect(lines.text.split(separator: "\n").count == 1)
    #expect(lines.text.contains("\"action\":\"ledger.export\""))
    #expect(try await audit.send("/ledger/export", [("format", "exe")]).status == 404)
  }
}

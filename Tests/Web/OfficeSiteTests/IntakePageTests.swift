// The pages on which documents become drafts, in every state that they have.
import Accounts
import DocumentReading
import Findings
import FormExport
import HTTP
import Ledger
import Model
import OfficeOperations
import Operations
import Organisations
import Quantities
import Recognition
import Records
import Tables
import Testing

@testable import OfficeSite

/// Reads as it is read here, and doubts some fields as pictures are doubted.
private struct DoubtingDesk: ReadingDesk {
  func read(_ bytes: [UInt8], named name: String, readsPictures: Bool) async -> ReadDocument {
    var read = await OpenReadingDesk().read(bytes, named: name, readsPictures: readsPictures)
    if case .read(var result) = read.imported.outcome {
      for index in result.forms.indices {
        result.forms[index].toConfirm = ["indicators/0/annualValue": 55, "project/name": 70]
      }
      read.imported.outcome = .read(result)
    }
    return read
  }

  func tables(_ bytes: [UInt8]) async throws(ReadingError) -> Document {
    try await OpenReadingDesk().tables(bytes)
  }

  func cutOut(
    _ part: PagePart, of bytes: @escaping @Sendable () -> [UInt8]?
  ) async throws(ReadingError) -> PagePicture {
    try await OpenReadingDesk().cutOut(part, of: bytes)
  }
}

/// A town with a unit and its clerk.
struct ClerkTown {
  let town: TownOffice
  let unit: OrganisationID
  let browser: Browser
  let clerk: SignedIn

  init(reading: (any ReadingDesk)? = nil) async throws {
    town = try await TownOffice(reading: reading ?? DoubtingDesk())
    let office = town.office
    let system = try await town.person(TownOffice.accounts[0])
    let security = try await town.person(TownOffice.accounts[1])
    _ = try await AddOrganisation(code: "713", name: "农林水务办", kind: "department", region: "").run(
      in: office, by: system)
    unit = try await AddOrganisation(code: "713001", name: "水利所", kind: "unit", region: "").run(
      in: office, by: system)
    try await OpenYear(year: "2026").run(in: office, by: system)
    let person = try await AddPerson(name: "周敏", account: "zhou.min", organisation: unit).run(
      in: office, by: system
    ).id
    _ = try await GiveRight(person: person, role: "clerk", organisation: unit).run(in: office, by: security)
    let link = try await IssuePasswordLink(person: person).run(in: office, by: security)
    try await UsePasswordLink(person: person, token: link.token.text, wanted: TownOffice.password).run(
      in: office)
    browser = try await town.browser("zhou.min")
    clerk = try await town.person("zhou.min")
  }

  /// Uploads, and gives where it leads.
  func upload(_ files: [(name: String, bytes: [UInt8])]) async throws -> Browser.Answer {
    _ = try await browser.get("/forms/intake")
    return try await browser.upload("/forms/intake", [("unit", "\(unit)")], files: files)
  }

  func readAll() async throws {
    while try await ReadWaitingIntake().run(in: town.office) {}
  }

  /// The same printed.
  static func printed() throws -> [UInt8] {
    var target = ProjectTarget()
    target.title = "项目支出绩效目标表"
    target.fiscalYear = 2026
    target.project.name = "桥梁维护"
    target.department.name = "农林水务办"
    target.unit.name = "水利所"
    target.budget.total = Money(fen: 21_376_400)
    var indicator = Indicator()
    indicator.level1 = "产出指标"
    indicator.level2 = "数量指标"
    indicator.name = "维护桥梁座数"
    indicator.annualValue = "≥3座"
    target.indicators = [indicator]
    let export = try ExportForms(ExportSettings(format: .pdf, created: 1_772_414_400))
    return try export.write([try export.layOut(.projectTarget(target))]).bytes
  }

  static let form = Array(
    """
    项目支出绩效目标表
    （2026年度）
    项目名称\t<b>桥梁</b>维护
    主管部门\t农林水务办\t实施单位\t水利所
    预算金额（元）\t213764.00
    一级指标\t二级指标\t三级指标\t年度指标值
    产出指标\t数量指标\t维护桥梁座数\t≥3座
    产出指标\t质量指标\t验收合格率\t100%

    """.utf8)
}

struct IntakePageTests {
  @Test func `an empty list says how to begin, and a plain field takes files`() async throws {
    let town = try await ClerkTown()
    let page = try await town.browser.get("/forms/intake")
    #expect(page.status == 200)
    #expect(page.text.contains("还没有上传过文件"))
    #expect(page.text.contains("type=\"file\""))
    #expect(page.text.contains("multipart/form-data"))
    #expect(try await town.browser.get("/").text.contains("href=\"/forms/intake\""))
  }

  @Test func `a file waits, is read, and is shown beside its original`() async throws {
    let town = try await ClerkTown()
    let sent = try await town.upload([("目标表.txt", ClerkTown.form)])
    #expect(sent.status == 303)
    let waiting = try await town.browser.get(sent.location)
    #expect(waiting.text.contains("正在排队读"))
    #expect(waiting.text.contains("http-equiv=\"refresh\""))
    #expect(try await town.browser.get(sent.location + "/state").text.contains("\"waiting\""))
    try await town.readAll()
    #expect(try await town.browser.get(sent.location + "/state").text.contains("\"read\""))
    let page = try await town.browser.get(sent.location)
    #expect(page.status == 200)
    #expect(page.text.contains("请你认一认，2\u{A0}处"))
    #expect(page.text.contains("没认，不带进草稿"))
    #expect(page.text.contains("is-here"))
    // What a document says is text, on both sides.
    #expect(!page.text.contains("<b>桥梁"))
    let original = try await town.browser.get(sent.location + "/original")
    #expect(original.headers.text(.contentDisposition)?.hasPrefix("attachment") == true)
  }

  @Test func `beside each field that stands on a page there is its picture`() async throws {
    let town = try await ClerkTown()
    let place = try await town.upload([("目标表.pdf", try ClerkTown.printed())]).location
    try await town.readAll()
    let page = try await town.browser.get(place).text
    let pictures = page.split(separator: "<img ", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != ">" })
    }
    #expect(pictures.count == 2)
    let first = try #require(pictures.first)
    #expect(first.contains("loading=\"lazy\"") && first.contains("alt=\"原件上的样子：项目名称\""))
    let picture = try await town.browser.get(place + "/cut-out?form=0&path=project%2Fname")
    #expect(first.contains(place + "/cut-out?form=0&amp;path=project%2Fname"), "\(first)")
    #expect(picture.status == 200)
    #expect(picture.headers.text(.contentType) == "image/png")
    #expect(picture.headers.text(.cacheControl) == "private, max-age=900")
    #expect(picture.headers.text("x-content-type-options") == "nosniff")
    #expect(picture.text.dropFirst().hasPrefix("PNG"))
    // The project's name has a wide cell, which stands above; the value of the indicator has a narrow one.
    #expect(page.contains("class=\"confirm-pair has-wide\"") && page.contains("class=\"confirm-pair\""))
    // What the page leaves room for has the shape of what comes.
    let opened = try await ReadIntake(id: try #require(IntakeID(place.split(separator: "/").last ?? "")))
      .run(in: town.town.office, by: town.clerk)
    let part = try #require(opened.forms.first?.fields.first { $0.path == "project/name" }?.part)
    #expect(first.contains("width=\"\(part.area.width * 2 / 15)\" height=\"\(part.area.height * 2 / 15)\""))
    for query in ["", "?form=9&path=project%2Fname", "?form=0&path=nothing", "?form=-1"] {
      #expect(try await town.browser.get(place + "/cut-out" + query).status == 404, "\(query)")
    }
    // A text has no pages.
    let text = try await town.upload([("目标表.txt", ClerkTown.form)]).location
    try await town.readAll()
    #expect(!(try await town.browser.get(text).text.contains("<img")))
    #expect(try await town.browser.get(text + "/cut-out?form=0&path=project%2Fname").status == 404)
  }

  @Test func `fields are confirmed and corrected one by one, and the page goes on to the next`() async throws
  {
    let town = try await ClerkTown()
    let place = try await town.upload([("目标表.txt", ClerkTown.form)]).location
    try await town.readAll()
    _ = try await town.browser.get(place)
    let right = [("form", "0"), ("path", "project/name"), ("value", "桥梁养护")]
    let next = try await town.browser.send(place + "/answer", right)
    #expect(next.status == 303)
    #expect(next.location.contains("annualValue"), "\(next.location)")
    let shown = try await town.browser.get(String(next.location.prefix { $0 != "#" }))
    #expect(shown.text.contains("请你认一认，1\u{A0}处"))
    let last = try await town.browser.send(
      place + "/answer", [("form", "0"), ("path", "indicators/0/annualValue"), ("value", "≥3座")])
    #expect(last.location.hasSuffix("#take"), "\(last.location)")
    let done = try await town.browser.get(place)
    #expect(done.text.contains("要认的都认过了"))
    #expect(done.text.contains("桥梁养护"))
    let wrong = try await town.browser.send(
      place + "/answer", [("form", "0"), ("path", "budget/total"), ("value", "很多<i>")])
    #expect(wrong.status == 400)
    #expect(wrong.text.contains("这一格是金额"))
    #expect(wrong.text.contains("很多&lt;i"), "what was typed stays")
  }

  @Test func `several files are kept one by one, and one that is refused takes none with it`() async throws {
    let town = try await ClerkTown()
    let files = (0..<52).map { (name: "\($0).txt", bytes: ClerkTown.form + Array("\($0)".utf8)) }
    let sent = try await town.upload(files)
    #expect(sent.status == 400)
    #expect(sent.text.contains("一次最多 50 个文件"))
    let intakes = try await ListIntakes(organisation: town.unit).run(in: town.town.office, by: town.clerk)
    #expect(intakes.count == 50)
  }

  @Test func `nothing chosen is told`() async throws {
    let town = try await ClerkTown()
    let sent = try await town.upload([("", [])])
    #expect(sent.status == 400)
    #expect(sent.text.contains("还没有选文件"))
  }

  @Test func `what cannot be read is told with ways to go on`() async throws {
    let town = try await ClerkTown()
    let place = try await town.upload([("空.docx", [])]).location
    try await town.readAll()
    let page = try await town.browser.get(place)
    #expect(page.text.contains("这个文件读不了"))
    #expect(page.text.contains("再读一次"))
    #expect(page.text.contains("没有丢"))
    #expect(try await town.browser.send(place + "/again", []).status == 303)
    #expect(try await town.browser.get(place).text.contains("正在排队读"))
    let notice = try await town.upload([("通知.txt", Array("开会通知\n".utf8))]).location
    try await town.readAll()
    #expect(try await town.browser.get(notice).text.contains("没有认出绩效表"))
    #expect(try await town.browser.send(notice + "/discard", []).status == 303)
    #expect(!(try await town.browser.get("/forms/intake").text.contains("通知.txt")))
  }

  @Test func `others see nothing of it`() async throws {
    let town = try await ClerkTown()
    let place = try await town.upload([("目标表.txt", ClerkTown.form)]).location
    let system = try await town.town.system()
    _ = try await system.get("/account/sessions")
    let cutOut = place + "/cut-out?form=0&path=project%2Fname"
    for path in ["/forms/intake", place, place + "/state", place + "/original", cutOut] {
      #expect(try await system.get(path).status == 403, "\(path)")
    }
    #expect(
      try await system.upload("/forms/intake", [("unit", "\(town.unit)")], files: [("a", [1])]).status == 403)
    #expect(try await town.browser.get("/forms/intake/999999").status == 404)
    let stranger = Browser(OfficePages(town.town.office).responder)
    #expect(try await stranger.get(place).status != 200)
  }

  @Test func `every page keeps the laws of pages`() async throws {
    let town = try await ClerkTown()
    let place = try await town.upload([("目标表.txt", ClerkTown.form)]).location
    let waiting = try await town.browser.get(place).text
    try await town.readAll()
    for text in [
      waiting, try await town.browser.get("/forms/intake").text, try await town.browser.get(place).text,
      try await town.browser.get(place + "?at=budget%2Ftotal").text,
    ] {
      let ids = text.split(separator: " id=\"", omittingEmptySubsequences: false).dropFirst().map {
        $0.prefix { $0 != "\"" }
      }
      #expect(Set(ids).count == ids.count)
      #expect(!text.contains(" style=") && !text.contains("<style") && !text.contains(" onclick"))
      #expect(text.split(separator: "<h1", omittingEmptySubsequences: false).count == 2)
    }
  }
}

// A document on its way into a draft, in a real browser: chosen, waited for, confirmed by keys, kept.
import Accounts
import BrowserProbes
import Foundation
import JSONText
import OfficeOperations
import Operations
import Organisations
import Recognition
import StorageProbes
import Tables
import Testing

/// Reads as it is read here, and doubts two fields as pictures are doubted.
private struct DoubtingDesk: ReadingDesk {
  func read(_ bytes: [UInt8], named name: String, readsPictures: Bool) async -> ReadDocument {
    var read = await OpenReadingDesk().read(bytes, named: name, readsPictures: readsPictures)
    if case .read(var result) = read.imported.outcome {
      for index in result.forms.indices {
        result.forms[index].toConfirm = ["indicators/0/annualValue": 55, "indicators/1/annualValue": 70]
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

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct IntakeJourneyTests {
    private static let form = """
      <h1>项目支出绩效目标表</h1><p>（2026年度）</p><table border=1>
      <tr><td>项目名称<td colspan=3>桥梁维护<tr><td>主管部门<td>农林水务办<td>实施单位<td>水利所
      <tr><td>预算金额（元）<td colspan=3>213764.00<tr><td>年度目标<td colspan=3>维护全镇桥梁，保证通行。
      <tr><td>一级指标<td>二级指标<td>三级指标<td>年度指标值
      <tr><td rowspan=2>产出指标<td>数量指标<td>维护桥梁座数<td>≥3座<tr><td>质量指标<td>验收合格率<td>100%
      <tr><td>满意度指标<td>服务对象满意度指标<td>群众满意度<td>≥90%</table>
      """

    /// A unit with a clerk, in an open year.
    private func makeClerk(_ office: OfficeInBrowser) async throws {
      func signedIn(_ account: String) async throws -> SignedIn {
        let outcome = try await SignInWithPassword(
          account: account, password: OfficeInBrowser.password, address: "127.0.0.1", agent: "test"
        ).run(in: office.office)
        guard case .signedIn(_, let token) = outcome else { throw OfficeRefusal.unforeseen }
        return try #require(try await OpenSession(token: token.text).run(in: office.office))
      }
      let system = try await signedIn(OfficeInBrowser.accounts[0].1)
      let security = try await signedIn(OfficeInBrowser.accounts[1].1)
      _ = try await AddOrganisation(code: "713", name: "农林水务办", kind: "department", region: "").run(
        in: office.office, by: system)
      let unit = try await AddOrganisation(code: "713001", name: "水利所", kind: "unit", region: "").run(
        in: office.office, by: system)
      try await OpenYear(year: "2026").run(in: office.office, by: system)
      let person = try await AddPerson(name: "周敏", account: "zhou.min", organisation: unit).run(
        in: office.office, by: system
      ).id
      _ = try await GiveRight(person: person, role: "clerk", organisation: unit).run(
        in: office.office, by: security)
      let link = try await IssuePasswordLink(person: person).run(in: office.office, by: security)
      try await UsePasswordLink(person: person, token: link.token.text, wanted: OfficeInBrowser.password).run(
        in: office.office)
    }

    /// Waits until something is on the page, and no longer than half a minute.
    private func wait(for selector: String, in browser: Browser) async throws {
      for _ in 0..<300 {
        if try await browser.count(selector) > 0 { return }
        try await Task.sleep(for: .milliseconds(100))
      }
      Issue.record("\(selector) never came: \(try await browser.text("main"))")
    }

    @Test(arguments: Engine.installed)
    func `a file is chosen, read, confirmed by keys and kept as a draft`(engine: Engine) async throws {
      let folder = try ScratchFolder()
      let file = folder.path + "/目标表.html"
      try Self.form.write(toFile: file, atomically: true, encoding: .utf8)
      try await OfficeInBrowser.run(on: engine, reading: DoubtingDesk()) { office in
        let browser = office.browser
        try await makeClerk(office)
        try await office.signIn("zhou.min")
        try await office.open("/forms/intake")
        try await office.checkWidths()
        try await browser.type(file, into: "#q-files")
        try await browser.click("[data-drop] button[type=submit]")
        // The page comes by itself when the file is read.
        try await wait(for: ".confirm.is-current", in: browser)
        try await office.checkWidths()
        #expect(try await browser.count(".confirm") == 2)
        #expect(try await browser.text(".origin .is-here").contains("≥3座"))
        try await browser.press("\u{E015}")  // arrow down
        #expect(try await browser.text(".origin .is-here").contains("100%"))
        try await browser.press("\u{E013}")  // arrow up
        #expect(try await browser.text(".origin .is-here").contains("≥3座"))
        // Enter is right; then E changes the next.
        try await browser.press("\u{E007}")
        try await wait(for: ".confirm.is-done", in: browser)
        #expect(try await browser.text(".origin .is-here").contains("100%"))
        try await browser.press("e")
        #expect(
          try await browser.run("return document.activeElement.name + ' ' + document.activeElement.value")
            .text
            == "value 100%")
        try await browser.press("≥98%\u{E007}")
        try await wait(for: ".footbar .mark.is-pass", in: browser)
        #expect(try await browser.count(".confirm.is-done") == 2)
        let path = try await office.path()
        #expect(path.hasSuffix("#take"), "\(path)")
        try await browser.follow(".footbar button[form=take-form]")
        let draft = try await office.path()
        #expect(draft.hasPrefix("/forms/") && !draft.hasPrefix("/forms/intake"), "\(draft)")
      }
    }
  }
}

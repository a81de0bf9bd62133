// Imports: looked at first, agreed to then, and never something else than was seen.
import OfficeOperations
import Testing

@testable import OfficeSite

struct ImportPageTests {
  private static let table = "单位编码,单位名称\r\n713,农林水务办\r\n713001,水利所\r\n"

  @Test func `a look changes nothing, agreement imports what was seen`() async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    _ = try await system.get("/organisations/import")
    let before = try await town.entryCount()
    let seen = try await system.upload("/organisations/import", Array(Self.table.utf8))
    #expect(seen.status == 200)
    #expect(seen.text.contains("水利所"))
    #expect(try await town.entryCount() == before)
    let fields = [("table", seen.hidden("table") ?? ""), ("seen", seen.hidden("seen") ?? "")]
    #expect(try await system.send("/organisations/import/confirm", fields).status == 303)
    #expect(try await system.get("/organisations").text.contains("水利所"))
    // The same again is not what was seen any more.
    let late = try await system.send("/organisations/import/confirm", fields)
    #expect(late.status == 409)
    #expect(late.text.contains("刚刚有人改过"))
  }

  @Test func `every wrong cell is told with row and column`() async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    _ = try await system.get("/organisations/import")
    let text = "单位编码,单位名称\r\n71,农林水务办\r\n714,\r\n"
    let answer = try await system.upload("/organisations/import", Array(text.utf8))
    #expect(answer.status == 400)
    #expect(answer.text.contains("第\u{A0}2\u{A0}行 A\u{A0}列（单位编码）"))
    #expect(answer.text.contains("第\u{A0}3\u{A0}行 B\u{A0}列（单位名称）"))
  }

  @Test func `people are imported by one administrator, their roles by another`() async throws {
    let town = try await TownOffice()
    let text = Array("姓名,账号,单位名称,角色\r\n周敏,zhou.min,临溪县,只读\r\n".utf8)
    for (browser, path) in [
      (try await town.system(), "/people/import"), (try await town.security(), "/people/import-rights"),
    ] {
      _ = try await browser.get(path)
      let seen = try await browser.upload(path, text)
      #expect(seen.status == 200, "\(seen.text)")
      let fields = [("table", seen.hidden("table") ?? ""), ("seen", seen.hidden("seen") ?? "")]
      #expect(try await browser.send("\(path)/confirm", fields).status == 303)
    }
    #expect(try await town.audit().get("/people?q=zhou").text.contains("只读（临溪县）"))
  }

  @Test func `what is no table is refused with a sentence`() async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    _ = try await system.get("/organisations/import")
    for (bytes, words) in [
      ([UInt8](), "还没有选文件"), (Array("%PDF-1.4 nothing".utf8), "读不了这种文件"),
      ([UInt8](repeating: 0x41, count: ChosenTable.bytesMax + 1), "文件超过"),
    ] {
      let answer = try await system.upload("/organisations/import", bytes)
      #expect(answer.status == 400)
      #expect(answer.text.contains(words))
    }
    let forged = [("table", "****"), ("seen", String(repeating: "0", count: 64))]
    #expect(try await system.send("/organisations/import/confirm", forged).status == 400)
  }

  @Test func `a table reads back from the text that carries it`() {
    var random = SystemRandomNumberGenerator()
    for length in 1..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let table = ChosenTable(bytes: bytes)
      #expect(ChosenTable(text: table.text) == table)
    }
    for text in ["", "A", "AAAAA", "A*", "A=", "表"] { #expect(ChosenTable(text: text) == nil, "\(text)") }
  }
}

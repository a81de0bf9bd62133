// What buttons say, what a page without a script sends, what is pasted.
import Design
import FormDrafts
import HTML
import HTTP
import JSONText
import Model
import Testing

@testable import OfficeSite

struct FormActTests {
  @Test(arguments: [
    FormAct.save, .addAfter("indicators/k1"), .addAt(level1: "产出指标", level2: nil, after: nil),
    .addAt(level1: nil, level2: "a:b", after: "indicators/k3"), .append("tasks"), .remove("tasks/k1"),
    .up("indicators/k2"), .down("indicators/k2"), .accept(finding: "A01@indicators/k1/name", choice: 2),
    .take("goals/annual"), .mine("budget/total"), .theirs("budget/total"), .submit,
    .choose(field: "indicators/k1/name", text: "户:数"), .past(isShown: true), .past(isShown: false),
  ])
  func `what a button says is read back`(act: FormAct) {
    #expect(FormAct(act.text) == act)
  }

  @Test(arguments: [
    FormAct.addAt(level1: "产出指标", level2: "数量指标", after: "indicators/k3"),
    .accept(finding: "A01@indicators/k1/annualValue", choice: 1),
    .choose(field: "indicators/k1/name", text: "<户> & “数”"),
  ])
  func `what a button says is read back from the page that it stands on`(act: FormAct) throws {
    var page = MarkupWriter()
    page.add(ActButton("采用", act))
    let tag = try #require(SheetProbe.tags(String(decoding: page.finish().bytes, as: UTF8.self)).first)
    let value = try #require(tag.attributes["value"]).replacing("&lt;", with: "<").replacing(
      "&gt;", with: ">"
    )
    .replacing("&amp;", with: "&")
    #expect(FormAct(value) == act)
  }

  @Test(arguments: [
    "", "after", "after:", "accept:", "accept:x", "accept:x\u{241F}-1", "accept:x\u{241F}y", "drop:x",
    "remove:",
  ])
  func `what no button says does nothing`(text: String) {
    #expect(FormAct(text) == nil)
  }

  private func pasted(_ at: String, _ columns: String, _ rows: [[String]], isFirst: Bool) -> PastedCells? {
    var json = JSONWriter()
    json.array { json in
      for row in rows { json.array { json in for cell in row { json.value(cell) } } }
    }
    return PastedCells(
      FormFields([
        ("at", at), ("columns", columns), ("block", json.text), ("isFirst", isFirst ? "yes" : ""),
      ]))
  }

  @Test func `a block that begins with the levels brings them, merged cells once`() throws {
    let draft = FilledForms.draft(of: .projectTarget)
    let rows = [
      ["产出 指标", "数量指标", "户数", "≥3户"], ["", "", "场次", "≥5场"], ["", "质量指标", "合格率", "≥90%"],
    ]
    let block = try #require(pasted("indicators/k1/name", "name annualValue", rows, isFirst: true))
    guard case .paste(let pasted)? = block.edit(of: draft) else {
      Issue.record("no paste")
      return
    }
    #expect(pasted.columns == ["level1", "level2", "name", "annualValue"])
    #expect(pasted.texts[1] == ["产出指标", "数量指标", "场次", "≥5场"])
    #expect(pasted.texts[2][1] == "质量指标")
  }

  @Test func `a block that begins within a row fills the columns from there`() throws {
    let draft = FilledForms.draft(of: .projectTarget)
    let block = try #require(
      pasted("indicators/k2/annualValue", "annualValue", [["1"], ["2"]], isFirst: false))
    guard case .paste(let pasted)? = block.edit(of: draft) else {
      Issue.record("no paste")
      return
    }
    #expect(pasted.columns == ["annualValue"])
    #expect(pasted.texts == [["1"], ["2"]])
    #expect(pasted.inherited["level1"] == "产出指标")
  }

  @Test(arguments: ["", "{}", "[]", "[1]", "[[\"a\"],2]"])
  func `what is no block is not pasted`(block: String) {
    #expect(
      PastedCells(FormFields([("at", "indicators/k1/name"), ("columns", "name"), ("block", block)])) == nil)
  }
}

// The page on which an administrator chooses rule set and layout for a region, a year and a kind of form.
import HTTP
import OfficeOperations
import Testing

@testable import OfficeSite

struct RuleChoicePageTests {
  @Test func `a rule set is chosen, seen, changed and taken back`() async throws {
    let clerks = try await ClerkOffice()
    let root = try await clerks.town.organisation(named: "临溪县")
    let system = try await clerks.town.system()
    let form = try await clerks.form()
    let clerk = try await clerks.clerk()
    #expect(try await system.get("/rule-sets").text.contains(RuleSetsWording.nothingChosen))
    let key = "\(root) 2026 project-target"
    func send(_ set: String, _ layout: String, revision: String, was: String) async throws -> Browser.Answer {
      try await system.send(
        "/rule-sets",
        [
          ("was", was), ("revision", revision), ("organisation", "\(root)"), ("year", "2026"),
          ("kind", "project-target"), ("set", set), ("layout", layout),
        ])
    }
    #expect(try await send("hebei", "", revision: "0", was: key).status == 303)
    let page = try await system.get("/rule-sets?organisation=\(root)&year=2026&kind=project-target")
    expectLaws(page.text, "/rule-sets")
    #expect(page.text.contains("<option value=\"hebei\" selected"))
    #expect(page.hidden("revision") == "1")
    // the form is laid out by it
    #expect(try await clerk.get("/forms/\(form)").text.contains("spendingPlan"))
    // somebody else was quicker
    let late = try await send("anhui", "", revision: "0", was: key)
    #expect(late.status == 409)
    #expect(late.text.contains("<option value=\"anhui\" selected"))
    #expect(try await send("anhui", "sichuan-flat", revision: "1", was: key).status == 303)
    #expect(try await system.get("/rule-sets").text.contains("四川部门预算项目绩效目标表"))
    #expect(try await send("", "", revision: "2", was: key).status == 303)
    #expect(try await system.get("/rule-sets").text.contains(RuleSetsWording.nothingChosen))
  }

  @Test func `others see what was chosen, and cannot choose`() async throws {
    let clerks = try await ClerkOffice()
    let clerk = try await clerks.clerk()
    let page = try await clerk.get("/rule-sets")
    #expect(page.status == 200)
    #expect(!page.text.contains("name=\"set\""))
    #expect(try await clerk.send("/rule-sets", [("set", "<b>x</b>")]).status == 403)
    let system = try await clerks.town.system()
    _ = try await system.get("/rule-sets")
    let wrong = try await system.send("/rule-sets", [("set", "<b>x</b>"), ("year", "甲")])
    #expect(wrong.status == 400)
    #expect(!wrong.text.contains("<b>x"))
  }
}

// `plumbline check` with last year's forms and the other files of its run.
import CommandLineParsing
import Foundation
import Testing

@testable import plumbline

struct CheckContextTests {
  /// A target of an invented project, as a record.
  private func target(
    _ name: String, year: Int, budget: Int, count: Int, price: Int = 2000, department: String = "临溪县司法局"
  ) -> String {
    func row(_ level1: String, _ level2: String, _ name: String, _ value: String) -> String {
      #"{"level1":"\#(level1)","level2":"\#(level2)","name":"\#(name)","annualValue":"\#(value)"}"#
    }
    let rows = [
      row("产出指标", "数量指标", "普法讲座场次", "≥\(count)场"), row("产出指标", "质量指标", "讲座计划完成率", "100%"),
      row("产出指标", "时效指标", "讲座完成时间", "12月底前"), row("产出指标", "成本指标", "场均讲座成本", "≤\(price)元/场"),
      row("效益指标", "社会效益指标", "政策知晓率", "≥80%"), row("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%"),
    ]
    return #"""
      {"forms":[{"kind":"project-target","title":"项目支出绩效目标表","fiscalYear":\#(year),
      "project":{"name":"\#(name)"},"department":{"name":"\#(department)"},"unit":{"name":"临溪县司法局"},
      "budget":{"total":"\#(budget).00"},"goals":{"annual":"举办普法讲座 \#(count) 场，群众政策知晓率达到 80% 以上。"},
      "indicators":[\#(rows.joined(separator: ","))]}]}
      """#
  }

  private func outcome(_ name: String, year: Int, actual: Int) -> String {
    #"""
    {"forms":[{"kind":"project-self-evaluation","title":"自评表","fiscalYear":\#(year),
    "project":{"name":"\#(name)"},"department":{"name":"临溪县司法局"},"unit":{"name":"临溪县司法局"},
    "funds":[],"goals":{"expected":"普法","actual":"已办"},
    "indicators":[{"level1":"产出指标","level2":"数量指标","name":"普法讲座场次","annualValue":"≥10场",
    "actualValue":"\#(actual)场"}]}]}
    """#
  }

  @Test func `without last year's forms their rules are silent, and one line says so`() throws {
    try withProbe { probe in
      try probe.add("a.json", target("2026年普法讲座", year: 2026, budget: 40000, count: 10))
      let answer = try probe.run(["check", "@/a.json"])
      #expect(answer.code == .success)
      let lines = answer.output.split(separator: "\n").filter { $0.hasPrefix("没有查：") }
      #expect(lines.count == 1)
      #expect(lines.first?.contains("A05、A06（没有给出上年的表，可用 --last-year 给出）") == true)
      #expect(!answer.output.contains("A05  "))
      let json = try probe.run(["check", "--json", "@/a.json"])
      #expect(json.output.contains(#""reason": "no-last-year""#))
      let table = try probe.run(["check", "--csv", "@/a.json"])
      #expect(!table.output.contains("没有查") && table.errors.contains("没有查：A05、A06"))
      _ = try probe.run(["check", "--html", "@/page.html", "@/a.json"])
      let page = try String(contentsOf: probe.folder.appendingPathComponent("page.html"), encoding: .utf8)
      #expect(page.contains("没有查：A05、A06"))
    }
  }

  @Test(arguments: ["@/last", "@/last/t.json"])
  func `last year's targets and results are held against this year's`(path: String) throws {
    try withProbe { probe in
      try probe.add("last/t.json", target("2025年普法讲座", year: 2025, budget: 20000, count: 10))
      try probe.add("last/e.json", outcome("2025年普法讲座", year: 2025, actual: 14))
      try probe.add("a.json", target("2026年普法讲座", year: 2026, budget: 40000, count: 10))
      let answer = try probe.run(["check", "--last-year", path, "@/a.json"])
      #expect(answer.output.contains("比上年 2 万元增加 100%"))
      #expect(answer.output.contains("低于上年完成的 14场") == (path == "@/last"))
      #expect(!answer.output.contains("A05、A06（"))
    }
  }

  @Test func `a project that last year's forms do not hold is counted`() throws {
    try withProbe { probe in
      try probe.add("last.json", target("2025年河道保洁", year: 2025, budget: 20000, count: 10))
      try probe.add("a.json", target("2026年普法讲座", year: 2026, budget: 40000, count: 10))
      let answer = try probe.run(["check", "--last-year", "@/last.json", "@/a.json"])
      #expect(answer.output.contains("A05、A06（1 张表没有对上上年的表）"))
    }
  }

  @Test func `a path where nothing stands is told, and what cannot be read too`() throws {
    try withProbe { probe in
      try probe.add("a.json", target("2026年普法讲座", year: 2026, budget: 40000, count: 10))
      try probe.add("last/bad.json", "{")
      let missing = try probe.run(["check", "--last-year", "@/nowhere", "@/a.json"])
      #expect(missing.code == .notFound && missing.output.isEmpty && missing.errors.contains("@/nowhere"))
      let unreadable = try probe.run(["check", "--last-year", "@/last", "@/a.json"])
      #expect(unreadable.errors.contains("bad.json") && unreadable.output.contains("A05、A06（1 张表没有对上"))
    }
  }

  @Test func `the files of one run are held against one another`() throws {
    try withProbe { probe in
      for number in 1...9 {
        let price = number == 9 ? 9000 : 2000 + number
        try probe.add(
          "forms/\(number).json",
          target("\(number)号村普法讲座", year: 2026, budget: 100_000, count: number, price: price))
      }
      try probe.add("forms/same.json", target("法治副校长", year: 2026, budget: 60000, count: 3, price: 2003))
      let answer = try probe.run(["check", "--csv", "@/forms"])
      let rules = answer.output.split(whereSeparator: \.isNewline).dropFirst().map {
        $0.split(separator: ",")[3]
      }
      #expect(rules.count { $0 == "A09" } == 2)
      #expect(rules.count { $0 == "A10" } == 1)
      let alone = try probe.run(["check", "--csv", "@/forms/9.json"])
      #expect(!alone.output.contains("A10") && alone.errors.contains("A10（1 张表的单位成本，同类不足 8 个）"))
    }
  }
}

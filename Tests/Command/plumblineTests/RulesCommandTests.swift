// `plumbline rules`, and `--rule-set` of both commands.
import CommandLineParsing
import Foundation
import RuleSets
import Testing

@testable import plumbline

@Suite struct RulesCommandTests {
  private static let town = """
    [规则集]
    代号 = linxi
    名称 = 临溪县
    地区 = 临溪县
    年度 = 2024—
    表种 = 全部
    继承 = national
    依据 = 临财〔2024〕3号
    [参数]
    指标最少项数 = 1 | 2024 | 本县小项目只需一项
    """

  @Test func `rules and figures are listed for people`() throws {
    try withProbe { probe in
      let answer = try probe.run(["rules"])
      #expect(answer.code == .success && answer.errors.isEmpty)
      #expect(answer.output.hasPrefix("规则集 national  全国通用\n"))
      for part in ["C01  应退回  完整性", "指标最少项数", "2015 年起", "财预〔2020〕10号", "预算执行率 10、产出指标 50"] {
        #expect(answer.output.contains(part), "\(part)")
      }
    }
  }

  @Test func `they are written as one JSON object`() throws {
    try withProbe { probe in
      let answer = try probe.run(["rules", "--rule-set", "hubei", "--year", "2024", "--json"])
      #expect(answer.code == .success)
      let json = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
      #expect((json?["ruleSet"] as? [String: Any])?["identifier"] as? String == "hubei")
      #expect((json?["tree"] as? [String: Any])?["identifier"] as? String == "tree-2015")
    }
  }

  @Test func `a file of one's own is used, with what lies beside it`() throws {
    try withProbe { probe in
      try probe.add("sets/linxi.txt", Self.town)
      try probe.add(
        "sets/town.txt",
        Self.town.replacing("代号 = linxi", with: "代号 = town").replacing("national", with: "linxi")
          .replacing("指标最少项数 = 1", with: "指标最多项数 = 9"))
      let answer = try probe.run(["rules", "--rule-set", "@/sets/town.txt"])
      #expect(answer.code == .success)
      let words = answer.output.split(separator: " ").joined(separator: " ")
      #expect(words.contains("指标最少项数 1项 2024 年起 本县小项目只需一项 linxi"))
      #expect(words.contains("指标最多项数 9项 2024 年起 本县小项目只需一项 town"))
    }
  }

  @Test func `check reviews by the rule set`() throws {
    try withProbe { probe in
      try probe.add("form.txt", form(named: "桥梁维护"))
      try probe.add("linxi.txt", Self.town)
      let national = try probe.run(["check", "--json", "@/form.txt"])
      #expect(national.output.contains(#""rule": "C08""#))
      let local = try probe.run(["check", "--json", "--rule-set", "@/linxi.txt", "@/form.txt"])
      #expect(local.output.contains(#""rule": "C02""#))
      #expect(!local.output.contains(#""rule": "C08""#))
    }
  }

  @Test(arguments: ["rules", "check"])
  func `a file that is not sound is refused with file, line and sentence`(command: String) throws {
    try withProbe { probe in
      try probe.add("form.txt", form(named: "桥梁维护"))
      try probe.add(
        "bad.txt", Self.town.replacing("指标最少项数", with: "指标最小项数") + "\n[分值]\n甲 = 产出指标 99 | 2024 | 乙")
      let words = ["--rule-set", "@/bad.txt"] + (command == "check" ? ["@/form.txt"] : [])
      let answer = try probe.run([command] + words)
      #expect(answer.code == .unreadable && answer.output.isEmpty)
      let lines = answer.errors.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines[0].hasPrefix("plumbline \(command): @/bad.txt 第 10 行：[参数] 里没有“指标最小项数”这一项，是否想写“指标最少项数”？"))
      #expect(lines[1].contains("第 12 行：分值方案“甲”合计 99 分"))
    }
  }

  @Test(arguments: ["nowhere", "@/nowhere.txt", "@"])
  func `a rule set that does not exist is told with the names there are`(word: String) throws {
    try withProbe { probe in
      let answer = try probe.run(["rules", "--rule-set", word])
      #expect(answer.code == .notFound && answer.output.isEmpty)
      #expect(ShippedRuleSets.identifiers.allSatisfy { answer.errors.contains($0) })
    }
  }

  @Test(arguments: [["rules", "more"], ["rules", "--year", "24"], ["rules", "--rule-set"]])
  func `words that say nothing sensible are refused`(words: [String]) throws {
    try withProbe { probe in
      let answer = try probe.run(words)
      #expect(answer.code == .usage && !answer.errors.isEmpty)
    }
  }
}

// Rules and figures as other programs read them; rule sets are held to the catalogue.
import Findings
import Foundation
import JSONText
import Operations
import Review
import RuleSets
import Testing

@Suite struct RuleListingTests {
  private func json(of listing: RuleListing) throws -> [String: Any] {
    var json = JSONWriter()
    listing.write(to: &json)
    return try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
  }

  @Test(arguments: ShippedRuleSets.identifiers)
  func `a listing has every rule and every figure with its source`(name: String) throws {
    let ruleSet = try #require(try LoadRuleSet().shipped(name))
    let json = try json(of: RuleListing(ruleSet))
    let rules = try #require(json["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["code"] as? String } == RuleCatalogue.all.map(\.code))
    let parameters = try #require(json["parameters"] as? [[String: Any]])
    #expect(parameters.compactMap { $0["key"] as? String } == RuleParameter.allCases.map(\.rawValue))
    for parameter in parameters {
      #expect(parameter["value"] is NSNumber && parameter["fromYear"] is NSNumber)
      #expect((parameter["source"] as? String)?.isEmpty == false)
      #expect((parameter["history"] as? [Any])?.isEmpty == false)
    }
    #expect((json["weights"] as? [Any])?.isEmpty == false)
    #expect((json["ruleSet"] as? [String: Any])?["identifier"] as? String == name)
  }

  @Test func `a listing shows the set's severities in a year`() throws {
    let towns = try #require(try LoadRuleSet().shipped("dongguan-towns-2024"))
    #expect(RuleListing(towns, year: 2024).rules.first { $0.rule.code == "M09" }?.severity == .info)
    #expect(RuleListing(towns, year: 2023).rules.first { $0.rule.code == "M09" }?.severity == .warning)
    #expect(RuleListing(towns).ruleSet.tree.identifier == "tree-2015")
  }

  private static let town = """
    [规则集]
    代号 = linxi-town
    名称 = 临溪镇
    地区 = 临溪镇
    年度 = 2024—
    表种 = 全部
    继承 = linxi
    依据 = 临财〔2024〕3号
    """

  @Test func `a file extends a shipped set, or one beside it`() throws {
    let county = Self.town.replacing("linxi-town", with: "linxi").replacing("继承 = linxi", with: "继承 = hubei")
    let loaded = try LoadRuleSet().file(named: "甲", bytes: Array(Self.town.utf8)) { name in
      name == "linxi" ? Array(county.utf8) : nil
    }
    #expect(loaded.whole(.weightSum) == 80)
    let failure = #expect(throws: RuleSetFailure.self) {
      try LoadRuleSet().file(named: "甲", bytes: Array(Self.town.utf8))
    }
    #expect(failure?.problems.map(\.kind) == [.unknownExtended("linxi")])
  }

  @Test func `a rule that the catalogue does not have is refused`() throws {
    let text = Self.town.replacing("继承 = linxi", with: "继承 = national") + "\n[规则]\nM99 = 停用 | 2024 | 甲"
    let failure = #expect(throws: RuleSetFailure.self) {
      try LoadRuleSet().file(named: "甲", bytes: Array(text.utf8))
    }
    #expect(failure?.problems.map(\.kind) == [.unknownRule("M99")])
    #expect(try LoadRuleSet().shipped("linxi")?.identifier == nil)
  }
}

// The shipped rule sets are sound and complete, and differ where the regions do.
import Findings
import Foundation
import Model
import Quantities
import Testing

@testable import RuleSets

@Suite struct ShippedRuleSetTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Domain/RuleSets/Sets")

  @Test func `every file of the folder is shipped, byte for byte`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(ShippedRuleSets.identifiers.map { "\($0).txt" }))
    for name in ShippedRuleSets.identifiers {
      let file = try Data(contentsOf: Self.folder.appendingPathComponent("\(name).txt"))
      #expect(ShippedRuleSets.bytes(of: name) == [UInt8](file))
    }
    #expect(ShippedRuleSets.bytes(of: "nowhere") == nil)
  }

  @Test(arguments: ShippedRuleSets.identifiers)
  func `a shipped set loads, and every figure has a source`(name: String) throws {
    let ruleSet = try #require(try RuleSetLibrary().load(name))
    #expect(ruleSet.identifier == name)
    for parameter in RuleParameter.allCases {
      let history = ruleSet.history(of: parameter)
      #expect(!history.isEmpty && history.allSatisfy { $0.source.count > 1 && !$0.ruleSet.isEmpty })
      #expect(history.map(\.fromYear) == history.map(\.fromYear).sorted())
    }
    #expect(!ruleSet.weights.isEmpty)
    for scheme in ruleSet.weights {
      let sum = scheme.value.shares.reduce(ExactDecimal.zero) { $0.adding($1.points) ?? .zero }
      #expect(sum == .hundred)
    }
    #expect(ruleSet.tree.branch(of: "产出指标") == .output)
  }

  @Test func `labels and keys of parameters are unique`() {
    let labels = RuleParameter.allCases.map(\.description.label)
    #expect(Set(labels).count == labels.count)
    for parameter in RuleParameter.allCases {
      #expect(parameter.description.label != parameter.rawValue, "\(parameter) has no words")
      #expect(RuleParameter(key: parameter.description.label) == parameter)
      #expect(RuleParameter(key: parameter.rawValue) == parameter)
    }
    #expect(RuleParameter(key: "没有这一项") == nil)
  }

  @Test func `regions differ from the national set where their forms do`() throws {
    let national = RuleSet.national
    let sets = try Dictionary(
      uniqueKeysWithValues: ShippedRuleSets.identifiers.map {
        ($0, try #require(try RuleSetLibrary().load($0)))
      })
    #expect(sets["dongguan-towns-2024"]?.tree.identifier == "tree-2015")
    #expect(sets["dongguan-towns-2024"]?.severity(of: "M09") == .info)
    #expect(sets["dongguan-towns-2026"]?.tree.identifier == "tree-2021")
    #expect(sets["dongguan-towns-2026"]?.severity(of: "M09") == .info)
    #expect(national.severity(of: "M09") == nil)
    #expect(sets["hebei"]?.tree.identifier == "tree-2015")
    #expect(sets["sichuan"]?.whole(.executionByJune) == 40)
    #expect(sets["sichuan"]?.weights.first?.value.points(of: .free) == ExactDecimal(90))
    #expect(sets["hubei"]?.whole(.weightSum) == 80)
    #expect(sets["hubei"]?.whole(.bandPartlyMin) == 50)
    #expect(sets["anhui"]?.whole(.weightSum) == 90)
  }

  @Test func `the national tree follows the year and reads the labels of both generations`() {
    #expect(RuleSet.national.applying(in: 2025).tree.identifier == "tree-2015")
    #expect(RuleSet.national.applying(in: 2026).tree.identifier == "tree-2021")
    for year in [2024, 2026] {
      let tree = RuleSet.national.applying(in: year).tree
      #expect(tree.category(of: "经济成本指标") == .economicCost)
      #expect(tree.category(of: "可持续影响指标") == .sustainability)
      #expect(tree.category(of: "成本指标") == .cost)
      #expect(tree.branch(of: "成本指标") == .cost)
    }
    #expect(RuleSet.national.applying(in: 2024).tree.holds(.cost, under: .output))
    #expect(!RuleSet.national.applying(in: 2026).tree.holds(.cost, under: .output))
  }
}

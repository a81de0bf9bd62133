// Laws of rule-set files: what is written is read again, and no bytes end the process.
import Findings
import Model
import Quantities
import Testing

@testable import RuleSets

@Suite struct RuleSetLawTests {
  private func file(_ text: String) throws -> RuleSetFile {
    let reader = RuleSetFileReader(Array(text.utf8), file: "甲", rules: nil)
    try #require(reader.problems.isEmpty, "\(reader.problems.map(\.sentence)) in \(text)")
    return try #require(reader.result)
  }

  @Test(arguments: ShippedRuleSets.identifiers)
  func `a shipped file that is written again says the same`(name: String) throws {
    let bytes = try #require(ShippedRuleSets.bytes(of: name))
    let shipped = try file(String(decoding: bytes, as: UTF8.self))
    #expect(try file(shipped.text) == shipped)
    #expect(try file(shipped.text).text == shipped.text)
  }

  @Test(arguments: 0..<200)
  func `any file that is written is read as the same`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let made = RuleSetFile.invented(&random)
    #expect(try file(made.text) == made)
  }

  @Test(arguments: 0..<300)
  func `a damaged file is refused or read, and nothing else`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = try #require(
      ShippedRuleSets.identifiers.randomElement(using: &random).flatMap { ShippedRuleSets.bytes(of: $0) })
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
      }
    }
    do throws(RuleSetFailure) {
      let ruleSet = try RuleSetLibrary().load(bytes, file: "甲")
      #expect(RuleParameter.allCases.allSatisfy { ruleSet.entry(of: $0) != nil })
    } catch {
      #expect(!error.problems.isEmpty && error.problems.allSatisfy { $0.line >= 1 })
    }
  }
}

extension RuleSetFile {
  /// A file of random sound lines.
  static func invented(_ random: inout SeededGenerator) -> RuleSetFile {
    let first = Int.random(in: 1994...2090, using: &random)
    let last = Bool.random(using: &random) ? Int.random(in: first...2100, using: &random) : nil
    let head = RuleSetHead(
      identifier: "set-\(Int.random(in: 0..<1000, using: &random))", title: "临溪县 = 甲", region: "临溪县",
      firstYear: first, lastYear: last,
      kinds: Set(FormKind.allCases.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random))),
      extends: Bool.random(using: &random) ? "national" : nil, source: "临财〔2024〕\(first)号 # 甲")
    func years() -> [Int] {
      Array(Set((0..<3).map { _ in Int.random(in: 1994...2100, using: &random) }))
    }
    let parameters = RuleParameter.allCases.shuffled(using: &random).prefix(6).flatMap { parameter in
      years().map { year in
        let bounds = parameter.description.shape.bounds
        let number = ExactDecimal(Int.random(in: bounds, using: &random))
        return DatedEntry(key: parameter, value: number, fromYear: year, source: "甲、乙 \(year)")
      }
    }
    let weights = years().map { year in
      let points = Int.random(in: 1...98, using: &random)
      let shares: [WeightScheme.Share] = [
        .init(part: .execution, points: ExactDecimal(points)),
        .init(part: .free, points: ExactDecimal(100 - points)),
      ]
      return DatedEntry(key: "方案", value: WeightScheme(shares: shares), fromYear: year, source: "甲")
    }
    let changes = years().map { year -> DatedEntry<String, RuleChange> in
      let change: RuleChange =
        Severity.allCases.randomElement(using: &random).map { .severity($0) } ?? .switchedOff
      return DatedEntry(
        key: "M0\(Int.random(in: 0...9, using: &random))",
        value: Bool.random(using: &random) ? change : .switchedOff, fromYear: year, source: "理由")
    }
    let nodes = [
      IndicatorTreeNode(branch: .output, category: nil, labels: ["产出", "做了什么"]),
      IndicatorTreeNode(branch: .output, category: .quantity, labels: ["工作量\(first)"]),
    ]
    return RuleSetFile(
      head: head,
      treeChoices: years().map { DatedEntry(key: "采用", value: "甲", fromYear: $0, source: "乙") },
      trees: [Tree(identifier: "甲", nodes: nodes)], parameters: Array(parameters), weights: weights,
      changes: changes)
  }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

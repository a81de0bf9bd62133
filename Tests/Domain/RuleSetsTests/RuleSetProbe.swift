// Small invented rule-set files, and libraries that hold them in memory.
import Model
import RuleSets

enum RuleSetProbe {
  /// A sound file that extends the national set; sections can be put behind it. Eight lines.
  static let head = """
    [规则集]
    代号 = linxi
    名称 = 临溪县
    地区 = 临溪县
    年度 = 2024—
    表种 = 全部
    继承 = national
    依据 = 临财〔2024〕3号

    """

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Loads a text over the shipped sets and the given ones; the catalogue is three rules.
  static func load(
    _ text: String, beside others: [String: String] = [:]
  ) throws(RuleSetFailure) -> RuleSet {
    let library = RuleSetLibrary(rules: ["C08", "M09", "A07"]) { name in
      others[name].map { bytes($0) } ?? ShippedRuleSets.bytes(of: name)
    }
    return try library.load(bytes(text), file: "临溪.txt")
  }

  /// What is wrong with a text, as lines and kinds; empty where nothing is.
  static func problems(_ text: String, beside others: [String: String] = [:]) -> [RuleSetProblem] {
    do throws(RuleSetFailure) {
      _ = try load(text, beside: others)
      return []
    } catch {
      return error.problems
    }
  }
}

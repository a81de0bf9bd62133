// The closed lattice of indicator levels: which labels are level 1, which level 2, and what stands under
// what.

/// A label of the indicator tree.
package struct LevelTerm: Equatable {
  /// 1 for 产出指标, 效益指标 …; 2 for 数量指标, 社会效益指标 …
  package var rank: Int
  /// The level-1 branch that the label is or stands under.
  package var branch: Branch

  /// The level-1 branch that a label is or stands under.
  package enum Branch: Equatable {
    case cost, output, benefit, satisfaction, other
  }

  /// - Parameter label: a folded label; scores and notes in brackets do not matter.
  package init?(label: String) {
    guard label.count <= 26 else { return nil }
    var root = LabelText.withoutBrackets(label).0
    while let last = root.last, last == ":" || last == "等" || last == "分" || last.isNumber {
      root.removeLast()
    }
    var isBare = true
    for suffix in ["指标", "目标", "类"] where root.ends(suffix) && root.count > suffix.count {
      root.removeLast(suffix.count)
      isBare = false
    }
    guard let found = LevelTerm.roots[root], !isBare || !LevelTerm.wordsInNeed.contains(root) else {
      return nil
    }
    self = found
  }

  private init(_ rank: Int, _ branch: Branch) {
    self.rank = rank
    self.branch = branch
  }

  /// Roots that are labels only with 指标 behind them; alone they are values or everyday words.
  private static let wordsInNeed: Set<String> = [
    "可持续", "经济", "社会", "生态", "时间", "进度", "结果", "完成", "服务对象", "社会公众", "影响力",
  ]

  /// The labels without 指标 behind them.
  static var labels: [String] { Array(roots.keys) }

  private static let roots: [String: LevelTerm] = {
    var roots: [String: LevelTerm] = [:]
    func add(_ words: String, _ rank: Int, _ branch: Branch) {
      for word in words.split(separator: " ") { roots[String(word)] = LevelTerm(rank, branch) }
    }
    add("产出 项目产出 完成 项目完成 任务完成 产出效果 履职产出 部门产出 预期产出 实施效果", 1, .output)
    add("效益 项目效益 效果 项目效果 产出效益 履职效益 履职效果 部门效果 部门效益 影响力 实施效益 预期效益 结果", 1, .benefit)
    add("满意度 项目满意度 履职满意度", 1, .satisfaction)
    add("成本 项目成本", 1, .cost)
    add("投入 过程 决策 管理 管理效率 履职效能 履职完成 可持续发展 可持续发展能力 运行成本 社会效应 履职 投入管理 过程管理 预算执行", 1, .other)
    add("数量 产出数量 项目产出数量 产品数量", 2, .output)
    add("质量 产出质量 项目产出质量", 2, .output)
    add("时效 产出时效 项目产出时效 进度 产出进度 时间", 2, .output)
    add("产出成本 项目产出成本", 2, .output)
    add("经济成本 社会成本 生态环境成本 生态成本 环境成本", 2, .cost)
    add("经济效益 社会效益 生态效益 环境效益 生态环境效益 可持续影响 可持续性影响 可持续发展影响 可持续效益 可持续", 2, .benefit)
    add("项目经济效益 项目社会效益 经济效果 社会效果 生态效果 经济 社会 生态 持续影响 长期影响 社会公益", 2, .benefit)
    add(
      "服务对象满意度 服务对象满意 社会公众满意度 社会公众或服务对象满意度 受益对象满意度 群众满意度 公众满意度 受益群体满意度 帮扶对象满意度 "
        + "服务对象或项目受益人满意度 社会公众或服务对象 服务对象 使用者满意度 相关群体满意度 社会满意度 服务满意度 监管对象满意度 联系部门满意度",
      2, .satisfaction)
    return roots
  }()

  /// True for 成本指标, which is level 1 in the tree of 2021 and level 2 in that of 2015.
  package var isCost: Bool { rank == 1 && branch == .cost }

  /// True for labels such as 满意度指标, which some layouts print on either level.
  package var mayBeEitherLevel: Bool { branch == .satisfaction || isCost }

  /// Whether this label may stand behind another one in a row: level 2 behind level 1.
  package func mayFollow(_ other: LevelTerm) -> Bool {
    other.rank == 1
      && (rank == 2 || isCost && !other.isCost || branch == .satisfaction && other.branch == .satisfaction)
  }

  /// Whether a level-2 label of this kind may stand under a level-1 label.
  package func fits(under parent: LevelTerm) -> Bool {
    parent.rank == 1
      && (branch == parent.branch || parent.branch == .other || isCost && parent.branch == .output
        || branch == .satisfaction && parent.branch == .benefit)
  }
}

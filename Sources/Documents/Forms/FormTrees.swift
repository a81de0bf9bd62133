// Which tree of indicators a sheet prints: the layout's, unless the record follows the other generation.
import Model
import RuleSets

enum FormTrees {
  private static let towns2024 = tree(ofRuleSet: "dongguan-towns-2024")
  private static let towns2026 = tree(ofRuleSet: "dongguan-towns-2026")
  private static let hebei = tree(ofRuleSet: "hebei")
  /// The national trees, older first.
  private static let generations = [2020, 2026].map { RuleSet.national.applying(in: $0).tree }

  private static func tree(ofRuleSet identifier: String) -> IndicatorTree {
    // A test holds that the shipped sets can be loaded.
    ((try? RuleSetLibrary().load(identifier)) ?? nil)?.tree ?? RuleSet.national.tree
  }

  /// The tree for a record in a layout: of the layout's own and the national ones, the first in which most
  /// of the record's places are.
  static func tree(of layout: FormLayout, for form: Form, year: Int?) -> IndicatorTree {
    let own: IndicatorTree =
      switch layout {
      case .townApproval, .townDepartment: towns2024
      case .townTarget: towns2026
      case .hebeiProject, .hebeiDepartment: hebei
      case .nationalApplication, .sichuanFlat, .targetReview, .monitoring, .selfEvaluation,
        .departmentSelfEvaluation, .evaluationScores:
        RuleSet.national.applying(to: form.kind, in: year).tree
      }
    let places = form.indicators.map { (own.branch(of: $0.level1), own.category(of: $0.level2)) }
    func strangers(_ tree: IndicatorTree) -> Int {
      places.filter { branch, category in
        guard let branch else { return false }
        guard let category else { return !tree.nodes.contains { $0.branch == branch } }
        return !tree.holds(category, under: branch)
      }.count
    }
    var best = own
    for tree in generations where strangers(tree) < strangers(best) { best = tree }
    return best
  }

  /// True where cost stands as a branch of its own.
  static func hasCostBranch(_ indicators: [Indicator]) -> Bool {
    let tree = generations[generations.count - 1]
    return indicators.contains { tree.branch(of: $0.level1) == .cost }
  }
}

// Moves an indicator to the place where it belongs, under the form's own labels where it has them.
import Model
import RuleSets

enum Placement {
  /// The proposal to move a row, under the labels of a row that stands there already or the usual ones.
  static func proposal(
    moving row: ReviewRow, to category: IndicatorCategory, in subject: ReviewSubject
  ) -> Proposal {
    let there = subject.rows.first { $0.category == category && $0.index != row.index }
    let level2 = there?.indicator.level2 ?? PlacementWording.label(of: category)
    let level1 = there?.indicator.level1 ?? branchLabel(of: category, like: row, in: subject)
    var edits = [RecordEdit(field: row.path(.level2), text: level2)]
    if let level1, level1 != row.indicator.level1 {
      edits.append(RecordEdit(field: row.path(.level1), text: level1))
    }
    let text = "移到“\(level2)”"
    return Proposal(text: text, choices: [Proposal.Choice(label: text, edits: edits)])
  }

  private static func branchLabel(
    of category: IndicatorCategory, like row: ReviewRow, in subject: ReviewSubject
  ) -> String? {
    let branch: IndicatorBranch = category.isOutput ? .output : category.isBenefit ? .benefit : .satisfaction
    if row.branch == branch { return row.indicator.level1 }
    return subject.rows.first { $0.branch == branch }?.indicator.level1 ?? PlacementWording.label(of: branch)
  }
}

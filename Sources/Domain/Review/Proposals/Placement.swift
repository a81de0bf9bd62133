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
    // The last promise of a branch is not taken away without another in its place.
    guard !leavesNothing(row, to: category, in: subject) else { return Proposal(text: text) }
    return Proposal(text: text, choices: [Proposal.Choice(label: text, edits: edits)])
  }

  /// True where the form would be left without any output, any benefit, or the quantity or quality it has.
  private static func leavesNothing(
    _ row: ReviewRow, to category: IndicatorCategory, in subject: ReviewSubject
  ) -> Bool {
    func remains(_ isKept: (IndicatorCategory) -> Bool) -> Bool {
      subject.rows.contains { $0.index != row.index && $0.hasPromise && $0.category.map(isKept) == true }
    }
    let hasQuantity = subject.rows.contains { $0.category == .quantity && $0.hasPromise }
    if row.category == .quantity, !remains({ $0 == .quantity }) { return true }
    if row.category == .quality, hasQuantity, !remains({ $0 == .quality }) { return true }
    if row.category?.isBenefit == true, !category.isBenefit { return !remains(\.isBenefit) }
    if row.category?.isOutput == true, !category.isOutput { return !remains(\.isOutput) }
    return false
  }

  private static func branchLabel(
    of category: IndicatorCategory, like row: ReviewRow, in subject: ReviewSubject
  ) -> String? {
    let branch: IndicatorBranch = category.isOutput ? .output : category.isBenefit ? .benefit : .satisfaction
    if row.branch == branch { return row.indicator.level1 }
    return subject.rows.first { $0.branch == branch }?.indicator.level1 ?? PlacementWording.label(of: branch)
  }
}

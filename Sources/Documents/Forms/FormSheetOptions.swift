// What a sheet needs to know beside its record.
package import Review
package import RuleSets

/// Choices for one sheet; the defaults print a final form by the shipped trees.
package struct FormSheetOptions: Sendable {
  /// True prints 草稿 large and pale across every page.
  package var isDraft: Bool
  /// The tree whose empty rows are printed; nil takes the layout's own, or the one that the record follows.
  package var tree: IndicatorTree?
  /// The months that a monitoring form covers, from January; nil where that is not known.
  package var monitoredMonths: Int?
  /// For the review sheet: the points as reviewed or proposed; nil leaves the cells to be filled by hand.
  package var review: ReviewSheet?
  /// True lays the form out for an editor: fields that print nothing while they are blank have their cells
  /// too, and places where something can be added are named.
  package var isForWriting = false

  package init(
    isDraft: Bool = false, tree: IndicatorTree? = nil, monitoredMonths: Int? = nil, review: ReviewSheet? = nil
  ) {
    self.isDraft = isDraft
    self.tree = tree
    self.monitoredMonths = monitoredMonths
    self.review = review
  }
}

// One cell of a form as a reviewer sees it: last year, the version before, now, and everything said about it.
package import Quantities
package import Workflow

/// A line of the reviewer's table.
package struct ReviewLine: Sendable {
  /// The draft path; nil for a cell whose row is gone.
  package let path: String?
  /// The place in the record (`indicators/3/annualValue`); that of the earlier record where the row is gone.
  package let pointer: String
  /// What the line is called: the name of the indicator, of the goal.
  package let name: String
  /// The column and what it belongs to: 社会效益，年度指标值.
  package let part: String?
  /// What stood there a year earlier; nil where there was nothing.
  package var lastYear: String?
  /// What came of it.
  package var outcome: String?
  /// What stood there in the version before; nil for a blank cell and where there is no such version.
  package var before: String?
  package var now: String?
  /// What the value means, in words.
  package var reading: String?
  /// Not the same as in the version before.
  package var isChanged = false
  /// The row was not there in the version before.
  package var isAdded = false
  package var isGone = false
  /// Where nothing but last year's form is there to compare with: that form had no such row.
  package var isNewThisYear = false
  /// Last year's form had the row, and this one has not.
  package var isDroppedThisYear = false
  /// The numbers of the findings that speak of it, from 1.
  package var findings: [Int] = []
  /// The objection of the round before.
  package var asked: Objection?
  /// What others promise or pay for the same.
  package var peers: PeerValues?

  /// Not the same as a year earlier; false where there is nothing to compare with.
  package var differsFromLastYear: Bool { lastYear.map { $0 != now } ?? false }
}

/// The version with which the one at hand is compared.
package struct EarlierVersion: Sendable, Hashable {
  /// Why it is that one.
  package enum Kind: Sendable, Hashable {
    /// It was returned.
    case returned
    /// It is in force while the one at hand is to replace it.
    case inForce
  }

  package let kind: Kind
  package let number: Int
  /// When it was returned or approved.
  package let moment: Moment
}

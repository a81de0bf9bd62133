// What one side of the review has said so far about a version: grades, return slip, what it let be, opinion.
package import Organisations
package import Quantities
package import Review

/// The words of a paper (`ReviewPaper`), kept while they are written.
package struct ReviewWork: Sendable, Hashable {
  /// A grade that a reviewer gave in place of the proposed one.
  package struct Grading: Sendable, Hashable {
    package var grade: ReviewSheet.Grade
    /// Why; blank while it is not written yet.
    package var reason: String

    package init(_ grade: ReviewSheet.Grade, reason: String = "") {
      self.grade = grade
      self.reason = reason
    }
  }

  /// One cell of the return slip.
  package struct SlipEntry: Sendable, Hashable {
    /// The draft path of a cell, a row, a list or a part: `indicators/k4/annualValue`.
    package let path: String
    /// The reason, for the clerk to read.
    package var words: String
    /// The rule whose finding it follows; nil for the reviewer's own.
    package var rule: String?
    package var proposal: String?
    /// Further draft paths that are opened with it, such as the value of the whole period.
    package var also: [String]
    /// Why it was not said in the round before, where the cell has not changed since.
    package var whyNow: String?
    package let person: PersonID
    package let moment: Moment

    package init(
      path: String, words: String, rule: String? = nil, proposal: String? = nil, also: [String] = [],
      whyNow: String? = nil, person: PersonID, moment: Moment
    ) {
      self.path = path
      self.words = words
      self.rule = rule
      self.proposal = proposal
      self.also = also
      self.whyNow = whyNow
      self.person = person
      self.moment = moment
    }
  }

  package var grades: [ReviewSheet.Point: Grading] = [:]
  /// The keys (`DraftFinding.key`) of findings that were seen and are not asked about.
  package var acknowledged: Set<String> = []
  /// In the order in which the cells were named.
  package var slip: [SlipEntry] = []
  /// The opinion as it stands in the box; nil where nobody has touched the proposed one.
  package var opinion: String?
  /// The step with which this side has ended its review; nil while it has not.
  package var ended: String?

  package init() {}

  /// The entry of a cell.
  package func entry(at path: String) -> SlipEntry? { slip.first { $0.path == path } }
}

// The years of the office and their deadlines.
import Organisations
import Permissions
import Quantities
package import Records
import Workflow

/// Years with their deadlines; everybody may see them.
package struct ListYears: Sendable {
  package init() {}

  /// A year with its deadlines.
  package struct Line: Sendable {
    /// With the revision by which it is closed or opened.
    package let year: Stored<BudgetYear>
    /// By step and organisation, with the revisions by which they are changed.
    package let deadlines: [Stored<Deadline>]
    /// How far the forms of a year that was closed are ended; nil where none are to be.
    package let ending: Ending?
  }

  /// Forms that are being ended.
  package struct Ending: Sendable {
    package let done: Int
    package let total: Int
  }

  /// - Returns: the latest year first.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Line] {
    try await office.read { records in
      try signedIn.mayDo(.readYears, at: try records.root().path)
      let endings = try records.jobs(kind: Job.yearEnd, limit: Self.endingsMax).compactMap(YearEndErrand.init)
      return try records.budgetYears().reversed().map { year in
        Line(
          year: year, deadlines: try records.deadlines(of: year.value.year),
          ending: try endings.last { $0.year == year.value.year }.map {
            try ending($0, in: records)
          })
      }
    }
  }

  private static let endingsMax = 20

  private func ending(_ errand: YearEndErrand, in records: any RecordView) throws(RecordError) -> Ending {
    let left = try records.formCounts(FormSelection(year: errand.year)).reduce(0) { sum, count in
      sum + (Stage(rawValue: count.key).map { $0.isEditing || $0.isUnderReview } ?? false ? count.value : 0)
    }
    return Ending(done: max(0, errand.total - left), total: errand.total)
  }
}

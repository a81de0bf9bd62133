// The end of a year's work.
import JSONText
import Ledger
import Organisations
import Permissions
package import Quantities
package import Records
package import Workflow

/// Closes a year: its forms are read and never changed.
///
/// What is not approved then comes to its end (`FormCourse.stepAtYearEnd`): a form that never was approved
/// lapses, a later version that is not approved is given up, what is in force stays. The year is closed at
/// once, and a job ends its forms, because there may be hundred thousands.
package struct CloseYear: Sendable {
  package var year: FiscalYear
  /// Of the year as it was read.
  package var revision: Int64
  /// Ends forms that are on their way through the reviews too; without it the year stays open while there are
  /// any.
  package var endsReviews: Bool

  package init(year: FiscalYear, revision: Int64, endsReviews: Bool = false) {
    self.year = year
    self.revision = revision
    self.endsReviews = endsReviews
  }

  /// - Throws: `.permission`, `.records(.notFound)`, `.records(.stale)`, `.fields` where forms are on their
  ///   way through the reviews, or the year is closed already.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let outlook = try records.yearEnd(of: year, by: signedIn)
      if !outlook.year.value.isOpen, outlook.year.revision == revision {
        throw OfficeRefusal.fields([FieldFault("year", OfficeWording.yearClosed)])
      }
      if outlook.underReview > 0, !endsReviews {
        throw OfficeRefusal.fields([FieldFault("year", OfficeWording.formsUnderReview(outlook.underReview))])
      }
      try records.save(BudgetYear(year: year, isOpen: false), expecting: revision)
      try records.append(signedIn.note(.yearClose, "year/\(year)", at: moment))
      guard outlook.open > 0 else { return }
      var payload = JSONWriter()
      payload.object { json in
        json.member("year", year.year)
        json.member("person", Int(signedIn.person.id.rawValue))
        json.member("total", outlook.open)
      }
      try records.add(
        Job(id: try records.nextNumber(), kind: Job.yearEnd, payload: payload.text, due: moment))
    }
  }

  /// What closing the year would end, before anything is pressed.
  ///
  /// - Throws: `.permission`, `.records(.notFound)`.
  package func outlook(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> YearEnd {
    try await office.read { try $0.yearEnd(of: year, by: signedIn) }
  }
}

/// What the end of a year means for its forms.
package struct YearEnd: Sendable {
  package let year: Stored<BudgetYear>
  /// How many forms stand where.
  package let counts: [Stage: Int]

  /// Drafts and returned forms.
  package var written: Int { count([.draft, .returned]) }
  /// Later versions that are being written.
  package var adjusting: Int { count([.adjusting]) }
  package var underReview: Int { count(Stage.allCases.filter(\.isUnderReview)) }
  /// All that comes to an end.
  package var open: Int { written + adjusting + underReview }
  /// What stays as it is.
  package var settled: Int { count(Stage.allCases.filter(\.isInForce)) }

  private func count(_ stages: [Stage]) -> Int { stages.reduce(0) { $0 + (counts[$1] ?? 0) } }
}

extension RecordView {
  fileprivate func yearEnd(of year: FiscalYear, by signedIn: SignedIn) throws -> YearEnd {
    try signedIn.mayDo(.changeYears, at: try root().path)
    guard let stored = try budgetYears().first(where: { $0.value.year == year }) else {
      throw RecordError.notFound(.budgetYear, key: year.description)
    }
    let counts = try formCounts(FormSelection(year: year))
    return YearEnd(
      year: stored,
      counts: Dictionary(
        uniqueKeysWithValues: counts.compactMap { key, count in Stage(rawValue: key).map { ($0, count) } }))
  }
}

// The register of approval numbers in the store: which number was given to which form.
package import Organisations
package import Quantities

/// A number that a bureau gave to an approval; numbers of a bureau and year follow each other from 1.
package struct ApprovalNumber: Sendable, Hashable {
  /// The place whose numbers they are.
  package let organisation: OrganisationID
  /// The year by which they are counted.
  package let year: FiscalYear
  /// 1, 2, 3 …
  package let running: Int
  package let form: FormID
  /// As it is printed.
  package let text: String
  package let moment: Moment

  package init(
    organisation: OrganisationID, year: FiscalYear, running: Int, form: FormID, text: String, moment: Moment
  ) {
    self.organisation = organisation
    self.year = year
    self.running = running
    self.form = form
    self.text = text
    self.moment = moment
  }
}

/// Reads the register.
package protocol ApprovalView {
  /// The last number of a place and year; 0 where none was given.
  func lastApprovalNumber(of organisation: OrganisationID, in year: FiscalYear) throws(RecordError) -> Int

  /// The numbers of a place and year, the last first, before a number (nil for the last), at most `limit`.
  func approvalNumbers(
    of organisation: OrganisationID, in year: FiscalYear, before running: Int?, limit: Int
  ) throws(RecordError) -> [ApprovalNumber]

  /// The numbers that a form was given, the first first.
  func approvalNumbers(of form: FormID) throws(RecordError) -> [ApprovalNumber]
}

/// Changes the register; numbers are never taken back.
package protocol ApprovalStore {
  /// - Throws: `.alreadyExists` for a number that was given, `.unknownReference`, `.invalid` for a number
  ///   below 1 and for one without a text.
  func add(_ number: ApprovalNumber) throws(RecordError)
}

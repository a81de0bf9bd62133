// The register of approval numbers as statements.
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  private static let numberColumns: SQLText =
    "organisation, fiscal_year, running, form, number_text, given_at"

  private static func number(_ row: Row) throws(SQLError) -> ApprovalNumber {
    ApprovalNumber(
      organisation: try row.identifier(0), year: try row.fiscalYear(1), running: try row.count(2),
      form: try row.identifier(3), text: try row.text(4), moment: try row.moment(5))
  }

  func lastApprovalNumber(of organisation: OrganisationID, in year: FiscalYear) throws(RecordError) -> Int {
    try approvalNumbers(of: organisation, in: year, before: nil, limit: 1).first?.running ?? 0
  }

  func approvalNumbers(
    of organisation: OrganisationID, in year: FiscalYear, before running: Int?, limit: Int
  ) throws(RecordError) -> [ApprovalNumber] {
    try all(
      """
      SELECT \(part: Self.numberColumns) FROM approval_number
      WHERE organisation = \(organisation.rawValue) AND fiscal_year = \(year.year)
        AND running < \(running.map { Int64($0) } ?? Int64.max)
      ORDER BY running DESC LIMIT \(max(0, limit))
      """, Self.number)
  }

  func approvalNumbers(of form: FormID) throws(RecordError) -> [ApprovalNumber] {
    try all(
      """
      SELECT \(part: Self.numberColumns) FROM approval_number WHERE form = \(form.rawValue)
      ORDER BY given_at, running
      """, Self.number)
  }

  func add(_ number: ApprovalNumber) throws(RecordError) {
    try change(
      .approvalNumber, number.text,
      """
      INSERT INTO approval_number (\(part: Self.numberColumns))
      VALUES (\(number.organisation.rawValue), \(number.year.year), \(number.running),
        \(number.form.rawValue), \(number.text), \(number.moment.milliseconds))
      """)
  }
}

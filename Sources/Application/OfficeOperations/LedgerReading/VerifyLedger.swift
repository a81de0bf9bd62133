// The ledger held against itself, and against heads that were printed or posted.
import Ledger
import Organisations
import Permissions
package import Records

/// Verifies every entry of the ledger and every version of a form.
package struct VerifyLedger: Sendable {
  /// Heads as printed, one a line or apart by blanks; blank for none.
  package var heads: String

  package init(heads: String = "") { self.heads = heads }

  /// Heads that are held against the chain at once, at most.
  private static let headsMax = 1_000

  /// The check itself stands in the ledger: that it was made, and how it ended.
  ///
  /// - Throws: `.permission`, `.fields` for a text that is no head.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> LedgerReport {
    try await office.read { records in
      _ = try signedIn.mayDo(.verifyLedger, at: try records.root().path)
    }
    let texts = heads.split { $0.isWhitespace }
    let expected = texts.prefix(Self.headsMax).compactMap { LedgerHead($0) }
    guard expected.count == texts.count else {
      throw .fields([FieldFault("heads", OfficeWording.noHead)])
    }
    let report: LedgerReport
    do throws(RecordError) {
      report = try await office.records.verify(expecting: expected)
    } catch { throw OfficeRefusal(error) }
    let moment = office.now
    try await office.change { records in
      try records.append(
        signedIn.note(
          .ledgerVerify, "ledger", at: moment, content: report.head.hash,
          reason: OfficeWording.verified(report)))
    }
    return report
  }
}

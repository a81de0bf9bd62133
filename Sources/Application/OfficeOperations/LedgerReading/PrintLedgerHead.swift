// The head of the ledger, for paper or a notice board.
package import Ledger
import Organisations
import Permissions
package import Quantities
import Records

/// Gives the head of the ledger to be printed or posted: who has it can tell later whether anything before it
/// was changed.
package struct PrintLedgerHead: Sendable {
  package init() {}

  /// The print itself stands in the ledger, behind the head.
  ///
  /// - Throws: `.permission`.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> (head: LedgerHead, moment: Moment) {
    let moment = office.now
    return try await office.change { records in
      try signedIn.mayDo(.exportLedger, at: try records.root().path)
      let head = try records.ledgerHead()
      try records.append(
        signedIn.note(.ledgerPrint, "ledger", at: moment, content: head.hash, reason: "\(head.sequence)"))
      return (head, moment)
    }
  }
}

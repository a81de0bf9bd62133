// The words with which the ledger tells what the office did.
package import Ledger

extension LedgerAction {
  package static let officeSetUp = LedgerAction("office.set-up")
  package static let sessionStart = LedgerAction("session.start")
  package static let sessionRefused = LedgerAction("session.refused")
  package static let sessionEnd = LedgerAction("session.end")
  package static let passwordChange = LedgerAction("password.change")
  package static let passwordLink = LedgerAction("password.link")
  package static let passwordSet = LedgerAction("password.set")
}

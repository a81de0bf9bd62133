// Who a request comes from: the session of its cookie, as long as it is open.
import Accounts
import Ledger
import Organisations
import Quantities
import Records

/// Finds the person of a session.
package struct OpenSession: Sendable {
  package var token: String

  package init(token: String) { self.token = token }

  /// Nil for a token that is not, or no more, that of a session.
  package func run(in office: Office) async throws(OfficeRefusal) -> SignedIn? {
    guard let token = SecretToken(text: token) else { return nil }
    let digest = token.digest
    let moment = office.now
    let found: (signedIn: SignedIn, isNoteDue: Bool)? = try await office.read { records in
      guard let session = try records.session(digest) else { return nil }
      let rules = try AccountRules(in: records)
      let state = rules.session.state(started: session.started, lastSeen: session.lastSeen, at: moment)
      let person = try records.person(session.person).value
      guard state == .open, moment < session.expires, person.days.contains(moment.day()) else { return nil }
      let password = try records.password(of: person.id)?.record
      return (
        SignedIn(
          person: person, actor: try records.actor(of: person.id, on: moment.day()), session: digest,
          mustChangePassword: password?.isChangeDue(rules.password, at: moment) ?? true),
        rules.session.isNoteDue(lastSeen: session.lastSeen, at: moment)
      )
    }
    guard let found else { return nil }
    if found.isNoteDue {
      guard try await note(digest, at: moment, in: office) else { return nil }
    }
    return found.signedIn
  }

  /// Notes that the session is in use. Where nothing can be written people go on reading, and the session
  /// ends as if it had not been used.
  ///
  /// - Returns: false where the session is gone.
  private func note(
    _ session: ContentHash, at moment: Moment, in office: Office
  ) async throws(OfficeRefusal) -> Bool {
    do throws(OfficeRefusal) {
      return try await office.change { try $0.touchSession(session, at: moment) }
    } catch {
      switch error {
      case .records(.full), .records(.readOnly): return true
      default: throw error
      }
    }
  }
}

// The beginning of a session, once everything has been proved.
import Accounts
import Ledger
import Organisations
import Quantities
import Records

/// Begins a session with a token that was never seen before; the sessions seen longest ago give way.
struct SessionStart: Sendable {
  let person: PersonID
  /// Whether it is still the password that was proved; one that was changed or taken away meanwhile proves
  /// nothing any more.
  let isProved: @Sendable (PasswordRecord) -> Bool
  let address: String
  let agent: String

  /// The list of sessions shows so much of a browser's name.
  private static let agentCharactersMax = 200

  func run(
    in office: Office, at moment: Moment, forgetting keys: AttemptKeys
  ) async throws(OfficeRefusal) -> SecretToken {
    var chance = office.chance
    let token = SecretToken(using: &chance)
    let digest = token.digest
    let (person, isProved, address) = (person, isProved, address)
    let agent = String(agent.unicodeScalars.prefix(Self.agentCharactersMax).map(Character.init))
    try await office.change { records in
      // Locks the person, as every change of rights and passwords does.
      _ = try records.person(person)
      guard let password = try records.password(of: person)?.record, isProved(password) else {
        throw SignInRefusal.wrong
      }
      let rules = try AccountRules(in: records)
      try records.save(FailureHistory.none, under: keys.account)
      try records.save(rules.addressLockout.forgiven(try records.history(keys.address)), under: keys.address)
      let sessions = try records.sessions(of: person).map { (key: $0.token, lastSeen: $0.lastSeen) }
      for surplus in rules.session.surplus(sessions) { try records.removeSession(surplus) }
      try records.add(
        Session(
          token: digest, person: person, started: moment, lastSeen: moment,
          expires: rules.session.end(started: moment), address: address, agent: agent))
      try records.append(
        LedgerNote(
          moment: moment, actor: person.rawValue, action: .sessionStart, subject: "person/\(person)",
          reason: address))
    }
    return token
  }
}

extension SecretToken {
  /// What the store keeps of it.
  var digest: ContentHash { ContentHash(of: Array(text.utf8)) }
}

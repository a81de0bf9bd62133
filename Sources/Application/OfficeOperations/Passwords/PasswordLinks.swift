// Links with which people set their password, at first or again.
package import Accounts
import Ledger
package import Organisations
import Permissions
package import Quantities
import Records

/// Gives out a link with which a person sets a password; an earlier link of the person is worth nothing then.
package struct IssuePasswordLink: Sendable {
  package var person: PersonID

  package init(person: PersonID) { self.person = person }

  /// - Returns: the token of the link, for the person and for nobody else, and when it ends.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> (token: SecretToken, end: Moment) {
    let moment = office.now
    let person = person
    let (token, link) = try office.passwordLink(for: person, at: moment)
    try await office.change { records in
      _ = try records.account(person, for: .issuePasswordLinks, by: signedIn, on: moment.day())
      try records.keep(link, at: moment)
      try records.append(signedIn.note(.passwordLink, "person/\(person)", at: moment))
    }
    return (token, link.end)
  }
}

/// Sets a password by a link, once; all sessions of the person end.
package struct UsePasswordLink: Sendable {
  package var person: PersonID
  package var token: String
  package var wanted: String

  package init(person: PersonID, token: String, wanted: String) {
    self.person = person
    self.token = token
    self.wanted = wanted
  }

  /// Whose link it is, for the page that asks for the password.
  ///
  /// - Throws: `.link`.
  package func owner(in office: Office) async throws(OfficeRefusal) -> Person {
    let moment = office.now
    let (person, text) = (person, token)
    return try await office.read { records in
      guard let token = SecretToken(text: text) else { throw LinkRefusal.unknown }
      var link = try records.passwordLink(of: person).link
      try link.use(token, at: moment)
      return try records.person(person).value
    }
  }

  /// - Throws: `.link`, `.password`.
  package func run(in office: Office) async throws(OfficeRefusal) {
    let moment = office.now
    let person = try await owner(in: office)
    guard let token = SecretToken(text: token) else { throw .link(.unknown) }
    let (rules, stored) = try await office.read { records in
      (try AccountRules(in: records), try records.password(of: person.id))
    }
    let record = try await office.passwordRecord(
      changing: stored?.record, to: wanted, account: person.account, rules: rules.password,
      isOwnChange: false, at: moment)
    try await office.change { records in
      var (link, revision) = try records.passwordLink(of: person.id)
      try link.use(token, at: moment)
      try records.keep(link, at: moment, expecting: revision)
      try records.save(record, of: person.id, at: moment, expecting: stored?.revision ?? 0)
      try records.removeSessions(of: person.id, except: nil)
      try records.append(
        LedgerNote(
          moment: moment, actor: person.id.rawValue, action: .passwordSet, subject: "person/\(person.id)"))
    }
  }
}

extension Office {
  /// A link for a person's password and what is kept of it.
  func passwordLink(
    for person: PersonID, at moment: Moment
  ) throws(OfficeRefusal) -> (token: SecretToken, link: OneTimeLink) {
    var chance = chance
    do throws(DigestFailure) {
      return try OneTimeLink.make(for: .password(person), at: moment, using: &chance)
    } catch { throw .noDigest }
  }
}

extension RecordView {
  /// The link of a person that was given out last.
  ///
  /// - Throws: `LinkRefusal.unknown` where there is none.
  func passwordLink(of person: PersonID) throws -> (link: OneTimeLink, revision: Int64) {
    guard let stored = try credential(of: person, kind: CredentialKind.passwordLink),
      let link = OneTimeLink(text: stored.value.secret, purpose: .password(person))
    else { throw LinkRefusal.unknown }
    return (link, stored.revision)
  }
}

extension RecordTransaction {
  /// Keeps a link in the place of an earlier one.
  func keep(_ link: OneTimeLink, at moment: Moment, expecting revision: Int64? = nil) throws(RecordError) {
    guard case .password(let person) = link.purpose else { return }
    let found = try credential(of: person, kind: CredentialKind.passwordLink)?.revision ?? 0
    try save(
      Credential(
        person: person, kind: CredentialKind.passwordLink, secret: link.text, changed: moment),
      expecting: revision ?? found)
  }
}

extension OneTimeLink {
  /// `1 <fingerprint> <end> <used, or ->`, for the store.
  var text: String {
    "1 \(fingerprint) \(end.milliseconds) \(used.map { String($0.milliseconds) } ?? "-")"
  }

  /// Reads what `text` prints; nil for anything else.
  init?(text: String, purpose: Purpose) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "1", let fingerprint = TokenFingerprint(parts[1]),
      let end = Int64(parts[2]), parts[3] == "-" || Int64(parts[3]) != nil
    else { return nil }
    self.init(
      purpose: purpose, fingerprint: fingerprint, end: Moment(milliseconds: end),
      used: Int64(parts[3]).map { Moment(milliseconds: $0) })
  }
}

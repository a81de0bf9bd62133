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

  /// A link that was given out.
  package struct Issued: Sendable {
    /// For the person and for nobody else.
    package let token: SecretToken
    package let end: Moment
    /// True where it works only after another administrator has confirmed it.
    package let needsTwo: Bool
  }

  /// - Throws: `.permission`, `.records(.notFound)` for a person who is not there or works elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Issued {
    let moment = office.now
    let person = person
    let (token, link) = try office.passwordLink(for: person, at: moment)
    let needsTwo = try await office.change { records in
      _ = try records.account(person, for: .issuePasswordLinks, by: signedIn, on: moment.day())
      try records.keep(PasswordLink(link, by: signedIn.person.id), of: person, at: moment)
      try records.append(signedIn.note(.passwordLink, "person/\(person)", at: moment))
      return try records.needsTwo(person, on: moment.day())
    }
    return Issued(token: token, end: link.end, needsTwo: needsTwo)
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
      try Self.use(&link, of: person, token, in: records, at: moment)
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
      // Locks the person: nobody becomes an administrator meanwhile.
      _ = try records.person(person.id)
      var (link, revision) = try records.passwordLink(of: person.id)
      try Self.use(&link, of: person.id, token, in: records, at: moment)
      try records.keep(link, of: person.id, at: moment, expecting: revision)
      try records.save(record, of: person.id, at: moment, expecting: stored?.revision ?? 0)
      try records.removeSessions(of: person.id, except: nil)
      try records.append(
        LedgerNote(
          moment: moment, actor: person.id.rawValue, action: .passwordSet, subject: "person/\(person.id)"))
    }
  }

  /// Uses the link where nobody else has to agree any more; what the person holds now counts, not what was
  /// held when the link was made.
  private static func use(
    _ link: inout PasswordLink, of person: PersonID, _ token: SecretToken, in records: any RecordView,
    at moment: Moment
  ) throws {
    try link.link.use(token, at: moment)
    if link.confirmer == nil, try records.needsTwo(person, on: moment.day()) {
      throw LinkRefusal.unconfirmed
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

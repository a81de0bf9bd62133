// A link for a password as the store keeps it: who gave it out, and who confirmed it where two are needed.
import Accounts
import Organisations
import Quantities
import Records

/// A link with the people behind it.
struct PasswordLink: Sendable, Equatable {
  var link: OneTimeLink
  let issuer: PersonID
  /// The second administrator; nil where nobody has confirmed it.
  var confirmer: PersonID?

  init(_ link: OneTimeLink, by issuer: PersonID, confirmer: PersonID? = nil) {
    self.link = link
    self.issuer = issuer
    self.confirmer = confirmer
  }

  /// `<fingerprint> <end> <used, or -> <issuer> <confirmer, or ->`, for the store.
  var text: String {
    let used = link.used.map { String($0.milliseconds) } ?? "-"
    let confirmer = confirmer.map(\.description) ?? "-"
    return "2 \(link.fingerprint) \(link.end.milliseconds) \(used) \(issuer) \(confirmer)"
  }

  /// Reads what `text` prints; nil for anything else.
  init?(text: String, of person: PersonID) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "2", let fingerprint = TokenFingerprint(parts[1]),
      let end = Int64(parts[2]), parts[3] == "-" || Int64(parts[3]) != nil, let issuer = PersonID(parts[4]),
      parts[5] == "-" || PersonID(parts[5]) != nil
    else { return nil }
    link = OneTimeLink(
      purpose: .password(person), fingerprint: fingerprint, end: Moment(milliseconds: end),
      used: Int64(parts[3]).map { Moment(milliseconds: $0) })
    self.issuer = issuer
    confirmer = PersonID(parts[5])
  }

  /// True while it could still be used.
  func isOpen(at moment: Moment) -> Bool { link.used == nil && moment < link.end }
}

extension RecordView {
  /// The link of a person that was given out last.
  ///
  /// - Throws: `LinkRefusal.unknown` where there is none.
  func passwordLink(of person: PersonID) throws -> (link: PasswordLink, revision: Int64) {
    guard let stored = try credential(of: person, kind: CredentialKind.passwordLink),
      let link = PasswordLink(text: stored.value.secret, of: person)
    else { throw LinkRefusal.unknown }
    return (link, stored.revision)
  }

  /// Whether a link for the person's password needs a second administrator: whoever gives it out could
  /// otherwise use it himself, and be two of those who watch each other.
  func needsTwo(_ person: PersonID, on day: Day) throws(RecordError) -> Bool {
    try liveAssignments(of: person, on: day).contains { $0.role.isAdministrator }
  }
}

extension RecordTransaction {
  /// Keeps a link in the place of an earlier one.
  func keep(
    _ link: PasswordLink, of person: PersonID, at moment: Moment, expecting revision: Int64? = nil
  ) throws(RecordError) {
    let found = try credential(of: person, kind: CredentialKind.passwordLink)?.revision ?? 0
    try save(
      Credential(
        person: person, kind: CredentialKind.passwordLink, secret: link.text, changed: moment),
      expecting: revision ?? found)
  }

  /// Takes away everything with which somebody could sign in to an account until now: a new administrator
  /// begins with a link that two have given, not with a password that somebody may know.
  func closeAccount(of person: PersonID) throws(RecordError) {
    try removeCredential(of: person, kind: CredentialKind.passwordLink)
    try removeCredential(of: person, kind: CredentialKind.password)
    try removeSessions(of: person, except: nil)
  }
}

// The second administrator behind a link for an administrator's password.
import Accounts
import Ledger
package import Organisations
import Permissions
package import Quantities
import Records

/// Confirms the link that another administrator gave out for the account of an administrator.
package struct ConfirmPasswordLink: Sendable {
  /// Whose account it is.
  package var person: PersonID

  package init(person: PersonID) { self.person = person }

  /// - Throws: `.permission`, `.records(.notFound)` for a person who is not there or works elsewhere, `.link`
  ///   where no link waits, `.fields` for one's own link and one that one gave out.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let person = person
    try await office.change { records in
      _ = try records.account(person, for: .confirmPasswordLinks, by: signedIn, on: moment.day())
      var (link, revision) = try records.passwordLink(of: person)
      guard link.link.used == nil else { throw LinkRefusal.used }
      guard moment < link.link.end else { throw LinkRefusal.expired }
      guard signedIn.person.id != person, signedIn.person.id != link.issuer else {
        throw OfficeRefusal.fields([FieldFault("person", OfficeWording.ownLink)])
      }
      link.confirmer = signedIn.person.id
      try records.keep(link, of: person, at: moment, expecting: revision)
      try records.append(signedIn.note(.passwordLinkConfirm, "person/\(person)", at: moment))
    }
  }
}

/// The links for accounts of administrators that still wait for a second one.
package struct ListWaitingLinks: Sendable {
  /// The place; nil for every place that the reader may see.
  package var under: OrganisationID?

  package init(under: OrganisationID? = nil) { self.under = under }

  /// A link that waits.
  package struct Line: Sendable, Equatable {
    package let person: Person
    /// Who gave it out.
    package let issuer: Person
    package let end: Moment
    /// False for one's own, and for one that one gave out.
    package let isOpenToReader: Bool
  }

  /// - Returns: those that the reader may see, by account.
  /// - Throws: `.permission`, `.records(.notFound)` also for a place that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Line] {
    let moment = office.now
    let under = under
    return try await office.read { records in
      try signedIn.demand(.confirmPasswordLinks)
      var people: Set<PersonID> = []
      for place in try records.places(under, for: .confirmPasswordLinks, by: signedIn) {
        for assignment in try records.assignments(under: place).map(\.value)
        where assignment.role.isAdministrator && assignment.days.last.map({ moment.day() <= $0 }) ?? true {
          people.insert(assignment.person)
        }
      }
      return try people.compactMap { person -> Line? in
        guard try records.credential(of: person, kind: CredentialKind.passwordLink) != nil else { return nil }
        let link = try records.passwordLink(of: person).link
        guard link.isOpen(at: moment), link.confirmer == nil else { return nil }
        let reader = signedIn.person.id
        return Line(
          person: try records.person(person).value, issuer: try records.person(link.issuer).value,
          end: link.link.end, isOpenToReader: reader != person && reader != link.issuer)
      }.sorted { $0.person.account < $1.person.account }
    }
  }
}

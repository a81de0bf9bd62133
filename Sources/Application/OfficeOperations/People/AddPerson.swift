// One more person.
package import Accounts
import Ledger
package import Organisations
import Permissions
package import Quantities
import Records
import Rosters

/// Adds a person, who can do nothing yet: rights and the password's link are the security administrator's.
package struct AddPerson: Sendable {
  package var name: String
  package var account: String
  /// Where the person works.
  package var organisation: OrganisationID
  /// Blank for today.
  package var firstDay: String
  /// Blank where no end is known.
  package var lastDay: String

  package init(
    name: String, account: String, organisation: OrganisationID, firstDay: String = "", lastDay: String = ""
  ) {
    self.name = name
    self.account = account
    self.organisation = organisation
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// Who was added.
  package struct Added: Sendable {
    package let id: PersonID
    /// The token with which the person sets a password, and its end; nil where whoever adds may not give it
    /// out, as the table of permissions has it for system administrators.
    package let link: (token: SecretToken, end: Moment)?
  }

  /// - Throws: `.permission`, `.records(.notFound)` for an organisation that is not there or lies elsewhere,
  ///   `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Added {
    let moment = office.now
    let chance = office.chance
    return try await office.change { records in
      let home = try records.organisation(organisation, for: .changePeople, by: signedIn).value
      let person = try person(with: try records.nextNumber(), home: home, in: records, on: moment.day())
      try records.add(person)
      try records.append(signedIn.note(.personAdd, person.subject, at: moment, content: person.content))
      guard (try? signedIn.mayDo(.issuePasswordLinks, at: home.path)) != nil else {
        return Added(id: person.id, link: nil)
      }
      var chance = chance
      let (token, link) = try OneTimeLink.make(for: .password(person.id), at: moment, using: &chance)
      try records.keep(PasswordLink(link, by: signedIn.person.id), of: person.id, at: moment)
      try records.append(signedIn.note(.passwordLink, person.subject, at: moment))
      return Added(id: person.id, link: (token, link.end))
    }
  }

  private func person(
    with id: PersonID, home: Organisation, in records: any RecordTransaction, on day: Day
  ) throws -> Person {
    var fields = TypedFields()
    let name = fields.read("name", name) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Person.nameCharactersMax)
    }
    let account = AccountName(account.trimmed)
    if let account {
      if try records.person(account: account) != nil { fields.tell("account", OfficeWording.accountTaken) }
    } else {
      fields.tell("account", OfficeWording.accountShape)
    }
    if home.hasEnded(on: day) { fields.tell("organisation", OfficeWording.organisationEnded) }
    let last = fields.readOptional("lastDay", lastDay, RosterCell.day)
    let first = fields.readOptional("firstDay", firstDay, RosterCell.day) ?? min(day, last ?? day)
    let days = DaySpan(first: first, last: last)
    if days == nil { fields.tell("lastDay", RosterProblem.daysReversed.sentence) }
    try fields.check()
    guard let name, let account, let days else { throw OfficeRefusal.unforeseen }
    return Person(id: id, name: name, account: account, organisation: home.id, days: days)
  }
}

extension Organisation {
  /// True where its last year is over.
  func hasEnded(on day: Day) -> Bool { years.last.map { $0.year < day.year } ?? false }
}

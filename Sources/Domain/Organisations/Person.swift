// A person who works with the office.

/// A person, who signs in with one account.
package struct Person: Sendable, Hashable {
  package let id: PersonID
  /// As colleagues know it.
  package var name: String
  package var account: AccountName
  /// Where the person works; what the person may do is told by assignments, not by this.
  package var organisation: OrganisationID
  /// The days on which the person works here; outside them nobody signs in with the account.
  package var days: DaySpan

  package init(
    id: PersonID, name: String, account: AccountName, organisation: OrganisationID, days: DaySpan
  ) {
    self.id = id
    self.name = name
    self.account = account
    self.organisation = organisation
    self.days = days
  }

  /// Characters of a name at most.
  package static let nameCharactersMax = 50
}

// Who plays which part where, and in whose place.
package import Quantities

/// A person holds a role at a place of the tree on certain days.
package struct Assignment: Sendable, Hashable {
  package let id: AssignmentID
  package var person: PersonID
  package var role: Role
  /// The place: what the role may do there, below it and elsewhere is the table of permissions.
  package var organisation: OrganisationID
  package var days: DaySpan

  package init(
    id: AssignmentID, person: PersonID, role: Role, organisation: OrganisationID, days: DaySpan
  ) {
    self.id = id
    self.person = person
    self.role = role
    self.organisation = organisation
    self.days = days
  }
}

/// 代办: one person acts for another on certain days, with all parts of the other that decide or read.
///
/// A deputy is no deputy of deputies, and nobody is the deputy of an administrator.
package struct Deputy: Sendable, Hashable {
  package let id: DeputyID
  /// Who is absent.
  package var principal: PersonID
  /// Who acts.
  package var deputy: PersonID
  /// An end is always known.
  package var first: Day
  package var last: Day

  /// Nil when a person would be the deputy of himself, or the last day lies before the first.
  package init?(id: DeputyID, principal: PersonID, deputy: PersonID, first: Day, last: Day) {
    guard principal != deputy, first <= last else { return nil }
    self.id = id
    self.principal = principal
    self.deputy = deputy
    self.first = first
    self.last = last
  }

  /// True on the days from the first to the last.
  package func holds(on day: Day) -> Bool { first <= day && day <= last }
}

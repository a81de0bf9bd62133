// Who acts, as operations ask it.
package import Ledger
package import Organisations
package import Permissions
package import Quantities
package import Records

/// A person who has signed in, with all parts that count today.
package struct SignedIn: Sendable {
  package let person: Person
  package let actor: Actor
  /// The digest of the session's token.
  package let session: ContentHash
  /// True where the password has to be changed before anything else.
  package let mustChangePassword: Bool

  package init(person: Person, actor: Actor, session: ContentHash, mustChangePassword: Bool) {
    self.person = person
    self.actor = actor
    self.session = session
    self.mustChangePassword = mustChangePassword
  }

  /// The part in which the person may do it; nil where no part is needed.
  ///
  /// - Throws: why the person may not.
  @discardableResult
  package func mayDo(_ right: Right, at place: OrganisationPath) throws(PermissionRefusal) -> Holding? {
    try Permission.part(for: right, actor: actor, matter: Matter(place: place, person: person.id))
  }

  /// True where the person may do it somewhere; for menus.
  package func mayDoSomewhere(_ right: Right) -> Bool {
    switch right.rule {
    case .everyone, .oneself: true
    case .holders: actor.holdings.contains { (try? mayDo(right, at: $0.place)) != nil }
    }
  }

  /// What the ledger says of something that the person did.
  package func note(
    _ action: LedgerAction, _ subject: String, at moment: Moment, content: ContentHash? = nil,
    reason: String = ""
  ) -> LedgerNote {
    LedgerNote(
      moment: moment, actor: person.id.rawValue, action: action, subject: subject, content: content,
      reason: reason)
  }
}

extension RecordView {
  /// A person with all parts that count on a day, those taken as a deputy included.
  package func actor(of person: PersonID, on day: Day) throws(RecordError) -> Actor {
    let deputies = try deputies(of: person).map(\.value)
    var assignments = try assignments(of: person).map(\.value)
    for deputy in deputies where deputy.deputy == person && deputy.holds(on: day) {
      assignments += try self.assignments(of: deputy.principal).map(\.value)
    }
    var places: [OrganisationID: OrganisationPath] = [:]
    for id in Set(assignments.map(\.organisation)) { places[id] = try organisation(id).value.path }
    return Actor(person: person, on: day, assignments: assignments, deputies: deputies, places: places)
  }
}

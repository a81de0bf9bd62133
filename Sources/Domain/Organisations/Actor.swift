// A person with all parts that count on one day: who acts.
package import Quantities

/// A role at a place, held by oneself or for somebody else.
package struct Holding: Sendable, Hashable {
  package let role: Role
  package let place: OrganisationPath
  /// Whose part it is, where a deputy acts; nil for one's own.
  package let onBehalfOf: PersonID?

  package init(role: Role, place: OrganisationPath, onBehalfOf: PersonID? = nil) {
    self.role = role
    self.place = place
    self.onBehalfOf = onBehalfOf
  }
}

/// Who acts, with the parts that count today.
package struct Actor: Sendable, Hashable {
  package let person: PersonID
  /// One's own parts first.
  package let holdings: [Holding]

  package init(person: PersonID, holdings: [Holding]) {
    self.person = person
    self.holdings = holdings
  }

  /// The parts of a person on a day, those included that the person takes as a deputy.
  ///
  /// A part that does not go together with one of the person's own is not taken over: an administrator is
  /// nobody's deputy, and nobody becomes an administrator by being a deputy.
  ///
  /// - Parameters:
  ///   - assignments: at least all of the person and of those whom the person stands in for.
  ///   - deputies: at least all of the person's.
  ///   - places: where the organisations of the assignments stand; those without a place do not count.
  package init(
    person: PersonID, on day: Day, assignments: [Assignment], deputies: [Deputy],
    places: [OrganisationID: OrganisationPath]
  ) {
    func parts(of holder: PersonID, onBehalf: Bool) -> [Holding] {
      assignments.filter { $0.person == holder && $0.days.contains(day) }.compactMap { assignment in
        places[assignment.organisation].map {
          Holding(role: assignment.role, place: $0, onBehalfOf: onBehalf ? holder : nil)
        }
      }
    }
    let own = parts(of: person, onBehalf: false)
    let principals = deputies.filter { $0.deputy == person && $0.principal != person && $0.holds(on: day) }
      .map(\.principal)
    let taken = Set(principals).sorted().flatMap { parts(of: $0, onBehalf: true) }.filter { part in
      !part.role.isAdministrator && own.allSatisfy { $0.role.isCompatible(with: part.role) }
    }
    self.init(person: person, holdings: own + taken)
  }
}

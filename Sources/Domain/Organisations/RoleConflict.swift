// Whether a person may be given a role beside those already held.

/// Why a role cannot be given.
package enum RoleConflict: Error, Sendable, Hashable {
  /// The person holds a role on some of the same days that does not go together with it.
  case incompatible(held: Role, wanted: Role)
  /// The role cannot be held at that kind of organisation.
  case wrongPlace(Role, OrganisationKind)
  /// The person holds the same role at the same place on some of the same days.
  case alreadyHeld(Role)
}

extension Assignment {
  /// Throws when this assignment cannot stand beside the person's others.
  ///
  /// - Parameter kind: of the organisation at which the role is to be held.
  package func check(at kind: OrganisationKind, beside others: [Assignment]) throws(RoleConflict) {
    guard role.kinds.contains(kind) else { throw .wrongPlace(role, kind) }
    for other in others where other.person == person && other.id != id && other.days.overlaps(days) {
      guard role.isCompatible(with: other.role) else {
        throw .incompatible(held: other.role, wanted: role)
      }
      if other.role == role, other.organisation == organisation { throw .alreadyHeld(role) }
    }
  }
}

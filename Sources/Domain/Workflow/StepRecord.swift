// Who did what to a form, and when.
package import Organisations
package import Quantities

/// One entry of a form's course; entries are added and never changed.
package struct StepRecord: Sendable, Hashable {
  package let deed: Deed
  package let actor: PersonID
  /// Whose part it was, where a deputy acted.
  package let onBehalfOf: PersonID?
  /// The part that was played.
  package let role: Role
  package let moment: Moment

  package init(deed: Deed, actor: PersonID, onBehalfOf: PersonID? = nil, role: Role, moment: Moment) {
    self.deed = deed
    self.actor = actor
    self.onBehalfOf = onBehalfOf
    self.role = role
    self.moment = moment
  }
}

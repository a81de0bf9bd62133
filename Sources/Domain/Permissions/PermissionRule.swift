// Who has a right: everybody, everybody for himself, or the holders of certain parts.
package import Organisations
package import Workflow

/// One line of the table of permissions.
package enum PermissionRule: Sendable, Hashable {
  /// Whoever has signed in.
  case everyone
  /// Whoever has signed in, about the own account and nobody else's.
  case oneself
  /// The holders of a part, each within reach of the place at which it is held.
  case holders([Grant])

  /// What one role has of one right.
  package struct Grant: Sendable, Hashable {
    package let role: Role
    package let reach: Reach
    /// The stages of a form at which it counts; nil where the right is about no form.
    package let stages: Set<Stage>?

    package init(_ role: Role, _ reach: Reach, _ stages: Set<Stage>? = nil) {
      self.role = role
      self.reach = reach
      self.stages = stages
    }
  }

  /// The grants; empty where parts do not matter.
  package var grants: [Grant] {
    switch self {
    case .everyone, .oneself: []
    case .holders(let grants): grants
    }
  }
}

// How an organisation lies to another: itself, below it, or elsewhere.

/// Where something lies, seen from the place at which a person holds a role.
package enum Position: String, Sendable, CaseIterable {
  /// At the very place.
  case own
  /// Anywhere below it.
  case subordinate
  /// Above it, beside it, in another region.
  case elsewhere

  /// The position of `target` seen from `place`.
  package init(of target: OrganisationPath, from place: OrganisationPath) {
    self = target == place ? .own : place.contains(target) ? .subordinate : .elsewhere
  }
}

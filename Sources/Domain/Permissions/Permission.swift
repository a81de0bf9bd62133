// Whether somebody may do something: a pure function of who, what, where and at which stage.
package import Organisations
package import Workflow

/// What a right is asked for.
package struct Matter: Sendable, Hashable {
  /// Where it lies: the unit of a form, the organisation that is changed, the whole installation's region.
  package let place: OrganisationPath
  /// The form's stage and who wrote it; nil where it is about no form.
  package let course: FormCourse?
  /// The person whose account it is; nil where it is about nobody's.
  package let person: PersonID?

  package init(place: OrganisationPath, course: FormCourse? = nil, person: PersonID? = nil) {
    self.place = place
    self.course = course
    self.person = person
  }
}

/// Why somebody may not do something; what is said reaches no further than what the person may know.
package enum PermissionRefusal: Error, Sendable, Hashable {
  /// The person plays no part that may do it anywhere.
  case noRole(Right)
  /// The person may do it, but not there; to be answered as if there were nothing.
  case elsewhere(Right)
  /// The person may do it there, but not while the form is at this stage.
  case wrongStage(Right, Stage)
  /// The person wrote what is to be decided.
  case ownWork(Right)
  /// It is about somebody else's account.
  case notOneself(Right)
}

/// The answer to the one question of rights.
package enum Permission {
  /// The part in which the actor may do it; nil where no part is needed.
  ///
  /// Own parts come before those taken for others. The rest of a step's conditions (routes, reasons) is
  /// asked by `FormCourse.take`.
  package static func part(
    for right: Right, actor: Actor, matter: Matter
  ) throws(PermissionRefusal) -> Holding? {
    switch right.rule {
    case .everyone: return nil
    case .oneself:
      guard matter.person == actor.person else { throw .notOneself(right) }
      return nil
    case .holders(let grants):
      return try part(for: right, by: grants, actor: actor, matter: matter)
    }
  }

  /// Whether a holder of a role may use a right, at a position seen from the place of the role, while
  /// the form is at a stage; the cell of the table. Operations that need no role are open to each.
  package static func allows(
    _ right: Right, role: Role, position: Position, stage: Stage?
  ) -> Bool {
    switch right.rule {
    case .everyone, .oneself: true
    case .holders(let grants):
      grants.contains { grant in
        grant.role == role && grant.reach.covers(position) && isMeant(stage, by: grant)
      }
    }
  }

  /// True when nobody may do it with a form that he wrote.
  package static func needsOtherHands(_ right: Right) -> Bool {
    if case .step(let step) = right { return step.needsOtherHands }
    return false
  }

  private static func part(
    for right: Right, by grants: [PermissionRule.Grant], actor: Actor, matter: Matter
  ) throws(PermissionRefusal) -> Holding? {
    let stage = matter.course?.stage
    var refusal = PermissionRefusal.noRole(right)
    for holding in actor.holdings {
      let position = Position(of: matter.place, from: holding.place)
      for grant in grants where grant.role == holding.role {
        guard grant.reach.covers(position) else {
          if case .noRole = refusal { refusal = .elsewhere(right) }
          continue
        }
        let isVersionInForceMeant =
          reads(right) && isMeant(matter.course?.inForce?.stage, by: grant)
        guard isMeant(stage, by: grant) || isVersionInForceMeant else {
          if let stage, !isOwnWork(refusal) { refusal = .wrongStage(right, stage) }
          continue
        }
        guard !(needsOtherHands(right) && wrote(matter, actor, holding)) else {
          refusal = .ownWork(right)
          continue
        }
        return holding
      }
    }
    throw refusal
  }

  /// A right over forms counts only at a stage, one that is about no form at any.
  private static func isMeant(_ stage: Stage?, by grant: PermissionRule.Grant) -> Bool {
    guard let stages = grant.stages else { return true }
    return stage.map(stages.contains) ?? false
  }

  /// While a later version is on its way, the one in force can still be read: each reader is shown the
  /// version that the stage of the table speaks of.
  private static func reads(_ right: Right) -> Bool {
    right == .readForms || right == .readHistory || right == .printForms
  }

  /// True when the actor, or the one whose part is taken, is among those who wrote the form.
  private static func wrote(_ matter: Matter, _ actor: Actor, _ holding: Holding) -> Bool {
    guard let hands = matter.course?.hands else { return true }
    return hands.contains(actor.person) || holding.onBehalfOf.map(hands.contains) ?? false
  }

  private static func isOwnWork(_ refusal: PermissionRefusal) -> Bool {
    if case .ownWork = refusal { return true }
    return false
  }
}

// How far somebody sees queues: the places of the parts that are played, and the stages of each.
import Organisations
import Permissions
import Quantities
import Records
import Workflow

/// A place with the stages that a part there may see.
struct QueueScope: Hashable {
  var place: OrganisationPath
  var stages: Set<Stage>
  /// The stages at which forms wait for the part.
  var waiting: Set<Stage>
  /// True where only the forms of the very place are meant, nothing below it.
  var isOwnOnly: Bool
  /// True for a part that is shown the version in force while a later one is on its way, at the stage at
  /// which it stands, and nothing of the later one.
  var seesInForce = false
}

extension QueueScope {
  /// The stage at which the part sees the forms of a lane; nil where it does not see them.
  func stage(of lane: QueueLane) -> Stage? {
    let word = if let inForce = lane.stageInForce { seesInForce ? inForce : "" } else { lane.stage }
    return Stage(rawValue: word).flatMap { stages.contains($0) ? $0 : nil }
  }

  /// A form as the part sees it; nil where it does not.
  func sight(of digest: FormDigest) -> FormDigest? {
    guard isOwnOnly ? place == digest.place : place.contains(digest.place) else { return nil }
    if stages.contains(where: { $0.rawValue == digest.stage }) { return digest }
    guard seesInForce, let inForce = digest.inForce,
      stages.contains(where: { $0.rawValue == inForce.stage })
    else { return nil }
    var digest = digest
    (digest.stage, digest.amount, digest.findings) = (inForce.stage, inForce.amount, nil)
    return digest
  }
}

extension SignedIn {
  /// The scopes of a right over lists of forms, each stage of a place told once.
  ///
  /// - Throws: `.noRole`.
  func scopes(of right: Right) throws(PermissionRefusal) -> [QueueScope] {
    try demandPart(right)
    var scopes: [QueueScope] = []
    for holding in actor.holdings {
      for grant in right.rule.grants where grant.role == holding.role {
        guard grant.reach != .everywhere else { continue }
        let scope = QueueScope(
          place: holding.place, stages: Self.readable(by: holding.role),
          waiting: Self.waiting(for: holding.role),
          isOwnOnly: grant.reach == .own, seesInForce: !holding.role.seesWork)
        if !scopes.contains(scope) { scopes.append(scope) }
      }
    }
    return Self.parted(scopes)
  }

  /// Takes from each scope the stages that a wider one sees too, so that no form is told twice.
  private static func parted(_ scopes: [QueueScope]) -> [QueueScope] {
    var parted: [QueueScope] = []
    for (index, scope) in scopes.enumerated() {
      var scope = scope
      for (other, wider) in scopes.enumerated() where other != index {
        let isCovered =
          wider.isOwnOnly
          ? scope.isOwnOnly && wider.place == scope.place && other < index
          : wider.place.contains(scope.place)
            && (wider.place != scope.place || scope.isOwnOnly || other < index)
        guard isCovered else { continue }
        scope.stages.subtract(wider.stages)
      }
      // What waits is asked of every part, whoever tells of the stage.
      parted.append(scope)
    }
    return parted
  }

  /// The stages at which the holder of a role reads forms.
  private static func readable(by role: Role) -> Set<Stage> {
    Right.readForms.rule.grants.filter { $0.role == role }.reduce(into: []) { stages, grant in
      stages.formUnion(grant.stages ?? Set(Stage.allCases))
    }
  }

  private static func waiting(for role: Role) -> Set<Stage> {
    switch role {
    case .clerk: [.draft, .returned, .adjusting]
    case .departmentReviewer: [.awaitingDepartment, .departmentReview]
    case .financeReviewer: [.awaitingFinance, .financeReview]
    case .evaluator, .reader: [.approved, .disclosed]
    case .systemAdministrator, .securityAdministrator, .auditAdministrator: []
    }
  }
}

extension [QueueScope] {
  /// The scopes inside a place; all of them without one.
  ///
  /// - Throws: `.notFound` for a place that lies elsewhere.
  func narrowed(to place: OrganisationPath?) throws(RecordError) -> [QueueScope] {
    guard let place else { return self }
    let inside = compactMap { scope -> QueueScope? in
      if scope.isOwnOnly { return place.contains(scope.place) ? scope : nil }
      var scope = scope
      if scope.place.contains(place) {
        scope.place = place
      } else if !place.contains(scope.place) {
        return nil
      }
      return scope
    }
    if inside.isEmpty { throw .notFound(.organisation, key: place.description) }
    return inside
  }

  /// The stages at which forms wait for any of the parts.
  var waiting: Set<Stage> { reduce(into: []) { $0.formUnion($1.waiting) } }
}

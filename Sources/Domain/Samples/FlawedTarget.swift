// A target form with its flaws, the objections to them, and the form after they were answered.
import Model
import Workflow

/// What a clerk wrote first, and what became of it after a return.
struct FlawedTarget: Sendable {
  var first: ProjectTarget
  var firstFlaws: [PlantedFlaw]
  /// What a reviewer says about the flaws that were seen.
  var objections: [Objection]
  /// As after the objections were answered: nothing else is changed.
  var mended: ProjectTarget
  var mendedFlaws: [PlantedFlaw]

  /// - Parameters:
  ///   - count: flaws wanted; fewer where the form has no place for more.
  ///   - seesAll: false leaves the last of several flaws unseen.
  init(_ sound: WrittenTarget, flaws count: Int, seesAll: Bool, _ random: inout SampleRandom) {
    var form = sound
    var flaws: [PlantedFlaw] = []
    var touched: Set<String> = []
    var steps: [(flaw: PlantedFlaw, paths: [String])] = []
    for _ in 0..<count * 6 where flaws.count < count {
      guard let flaw = random.element(of: PlantedFlaw.ofTargets), !flaws.contains(flaw),
        !(flaw.concernsSums && flaws.contains(where: \.concernsSums))
      else { continue }
      var changed = form
      guard flaw.plant(in: &changed, &random) else { continue }
      let paths = FieldDifference.paths(from: form.target, to: changed.target)
      let places = Set(paths.map(Self.place))
      guard !paths.isEmpty, touched.isDisjoint(with: places) else { continue }
      touched.formUnion(places)
      flaws.append(flaw)
      steps.append((flaw, paths))
      form = changed
    }
    first = form.target
    firstFlaws = flaws
    let seen = seesAll ? steps.count : max(1, steps.count - 1)
    objections = steps.prefix(seen).flatMap { step in
      step.paths.map { path in
        Objection(
          field: path, rule: step.flaw.rawValue, words: FlawWording.objection(step.flaw),
          proposal: FieldDifference.text(of: sound.target, at: path))
      }
    }
    mendedFlaws = steps.dropFirst(seen).map(\.flaw)
    mended = form.target
    for path in steps.prefix(seen).flatMap(\.paths) { Self.restore(path, from: sound.target, in: &mended) }
  }

  /// `indicators/3` of `indicators/3/name`; a goal is a place of its own.
  private static func place(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts[0] == "indicators" ? "\(parts[0])/\(parts[1])" : path
  }

  private static func restore(_ path: String, from sound: ProjectTarget, in target: inout ProjectTarget) {
    switch path {
    case "project/startYear": target.project.startYear = sound.project.startYear
    case "project/endYear": target.project.endYear = sound.project.endYear
    case "budget/total": target.budget.total = sound.budget.total
    case "goals/period": target.goals.period = sound.goals.period
    case "goals/annual": target.goals.annual = sound.goals.annual
    default:
      let parts = path.split(separator: "/")
      guard parts.count == 3, let place = Int(parts[1]) else { return }
      if parts[0] == "spendingPlan" {
        target.spendingPlan[place] = sound.spendingPlan[place]
      } else if let field = Indicator.Field(rawValue: String(parts[2])) {
        target.indicators[place][field] = sound.indicators[place][field]
      }
    }
  }
}

extension PlantedFlaw {
  /// True for flaws of quantities and prices: two of them would hide each other.
  fileprivate var concernsSums: Bool {
    switch self {
    case .unaffordable, .executionAsCost, .rewardedSpending, .incomeAsCost, .yearBeyondPeriod,
      .shareAmongQuantities, .reversedYears:
      true
    default: false
    }
  }
}

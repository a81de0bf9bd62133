// Writes the target form of a project for one year.
import Model
import Quantities

/// A form and what the rows of its table stand for.
struct WrittenTarget: Sendable {
  var target: ProjectTarget
  var categories: [SampleCategory]
}

struct TargetWriter: Sendable {
  let seed: UInt64
  let number: Int
  let pattern: ProjectPattern
  let place: SamplePlace
  let code: String
  let firstYear: Int
  let baseYear: Int

  /// The sound form of a year.
  func written(in year: Int) -> WrittenTarget { written(figures(in: year)) }

  /// The form after an adjustment: less money, and less to do for it.
  func adjusted(in year: Int) -> WrittenTarget {
    written(pattern.reduced(figures(in: year), toPercent: 90))
  }

  func figures(in year: Int) -> ProjectFigures {
    pattern.figures(seed: seed, project: number, year: year, firstYear: firstYear, baseYear: baseYear)
  }

  private func written(_ figures: ProjectFigures) -> WrittenTarget {
    var random = SampleRandom(seed: seed, number, 2)
    var target = ProjectTarget()
    target.title = SamplesWording.targetTitle
    target.fiscalYear = figures.year
    target.project.code = code
    target.project.name = pattern.name
    target.project.category = pattern.category
    target.project.tier = SamplesWording.tier
    target.project.startYear = figures.firstYear
    target.project.endYear = figures.lastYear
    target.department.code = place.departmentCode
    target.department.name = place.departmentName
    target.unit.code = place.unitCode
    target.unit.name = place.unitName
    let cost = pattern.cost.value(figures.annual)
    // What is not in the sum of quantities and prices: some percent, up to whole hundreds.
    let total = (cost * (100 + random.number(in: 0...5)) / 100 + 99) / 100 * 100
    let other = random.happens(inHundred: 12) ? total / 1000 * 100 : 0
    target.budget.total = Money(fen: Int64(total) * 100)
    target.budget.fiscal = Money(fen: Int64(total - other) * 100)
    target.budget.other = Money(fen: Int64(other) * 100)
    target.goals.annual = pattern.annualGoal.text(figures)
    target.goals.period = pattern.periodGoal.text(figures)
    if random.happens(inHundred: 60) { target.spendingPlan = Self.plan(&random) }
    var isKept = random
    let rows = pattern.rows.filter { !$0.isOptional || isKept.happens(inHundred: 50) }
    let ordered = SampleCategory.ordered(in: figures.year).flatMap { category in
      rows.filter { $0.category == category }
    }
    target.indicators = ordered.map { indicator($0, figures) }
    let categories = ordered.map(\.category)
    if SampleCategory.hasCostLevel(in: figures.year) {
      for (row, points) in WeightSpread.points(of: categories, in: figures.year).enumerated() {
        target.indicators[row].weight = WeightSpread.text(points)
      }
    }
    return WrittenTarget(target: target, categories: categories)
  }

  private func indicator(_ row: ProjectPattern.Row, _ figures: ProjectFigures) -> Indicator {
    var indicator = Indicator()
    (indicator.level1, indicator.level2) = SamplesWording.levels(of: row.category, in: figures.year)
    indicator.name = row.name.text(figures)
    indicator.annualValue = row.value.text(figures)
    indicator.periodValue = row.value.periodText(figures, accumulates: row.accumulates)
    return indicator
  }

  /// Shares of the money by the ends of the quarters.
  private static func plan(_ random: inout SampleRandom) -> [PlannedShare] {
    let march = random.number(in: 3...5) * 5
    let june = march + random.number(in: 4...6) * 5
    let september = june + random.number(in: 4...6) * 5
    return zip([3, 6, 9, 12], [march, june, september, 100]).map {
      PlannedShare(month: $0, percent: String($1))
    }
  }
}

extension ProjectPattern {
  /// The figures of a smaller project: the first moving figure at so many percent, or where nothing moves the
  /// last factor of the cost; and what is computed from it.
  func reduced(_ figures: ProjectFigures, toPercent percent: Int) -> ProjectFigures {
    let moving = variables.firstIndex { variable in
      if case .drawn(let drawn) = variable.source, case .moving = drawn.motion { return true }
      return false
    }
    let reducedPlace = moving ?? cost.products.last?.last?.variable
    var annual = figures.annual
    for (place, variable) in variables.enumerated() {
      if case .computed(let formula) = variable.source { annual[place] = formula.value(annual) }
      if place == reducedPlace { annual[place] = max(1, annual[place] * percent / 100) }
    }
    var reduced = figures
    reduced.annual = annual
    for place in annual.indices { reduced.sums[place] -= figures.annual[place] - annual[place] }
    return reduced
  }
}

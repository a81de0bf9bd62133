// Writes the target form of a whole department from the forms of its projects.
import Model
import Quantities

struct DepartmentWriter: Sendable {
  let seed: UInt64
  let code: String
  let name: String
  let staff: Int
  let duties: String
  let subordinateUnits: Int

  /// Tasks with money of their own at most; what is left is one task more.
  private static let tasksMax = 7

  /// The form of a year; nil where a sum does not fit.
  func written(in year: Int, projects: [ProjectTarget], pattern: ProjectPattern) -> DepartmentTarget? {
    let number = Int(code) ?? 0
    var random = SampleRandom(seed: seed, number, 4, year)
    let perHead = random.number(in: 92...118) * 1000
    let basic = Money(fen: Int64(staff * perHead) * 100)
    var target = DepartmentTarget()
    target.title = SamplesWording.departmentTitle
    target.fiscalYear = year
    target.department.code = code
    target.department.name = name
    target.staff = staff
    target.subordinateUnits = subordinateUnits
    target.tasks = [
      DepartmentTask(
        name: SamplesWording.basicTask, content: SamplesWording.basicTaskContent, funds: basic,
        expected: SamplesWording.basicTaskExpected)
    ]
    let sorted = projects.sorted { ($0.budget.total ?? .zero) > ($1.budget.total ?? .zero) }
    target.tasks += sorted.prefix(Self.tasksMax).map(Self.task)
    guard let sum = Self.sum(projects.map { $0.budget.total ?? .zero }),
      let other = Self.sum(projects.map { $0.budget.other ?? .zero }), let whole = sum.adding(basic),
      let rest = Self.sum(sorted.dropFirst(Self.tasksMax).map { $0.budget.total ?? .zero })
    else { return nil }
    if rest > .zero {
      // Several units may have a project of the same name.
      var names: [String] = []
      for name in sorted.dropFirst(Self.tasksMax).compactMap(\.project.name) where !names.contains(name) {
        names.append(name)
      }
      target.tasks.append(
        DepartmentTask(
          name: SamplesWording.otherTask, content: names.joined(separator: "、"), funds: rest,
          expected: SamplesWording.otherTaskExpected))
    }
    target.budget.basic = basic
    target.budget.project = sum
    target.budget.other = other
    target.budget.fiscal = whole.subtracting(other)
    target.budget.specialFunds = .zero
    target.budget.otherDevelopment = .zero
    target.budget.cityLevel = .zero
    target.budget.transfers = .zero
    fill(&target, pattern, year, &random)
    return target
  }

  private func fill(
    _ target: inout DepartmentTarget, _ pattern: ProjectPattern, _ year: Int, _ random: inout SampleRandom
  ) {
    var figures = pattern.figures(
      seed: seed, project: Int(code) ?? 0, year: year, firstYear: year, baseYear: year)
    let given = [target.tasks.count, staff, random.number(in: 80...140) * 100]
    figures.annual.replaceSubrange(0..<given.count, with: given)
    figures.sums = figures.annual
    target.goals.annual = SamplesWording.departmentGoal(
      year, duties: duties, promise: pattern.annualGoal.text(figures))
    target.indicators = SampleCategory.ordered(in: year).flatMap { category in
      pattern.rows.filter { $0.category == category }.map { row in
        var indicator = Indicator()
        (indicator.level1, indicator.level2) = SamplesWording.levels(of: category, in: year)
        indicator.name = row.name.text(figures)
        indicator.annualValue = row.value.text(figures)
        return indicator
      }
    }
  }

  private static func task(of project: ProjectTarget) -> DepartmentTask {
    let benefit = project.indicators.last { $0.level1 == SamplesWording.levels(of: .social, in: 0).first }
    return DepartmentTask(
      name: project.project.name, content: project.goals.annual, funds: project.budget.total,
      expected: benefit.flatMap { row in row.name.map { $0 + (row.annualValue ?? "") + "。" } })
  }

  private static func sum(_ amounts: [Money]) -> Money? {
    amounts.reduce(Money?.some(.zero)) { $0?.adding($1) }
  }
}

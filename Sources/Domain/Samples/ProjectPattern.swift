// One kind of projects, from which the forms of many projects are made.

/// A pattern as `projects.txt` tells it, with one of its words filled in.
struct ProjectPattern: Sendable {
  /// 【就业技能培训】
  let kind: String
  /// Codes of the units that have such projects; nil for all of them.
  let units: [String]?
  let category: String
  /// How many years; nil for projects that come every year.
  let years: Int?
  let name: String
  let variables: [Variable]
  /// Whose products add up to the money, in yuan.
  let cost: Formula
  let annualGoal: TextPattern
  let periodGoal: TextPattern
  let rows: [Row]

  struct Variable: Sendable {
    let name: String
    let source: Source
  }

  enum Source: Sendable {
    case drawn(Drawn)
    case computed(Formula)
  }

  struct Drawn: Sendable {
    let bounds: ClosedRange<Int>
    let step: Int
    let motion: Motion
  }

  /// What becomes of a figure from year to year.
  enum Motion: Sendable {
    case fixed
    /// It grows or shrinks by some percent a year.
    case moving
    /// A percentage that rises by a point every second year.
    case share
  }

  struct Row: Sendable {
    let category: SampleCategory
    let name: TextPattern
    let value: TextPattern
    /// The value of the period is the sum of the years.
    let accumulates: Bool
    /// Only about half of the projects have it.
    let isOptional: Bool
  }

  /// A sum of products of variables and numbers; divisions are rounded up.
  struct Formula: Sendable, Hashable {
    struct Factor: Sendable, Hashable {
      /// The place of a variable, or nil for a plain number.
      let variable: Int?
      let number: Int
      let divides: Bool
    }

    let products: [[Factor]]

    func value(_ figures: [Int]) -> Int {
      products.reduce(0) { sum, product in
        sum
          + product.reduce(1) { value, factor in
            let operand = factor.variable.map { figures[$0] } ?? factor.number
            guard factor.divides else { return value * operand }
            return operand == 0 ? value : (value + operand - 1) / operand
          }
      }
    }
  }
}

extension ProjectPattern {
  /// The figures of a project in one year.
  ///
  /// - Parameters:
  ///   - firstYear: of the project.
  ///   - baseYear: from which growth is counted where the project has no end.
  func figures(seed: UInt64, project: Int, year: Int, firstYear: Int, baseYear: Int) -> ProjectFigures {
    let lastYear = years.map { firstYear + $0 - 1 } ?? Self.openEnd
    let start = years == nil ? baseYear : firstYear
    let annual = annual(seed: seed, project: project, after: year - start)
    var sums = annual
    if let years {
      sums = Array(repeating: 0, count: annual.count)
      for passed in 0..<years {
        let figures = self.annual(seed: seed, project: project, after: passed)
        for place in sums.indices { sums[place] += figures[place] }
      }
    }
    return ProjectFigures(
      annual: annual, sums: sums, year: year, firstYear: firstYear, lastYear: lastYear)
  }

  /// 2099 stands for no end. Source: the codes of the budget system.
  static let openEnd = 2099

  private func annual(seed: UInt64, project: Int, after years: Int) -> [Int] {
    var random = SampleRandom(seed: seed, project, 1)
    let growth = random.number(in: -1...6)
    var figures: [Int] = []
    figures.reserveCapacity(variables.count)
    for variable in variables {
      switch variable.source {
      case .computed(let formula): figures.append(formula.value(figures))
      case .drawn(let drawn):
        let steps = (drawn.bounds.upperBound - drawn.bounds.lowerBound) / drawn.step
        let start = drawn.bounds.lowerBound + random.number(in: 0...steps) * drawn.step
        figures.append(drawn.moved(start, growth: growth, years: years))
      }
    }
    return figures
  }
}

extension ProjectPattern.Drawn {
  /// A figure so many years later, in whole steps and never below one.
  fileprivate func moved(_ start: Int, growth: Int, years: Int) -> Int {
    switch motion {
    case .fixed: start
    case .share: min(start + years / 2, max(start, bounds.upperBound))
    case .moving:
      max(step, (start * (100 + growth * years) / 100 + step / 2) / step * step)
    }
  }
}

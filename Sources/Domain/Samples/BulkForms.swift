// Any number of different forms, made only when they are asked for: for measurements.
package import Model
package import Organisations
package import Quantities
package import Workflow

/// One of many forms: a project of its own, a form of one year, a stage.
package struct BulkForm: Sendable {
  /// From 1.
  package let number: Int
  package let organisation: OrganisationID
  package let projectCode: String
  package let projectName: String
  package let category: String
  package let year: FiscalYear
  package let stage: Stage
  package let form: ProjectTarget
  package let planted: [PlantedFlaw]
}

/// A collection that holds nothing: each form is made from its place and the seed alone, so that parts of it
/// can be made at the same time.
package struct BulkForms: RandomAccessCollection, Sendable {
  package let startIndex = 0
  package let endIndex: Int
  private let frame: SampleFrame
  private let units: [(unit: Organisation, place: SamplePlace, patterns: [Int])]
  private let years: [FiscalYear]

  init(frame: SampleFrame, count: Int) {
    self.frame = frame
    endIndex = Swift.max(0, frame.library.patterns.isEmpty ? 0 : count)
    units = frame.units.map { unit in
      (unit, frame.place(of: unit), frame.library.places(for: unit.path.code.digits))
    }
    years = (frame.firstYear...frame.lastYear).compactMap { FiscalYear($0) }
  }

  /// The stages of bulk forms: most are settled, as in a store of many years.
  private static let stages: [Stage] = [
    .disclosed, .disclosed, .disclosed, .disclosed, .approved, .awaitingFinance, .financeReview,
    .awaitingDepartment, .departmentReview, .returned, .draft, .withheld,
  ]

  /// The form at a place, made anew each time.
  package subscript(position: Int) -> BulkForm {
    let number = position + 1
    var random = SampleRandom(seed: frame.seed, number, 11)
    let (unit, place, patterns) = units[random.number(in: 0...units.count - 1)]
    let pattern = frame.library.patterns[patterns[random.number(in: 0...patterns.count - 1)]]
    let year = years[random.number(in: 0...years.count - 1)]
    let first = pattern.years.map { year.year - random.number(in: 0...$0 - 1) } ?? frame.firstYear
    let code = ProjectCode.text(
      region: frame.roster.regionCode, firstYear: first, number: 500_000_000 + number)
    let writer = TargetWriter(
      seed: frame.seed, number: 1_000_000 + number, pattern: pattern, place: place, code: code,
      firstYear: first, baseYear: frame.firstYear)
    var written = writer.written(in: year.year)
    var planted: [PlantedFlaw] = []
    if random.happens(inHundred: 25), let flaw = random.element(of: PlantedFlaw.ofTargets),
      flaw.plant(in: &written, &random)
    {
      planted = [flaw]
    }
    return BulkForm(
      number: number, organisation: unit.id, projectCode: code, projectName: pattern.name,
      category: pattern.category, year: year, stage: random.element(of: Self.stages) ?? .draft,
      form: written.target, planted: planted)
  }
}

extension SampleCounty {
  /// So many forms of projects of their own, in the county's units and years, made only when asked for.
  ///
  /// A million of them take no memory; every one depends on seed and place alone.
  package func forms(count: Int) -> BulkForms { BulkForms(frame: frame, count: count) }
}

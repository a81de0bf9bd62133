// One invented county with three budget years, for tests, pictures and trying things out.
import Model
package import Organisations
package import Quantities
import Workflow

/// The county of Yunling: 32 units, about 300 projects, their forms of three years in every stage.
///
/// It stands on one day of the season, 14 November before the last year: that year's targets are on their way
/// through the reviews, the year that runs was monitored in August, the year before is evaluated. The same
/// seed and year give the same county, to the letter and to the millisecond; nothing in it is real.
///
/// Example: `SampleCounty(seed: 1).forms.filter { $0.stage == .awaitingFinance }`.
package struct SampleCounty: Sendable {
  package let seed: UInt64
  /// The earliest first; the last one is the year of the season.
  package let years: [FiscalYear]
  /// The day on which everything stands as it does.
  package let today: Day
  /// By code: the region, the bureau, departments, units.
  package let organisations: [Organisation]
  package let people: [Person]
  package let assignments: [Assignment]
  package let deputies: [Deputy]
  /// One account a role, with names that are easily typed.
  package let signIns: [SampleSignIn]
  package let deadlines: [SampleDeadline]
  package let projects: [SampleProject]
  /// By number; of a project, the earlier years first.
  package let forms: [SampleForm]

  let frame: SampleFrame

  /// How many projects a county has.
  package static let projectCount = 300

  /// - Parameter lastYear: the year for which targets are made; years outside 2018…2090 become the nearest.
  package init(seed: UInt64 = 1, lastYear: Int = 2026) {
    self.init(seed: seed, lastYear: lastYear, today: nil)
  }

  /// The county as it stands on the evening before a day, in the middle of its season: nothing in it was done
  /// later, and targets are due in some days. For demonstrations.
  ///
  /// - Parameter day: years outside 2018…2089 become the nearest.
  package init(seed: UInt64 = 1, on day: Day) {
    let hasBegun = SampleFrame.usualDay(before: day.year + 1) < day
    self.init(
      seed: seed, lastYear: hasBegun ? day.year + 1 : day.year, today: SampleCalendar.day(day, plus: -1))
  }

  private init(seed: UInt64, lastYear: Int, today wanted: Day?) {
    let last = min(max(lastYear, 2018), 2090)
    self.seed = seed
    years = (last - 2...last).compactMap { FiscalYear($0) }
    let frame = SampleFrame(seed: seed, lastYear: last, today: last == lastYear ? wanted : nil)
    self.frame = frame
    today = frame.today
    organisations = frame.organisations
    people = frame.people?.people ?? []
    assignments = frame.people?.assignments ?? []
    deputies = frame.people?.deputies ?? []
    signIns = frame.people?.signIns ?? []
    deadlines = frame.deadlines
    projects = frame.projects()
    forms = FormWriter(frame: frame, projects: projects).forms()
  }
}

/// The last day for a step of the county's year, for the whole region.
package struct SampleDeadline: Sendable, Hashable {
  /// What is due, in the words of the workflow.
  package enum Work: String, Sendable, CaseIterable {
    case targetSubmission = "target.submission"
    case targetReview = "target.review"
    case monitoring = "monitoring.submission"
    case selfEvaluation = "self-evaluation.submission"
  }

  package let year: FiscalYear
  package let work: Work
  package let day: Day
}

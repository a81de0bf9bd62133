// What stands before any form is made: organisations, people, days, and which projects there are.
import Organisations
import Quantities

struct SampleFrame: Sendable {
  let seed: UInt64
  let lastYear: Int
  let roster: CountyRoster
  let library: PatternLibrary
  let organisations: [Organisation]
  let people: SamplePeople?

  /// The first of the three years.
  var firstYear: Int { lastYear - 2 }
  /// The day on which everything stands as it does.
  let today: Day
  /// How many days later than usual the season's targets are due.
  private let delay: Int

  /// In the middle of the season, a week before the targets are due.
  static func usualDay(before lastYear: Int) -> Day {
    SampleCalendar.workday(SampleCalendar.day(lastYear - 1, 11, 14))
  }

  /// - Parameter today: nil, and days before the usual one, stand for that.
  init(seed: UInt64, lastYear: Int, today wanted: Day? = nil) {
    self.seed = seed
    self.lastYear = lastYear
    let usual = Self.usualDay(before: lastYear)
    let today = max(usual, wanted ?? usual)
    self.today = today
    delay = today.number - usual.number
    roster = .shipped
    library = .shipped
    organisations = Self.organisations(roster, since: lastYear - 2)
    people = SamplePeople(
      organisations, roster: roster, firstDay: SampleCalendar.day(lastYear - 3, 1, 1),
      today: today)
  }

  private static func organisations(_ roster: CountyRoster, since year: Int) -> [Organisation] {
    guard let region = RegionCode(roster.regionCode), let first = FiscalYear(year),
      let years = YearSpan(first: first), let id = OrganisationID(1)
    else { return [] }
    var organisations = [
      Organisation(
        id: id, path: OrganisationPath(region: region), kind: .region, name: roster.regionName, years: years)
    ]
    for entry in roster.entries {
      guard let id = OrganisationID(Int64(organisations.count + 1)), let code = OrganisationCode(entry.code)
      else { continue }
      let kind: OrganisationKind =
        switch entry.kind {
        case .bureau: .bureau
        case .department: .department
        case .unit: .unit
        }
      organisations.append(
        Organisation(
          id: id, path: OrganisationPath(region: region, code: code), kind: kind, name: entry.name,
          shortName: entry.shortName, years: years))
    }
    return organisations
  }

  var units: [Organisation] { organisations.filter { $0.kind == .unit } }

  /// How the head of a unit's forms prints it.
  func place(of unit: Organisation) -> SamplePlace {
    let above = organisations.first { $0.path == unit.path.parent }
    return SamplePlace(
      unitCode: unit.path.code.digits, unitName: unit.name, departmentCode: above?.path.code.digits ?? "",
      departmentName: above?.name ?? "")
  }

  var deadlines: [SampleDeadline] {
    (firstYear...lastYear).flatMap { year -> [SampleDeadline] in
      guard let fiscal = FiscalYear(year) else { return [] }
      let days: [(SampleDeadline.Work, Day)] = [
        (.targetSubmission, SampleCalendar.day(year - 1, 11, 20)),
        (.targetReview, SampleCalendar.day(year - 1, 11, 30)), (.monitoring, SampleCalendar.day(year, 8, 31)),
        (.selfEvaluation, SampleCalendar.day(year + 1, 1, 31)),
      ]
      return days.map { work, day in
        let isDelayed = year == lastYear && (work == .targetSubmission || work == .targetReview)
        return SampleDeadline(
          year: fiscal, work: work, day: isDelayed ? SampleCalendar.day(day, plus: delay) : day)
      }
    }
  }
}

extension SampleFrame {
  /// Projects unit by unit: first those of the unit's own work, then what every office needs.
  func projects() -> [SampleProject] {
    var projects: [SampleProject] = []
    let units = units
    for (unit, count) in zip(units, counts(of: units)) {
      var random = SampleRandom(seed: seed, Int(unit.path.code.digits) ?? 0, 5)
      let place = place(of: unit)
      for pattern in patterns(of: place.unitCode, count: count, &random) {
        let number = projects.count + 1
        let first = firstYear(of: pattern, &random)
        guard let start = FiscalYear(first),
          let years = YearSpan(first: start, last: pattern.years.flatMap { FiscalYear(first + $0 - 1) })
        else { continue }
        projects.append(
          SampleProject(
            number: number, organisation: unit.id,
            code: ProjectCode.text(
              region: roster.regionCode, firstYear: first, number: 211_000_000 + number),
            name: pattern.name, category: pattern.category, years: years, pattern: pattern, place: place))
      }
    }
    return projects
  }

  /// Projects a unit, from four to fourteen, all together as many as the county has.
  private func counts(of organisations: [Organisation]) -> [Int] {
    let units = organisations.count
    guard units > 0 else { return [] }
    var random = SampleRandom(seed: seed, 6)
    var counts = Array(repeating: SampleCounty.projectCount / units, count: units)
    let rest = SampleCounty.projectCount % units
    for place in counts.indices.prefix(rest) { counts[place] += 1 }
    for _ in 0..<units * 3 {
      let (from, to) = (random.number(in: 0...units - 1), random.number(in: 0...units - 1))
      guard from != to, counts[from] > 4, counts[to] < 14 else { continue }
      counts[from] -= 1
      counts[to] += 1
    }
    // The unit that is shown first has enough for something of everything.
    guard let shown = organisations.firstIndex(where: { $0.path.code.digits == SamplePeople.shownUnit })
    else { return counts }
    while counts[shown] < 10, let most = counts.indices.max(by: { counts[$0] < counts[$1] }), most != shown {
      counts[most] -= 1
      counts[shown] += 1
    }
    return counts
  }

  /// Patterns with different names; kinds come a second time only when all have come once.
  private func patterns(
    of unit: String, count: Int, _ random: inout SampleRandom
  ) -> [ProjectPattern] {
    var left = library.places(for: unit).map { library.patterns[$0] }
    for place in left.indices.dropLast() {
      left.swapAt(place, random.number(in: place...left.count - 1))
    }
    left = left.filter { $0.units != nil } + left.filter { $0.units == nil }
    var chosen: [ProjectPattern] = []
    while chosen.count < count, !left.isEmpty {
      var kinds: Set<String> = []
      var later: [ProjectPattern] = []
      for pattern in left {
        if chosen.count < count, kinds.insert(pattern.kind).inserted {
          chosen.append(pattern)
        } else {
          later.append(pattern)
        }
      }
      left = later
    }
    return chosen
  }

  private func firstYear(of pattern: ProjectPattern, _ random: inout SampleRandom) -> Int {
    switch pattern.years {
    case nil: lastYear - random.number(in: 2...9)
    case 1: lastYear - [0, 0, 0, 1, 1, 2][random.number(in: 0...5)]
    case .some(let years): lastYear - random.number(in: 0...years)
    }
  }
}

// Reads how far a season is.
package import Model
package import Organisations
import Permissions
package import Quantities
import Records
import Review
import Workflow

/// Reads the overview of a year at a place. Nothing is counted for it: the steps have counted already.
package struct ReadOverview: Sendable {
  /// Nil for the latest year that is open, or the latest at all.
  package var year: FiscalYear?
  /// Empty for all kinds.
  package var kinds: Set<FormKind>
  /// Nil for the first place of the reader.
  package var place: OrganisationPath?

  package init(year: FiscalYear? = nil, kinds: Set<FormKind> = [], place: OrganisationPath? = nil) {
    self.year = year
    self.kinds = kinds
    self.place = place
  }

  /// - Throws: `.permission`, `.records(.notFound)` for a place that lies elsewhere, and where there is no
  ///   year yet.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Overview {
    try await read(.readOverview, in: office, by: signedIn)
  }

  func read(_ right: Right, in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Overview
  {
    let today = office.today
    return try await office.read { records in
      try signedIn.demand(right)
      let places = signedIn.places(for: right)
      guard let path = place ?? places.first else { throw PermissionRefusal.noRole(right) }
      try signedIn.mayReach(right, at: path, .organisation, key: path.description)
      return try overview(at: path, today: today, in: records)
    }
  }

  private func overview(
    at path: OrganisationPath, today: Day, in records: any RecordView
  ) throws(RecordError) -> Overview {
    guard let year = try season(in: records) else { throw .notFound(.budgetYear, key: "") }
    let below = try records.organisations(under: path).map(\.value)
    guard let place = below.last(where: { $0.path == path }) else {
      throw .notFound(.organisation, key: path.description)
    }
    let organisations = below.filter { $0.years.contains(year) }
    let children = Self.children(of: place, among: organisations)
    let tallies = try records.tallies(of: .stage, in: year, at: [path] + children.map(\.path)).filter {
      tally in kinds.isEmpty || (tally.lane.map { kinds.contains($0.kind) } ?? false)
    }
    let byPlace = Dictionary(grouping: tallies, by: \.place)
    let isOfTargets = kinds.isEmpty || !kinds.isDisjoint(with: DeadlineStep.targetSubmission.kinds)
    let waiting =
      isOfTargets
      ? try records.waitingWork(
        for: .targetSubmission, in: year, under: path, of: organisations, on: today
      ).pressing(on: today)
      : []
    return Overview(
      year: year, place: place, kinds: kinds,
      rows: Self.rows(of: place, children, byPlace),
      total: QueueCounts(byPlace[path] ?? []), objections: try objections(at: path, year, in: records),
      rounds: try rounds(at: path, year, in: records), times: try times(at: path, year, in: records),
      waiting: waiting, lateCount: waiting.count { $0.pressure(on: today) == .late })
  }

  private func season(in records: any RecordView) throws(RecordError) -> FiscalYear? {
    let years = try records.budgetYears().map(\.value)
    if let year { return years.first { $0.year == year }?.year }
    return years.last(where: \.isOpen)?.year ?? years.last?.year
  }

  // MARK: Places

  /// What stands directly below a place.
  private static func children(of place: Organisation, among organisations: [Organisation]) -> [Organisation]
  {
    let regions = organisations.filter { $0.path.code.level == 0 && $0.path != place.path }.map(\.path)
    return organisations.filter { organisation in
      let path = organisation.path
      guard path != place.path else { return false }
      if path.code.level > 0 { return path.parent == place.path }
      return !regions.contains { $0 != path && $0.contains(path) }
    }
  }

  private static func rows(
    of place: Organisation, _ children: [Organisation], _ tallies: [OrganisationPath: [Tally]]
  ) -> [Overview.PlaceRow] {
    var own = QueueCounts(tallies[place.path] ?? [])
    var rows: [Overview.PlaceRow] = []
    for child in children {
      let counted = tallies[child.path] ?? []
      for tally in counted { own.add(tally, times: -1) }
      rows.append(Overview.PlaceRow(organisation: child, isOwn: false, counts: QueueCounts(counted)))
    }
    guard own.count().forms > 0 else { return rows }
    return [Overview.PlaceRow(organisation: place, isOwn: true, counts: own)] + rows
  }

  // MARK: What the steps have counted

  private func objections(
    at path: OrganisationPath, _ year: FiscalYear, in records: any RecordView
  ) throws(RecordError) -> [Overview.ObjectionCount] {
    let all = try records.tallies(of: .objection, in: year, at: [path]).filter { $0.count > 0 }
    return all.sorted { $0.count == $1.count ? $0.item < $1.item : $0.count > $1.count }.map { tally in
      let rule = tally.item == FormDigest.ownRule ? nil : tally.item
      return Overview.ObjectionCount(
        rule: rule, title: rule.flatMap { RuleCatalogue.rule($0)?.title }, count: Int(clamping: tally.count))
    }
  }

  private func rounds(
    at path: OrganisationPath, _ year: FiscalYear, in records: any RecordView
  ) throws(RecordError) -> [Overview.RoundCount] {
    try records.tallies(of: .round, in: year, at: [path]).compactMap { tally -> Overview.RoundCount? in
      guard let round = Int(tally.item), tally.count > 0 else { return nil }
      return Overview.RoundCount(round: round, count: Int(clamping: tally.count))
    }.sorted { $0.round < $1.round }
  }

  private func times(
    at path: OrganisationPath, _ year: FiscalYear, in records: any RecordView
  ) throws(RecordError) -> [Overview.StageTime] {
    let all = try records.tallies(of: .time, in: year, at: [path])
    let byStage = Dictionary(all.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    return Stage.allCases.compactMap { stage in
      guard let tally = byStage[stage.rawValue], tally.count > 0 else { return nil }
      return Overview.StageTime(
        stage: stage, count: Int(clamping: tally.count),
        hours: Int(clamping: tally.sum / tally.count / 3_600_000))
    }
  }
}

/// Reads the overview for a file that leaves the office; what it tells is the same.
package struct ExportOverview: Sendable {
  package var reading: ReadOverview

  package init(reading: ReadOverview) { self.reading = reading }

  /// - Throws: as `ReadOverview`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Overview {
    try await reading.read(.exportOverview, in: office, by: signedIn)
  }
}

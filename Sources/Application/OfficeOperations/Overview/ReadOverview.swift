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
    try await read(.readOverview, waitingMax: Overview.unitsShown, in: office, by: signedIn)
  }

  fileprivate func read(
    _ right: Right, waitingMax: Int?, in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> Overview {
    let today = office.today
    return try await office.read { records in
      try signedIn.demand(right)
      let places = signedIn.places(for: right)
      guard let path = place ?? places.first else { throw PermissionRefusal.noRole(right) }
      try signedIn.mayReach(right, at: path, .organisation, key: path.description)
      return try overview(at: path, today: today, waitingMax: waitingMax, in: records)
    }
  }

  private func overview(
    at path: OrganisationPath, today: Day, waitingMax: Int?, in records: any RecordView
  ) throws(RecordError) -> Overview {
    guard let year = try season(in: records) else { throw .notFound(.budgetYear, key: "") }
    guard let place = try records.organisations(at: path).last?.value else {
      throw .notFound(.organisation, key: path.description)
    }
    let children = try children(of: path, in: year, in: records)
    let tallies = try records.stageTallies(in: year, at: [path] + children.map(\.path)).filter { tally in
      kinds.isEmpty || (tally.lane.map { kinds.contains($0.kind) } ?? false)
    }
    let byPlace = Dictionary(grouping: tallies, by: \.place)
    let isOfTargets = kinds.isEmpty || !kinds.isDisjoint(with: DeadlineStep.targetSubmission.kinds)
    let waiting =
      isOfTargets
      ? try records.waitingPage(
        for: .targetSubmission, in: year, under: path, on: today, limit: waitingMax)
      : WaitingPage(lines: [], count: 0, lateCount: 0)
    return Overview(
      year: year, place: place, kinds: kinds,
      rows: Self.rows(of: place, children, byPlace),
      total: QueueCounts(byPlace[path] ?? []), objections: try objections(at: path, year, in: records),
      rounds: try rounds(at: path, year, in: records), times: try times(at: path, year, in: records),
      waiting: waiting.lines, waitingCount: waiting.count, lateCount: waiting.lateCount)
  }

  private func season(in records: any RecordView) throws(RecordError) -> FiscalYear? {
    let years = try records.budgetYears().map(\.value)
    if let year { return years.first { $0.year == year }?.year }
    return years.last(where: \.isOpen)?.year ?? years.last?.year
  }

  // MARK: Places

  /// What stands directly below a place: no region that lies in another one below it.
  private func children(
    of place: OrganisationPath, in year: FiscalYear, in records: any RecordView
  ) throws(RecordError) -> [Organisation] {
    let next = try records.organisations(next: place).map(\.value).filter { $0.years.contains(year) }
    let regions = next.map(\.path).filter { $0.code.level == 0 }
    return next.filter { child in
      child.path.code.level > 0 || !regions.contains { $0 != child.path && $0.contains(child.path) }
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

/// Reads the overview for a file that leaves the office; what it tells is the same, with everybody who is
/// waited for.
package struct ExportOverview: Sendable {
  package var reading: ReadOverview

  package init(reading: ReadOverview) { self.reading = reading }

  /// - Throws: as `ReadOverview`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Overview {
    try await reading.read(.exportOverview, waitingMax: nil, in: office, by: signedIn)
  }
}

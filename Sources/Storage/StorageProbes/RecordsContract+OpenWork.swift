// The law on open work, on tallies of stages alone, and on what stands next to a place.
internal import Model
internal import Organisations
internal import Quantities
internal import Records

/// Projects without a target form, unit by unit, as open work tells them.
func lacking(
  in year: FiscalYear, under place: String = "330000123/", _ records: any RecordView
) throws(RecordError) -> [OrganisationID: Int] {
  guard let place = OrganisationPath(place) else { throw .damaged("place") }
  let question = OpenWorkQuestion(
    year: year, place: place, kinds: [.projectTarget], stages: ["nowhere"], lacking: .projectTarget)
  return try records.openWork(question).lines.reduce(into: [:]) { $0[$1.organisation.id] = $1.lacking }
}

extension RecordsContract {
  static let openWorkLaws: [RecordLaw] = [openWork, openWorkPages, stagesAlone, nextPlaces]

  private static func digest(
    _ form: FormID, of organisation: OrganisationID, at place: String, kind: FormKind = .projectTarget,
    stage: String, errors: Int = 0, amount: Int64 = 0
  ) throws(RecordError) -> FormDigest {
    guard let year = FiscalYear(2026), let path = OrganisationPath(place) else { throw .damaged("place") }
    return FormDigest(
      form: form, year: year, kind: kind, organisation: organisation, place: path, project: nil,
      stage: stage, amount: Money(fen: amount),
      findings: FindingCounts(errors: errors, warnings: 0, hints: 0), moved: SmallOffice.moment(1))
  }

  private static func lines(_ page: OpenWorkPage) -> [String] {
    page.lines.map { "\($0.organisation.path) \($0.lacking) \($0.forms) \($0.rank)" }
  }

  private static let openWork = RecordLaw(
    "Open work is what the very place has at some stages, and the projects that lack a form"
  ) { records, report in
    let office = try await SmallOffice(in: records)
    guard let year = FiscalYear(2026), let earlier = FiscalYear(2023),
      let region = OrganisationPath("330000123/"), let department = OrganisationPath("330000123/713")
    else { return }
    let places = [
      (office.department, "330000123/713"), (office.unit, "330000123/713001"),
      (office.otherUnit, "330000123/714001"),
    ]
    let ids = try await change(records) { records throws(RecordError) in
      var ids: [FormID] = []
      for number in 0..<9 { ids.append(try office.addForm(named: "项目\(number)", in: records)) }
      for (number, id) in ids.enumerated() {
        let place = places[number % 3]
        try records.save(
          try digest(
            id, of: place.0, at: place.1, kind: number == 8 ? .projectMonitoring : .projectTarget,
            stage: ["draft", "returned", "approved"][number / 3], errors: number % 2))
      }
      try records.add(
        ProjectEntry(
          id: try records.nextNumber(), organisation: office.otherUnit, code: nil, name: "三", category: "",
          years: try SmallOffice.years(2026)))
      return ids
    }
    func ask(
      _ place: OrganisationPath, _ year: FiscalYear, _ stages: [String], lacking: FormKind? = nil,
      kinds: [FormKind] = [.projectTarget]
    ) async throws -> [String] {
      let question = OpenWorkQuestion(
        year: year, place: place, kinds: kinds, stages: stages, lacking: lacking)
      return lines(try await look(records) { records throws(RecordError) in try records.openWork(question) })
    }
    report.expect(
      try await ask(region, year, ["draft", "returned"], lacking: .projectTarget),
      ["330000123/714001 1 [1, 1] 0", "330000123/713 0 [1, 1] 0", "330000123/713001 0 [1, 1] 0"], "region")
    report.expect(
      try await ask(department, year, ["returned"]),
      ["330000123/713 0 [1] 0", "330000123/713001 0 [1] 0"], "department")
    report.expect(
      try await ask(region, year, ["approved"], kinds: [.projectMonitoring]), ["330000123/714001 0 [1] 0"],
      "kind")
    report.expect(try await ask(region, year, ["nowhere"]), [], "no such stage")
    report.expect(try await ask(region, year, []), [], "no stage")
    report.expect(try await ask(region, earlier, ["draft"], lacking: .projectTarget), [], "before they were")
    try await change(records) { records throws(RecordError) in
      for (number, id) in ids.prefix(2).enumerated() {
        try records.save(try digest(id, of: places[number].0, at: places[number].1, stage: "approved"))
      }
    }
    report.expect(
      try await ask(region, year, ["draft", "returned"]),
      ["330000123/714001 0 [1, 1] 0", "330000123/713 0 [0, 1] 0", "330000123/713001 0 [0, 1] 0"], "moved on")
  }

  private static let openWorkPages = RecordLaw(
    "Open work is told by rank, then by how much it is, and counted on all pages"
  ) { records, report in
    let office = try await SmallOffice(in: records)
    guard let year = FiscalYear(2026), let region = OrganisationPath("330000123/"),
      let department = OrganisationPath("330000123/713"), let other = OrganisationPath("330000123/714001")
    else { return }
    try await change(records) { records throws(RecordError) in
      for (unit, count) in [(office.unit, 1), (office.department, 3), (office.otherUnit, 2)] {
        for _ in 0..<count {
          try records.add(
            ProjectEntry(
              id: try records.nextNumber(), organisation: unit, code: nil, name: "三", category: "",
              years: try SmallOffice.years(2026)))
        }
      }
    }
    func ask(_ ranks: [OpenWorkQuestion.PlaceRank], _ limit: Int?) async throws -> OpenWorkPage {
      let question = OpenWorkQuestion(
        year: year, place: region, kinds: [.projectTarget], stages: ["draft"], lacking: .projectTarget,
        ranks: ranks, limit: limit)
      return try await look(records) { records throws(RecordError) in try records.openWork(question) }
    }
    let all = try await ask([], nil)
    report.expect(
      lines(all),
      ["330000123/713 3 [0] 0", "330000123/714001 2 [0] 0", "330000123/713001 1 [0] 0"], "without ranks")
    report.expect(all.counts, [0: 3], "counts without ranks")
    // The first that contains a place counts, so the nearest stand first.
    let ranked = try await ask(
      [.init(place: other, rank: 2), .init(place: department, rank: 1), .init(place: region, rank: 2)], 2)
    report.expect(lines(ranked), ["330000123/714001 2 [0] 2", "330000123/713 3 [0] 1"], "ranks")
    report.expect(ranked.counts, [2: 1, 1: 2], "counts of all pages")
  }

  private static let stagesAlone = RecordLaw("Stages are added up whatever was found, place by place") {
    records, report in
    let office = try await SmallOffice(in: records)
    guard let year = FiscalYear(2026), let region = OrganisationPath("330000123/"),
      let unit = OrganisationPath("330000123/713001")
    else { return }
    try await change(records) { records throws(RecordError) in
      for number in 0..<6 {
        let id = try office.addForm(named: "项目\(number)", in: records)
        try records.save(
          try digest(
            id, of: number < 4 ? office.unit : office.otherUnit,
            at: number < 4 ? "330000123/713001" : "330000123/714001",
            stage: number == 0 ? "awaiting-finance" : "draft", errors: number % 2, amount: 10))
      }
    }
    let found = try await look(records) { records throws(RecordError) in
      try records.stageTallies(in: year, at: [unit, region])
    }
    report.expect(
      found.map { "\($0.place) \($0.item) \($0.count) \($0.sum)" },
      [
        "330000123/ project-target/awaiting-finance/0 1 10", "330000123/ project-target/draft/0 5 50",
        "330000123/713001 project-target/awaiting-finance/0 1 10",
        "330000123/713001 project-target/draft/0 3 30",
      ], "stages")
    report.expect(found.allSatisfy { $0.lane?.gravity == .unjudged }, true, "lanes")
  }

  private static let nextPlaces = RecordLaw("Next to a place stand its children, and all regions below it") {
    records, report in
    _ = try await SmallOffice(in: records)
    try await change(records) { records throws(RecordError) in
      for (path, kind) in [
        ("330000123001/", OrganisationKind.region), ("330000123001/101", .department),
        ("330000123/713001002", .unit),
      ] {
        guard let path = OrganisationPath(path) else { throw .damaged("path") }
        try records.add(
          Organisation(
            id: try records.nextNumber(), path: path, kind: kind, name: "一",
            years: try SmallOffice.years(2024)))
      }
    }
    for (place, wanted) in [
      ("330000123/", ["330000123/713", "330000123001/"]), ("330000123001/", ["330000123001/101"]),
      ("330000123/713", ["330000123/713001"]), ("330000123/714", ["330000123/714001"]),
      ("330000123/713001", ["330000123/713001002"]), ("330000123/714001", []),
    ] {
      guard let path = OrganisationPath(place) else { continue }
      let found = try await look(records) { records throws(RecordError) in
        try records.organisations(next: path).map(\.value.path.description)
      }
      report.expect(found, wanted, place)
    }
  }
}

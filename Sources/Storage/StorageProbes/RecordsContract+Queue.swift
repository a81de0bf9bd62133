// The law on queues, tallies, searched words and saved views.
internal import Model
internal import Organisations
internal import Quantities
internal import Records

extension RecordsContract {
  static let queueLaws: [RecordLaw] =
    [queueOrder, queueMoves, firstDigests, queueInForce] + tallyLaws + searchLaws + viewLaws

  private static let places = ["330000123/", "330000123/713", "330000123/713001", "330000123/714001"]

  /// A digest of a form of the small office, at a stage that tells of its number.
  private static func digest(
    _ form: FormID, in office: SmallOffice, at place: String = "330000123/713001",
    stage: String = "submitted",
    amount: Int64? = nil, findings: FindingCounts? = FindingCounts(errors: 0, warnings: 1, hints: 0),
    urgency: Int64
  ) throws(RecordError) -> FormDigest {
    guard let year = FiscalYear(2026), let path = OrganisationPath(place) else { throw .damaged("place") }
    return FormDigest(
      form: form, year: year, kind: .projectTarget,
      organisation: place.hasSuffix("714001") ? office.otherUnit : office.unit, place: path, project: nil,
      stage: stage, amount: amount.map { Money(fen: $0) }, findings: findings, round: 1, length: 2,
      moved: SmallOffice.moment(Int(urgency % 1_000)), urgency: urgency)
  }

  private static func lane(
    _ place: String, _ stage: String = "submitted", _ gravity: FindingGravity = .warnings
  ) throws(RecordError) -> QueueLane {
    guard let year = FiscalYear(2026), let path = OrganisationPath(place) else { throw .damaged("place") }
    return QueueLane(place: path, year: year, kind: .projectTarget, stage: stage, gravity: gravity)
  }

  private static let queueOrder = RecordLaw(
    "A queue tells the most urgent first, of equals the first made, page by page in both directions"
  ) { records, report in
    let office = try await SmallOffice(in: records)
    let urgencies: [Int64] = [5, 9, 0, 9, 700, 5, 1, 5]
    let ids = try await change(records) { records throws(RecordError) in
      var ids: [FormID] = []
      for (number, urgency) in urgencies.enumerated() {
        let id = try office.addForm(named: "项目\(number)", in: records)
        let clean = FindingCounts(errors: 0, warnings: 0, hints: 0)
        try records.save(
          try digest(
            id, in: office, at: number == 3 ? "330000123/714001" : "330000123/713001",
            findings: number == 6 ? clean : FindingCounts(errors: 0, warnings: 2, hints: 0), urgency: urgency)
        )
        ids.append(id)
      }
      return ids
    }
    let found = try await look(records) { records throws(RecordError) in
      let all = try [lane("330000123/"), lane("330000123/", "submitted", .clean)]
      var pages: [[FormID]] = []
      var last: QueuePosition?
      repeat {
        let page = try records.queue(all, from: last, isBackward: false, limit: 3)
        pages.append(page.map(\.form))
        last = page.last?.position
      } while last != nil
      let middle = QueuePosition(urgency: 5, form: ids[5])
      pages.append(try records.queue(all, from: middle, isBackward: true, limit: 3).map(\.form))
      pages.append(
        try records.queue([try lane("330000123/714001")], from: nil, isBackward: false, limit: 9).map(\.form))
      pages.append(
        try records.queue([try lane("330000123/713")], from: nil, isBackward: false, limit: 2).map(\.form))
      pages.append(
        try records.queue([try lane("330000123/", "draft")], from: nil, isBackward: false, limit: 2)
          .map(\.form))
      // What lies below both of two places stands there once.
      let both = try [lane("330000123/"), lane("330000123/713")]
      for isBackward in [false, true] {
        pages.append(
          try records.queue(both, from: isBackward ? middle : nil, isBackward: isBackward, limit: 3)
            .map(\.form))
      }
      pages.append(try records.queue([], from: nil, isBackward: false, limit: 2).map(\.form))
      return pages
    }
    report.expect(
      found,
      [
        [ids[4], ids[1], ids[3]], [ids[0], ids[5], ids[7]], [ids[6], ids[2]], [], [ids[0], ids[3], ids[1]],
        [ids[3]], [ids[4], ids[1]], [], [ids[4], ids[1], ids[3]], [ids[0], ids[3], ids[1]], [],
      ], "pages")
  }

  private static let queueMoves = RecordLaw(
    "A form that moves on leaves its lane, and its digest is kept as it was written"
  ) { records, report in
    let office = try await SmallOffice(in: records)
    let form = try await office.addForm(named: "灯会", to: records)
    for (stage, urgency, findings) in [
      ("draft", 0, nil), ("submitted", 8, FindingCounts(errors: 1, warnings: 2, hints: 3)),
      ("approved", Int64.max, FindingCounts(errors: 0, warnings: 0, hints: 0)),
    ] as [(String, Int64, FindingCounts?)] {
      let wanted = try digest(
        form, in: office, stage: stage, amount: Int64.max, findings: findings, urgency: urgency)
      try await change(records) { records throws(RecordError) in try records.save(wanted) }
      let found = try await look(records) { records throws(RecordError) in
        var found: [FormDigest] = []
        for stage in ["draft", "submitted", "approved"] {
          for gravity in FindingGravity.allCases {
            for place in places {
              found += try records.queue(
                [try lane(place, stage, gravity)], from: nil, isBackward: false, limit: 9)
            }
          }
        }
        return (found, try records.digest(of: form))
      }
      report.expect(found.0, [wanted, wanted, wanted], "lanes at \(stage)")
      report.expect(found.1, wanted, "digest at \(stage)")
    }
    await report.expect("notFound form", "a digest of no form") {
      try await change(records) { records throws(RecordError) in
        try records.save(try digest(try records.nextNumber(), in: office, urgency: 1))
      }
    }
  }

  private static let firstDigests = RecordLaw("Forms without a digest are told by number") {
    records, report in
    let office = try await SmallOffice(in: records)
    let ids = try await change(records) { records throws(RecordError) in
      var ids: [FormID] = []
      for number in 0..<5 { ids.append(try office.addForm(named: "项目\(number)", in: records)) }
      try records.save(try digest(ids[1], in: office, urgency: 1))
      return ids
    }
    let found = try await look(records) { records throws(RecordError) in
      [
        try records.formsWithoutDigest(after: nil, limit: 9),
        try records.formsWithoutDigest(after: nil, limit: 2),
        try records.formsWithoutDigest(after: ids[2], limit: 9),
      ]
    }
    report.expect(found, [[ids[0], ids[2], ids[3], ids[4]], [ids[0], ids[2]], [ids[3], ids[4]]], "forms")
  }

  private static let queueInForce = RecordLaw(
    "A form that is adjusted is in the lane of its version in force too, and in a queue of both once"
  ) { records, report in
    let office = try await SmallOffice(in: records)
    let form = try await office.addForm(named: "灯会", to: records)
    guard let year = FiscalYear(2026), let region = OrganisationPath("330000123/") else { return }
    func expect(_ wanted: FormDigest, _ own: Int, _ inForce: Int, _ items: [String]) async throws {
      try await change(records) { records throws(RecordError) in try records.save(wanted) }
      let found = try await look(records) { records throws(RecordError) in
        let lanes = [
          try lane("330000123/713"), try lane("330000123/713", QueueLane.inForce("approved"), .unjudged),
        ]
        let queues = try [[lanes[0]], [lanes[1]], lanes].map { lanes throws(RecordError) in
          try records.queue(lanes, from: nil, isBackward: false, limit: 9)
        }
        return (queues, try records.tallies(of: .stage, in: year, at: [region]))
      }
      report.expect(
        found.0, [own, inForce, max(own, inForce)].map { Array(repeating: wanted, count: $0) }, "\(items)")
      report.expect(found.1.map { "\($0.item) \($0.count) \($0.sum)" }, items, "tallies")
      report.expect(found.1.compactMap { $0.lane?.stageInForce }.count, inForce, "lanes in force")
    }
    var digest = try digest(form, in: office, amount: 90, urgency: 4)
    digest.inForce = FormDigest.InForce(stage: "approved", amount: Money(fen: 40))
    try await expect(
      digest, 1, 1, ["project-target/in-force-approved/0 1 40", "project-target/submitted/3 1 90"])
    digest.inForce?.amount = nil
    digest.urgency = 9
    try await expect(
      digest, 1, 1, ["project-target/in-force-approved/0 1 0", "project-target/submitted/3 1 90"])
    digest.inForce = nil
    try await expect(digest, 1, 0, ["project-target/submitted/3 1 90"])
  }

  // MARK: Tallies

  private static let tallyLaws: [RecordLaw] = [
    RecordLaw("Tallies of stages are what counting would tell, whatever moved how often") { records, report in
      let office = try await SmallOffice(in: records)
      var seed: UInt64 = 20_261_121
      func draw(_ bound: UInt64) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % bound)
      }
      let ids = try await change(records) { records throws(RecordError) in
        var ids: [FormID] = []
        for number in 0..<12 { ids.append(try office.addForm(named: "项目\(number)", in: records)) }
        return ids
      }
      var standing: [FormID: FormDigest] = [:]
      for _ in 0..<40 {
        var moved: [FormDigest] = []
        for _ in 0...draw(4) {
          let index = draw(12)
          moved.append(
            try digest(
              ids[index], in: office, at: index < 7 ? "330000123/713001" : "330000123/714001",
              stage: ["draft", "submitted", "approved"][draw(3)],
              amount: draw(3) == 0 ? nil : Int64(draw(100_000)),
              findings: FindingCounts(errors: draw(2), warnings: draw(2), hints: draw(2)),
              urgency: Int64(draw(50))))
        }
        let some = moved
        try await change(records) { records throws(RecordError) in
          for digest in some { try records.save(digest) }
        }
        for digest in some { standing[digest.form] = digest }
      }
      guard let year = FiscalYear(2026) else { return }
      for place in places {
        guard let path = OrganisationPath(place) else { continue }
        var wanted: [String: [Int64]] = [:]
        for digest in standing.values where path.contains(digest.place) {
          let before = wanted[digest.tallyItem] ?? [0, 0]
          wanted[digest.tallyItem] = [before[0] + 1, before[1] + digest.tallySum]
        }
        let found = try await look(records) { records throws(RecordError) in
          try records.tallies(of: .stage, in: year, at: [path])
        }
        report.expect(
          Dictionary(found.map { ($0.item, [$0.count, $0.sum]) }, uniquingKeysWith: { first, _ in first }),
          wanted, "tallies at \(place)")
        report.expect(found.map(\.item), found.map(\.item).sorted(), "order at \(place)")
      }
    },
    RecordLaw("What is counted at a place is counted above it, and nothing at all leaves no line") {
      records, report in
      _ = try await SmallOffice(in: records)
      guard let year = FiscalYear(2026), let unit = OrganisationPath("330000123/713001"),
        let other = OrganisationPath("330000123/714001"), let region = OrganisationPath("330000123/")
      else { return }
      for (count, item) in [(2, "A01"), (1, "B02"), (-1, "B02"), (5, "A01")] as [(Int64, String)] {
        try await change(records) { records throws(RecordError) in
          try records.count(.objection, item, at: unit, in: year, by: count, sum: 10)
        }
      }
      try await change(records) { records throws(RecordError) in
        try records.count(.objection, "A01", at: other, in: year, by: 1, sum: 0)
        try records.count(.time, "draft", at: unit, in: year, by: 1, sum: 7)
      }
      let found = try await look(records) { records throws(RecordError) in
        [
          try records.tallies(of: .objection, in: year, at: [unit, region]),
          try records.tallies(of: .objection, in: year, under: region, items: nil),
          try records.tallies(of: .round, in: year, under: region, items: nil),
          try records.tallies(of: .objection, in: year, under: unit, items: ["A01", "C03"]),
          try records.tallies(of: .objection, in: year, under: region, items: []),
        ]
      }
      func lines(_ tallies: [Tally]) -> [String] {
        tallies.map { "\($0.place) \($0.item) \($0.count) \($0.sum)" }
      }
      report.expect(lines(found[0]), ["330000123/ A01 8 20", "330000123/713001 A01 7 20"], "at places")
      report.expect(
        lines(found[1]),
        [
          "330000123/ A01 8 20", "330000123/713 A01 7 20", "330000123/713001 A01 7 20",
          "330000123/714 A01 1 0", "330000123/714001 A01 1 0",
        ], "under the region")
      report.expect(lines(found[2]), [], "another topic")
      report.expect(lines(found[3]), ["330000123/713001 A01 7 20"], "one item")
      report.expect(lines(found[4]), [], "no item")
    },
    RecordLaw("A transaction that fails counts nothing") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "灯会", to: records)
      struct Stop: Error {}
      await report.expect("refused Stop()", "the work") {
        try await change(records) { records throws(RecordError) in
          try records.save(try digest(form, in: office, urgency: 4))
          throw .refused(Stop())
        }
      }
      let found = try await look(records) { records throws(RecordError) in
        guard let year = FiscalYear(2026), let region = OrganisationPath("330000123/") else { return -1 }
        return try records.tallies(of: .stage, in: year, under: region, items: nil).count
          + records.queue([try lane("330000123/")], from: nil, isBackward: false, limit: 9).count
      }
      report.expect(found, 0, "tallies and entries")
    },
  ]

  // MARK: Searching

  private static let searchLaws: [RecordLaw] = [
    RecordLaw("Forms are found by words of two characters, and by nothing that they do not say any more") {
      records, report in
      let office = try await SmallOffice(in: records)
      let texts = SearchLawWording.texts
      let ids = try await change(records) { records throws(RecordError) in
        var ids: [FormID] = []
        for text in texts {
          let id = try office.addForm(named: text, in: records)
          try records.save(FormText(form: id, findings: "一年比三年还多", tokens: SearchTokens.tokens(of: [text])))
          ids.append(id)
        }
        return ids
      }
      let questions = SearchLawWording.questions
      let search: @Sendable () async throws -> [[FormID]] = {
        try await look(records) { records throws(RecordError) in
          try questions.map { question throws(RecordError) in
            try records.formsFound(by: SearchTokens.wanted(by: question), among: nil, before: nil, limit: 9)
          }
        }
      }
      report.expect(
        try await search(),
        [
          [ids[2], ids[0]], [ids[1], ids[0]], [ids[0]], [ids[0]], [ids[1]], [ids[1]], [], [], [ids[2]], [],
          [],
        ], "before")
      try await change(records) { records throws(RecordError) in
        try records.save(
          FormText(form: ids[0], findings: "", tokens: SearchTokens.tokens(of: ["农村道路"])))
      }
      report.expect(
        try await search(),
        [[ids[2]], [ids[1], ids[0]], [], [], [ids[1]], [ids[1]], [], [ids[0]], [ids[2]], [], []], "after")
      let found = try await look(records) { records throws(RecordError) in
        (
          try records.formsFound(by: ["农村"], among: 3, before: ids[1], limit: 9),
          try records.formsFound(by: ["农村"], among: 100_000, before: nil, limit: 1),
          try records.text(of: ids[0])
        )
      }
      report.expect(found.0, [ids[0]], "the next page")
      report.expect(found.1, [ids[1]], "a page of one")
      report.expect(
        found.2, FormText(form: ids[0], findings: "", tokens: ["农村", "村道", "道路"]), "the words themselves")
    },
    RecordLaw("Words that would mean something to an engine are looked up as words") { records, report in
      let office = try await SmallOffice(in: records)
      let text = "OR NOT \"NEAR\" *; DROP {a,b} 100% it's"
      let form = try await change(records) { records throws(RecordError) in
        let form = try office.addForm(named: "灯会", in: records)
        try records.save(FormText(form: form, findings: text, tokens: SearchTokens.tokens(of: [text])))
        return form
      }
      for question in ["or", "near*", "\"drop\"", "{a}", "100%", "it's", "b} it"] {
        let found = try await look(records) { records throws(RecordError) in
          try records.formsFound(by: SearchTokens.wanted(by: question), among: nil, before: nil, limit: 9)
        }
        report.expect(found, [form], question)
      }
    },
  ]

  // MARK: Saved views

  private static let viewLaws: [RecordLaw] = [
    RecordLaw("Views are kept for the person who saved them") { records, report in
      let office = try await SmallOffice(in: records)
      let ids = try await change(records) { records throws(RecordError) in
        var ids: [SavedViewID] = []
        for (person, name) in [(office.clerk, "一"), (office.reviewer, "二"), (office.clerk, "三")] {
          let id: SavedViewID = try records.nextNumber()
          try records.add(SavedView(id: id, person: person, name: name, filter: "found=clean"))
          ids.append(id)
        }
        try records.remove(ids[0], expecting: 1)
        return ids
      }
      let found = try await look(records) { records throws(RecordError) in
        try records.savedViews(of: office.clerk)
      }
      report.expect(
        found,
        [Stored(SavedView(id: ids[2], person: office.clerk, name: "三", filter: "found=clean"), revision: 1)],
        "views")
      await report.expect("notFound savedView", "one that is gone") {
        try await change(records) { records throws(RecordError) in
          try records.remove(ids[0], expecting: 1)
        }
      }
      await report.expect("stale savedView", "another revision") {
        try await change(records) { records throws(RecordError) in
          try records.remove(ids[1], expecting: 2)
        }
      }
      await report.expect("invalid savedView", "no name") {
        try await change(records) { records throws(RecordError) in
          try records.add(
            SavedView(id: try records.nextNumber(), person: office.clerk, name: "", filter: ""))
        }
      }
      await report.expect("unknownReference savedView", "nobody") {
        try await change(records) { records throws(RecordError) in
          let person: PersonID = try records.nextNumber()
          try records.add(SavedView(id: try records.nextNumber(), person: person, name: "四", filter: ""))
        }
      }
    }
  ]
}

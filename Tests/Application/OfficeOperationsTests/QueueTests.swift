// Queues as their readers see them: what waits, page by page, and what is counted.
import Model
import Organisations
import Permissions
import Quantities
import Records
import Samples
import StorageOpening
import StorageProbes
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct QueueFilterTests {
  @Test(arguments: [
    "", "year=2026", "year=2025&year=2026&kind=project-target&stage=awaiting-finance&found=clean",
    "stage=approved&place=330122/713001", "found=errors", "place=330122/",
  ])
  func `a filter reads back what it prints`(text: String) throws {
    let filter = try #require(QueueFilter(text: text))
    #expect(filter.text == text)
    #expect(QueueFilter(pairs: filter.pairs) == filter)
  }

  @Test(arguments: [
    "year=20266", "year=x", "kind=table", "stage=Approved", "found=nothing", "place=713001", "colour=red",
    "year", "found=clean&&stage=", "stage=approved=disclosed", "place=330122/71",
  ])
  func `what is not understood is refused, never left out`(text: String) {
    // A blank value is no word at all; everything else counts.
    if text == "found=clean&&stage=" {
      #expect(QueueFilter(text: text) == QueueFilter(group: .clean))
    } else {
      #expect(QueueFilter(text: text) == nil)
    }
  }
}

@Suite struct UrgencyTests {
  private func judgement(
    _ errors: Int, _ warnings: Int, _ hints: Int, _ novelty: FormJudgement.Novelty = .alike
  ) -> FormJudgement {
    var judgement = FormJudgement(findings: [], novelty: novelty)
    judgement.counts = FindingCounts(errors: errors, warnings: warnings, hints: hints)
    return judgement
  }

  @Test func `more money, graver findings and newer projects come first`() throws {
    let million = Money(fen: 100_000_000)
    let ladder = [
      judgement(0, 0, 0), judgement(0, 0, 1), judgement(0, 1, 0), judgement(0, 1, 0, .changed),
      judgement(1, 1, 0, .changed), judgement(1, 1, 0, .first),
    ]
    let urgencies = ladder.map { $0.urgency(of: million) }
    #expect(urgencies == urgencies.sorted())
    #expect(Set(urgencies).count == ladder.count)
    #expect(judgement(1, 0, 0).urgency(of: Money(fen: 1_000)) > judgement(0, 0, 0).urgency(of: nil))
  }

  @Test(arguments: [Int64.min, -1, 0, 1, Int64.max]) func `no sum of money overflows`(fen: Int64) {
    let most = judgement(.max, .max, .max, .first).urgency(of: Money(fen: fen))
    #expect(most > 0)
    #expect(most >= judgement(0, 0, 0).urgency(of: Money(fen: fen)))
  }
}

@Suite struct QueueTests {
  /// What a queue shows, as project and stage.
  private func lines(
    _ filter: QueueFilter = QueueFilter(), by person: SignedIn, in desk: FormDesk
  ) async throws -> [String] {
    let page = try await ReadQueue(filter).run(in: desk.office, by: person)
    return page.lines.map { "\($0.title ?? "") \($0.stage.rawValue)" }
  }

  @Test(arguments: Engine.allCases)
  func `each reader sees what waits for the own part, and nothing that is not for it`(engine: Engine)
    async throws
  {
    let desk = try await FormDesk(on: engine)
    for stage in Stage.allCases { _ = try await desk.form(at: stage, project: stage.rawValue) }
    _ = try await FillDigests().run(in: desk.office)
    let all = QueueFilter(stages: Set(Stage.allCases))
    #expect(
      Set(try await lines(by: desk.department, in: desk))
        == ["awaiting-department awaiting-department", "department-review department-review"])
    #expect(
      Set(try await lines(by: desk.finance, in: desk))
        == ["awaiting-finance awaiting-finance", "finance-review finance-review"])
    #expect(
      Set(try await lines(by: desk.clerk, in: desk)) == [
        "draft draft", "returned returned", "adjusting adjusting",
      ])
    #expect(try await lines(all, by: desk.clerk, in: desk).count == 11)
    #expect(try await lines(all, by: desk.finance, in: desk).count == 10)
    #expect(try await !lines(all, by: desk.finance, in: desk).contains("draft draft"))
    let evaluator = try await evaluator(in: desk)
    #expect(
      Set(try await lines(all, by: evaluator, in: desk)) == [
        "approved approved", "disclosed disclosed", "adjusting approved",
      ])
    let page = try await ReadQueue().run(in: desk.office, by: desk.finance)
    #expect(page.counts.count().forms == 10)
    #expect(page.total(of: QueueFilter()).forms == 2)
    #expect(page.lines.allSatisfy { $0.department?.path.code.digits == "713" })
    #expect(page.lines.contains { $0.openedByPerson == desk.finance.person.id })
    let clerks = try await ReadQueue().run(in: desk.office, by: desk.clerk)
    #expect(clerks.counts.count().forms == 11)
    // Whoever writes for the department as well reads no form twice.
    let person = try await desk.county.stored(desk.clerk.person.id).value
    let department = try desk.county.actor(person, .clerk, at: "330122/713")
    let both = SignedIn(
      person: desk.clerk.person,
      actor: Actor(
        person: desk.clerk.person.id,
        holdings: desk.clerk.actor.holdings + department.actor.holdings),
      session: desk.clerk.session, mustChangePassword: false)
    let own = try await lines(all, by: desk.clerk, in: desk).sorted()
    #expect(try await lines(all, by: both, in: desk).sorted() == own)
  }

  private func evaluator(in desk: FormDesk) async throws -> SignedIn {
    try desk.county.actor(
      try await desk.county.stored(try await desk.county.person("ping.jia", at: desk.county.root)).value,
      .evaluator, at: "330122/")
  }

  @Test(arguments: Engine.allCases)
  func `evaluators keep what is in force while it is adjusted, and are told nothing of the adjustment`(
    engine: Engine
  ) async throws {
    let desk = try await FormDesk(on: engine)
    let evaluator = try await evaluator(in: desk)
    let form = try await desk.form(at: .disclosed, project: "沟渠清淤")
    _ = try await desk.form(at: .awaitingDepartment, project: "从未批复")
    let withheld = try await desk.form(at: .withheld, project: "涉密")
    try await desk.take(.adjustment(reason: "追加"), on: withheld, by: desk.clerk)
    func seen() async throws -> ReadQueue.QueuePage {
      let page = try await ReadQueue().run(in: desk.office, by: evaluator)
      #expect(page.lines.map(\.form) == [form])
      #expect(page.total(of: QueueFilter()).forms == 1)
      #expect(page.total(of: QueueFilter()).amount == page.lines.first?.digest.amount)
      #expect(page.counts.stages == Set(page.lines.map(\.stage)))
      return page
    }
    let before = try #require(try await seen().lines.first)
    #expect(before.stage == .disclosed && before.digest.amount == Money(fen: 4_000_000))
    try await desk.take(.adjustment(reason: "资金追加"), on: form, by: desk.clerk)
    try await desk.write("budget/total", "\"90000.00\"", in: form)
    try await desk.write("budget/fiscal", "\"90000.00\"", in: form)
    try await desk.write("indicators/k1/annualValue", "\"≤4500元/公里\"", in: form)
    let way: [(Deed, SignedIn)] = [
      (.submission(route: .viaDepartment), desk.clerk), (.opening, desk.department),
      (FormDesk.objecting, desk.department), (.submission(route: .viaDepartment), desk.clerk),
      (.opening, desk.department), (.forwarding(note: nil), desk.department), (.opening, desk.finance),
    ]
    for (deed, person) in way {
      let line = try #require(try await seen().lines.first)
      #expect(line.stage == .disclosed && line.digest.amount == before.digest.amount, "\(deed.step)")
      #expect(line.digest.findings == nil && line.openedBy == nil && line.lastDay == before.lastDay)
      try await desk.take(deed, on: form, by: person)
    }
    // Whoever works on it too is told it once, as it stands.
    let all = QueueFilter(stages: Set(Stage.allCases))
    for worker in [desk.finance, desk.clerk] {
      let both = SignedIn(
        person: evaluator.person,
        actor: Actor(
          person: evaluator.person.id, holdings: worker.actor.holdings + evaluator.actor.holdings),
        session: evaluator.session, mustChangePassword: false)
      let told = try await lines(all, by: both, in: desk).filter { $0.hasPrefix("沟渠清淤") }
      #expect(told == ["沟渠清淤 finance-review"])
    }
    try await desk.take(.approval(opinion: "同意调整", number: nil), on: form, by: desk.finance)
    #expect(try await seen().lines.map(\.stage) == [.approved])
    #expect(try await seen().lines.first?.digest.amount == Money(fen: 9_000_000))
    // What was approved is taken back: what it replaced is in force again.
    try await desk.take(.reopening(reason: "数字有误"), on: form, by: desk.finance)
    #expect(try await seen().lines.map(\.stage) == [.disclosed])
    #expect(try await seen().lines.first?.digest.amount == Money(fen: 4_000_000))
  }

  @Test(arguments: Engine.allCases)
  func `a queue goes forth and back page by page`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    for number in 1...7 {
      var record = FormDesk.sound
      record.budget.total = Money(fen: 4_000_000 + Int64(number % 3) * 1_000_000)
      record.budget.fiscal = record.budget.total
      let form = try await desk.form(.projectTarget(record), project: "第\(number)项")
      try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    }
    func page(_ position: QueuePosition?, back: Bool = false) async throws -> ReadQueue.QueuePage {
      try await ReadQueue(from: position, isBackward: back, limit: 3).run(
        in: desk.office, by: desk.department)
    }
    let first = try await page(nil)
    let second = try await page(first.next)
    let third = try await page(second.next)
    let all = first.lines + second.lines + third.lines
    #expect(Set(all.map(\.form)).count == 7)
    #expect(all.map(\.digest.position) == all.map(\.digest.position).sorted())
    #expect(first.previous == nil && third.next == nil)
    #expect(try await page(third.previous, back: true).lines == second.lines)
    let again = try await page(second.previous, back: true)
    #expect(again.lines == first.lines)
    #expect(again.previous == nil)
    #expect(again.next == first.next)
  }

  @Test(arguments: Engine.allCases)
  func `tallies follow every step of every form`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    for stage in Stage.allCases { _ = try await desk.form(at: stage, project: stage.rawValue) }
    _ = try await desk.form(at: .financeReview, project: "再次", isInForce: true)
    _ = try await FillDigests().run(in: desk.office)
    try await expectSoundTallies(in: desk.office)
    #expect(try await FillDigests().run(in: desk.office) == 0)
  }

  @Test(.timeLimit(.minutes(5))) func `a county that was loaded is in its queues`() async throws {
    let folder = try ScratchFolder()
    let records = try await OpenedStorage.open(
      StoragePlace(folder: folder.path), for: .migrate, now: SmallOffice.start
    ).records
    let town = try await SmallTown(isSetUp: false, records: records)
    _ = try await LoadCounty(SampleCounty(seed: 3), password: SmallTown.password).run(in: town.office)
    try await expectSoundTallies(in: town.office)
    await records.close()
  }

  /// Holds what is counted against what can be counted.
  private func expectSoundTallies(in office: Office) async throws {
    try await office.read { records in
      let root = try records.root().path
      for year in try records.budgetYears().map(\.value.year) {
        let counts = try records.formCounts(FormSelection(year: year))
        let tallies = QueueCounts(try records.tallies(of: .stage, in: year, at: [root]))
        for stage in Stage.allCases {
          #expect(tallies.count(stages: [stage]).forms == counts[stage.rawValue] ?? 0, "\(year) \(stage)")
        }
        var approvals: Int64 = 0
        var objections: Int64 = 0
        var moves: Int64 = 0
        var last: FormID?
        while true {
          let page = try records.forms(FormSelection(year: year), after: last, limit: 200)
          for stored in page {
            let decisions = try records.decisions(on: stored.value.id)
            moves += Int64(decisions.count)
            for (place, decision) in decisions.enumerated() {
              switch try decision.stepRecord().deed {
              case .approval: approvals += 1
              case .reopening where decision.stageBefore == Stage.approved.rawValue: approvals -= 1
              case .return(let cells): objections += Int64(cells.count)
              case .retraction:
                if case .return(let cells) = try decisions[place - 1].stepRecord().deed {
                  objections -= Int64(cells.count)
                }
              default: break
              }
            }
            let digest = try #require(try records.digest(of: stored.value.id))
            #expect(digest.stage == stored.value.stage)
            #expect(digest.amount == stored.value.amount)
            #expect(digest.length == decisions.count)
            #expect(digest.inForce?.stage == (try FormCourse(decisions: decisions).inForce?.stage.rawValue))
          }
          guard let end = page.last else { break }
          last = end.value.id
        }
        func sum(_ topic: TallyTopic) throws -> Int64 {
          try records.tallies(of: topic, in: year, at: [root]).reduce(0) { $0 + $1.count }
        }
        #expect(try sum(.round) == approvals)
        #expect(try sum(.objection) == objections)
        #expect(try sum(.time) == moves)
      }
    }
  }
}

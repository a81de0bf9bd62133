// How long five hundred clean forms take from being chosen to their approval, on both engines.
import Accounts
import FormDrafts
import Glibc
import Ledger
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import StorageOpening
import StorageProbes
import Workflow

/// A batch approval as the office does it, without the time in which a person reads the drawn forms.
struct BatchBench {
  let output: BenchOutput

  private static let formCount = 500

  func run(_ folder: TemporaryFolder) async {
    output.line("Approval of \(Self.formCount) clean forms in one batch, seconds")
    output.row("engine", "holding against the rules", "approving", "together", "forms a second")
    do {
      try await measure("SQLite", in: try folder.subfolder("batch"), nil)
      guard let cluster = ThrowAwayCluster(isSafe: true) else {
        output.line(ThrowAwayCluster.absence)
        return
      }
      try await measure("PostgreSQL", in: try folder.subfolder("batchserver"), cluster)
      cluster.stop()
    } catch {
      output.line("Batches cannot be measured: \(error)")
    }
    output.line("")
  }

  private func measure(_ engine: String, in folder: String, _ cluster: ThrowAwayCluster?) async throws {
    let storage = try await OpenedStorage.open(
      StoragePlace(folder: folder, server: cluster?.database()), for: .migrate, now: SmallOffice.start,
      connections: 4)
    let town = try await BatchTown(storage.records)
    for number in 1...Self.formCount { try await town.submit(number) }
    guard let year = FiscalYear(2026) else { return }
    let id = try await BeginBatchApproval(.standing([.awaitingFinance], year: year, under: nil)).run(
      in: town.office, by: town.finance)
    let checking = try await town.work()
    let report = try await ReadBatch(id: id).run(in: town.office, by: town.finance)
    for line in report.drawn {
      let length = try await town.office.read { try $0.course(of: line.item.form).length }
      try await JudgeDrawnForm(batch: id, form: line.item.form, length: length, opinion: BenchWording.opinion)
        .run(in: town.office, by: town.finance)
    }
    try await ConfirmBatchApproval(id: id).run(in: town.office, by: town.finance)
    let approving = try await town.work()
    let end = try await ReadBatch(id: id).run(in: town.office, by: town.finance)
    let done = end.count(.done)
    if let left = end.out.first?.item.known.reason { output.line("  \(end.out.count) left: \(left)") }
    output.row(
      engine, Figures.decimal(checking), Figures.decimal(approving), Figures.decimal(checking + approving),
      "\(Figures.decimal(Double(done) / (checking + approving))) (\(done) approved)")
    await storage.close()
    ChildProgram.run(["rm", "-rf", "--", folder])
  }
}

/// A town where a clerk submits straight to the bureau.
private struct BatchTown: Sendable {
  let office: Office
  let finance: SignedIn
  private let clerk: SignedIn
  private let unit: OrganisationID

  init(_ records: any RecordStore) async throws {
    var chance = Chance.machine
    let office = Office(
      records: records, key: ServerKey(using: &chance), clock: { SmallOffice.start }, chance: .machine)
    let small = try await SmallOffice(in: records)
    guard let year = FiscalYear(2026), let region = RegionCode("330000123"),
      let place = OrganisationCode("713001")
    else { throw RecordError.damaged("town") }
    let root = OrganisationPath(region: region)
    let reviewer = try await records.transaction { records throws(RecordError) in
      try records.save(BudgetYear(year: year, isOpen: true), expecting: 0)
      return try SmallOffice.person("cai.zheng", "林远", at: small.region, in: records)
    }
    func signedIn(_ person: PersonID, _ role: Role, at path: OrganisationPath) async throws -> SignedIn {
      SignedIn(
        person: try await office.read { try $0.person(person).value },
        actor: Actor(person: person, holdings: [Holding(role: role, place: path)]),
        session: ContentHash(of: [1]), mustChangePassword: false)
    }
    clerk = try await signedIn(small.clerk, .clerk, at: OrganisationPath(region: region, code: place))
    finance = try await signedIn(reviewer, .financeReviewer, at: root)
    let security = try await signedIn(small.reviewer, .securityAdministrator, at: root)
    // Jobs ask the store for the role.
    _ = try await GiveRight(
      person: reviewer, role: Role.financeReviewer.rawValue, organisation: small.region
    ).run(in: office, by: security)
    unit = small.unit
    self.office = office
  }

  /// A project of its own with a form that no rule stops, submitted.
  func submit(_ number: Int) async throws {
    let project = try await AddProject(
      organisation: unit, typed: TypedProject(name: BenchWording.project(number), firstYear: "2026")
    ).run(in: office, by: clerk)
    let target = SoundTarget.record
    guard let year = FiscalYear(2026) else { return }
    let (unit, person, moment, record) = (unit, clerk.person.id, office.now, Form.projectTarget(target))
    let form = try await office.change { records in
      let form: FormID = try records.nextNumber()
      try records.add(
        FormEntry(
          id: form, kind: .projectTarget, year: year, organisation: unit, project: project,
          stage: Stage.draft.rawValue))
      _ = try records.save(FormDraft(record: record).fields, of: form, onto: 0, by: person, at: moment)
      return form
    }
    _ = try await SubmitForm(form: form, length: 0, explanation: BenchWording.opinion).run(
      in: office, by: clerk)
  }

  /// Works until nothing waits.
  ///
  /// - Returns: seconds.
  func work() async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    while try await WorkOnBatch().run(in: office) {}
    return (clock.now - start) / .seconds(1)
  }
}

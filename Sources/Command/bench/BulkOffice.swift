// An office with any number of forms, made from the samples: thirty departments with ten units each.
import Accounts
import Ledger
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Samples
import StorageProbes
import Workflow

/// An office for measuring lists. Its units and people stay the same, however many forms there are, and so
/// does what its pages show: the first department has forms for two pages at least, most forms are of one
/// year, some dozen say a rare word, and every unit has a project without a form.
struct BulkOffice: Sendable {
  private(set) var office: Office
  private let root: OrganisationPath
  private let departments: [OrganisationPath]
  private let reviewer: Person
  private let session: ContentHash

  private static let departmentCount = 30
  private static let unitsEach = 10
  /// Forms of the first department at least: what waits there, a sixth of them, fills two pages.
  private static let firstDepartmentMin = 700
  /// Forms with a word that no others have: some are drafts, some of other years, and a page is full of them.
  private static let rareForms = 40
  /// Forms of one transaction.
  private static let formsAtOnce = 2_000

  /// Fills an empty store.
  init(_ records: any RecordStore, count: Int) async throws {
    guard let region = RegionCode("3301") else { throw RecordError.damaged("region") }
    office = Self.office(in: records)
    root = OrganisationPath(region: region)
    let made = try await records.transaction { records throws(RecordError) in
      try BulkPlaces(in: records, root: OrganisationPath(region: region), count: count)
    }
    departments = made.departments
    reviewer = made.reviewer
    session = ContentHash(of: [1])
    let forms = SampleCounty(seed: 1).forms(count: count)
    for start in stride(from: 0, to: count, by: Self.formsAtOnce) {
      let end = min(count, start + Self.formsAtOnce)
      try await records.transaction { records throws(RecordError) in
        for number in start..<end { try made.add(forms[number], to: records) }
      }
    }
  }

  /// The same office where its records were moved to.
  func moved(to records: any RecordStore) -> BulkOffice {
    var moved = self
    moved.office = Self.office(in: records)
    return moved
  }

  private static func office(in records: any RecordStore) -> Office {
    var chance = Chance.machine
    return Office(
      records: records, key: ServerKey(using: &chance), clock: { SmallOffice.start }, chance: .machine)
  }

  /// Somebody who reviews everything, or the first department.
  func person(_ role: Role) -> SignedIn {
    let place = role == .financeReviewer ? root : departments[0]
    return SignedIn(
      person: reviewer, actor: Actor(person: reviewer.id, holdings: [Holding(role: role, place: place)]),
      session: session, mustChangePassword: false)
  }

  /// The places of the office, and how a form is put there.
  private struct BulkPlaces: Sendable {
    var departments: [OrganisationPath] = []
    var units: [(id: OrganisationID, path: OrganisationPath, name: String)] = []
    let clerk: PersonID
    let reviewer: Person
    private let count: Int

    init(in records: any RecordTransaction, root: OrganisationPath, count: Int) throws(RecordError) {
      self.count = count
      let years = try SmallOffice.years(2020)
      func add(_ code: String, _ kind: OrganisationKind, _ name: String) throws(RecordError) -> (
        OrganisationID, OrganisationPath
      ) {
        guard let code = OrganisationCode(code) else { throw .damaged("code") }
        let path = OrganisationPath(region: root.region, code: code)
        let id: OrganisationID = try records.nextNumber()
        try records.add(Organisation(id: id, path: path, kind: kind, name: name, years: years))
        return (id, path)
      }
      let (region, _) = try add("", .region, "云岭市")
      for department in 101...100 + BulkOffice.departmentCount {
        departments.append(try add("\(department)", .department, "第\(department)局").1)
        for unit in 101...100 + BulkOffice.unitsEach {
          let name = "第\(department)局\(unit)所"
          let (id, path) = try add("\(department)\(unit)", .unit, name)
          units.append((id, path, name))
          try records.add(
            ProjectEntry(
              id: try records.nextNumber(), organisation: id, code: nil, name: name, category: "",
              years: years))
        }
      }
      let id = try SmallOffice.person("he.lan", "何岚", at: region, in: records)
      reviewer = try records.person(id).value
      clerk = try SmallOffice.person("zhou.min", "周敏", at: region, in: records)
      for year in 2024...2026 {
        guard let year = FiscalYear(year) else { throw .damaged("year") }
        try records.save(BudgetYear(year: year, isOpen: year.year == 2026), expecting: 0)
      }
    }

    /// Where a form lies: each department has as many as the others, but where that would not fill the pages
    /// of the first.
    private func place(of bulk: BulkForm) -> (id: OrganisationID, path: OrganisationPath, name: String) {
      let slot = bulk.number &* 7_919 % count
      let first = max(count / BulkOffice.departmentCount, BulkOffice.firstDepartmentMin)
      let (each, all) = (BulkOffice.unitsEach, units.count)
      return units[slot < first ? slot % each : each + slot % (all - each)]
    }

    /// Adds a form with everything that lists know of it. Of its indicators the first few are kept, so that
    /// a million forms fit a disk.
    func add(_ bulk: BulkForm, to records: any RecordTransaction) throws(RecordError) {
      guard let season = FiscalYear(2026) else { throw .damaged("year") }
      var target = bulk.form
      target.indicators = Array(target.indicators.prefix(3))
      if bulk.number % max(1, count / BulkOffice.rareForms) == 7 {
        target.goals.annual = (target.goals.annual ?? "") + "，含第七号桥墩"
      }
      let place = place(of: bulk)
      let year = bulk.number / 7 % 10 < 8 ? season : bulk.year
      let project: ProjectID = try records.nextNumber()
      try records.add(
        ProjectEntry(
          id: project, organisation: place.id, code: nil, name: bulk.projectName, category: bulk.category,
          years: try SmallOffice.years(2020)))
      let id: FormID = try records.nextNumber()
      let record = Form.projectTarget(target)
      try records.add(
        FormEntry(
          id: id, kind: .projectTarget, year: year, organisation: place.id, project: project,
          stage: Stage.draft.rawValue))
      try records.setAmount(record.amountAsked, of: id)
      if bulk.stage != .draft {
        _ = try records.addVersion(
          of: id, record: record.recordBytes, by: clerk, at: SmallOffice.start, reason: "")
        try addSteps(to: bulk.stage, of: id, in: records)
      }
      let findings =
        bulk.stage == .draft
        ? nil
        : FindingCounts(
          errors: bulk.planted.count, warnings: bulk.number % 5 == 0 ? 1 : 0,
          hints: bulk.number % 7 == 0 ? 1 : 0)
      try records.save(
        FormDigest(
          form: id, year: year, kind: .projectTarget, organisation: place.id, place: place.path,
          project: project, stage: bulk.stage.rawValue, amount: record.amountAsked, findings: findings,
          round: 1, length: 1, moved: SmallOffice.moment(bulk.number % 100_000),
          urgency: (record.amountAsked?.fen ?? 0) / 1_000_000 + Int64(bulk.planted.count * 100)))
      try records.save(
        FormText(
          of: try records.form(id).value, at: place.path, stages: [bulk.stage],
          names: [place.name, bulk.projectName, bulk.category],
          records: bulk.stage == .draft ? [] : [record],
          findings: bulk.planted.isEmpty ? "" : BenchWording.finding, words: []))
    }

    /// The shortest way to a stage, straight to the bureau where it ends there.
    private func addSteps(
      to stage: Stage, of form: FormID, in records: any RecordTransaction
    ) throws(RecordError) {
      let viaDepartment = stage == .awaitingDepartment || stage == .departmentReview || stage == .returned
      let submit = (Deed.submission(route: viaDepartment ? .viaDepartment : .direct), Role.clerk)
      let reviewing: Role = viaDepartment ? .departmentReviewer : .financeReviewer
      let open = (Deed.opening, reviewing)
      let approve = (Deed.approval(opinion: BenchWording.opinion, number: nil), Role.financeReviewer)
      let objections = [Objection(field: "goals/annual", words: BenchWording.finding)]
      let steps: [(Deed, Role)] =
        switch stage {
        case .draft, .adjusting, .lapsed: []
        case .awaitingDepartment, .awaitingFinance: [submit]
        case .departmentReview, .financeReview: [submit, open]
        case .returned: [submit, open, (.return(objections), reviewing)]
        case .approved: [submit, open, approve]
        case .disclosed: [submit, open, approve, (.disclosure, .financeReviewer)]
        case .withheld:
          [submit, open, approve, (.withholding(reason: BenchWording.finding), .financeReviewer)]
        }
      var course = FormCourse(maker: clerk)
      for (deed, role) in steps {
        let before = course.stage
        let step = StepRecord(
          deed: deed, actor: role == .clerk ? clerk : reviewer.id, role: role, moment: SmallOffice.start)
        do { try course.take(step) } catch { throw .damaged("course") }
        try records.add(
          Decision(
            id: try records.nextNumber(), form: form, version: 1, from: before, to: course.stage,
            keeping: step),
          expecting: try records.form(form).revision)
      }
    }
  }
}

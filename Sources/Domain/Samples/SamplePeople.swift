// The people of the county: one clerk a unit, one reviewer a department, the bureau, the administrators.
package import Organisations
import Quantities

/// An account for trying things out, with the part that it plays.
package struct SampleSignIn: Sendable, Hashable {
  package let role: Role
  package let account: AccountName
  package let person: PersonID
  package let organisation: OrganisationID
}

/// People with their assignments and deputies.
struct SamplePeople: Sendable {
  private(set) var people: [Person] = []
  private(set) var assignments: [Assignment] = []
  private(set) var deputies: [Deputy] = []
  private(set) var signIns: [SampleSignIn] = []
  private let roster: CountyRoster
  private let days: DaySpan

  /// The unit and the department whose people have the easy names.
  static let shownUnit = "713001"
  private static let shownDepartment = "713"

  /// - Parameter today: the deputy's days are around it.
  init?(_ organisations: [Organisation], roster: CountyRoster, firstDay: Day, today: Day) {
    guard let days = DaySpan(first: firstDay), let region = organisations.first(where: { $0.kind == .region })
    else { return nil }
    self.roster = roster
    self.days = days
    for (account, role) in [
      ("caizheng", Role.financeReviewer), ("pingjia", .evaluator), ("lingdao", .reader),
      ("xitong", .systemAdministrator), ("anquan", .securityAdministrator), ("shenji", .auditAdministrator),
    ] {
      add(account, role, at: region, isShown: true)
    }
    add("caizheng2", .financeReviewer, at: region)
    for organisation in organisations {
      let code = organisation.path.code.digits
      switch organisation.kind {
      case .region, .bureau: break
      case .department:
        let isShown = code == Self.shownDepartment
        add(isShown ? "bumen" : "sh\(code)", .departmentReviewer, at: organisation, isShown: isShown)
      case .unit:
        let isShown = code == Self.shownUnit
        let clerk = add(isShown ? "jingban" : "jb\(code)", .clerk, at: organisation, isShown: isShown)
        // The clerk of the head unit also makes the form of the whole department.
        if code.hasSuffix("001"), let clerk,
          let department = organisations.first(where: { $0.path.code == organisation.path.code.parent }),
          department.kind == .department
        {
          assign(clerk, .clerk, department)
        }
      }
    }
    addDeputy(around: today, organisations)
  }

  /// The person of a role at an organisation; the first where there are several.
  func person(_ role: Role, at organisation: OrganisationID) -> PersonID? {
    assignments.first { $0.role == role && $0.organisation == organisation }?.person
  }

  /// All persons of a role.
  func persons(_ role: Role) -> [PersonID] { assignments.filter { $0.role == role }.map(\.person) }

  @discardableResult
  private mutating func add(
    _ account: String, _ role: Role, at organisation: Organisation, isShown: Bool = false
  ) -> PersonID? {
    guard let id = PersonID(Int64(people.count + 1)), let account = AccountName(account) else { return nil }
    people.append(
      Person(
        id: id, name: roster.personName(people.count + 1), account: account, organisation: organisation.id,
        days: days))
    assign(id, role, organisation)
    if isShown {
      signIns.append(
        SampleSignIn(role: role, account: account, person: id, organisation: organisation.id))
    }
    return id
  }

  private mutating func assign(_ person: PersonID, _ role: Role, _ organisation: Organisation) {
    guard let id = AssignmentID(Int64(assignments.count + 1)) else { return }
    assignments.append(
      Assignment(id: id, person: person, role: role, organisation: organisation.id, days: days))
  }

  /// The reviewer of the first department is away for two weeks; the one of the second stands in.
  private mutating func addDeputy(around today: Day, _ organisations: [Organisation]) {
    let reviewers = persons(.departmentReviewer)
    guard reviewers.count >= 2, let id = DeputyID(1),
      let deputy = Deputy(
        id: id, principal: reviewers[0], deputy: reviewers[1], first: SampleCalendar.day(today, plus: -10),
        last: SampleCalendar.day(today, plus: 4))
    else { return }
    deputies = [deputy]
  }
}

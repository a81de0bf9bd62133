// Decisions about people: who may, in which part, and what is said to those who may not.
import Organisations
import Permissions
import Quantities
import Testing
import Workflow

struct PermissionTests {
  private static func person(_ number: Int64) throws -> PersonID { try #require(PersonID(number)) }

  private static func place(_ code: String, region: String = "441900103") throws -> OrganisationPath {
    try #require(OrganisationPath("\(region)/\(code)"))
  }

  private static func actor(_ number: Int64, _ parts: [(Role, String)]) throws -> Actor {
    Actor(person: try person(number), holdings: try parts.map { Holding(role: $0, place: try place($1)) })
  }

  private static func course(_ deeds: [Deed], maker: Int64 = 1) throws -> FormCourse {
    let records = try deeds.map {
      StepRecord(deed: $0, actor: try person(maker), role: .clerk, moment: Moment(milliseconds: 0))
    }
    return try FormCourse(maker: person(maker), records: records)
  }

  @Test func `the clerk of a unit edits its drafts and nobody else's`() throws {
    let clerk = try Self.actor(1, [(.clerk, "713001")])
    let draft = try Self.course([])
    let own = Matter(place: try Self.place("713001"), course: draft)
    #expect(try Permission.part(for: .editForms, actor: clerk, matter: own)?.role == .clerk)
    for code in ["713", "713002", "713001001", ""] {
      let matter = Matter(place: try Self.place(code), course: draft)
      #expect(throws: PermissionRefusal.elsewhere(.editForms)) {
        try Permission.part(for: .editForms, actor: clerk, matter: matter)
      }
    }
    let sameCode = Matter(place: try Self.place("713001", region: "441900104"), course: draft)
    #expect(throws: PermissionRefusal.elsewhere(.editForms)) {
      try Permission.part(for: .editForms, actor: clerk, matter: sameCode)
    }
  }

  @Test func `what is submitted is locked for its clerk`() throws {
    let clerk = try Self.actor(1, [(.clerk, "713001")])
    let matter = Matter(
      place: try Self.place("713001"), course: try Self.course([.submission(route: .direct)]))
    #expect(throws: PermissionRefusal.wrongStage(.editForms, .awaitingFinance)) {
      try Permission.part(for: .editForms, actor: clerk, matter: matter)
    }
    #expect(try Permission.part(for: .step(.withdraw), actor: clerk, matter: matter) != nil)
  }

  @Test func `a stage is needed where the table has one`() throws {
    let clerk = try Self.actor(1, [(.clerk, "713001")])
    let matter = Matter(place: try Self.place("713001"))
    #expect(throws: PermissionRefusal.self) {
      try Permission.part(for: .editForms, actor: clerk, matter: matter)
    }
  }

  @Test func `nobody approves or forwards what he wrote`() throws {
    let both = try Self.actor(1, [(.clerk, "713001"), (.departmentReviewer, "713"), (.financeReviewer, "")])
    let other = try Self.actor(2, [(.departmentReviewer, "713"), (.financeReviewer, "")])
    let place = try Self.place("713001")
    let atDepartment = Matter(
      place: place, course: try Self.course([.submission(route: .viaDepartment), .opening]))
    let atBureau = Matter(place: place, course: try Self.course([.submission(route: .direct), .opening]))
    #expect(throws: PermissionRefusal.ownWork(.step(.forward))) {
      try Permission.part(for: .step(.forward), actor: both, matter: atDepartment)
    }
    #expect(throws: PermissionRefusal.ownWork(.step(.approve))) {
      try Permission.part(for: .step(.approve), actor: both, matter: atBureau)
    }
    #expect(try Permission.part(for: .step(.sendBack), actor: both, matter: atBureau) != nil)
    #expect(try Permission.part(for: .step(.forward), actor: other, matter: atDepartment) != nil)
    #expect(try Permission.part(for: .step(.approve), actor: other, matter: atBureau) != nil)
  }

  @Test func `a deputy acts for the absent, and neither approves the other's work`() throws {
    let deputy = Actor(
      person: try Self.person(9),
      holdings: [
        Holding(role: .financeReviewer, place: try Self.place(""), onBehalfOf: try Self.person(1))
      ])
    let place = try Self.place("713001")
    let written = Matter(place: place, course: try Self.course([.submission(route: .direct), .opening]))
    #expect(throws: PermissionRefusal.ownWork(.step(.approve))) {
      try Permission.part(for: .step(.approve), actor: deputy, matter: written)
    }
    let course = try Self.course([.submission(route: .direct), .opening], maker: 5)
    let part = try Permission.part(
      for: .step(.approve), actor: deputy, matter: Matter(place: place, course: course))
    #expect(part?.onBehalfOf == (try Self.person(1)))
  }

  @Test func `an approval without a form is refused`() throws {
    let reviewer = try Self.actor(1, [(.financeReviewer, "")])
    #expect(throws: PermissionRefusal.self) {
      try Permission.part(for: .step(.approve), actor: reviewer, matter: Matter(place: Self.place("713")))
    }
  }

  @Test(arguments: [Role.systemAdministrator, .securityAdministrator, .auditAdministrator])
  func `an administrator reads no form at any stage`(role: Role) throws {
    let administrator = try Self.actor(1, [(role, "")])
    for deeds in [[Deed](), [.submission(route: .direct)], [.submission(route: .direct), .opening]] {
      let matter = Matter(place: try Self.place("713001"), course: try Self.course(deeds))
      #expect(throws: PermissionRefusal.noRole(.readForms)) {
        try Permission.part(for: .readForms, actor: administrator, matter: matter)
      }
    }
  }

  @Test func `own accounts are for oneself, whatever the part`() throws {
    for role in Role.allCases {
      let actor = try Self.actor(1, [(role, "")])
      let own = Matter(place: try Self.place(""), person: try Self.person(1))
      let foreign = Matter(place: try Self.place(""), person: try Self.person(2))
      #expect(try Permission.part(for: .changeOwnPassword, actor: actor, matter: own) == nil)
      #expect(throws: PermissionRefusal.notOneself(.changeOwnPassword)) {
        try Permission.part(for: .changeOwnPassword, actor: actor, matter: foreign)
      }
      #expect(throws: PermissionRefusal.notOneself(.manageOwnSessions)) {
        try Permission.part(for: .manageOwnSessions, actor: actor, matter: Matter(place: Self.place("")))
      }
    }
  }

  @Test func `who holds nothing may look at organisations and rule sets and no more`() throws {
    let nobody = Actor(person: try Self.person(1), holdings: [])
    let matter = Matter(place: try Self.place(""), course: try Self.course([]))
    let open = Right.allCases.filter { right in
      do throws(PermissionRefusal) {
        _ = try Permission.part(for: right, actor: nobody, matter: matter)
        return true
      } catch {
        return false
      }
    }
    #expect(open == [.readOrganisations, .readYears, .readRuleSets])
  }

  @Test func `the administrator of a town has no say in the next`() throws {
    let administrator = try Self.actor(1, [(.systemAdministrator, "")])
    let next = Matter(place: try Self.place("", region: "441900104"))
    #expect(throws: PermissionRefusal.elsewhere(.changePeople)) {
      try Permission.part(for: .changePeople, actor: administrator, matter: next)
    }
    #expect(throws: PermissionRefusal.elsewhere(.makeBackups)) {
      try Permission.part(
        for: .makeBackups, actor: administrator, matter: Matter(place: Self.place("", region: "441900")))
    }
  }

  @Test func `a reader keeps seeing the version in force, and never what is withheld`() throws {
    let reader = try Self.actor(9, [(.reader, "713")])
    let approved: [Deed] = [
      .submission(route: .direct), .opening, .approval(opinion: "同意", number: nil),
    ]
    let adjustment: [Deed] = [.adjustment(reason: "预算调整"), .submission(route: .direct)]
    func reads(_ deeds: [Deed]) throws -> Bool {
      let matter = Matter(place: try Self.place("713001"), course: try Self.course(deeds))
      return (try? Permission.part(for: .readForms, actor: reader, matter: matter)) != nil
    }
    #expect(try !reads([.submission(route: .direct)]))
    #expect(try reads(approved))
    #expect(try reads(approved + adjustment))
    #expect(try !reads(approved + [.withholding(reason: "涉密")]))
    #expect(try !reads(approved + [.withholding(reason: "涉密")] + adjustment))
  }

  @Test func `a refusal tells the nearest miss and names no other unit`() throws {
    let reviewer = try Self.actor(1, [(.departmentReviewer, "714"), (.departmentReviewer, "713")])
    let matter = Matter(place: try Self.place("713001"), course: try Self.course([]))
    #expect(throws: PermissionRefusal.wrongStage(.readForms, .draft)) {
      try Permission.part(for: .readForms, actor: reviewer, matter: matter)
    }
    let elsewhere = PermissionRefusal.elsewhere(.readForms).sentence
    #expect(!elsewhere.contains("713") && !elsewhere.isEmpty)
  }
}

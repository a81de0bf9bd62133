// The forms: courses that could have happened, records that come back whole, money that adds up.
import JSONText
import Model
import Organisations
import Quantities
import Testing
import Workflow

@testable import Samples

struct SampleFormsTests {
  private static let county = SampleCounty(seed: 1)

  private static var targets: [(form: SampleForm, target: ProjectTarget)] {
    county.forms.compactMap { form in
      guard case .projectTarget(let target) = form.draft else { return nil }
      return (form, target)
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `Every stage is there, and every step was taken`(seed: UInt64) {
    let county = SampleCounty(seed: seed)
    #expect(Set(county.forms.map(\.stage)) == Set(Stage.allCases))
    let steps = Set(county.forms.flatMap { $0.decisions.map(\.record.deed.step) })
    #expect(steps == Set(Step.allCases))
  }

  @Test func `The season's targets stand in every stage of the review`() {
    let last = Self.county.years.last
    let stages = Set(
      Self.county.forms.filter { $0.year == last && $0.kind == .projectTarget }.map(\.stage))
    #expect(
      stages.isSuperset(of: [
        .draft, .awaitingDepartment, .departmentReview, .awaitingFinance, .financeReview, .returned,
        .approved,
        .lapsed,
      ]))
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `The clerk with the easy name has something to write, to mend and to wait for`(seed: UInt64) throws {
    let county = SampleCounty(seed: seed)
    let clerk = try #require(county.signIns.first { $0.role == .clerk })
    let stages = Set(
      county.forms.filter { $0.maker == clerk.person && $0.year == county.years.last }.map(\.stage))
    #expect(stages.isSuperset(of: [.draft, .returned, .awaitingDepartment, .financeReview]))
  }

  @Test func `The decisions of every form lead to its stage`() throws {
    for form in Self.county.forms {
      let course = try FormCourse(maker: form.maker, records: form.decisions.map(\.record))
      #expect(course.stage == form.stage)
      #expect(course.length == form.decisions.count)
      #expect(form.decisions.count { $0.record.deed.step == .submit } == form.versions.count)
    }
  }

  @Test func `Moments go forward, after the making and before the day on which the county stands`() {
    let end = SampleCalendar.moment(Self.county.today, minute: 24 * 60)
    for form in Self.county.forms {
      let moments = [form.made] + form.decisions.map(\.record.moment)
      for (earlier, later) in zip(moments, moments.dropFirst()) {
        #expect(earlier < later, "\(form.number): \(moments)")
      }
      #expect(moments.allSatisfy { $0 < end }, "\(form.number): \(moments)")
      #expect(form.versions.map(\.number) == Array(0..<form.versions.count).map { $0 + 1 })
    }
  }

  @Test(arguments: [(2026, 11, 21, 2027), (2027, 3, 10, 2027), (2026, 11, 17, 2027), (2026, 11, 15, 2026)])
  func `A county for a day stands on the evening before, with targets still due`(
    year: Int, month: Int, day: Int, season: Int
  ) throws {
    let day = try #require(Day(year: year, month: month, day: day))
    let county = SampleCounty(seed: 1, on: day)
    #expect(county.years.last?.year == season)
    #expect(county.today < day)
    let end = SampleCalendar.moment(county.today, minute: 24 * 60)
    for form in county.forms {
      let moments = [form.made] + form.decisions.map(\.record.moment)
      #expect(moments.allSatisfy { $0 < end }, "\(form.number): \(moments)")
      #expect(try FormCourse(maker: form.maker, records: form.decisions.map(\.record)).stage == form.stage)
    }
    let due = county.deadlines.filter { $0.year.year == season && $0.work == .targetSubmission }
    #expect(due.allSatisfy { county.today < $0.day })
  }

  @Test func `Nobody forwards or approves a form of one's own`() {
    for form in Self.county.forms {
      for decision in form.decisions where decision.record.deed.step.needsOtherHands {
        #expect(decision.record.actor != form.maker)
      }
    }
  }

  @Test func `A step is taken by somebody who has the part`() {
    let county = Self.county
    for record in county.forms.flatMap({ $0.decisions.map(\.record) }) {
      let holder = record.onBehalfOf ?? record.actor
      #expect(county.assignments.contains { $0.person == holder && $0.role == record.role })
    }
    #expect(county.forms.contains { $0.decisions.contains { $0.record.onBehalfOf != nil } })
  }

  @Test func `After a return only the named cells are changed`() {
    var pairs = 0
    for form in Self.county.forms where form.kind == .projectTarget {
      for (place, decision) in form.decisions.enumerated() {
        guard case .return(let objections) = decision.record.deed, place + 1 < form.decisions.count,
          decision.version < form.versions.count,
          case .projectTarget(let before) = form.versions[decision.version - 1].form,
          case .projectTarget(let after) = form.versions[decision.version].form
        else { continue }
        pairs += 1
        let changed = FieldDifference.paths(from: before, to: after)
        #expect(!changed.isEmpty)
        #expect(Set(changed).isSubset(of: objections.map(\.field)))
      }
    }
    #expect(pairs > 20)
  }

  @Test func `Every form comes back from its JSON the same`() throws {
    for form in Self.county.forms.flatMap({ [$0.draft] + $0.versions.map(\.form) }) {
      var json = JSONWriter()
      json.object { form.writeMembers(to: &$0) }
      #expect(try Form(JSONReader.read(json.bytes)) == form)
    }
  }

  @Test func `Money of projects adds up and covers quantity times price`() throws {
    for (form, target) in Self.targets {
      let (total, fiscal, other) = (
        try #require(target.budget.total), try #require(target.budget.fiscal),
        try #require(target.budget.other)
      )
      #expect(fiscal.adding(other) == total)
      #expect(total > .zero && form.amount == total)
    }
  }

  @Test func `Money of departments adds up but where a flaw was planted`() throws {
    for form in Self.county.forms {
      guard case .departmentTarget(let target) = form.draft else { continue }
      let (basic, project, fiscal, other) = (
        try #require(target.budget.basic), try #require(target.budget.project),
        try #require(target.budget.fiscal), try #require(target.budget.other)
      )
      let whole = basic.adding(project)
      #expect((fiscal.adding(other) == whole) == form.planted.isEmpty)
      let tasks = target.tasks.reduce(Money?.some(.zero)) { sum, task in
        sum.flatMap { sum in task.funds.flatMap { sum.adding($0) } }
      }
      #expect(tasks == whole)
    }
  }

  @Test func `About a tenth to a third of the forms have flaws, returned ones all at first`() {
    let county = Self.county
    let flawed = county.forms.count { !$0.planted.isEmpty }
    #expect((county.forms.count / 10...county.forms.count / 3).contains(flawed))
  }

  @Test func `No text is left unfilled`() {
    for form in Self.county.forms {
      var json = JSONWriter()
      json.object { form.draft.writeMembers(to: &$0) }
      let text = String(decoding: json.bytes, as: UTF8.self)
      #expect(!text.contains("∑") && !text.contains("{词}"))
    }
  }
}

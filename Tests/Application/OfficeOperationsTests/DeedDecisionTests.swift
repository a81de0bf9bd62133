// Steps as decisions of the store, and decisions as steps: each deed there and back, and texts that are none.
import Organisations
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

struct DeedDecisionTests {
  private static let deeds: [Deed] = [
    .submission(route: .viaDepartment), .submission(route: .direct), .withdrawal, .opening, .release,
    .forwarding(note: nil), .forwarding(note: "同意转报"), .recall,
    .return([
      Objection(field: "indicators/3/annualValue", rule: "A01", words: "数\n不对 \"引号\"", proposal: "≥200户"),
      Objection(field: "goals/annual", words: "写明数量"),
    ]),
    .retraction,
    .approval(opinion: "同意", number: nil), .approval(opinion: "同意 <b>", number: "财绩〔2026〕1号"),
    .reopening(reason: "复核"), .disclosure, .withholding(reason: "涉密"), .adjustment(reason: "追加"),
    .abandonment(reason: nil), .abandonment(reason: "不再调整"), .lapse(reason: "取消"),
  ]

  private func decision(
    _ action: String, role: String = Role.clerk.rawValue, reason: String = "", details: String = ""
  ) throws -> Decision {
    Decision(
      id: try #require(DecisionID(9)), form: try #require(FormID(7)), version: 1, action: action,
      stageBefore: "draft", stageAfter: "draft", person: try #require(PersonID(3)), role: role,
      moment: Moment(milliseconds: 1), reason: reason, details: details)
  }

  @Test func `every kind of deed is among those that go there and back`() {
    #expect(Set(Self.deeds.map(\.step)) == Set(Step.allCases))
  }

  @Test(arguments: deeds) func `a deed comes back from the store as it was`(deed: Deed) throws {
    for principal in [nil, PersonID(4)] {
      let record = StepRecord(
        deed: deed, actor: try #require(PersonID(3)), onBehalfOf: principal, role: .departmentReviewer,
        moment: Moment(milliseconds: 1_772_414_400_123))
      let decision = Decision(
        id: try #require(DecisionID(9)), form: try #require(FormID(7)), version: 2, from: .draft,
        to: .returned,
        keeping: record)
      #expect(try decision.stepRecord() == record)
      #expect(decision.action == deed.step.rawValue)
      #expect(decision.stageBefore == "draft" && decision.stageAfter == "returned")
    }
  }

  @Test func `a word of explanation and a missed day stand beside the deed of a submission`() throws {
    let day = try #require(Day("2026-11-20"))
    let record = StepRecord(
      deed: .submission(route: .direct), actor: try #require(PersonID(3)), role: .clerk,
      moment: Moment(milliseconds: 5))
    let decision = Decision(
      id: try #require(DecisionID(9)), form: try #require(FormID(7)), version: 1, from: .draft,
      to: .awaitingFinance, keeping: record, said: "经集体研究", late: day)
    #expect(decision.reason == "经集体研究")
    #expect(decision.missedDay == day)
    #expect(try decision.stepRecord() == record)
  }

  @Test(arguments: [
    ("nothing", "clerk", "", ""), ("submit", "clerk", "", ""),
    ("submit", "clerk", "", "{\"route\":\"by-air\"}"),
    ("submit", "clerk", "", "{"), ("return", "clerk", "数不对", ""),
    ("return", "clerk", "", "{\"objections\":3}"),
    ("withdraw", "", "", ""), ("withdraw", "king", "", ""),
  ])
  func `texts that no step has written are damage`(
    action: String, role: String, reason: String, details: String
  ) throws {
    let decision = try decision(action, role: role, reason: reason, details: details)
    #expect(throws: RecordError.self) { try decision.stepRecord() }
  }

  @Test func `decisions in an order that cannot be are damage`() throws {
    let opening = try decision("open", role: Role.financeReviewer.rawValue)
    #expect(throws: RecordError.self) { try FormCourse(decisions: [opening]) }
  }
}

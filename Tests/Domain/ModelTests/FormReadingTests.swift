// Records come back as they were written, and what is no record is told with its field.
import JSONText
import Model
import Quantities
import Testing

@Suite struct FormReadingTests {
  private func written(_ form: Form) -> [UInt8] {
    var json = JSONWriter()
    json.object { form.writeMembers(to: &$0) }
    return json.bytes
  }

  private var indicators: [Indicator] {
    Indicator.Field.allCases.enumerated().map { index, field in
      var indicator = Indicator()
      indicator[field] = "文字 \(index)"
      return indicator
    }
  }

  private var forms: [Form] {
    var target = ProjectTarget()
    target.title = "项目绩效目标表"
    target.fiscalYear = 2026
    target.project.name = "灯会安保"
    target.project.startYear = 2024
    target.project.endYear = 2099
    target.unit = Party(code: "713001", name: "临溪县文化馆")
    target.budget.total = Money(fen: 4_000_050)
    target.spendingPlan = [PlannedShare(month: 6, percent: "20"), PlannedShare(month: 12, percent: nil)]
    target.goals = Goals(period: "三年", annual: "一年")
    target.approval = Approval(authority: "财政局", opinion: "同意")
    target.indicators = indicators
    var department = DepartmentTarget()
    department.staff = 12
    department.budget.basic = Money(fen: 702_000)
    department.tasks = [DepartmentTask(name: "巡查", content: "每月", funds: Money(fen: 1), expected: "无事故")]
    department.subgoals = [Subgoal(name: "一", goal: "二", indicators: "三")]
    department.measures = ["第一", "第二"]
    var outcome = SelfEvaluation()
    outcome.totalScore = "96.5"
    outcome.expectedGoal = "预期"
    outcome.actualGoal = "实际"
    var funds = FundRow()
    funds.source = "年度资金总额"
    funds.adjusted = Money(fen: 100)
    funds.rate = "85.25"
    outcome.funds = [funds]
    outcome.indicators = indicators
    return [
      .projectTarget(target), .departmentTarget(department), .projectMonitoring(outcome),
      .projectSelfEvaluation(outcome), .departmentSelfEvaluation(outcome),
    ]
  }

  @Test func `every kind of form comes back as it was written`() throws {
    for form in forms {
      #expect(try Form(JSONReader.read(written(form))) == form)
    }
  }

  @Test(arguments: [
    ("[]", "", RecordFailure.Problem.notAnObject),
    ("{}", "kind", .unknownKind),
    (#"{"kind":"budget"}"#, "kind", .unknownKind),
    (#"{"kind":"project-target","title":7}"#, "title", .wrongType(wanted: .text)),
    (#"{"kind":"project-target","budget":{"total":"4 万"}}"#, "budget/total", .notMoney),
    (#"{"kind":"project-target","budget":{"total":"1.005"}}"#, "budget/total", .notMoney),
    (#"{"kind":"project-target","budget":[]}"#, "budget", .wrongType(wanted: .object)),
    (#"{"kind":"project-target","fiscalYear":2026.5}"#, "fiscalYear", .wrongType(wanted: .wholeNumber)),
    (#"{"kind":"project-target","indicators":[1]}"#, "indicators/0", .wrongType(wanted: .object)),
    (#"{"kind":"department-target","measures":[1]}"#, "measures/0", .wrongType(wanted: .text)),
    (
      #"{"kind":"project-target","indicators":[{"name":1}]}"#, "indicators/0/name",
      .wrongType(wanted: .text)
    ),
  ])
  func `what is no record is told with its field`(
    text: String, field: String, problem: RecordFailure.Problem
  ) throws {
    let json = try JSONReader.read(Array(text.utf8))
    #expect(throws: RecordFailure(field: field, problem: problem)) { try Form(json) }
  }

  @Test func `missing members are blank`() throws {
    let json = try JSONReader.read(Array(#"{"kind":"project-target","surplus":1}"#.utf8))
    #expect(try Form(json) == .projectTarget(ProjectTarget()))
  }
}

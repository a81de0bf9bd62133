// Every kind of form in the record format: all keys of its kind, null where nothing stands.
import Foundation
import JSONText
import Quantities
import Testing

@testable import Model

@Suite struct FormJSONTests {
  private func members(of form: Form) throws -> [String: Any] {
    var json = JSONWriter()
    json.object { form.writeMembers(to: &$0) }
    let object = try JSONSerialization.jsonObject(with: Data(json.bytes))
    return try #require(object as? [String: Any])
  }

  /// A form of each kind with nothing in it, and the keys that the record format lists.
  static let kinds: [(form: Form, kind: FormKind, keys: Set<String>)] = [
    (
      .projectTarget(ProjectTarget()), .projectTarget,
      ["project", "department", "unit", "budget", "fundUse", "spendingPlan", "goals", "approval"]
    ),
    (
      .departmentTarget(DepartmentTarget()), .departmentTarget,
      [
        "department", "staff", "subordinateUnits", "budget", "goals", "tasks", "subgoals", "measures",
        "approval",
      ]
    ),
    (.projectMonitoring(SelfEvaluation()), .projectMonitoring, evaluation.union(["project", "unit"])),
    (
      .projectSelfEvaluation(SelfEvaluation()), .projectSelfEvaluation, evaluation.union(["project", "unit"])
    ),
    (.departmentSelfEvaluation(SelfEvaluation()), .departmentSelfEvaluation, evaluation),
  ]

  private static let evaluation: Set<String> = [
    "department", "funds", "goals", "totalScore", "grade", "conclusion", "problems", "measures",
  ]

  @Test(arguments: kinds)
  func `an empty form has every key of its kind and nothing in it`(
    form: Form, kind: FormKind, keys: Set<String>
  ) throws {
    let members = try members(of: form)
    #expect(form.kind == kind)
    #expect(Set(members.keys) == keys.union(["kind", "title", "fiscalYear", "indicators"]))
    #expect(members["kind"] as? String == kind.rawValue)
    #expect(members["title"] is NSNull)
    #expect(Self.texts(in: members).filter { $0 != kind.rawValue } == [])
  }

  /// All strings and numbers below a value.
  private static func texts(in value: Any) -> [String] {
    switch value {
    case let object as [String: Any]: object.values.flatMap(texts)
    case let list as [Any]: list.flatMap(texts)
    case is NSNull: []
    default: ["\(value)"]
    }
  }

  @Test func `money is yuan with two digits`() throws {
    var target = ProjectTarget()
    target.budget.total = Money(fen: 36_500_000)
    target.budget.other = Money(fen: -5)
    let budget = try members(of: .projectTarget(target))["budget"] as? [String: Any]
    #expect(budget?["total"] as? String == "365000.00")
    #expect(budget?["other"] as? String == "-0.05")
    #expect(budget?["fiscal"] is NSNull)
  }

  @Test func `an indicator has all seventeen columns`() throws {
    var target = ProjectTarget()
    var indicator = Indicator()
    for field in Indicator.Field.allCases { indicator[field] = "值\(field.rawValue)" }
    target.indicators = [indicator, Indicator()]
    let rows = try members(of: .projectTarget(target))["indicators"] as? [[String: Any]]
    #expect(rows?.map(\.count) == [17, 17])
    for field in Indicator.Field.allCases {
      #expect(rows?.first?[field.rawValue] as? String == "值\(field.rawValue)")
      #expect(rows?.last?[field.rawValue] is NSNull)
    }
  }

  @Test func `lists keep their order`() throws {
    var target = DepartmentTarget()
    target.tasks = ["甲", "乙"].map { DepartmentTask(name: $0, funds: Money(fen: 100)) }
    target.subgoals = [Subgoal(name: "丙", goal: "丁")]
    target.measures = ["一", "二"]
    let members = try members(of: .departmentTarget(target))
    #expect((members["tasks"] as? [[String: Any]])?.map { $0["name"] as? String } == ["甲", "乙"])
    #expect((members["tasks"] as? [[String: Any]])?.first?["funds"] as? String == "1.00")
    #expect((members["subgoals"] as? [[String: Any]])?.first?["goal"] as? String == "丁")
    #expect(members["measures"] as? [String] == ["一", "二"])
  }

  @Test func `funds and goals of an evaluation are written`() throws {
    var evaluation = SelfEvaluation()
    var row = FundRow()
    row.source = "年度资金总额"
    row.executed = Money(fen: 123_456)
    row.rate = "85.25"
    evaluation.funds = [row]
    evaluation.actualGoal = "已完成"
    evaluation.totalScore = "96.5"
    let members = try members(of: .projectSelfEvaluation(evaluation))
    let fund = (members["funds"] as? [[String: Any]])?.first
    #expect(fund?["executed"] as? String == "1234.56")
    #expect(fund?["rate"] as? String == "85.25")
    #expect((members["goals"] as? [String: Any])?["actual"] as? String == "已完成")
    #expect(members["totalScore"] as? String == "96.5")
  }
}

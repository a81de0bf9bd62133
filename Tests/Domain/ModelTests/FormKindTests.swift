// The kinds of forms: their names in the record format, and what every form tells whatever its kind.
import Model
import Testing

@Suite struct FormKindTests {
  private static let forms: [(Form, FormKind)] = {
    var indicator = Indicator()
    indicator.name = "清淤长度"
    var project = ProjectTarget()
    project.title = "表"
    project.indicators = [indicator]
    var department = DepartmentTarget()
    department.title = "表"
    department.indicators = [indicator]
    var evaluation = SelfEvaluation()
    evaluation.title = "表"
    evaluation.indicators = [indicator]
    return [
      (.projectTarget(project), .projectTarget), (.departmentTarget(department), .departmentTarget),
      (.projectMonitoring(evaluation), .projectMonitoring),
      (.projectSelfEvaluation(evaluation), .projectSelfEvaluation),
      (.departmentSelfEvaluation(evaluation), .departmentSelfEvaluation),
    ]
  }()

  @Test func `every form tells its kind, title and indicators`() {
    #expect(Set(FormKindTests.forms.map(\.1)) == Set(FormKind.allCases))
    for (form, kind) in FormKindTests.forms {
      #expect(form.kind == kind)
      #expect(form.title == "表")
      #expect(form.indicators.map(\.name) == ["清淤长度"])
    }
  }

  @Test(arguments: [
    "project-target", "department-target", "project-monitoring", "project-self-evaluation",
    "department-self-evaluation",
  ])
  func `kinds are named as the record format names them`(name: String) {
    #expect(FormKind(rawValue: name)?.rawValue == name)
  }

  @Test(arguments: ["", "target", "Project-Target", "unit-target"]) func `other names are no kind`(
    name: String
  ) {
    #expect(FormKind(rawValue: name) == nil)
  }
}

// The way from a reading to a draft: the year, the project, and one button.
import Design
import HTML
import HTTP
import Model
import OfficeOperations
import Organisations
import Quantities
import Records

/// Asks for year and project; the button stands in the bar at the foot.
struct TakingPanel: Component {
  var view: IntakeView
  /// In which forms may be made, the latest first.
  var years: [FiscalYear]
  /// Of the unit.
  var projects: [ProjectEntry]
  var token: FormToken
  var today: Day

  static let anchor = "take"
  static let formID = "take-form"
  static let yearField = "year"
  static let projectField = "project"
  static let nameField = "name"
  static let codeField = "code"
  private static let made = "made"

  func write(to page: inout MarkupWriter) {
    page.markup("<div class=\"taking\"")
    page.attribute("id", Self.anchor)
    page.markup(">")
    page.add(Strip(IntakePageWording.keep, note: IntakePageWording.keepNote))
    guard !years.isEmpty else {
      page.add(Notice(.ask, IntakePageWording.noYear, text: IntakePageWording.noYearAdvice))
      page.markup("</div>")
      return
    }
    if !view.takingFaults.isEmpty {
      page.add(
        Notice(
          .stop, IntakePageWording.notTaken,
          text: view.takingFaults.map(\.sentence).joined(separator: "\n")))
    }
    page.markup("<form class=\"form\" method=\"post\"")
    page.attribute("id", Self.formID)
    page.address("action", Routes.takeIntoDraft(view.opened.intake.id).text)
    page.markup(">")
    page.add(Hidden(FormToken.fieldName, token.masked))
    page.add(Hidden(ConfirmList.formField, String(view.form.number)))
    page.add(Questions(questions, isPaired: true))
    page.add(Buttons([Button.send(IntakePageWording.keep, look: view.form.open.isEmpty ? .main : .plain)]))
    page.markup("</form></div>")
  }

  private var questions: [any Component] {
    var questions: [any Component] = [
      Question(
        Self.yearField, IntakePageWording.year,
        .select(
          value: view.typed?[Self.yearField] ?? chosenYear,
          options: years.map { (value: String($0.year), text: IntakePageWording.year($0)) }))
    ]
    guard view.form.form.kind.isOfProject else { return questions }
    let project = view.form.taken.projectHead
    let options =
      [(value: Self.made, text: IntakePageWording.newProject(project?.name))]
      + projects.map { (value: $0.id.description, text: $0.name) }
    questions.append(
      Question(
        Self.projectField, IntakePageWording.project,
        .select(value: view.typed?[Self.projectField] ?? known?.description ?? Self.made, options: options)))
    questions.append(text(Self.nameField, IntakePageWording.projectName, project?.name, hint: nil))
    questions.append(
      text(Self.codeField, IntakePageWording.projectCode, project?.code, hint: IntakePageWording.blankCode))
    return questions
  }

  private func text(_ name: String, _ label: String, _ value: String?, hint: String?) -> Question {
    var question = Question(
      name, label, .text(value: view.typed?[name] ?? value ?? "", placeholder: hint ?? ""))
    question.autocomplete = "off"
    return question
  }

  /// The form's own year where it is open, else the latest.
  private var chosenYear: String {
    let own = view.form.taken.year
    return String((years.first { $0.year == own } ?? years[0]).year)
  }

  /// The project of the unit that the form names, by its code or its name.
  private var known: ProjectID? {
    guard let project = view.form.taken.projectHead else { return nil }
    let byCode = project.code.flatMap { code in projects.first { $0.code == code } }
    return (byCode ?? project.name.flatMap { name in projects.first { $0.name == name } })?.id
  }

  /// What was chosen.
  static func project(
    in fields: FormFields, of form: IntakeForm, _ year: FiscalYear
  ) -> TakeIntoDraft.ChosenProject {
    guard form.form.kind.isOfProject else { return .none }
    if let number = fields[projectField].flatMap({ ProjectID($0) }) { return .existing(number) }
    let project = form.taken.projectHead
    let first = min(project?.startYear ?? year.year, year.year)
    // 2099 and the like stand for no end at all.
    let last = project?.endYear.flatMap { $0 >= year.year && $0 < year.year + 50 ? String($0) : nil } ?? ""
    return .made(
      TypedProject(
        name: fields[nameField] ?? "", code: fields[codeField] ?? "", category: project?.category ?? "",
        firstYear: String(max(first, year.year - 20)), lastYear: last))
  }
}

/// The button in the bar at the foot, which sends the panel's form.
struct TakingButton: Component {
  var isMain: Bool

  func write(to page: inout MarkupWriter) {
    page.markup("<button type=\"submit\"")
    page.attribute("form", TakingPanel.formID)
    page.attribute("class", isMain ? "button is-main" : "button")
    page.markup(">")
    page.text(IntakePageWording.keep)
    page.markup("</button>")
  }
}

extension Form {
  /// What a form of a project says about it.
  var projectHead: Project? {
    switch self {
    case .projectTarget(let form): form.project
    case .projectMonitoring(let form), .projectSelfEvaluation(let form): form.project
    case .departmentTarget, .departmentSelfEvaluation: nil
    }
  }

  /// The year that is printed on it.
  var year: Int? {
    switch self {
    case .projectTarget(let form): form.fiscalYear
    case .departmentTarget(let form): form.fiscalYear
    case .projectMonitoring(let form), .projectSelfEvaluation(let form), .departmentSelfEvaluation(let form):
      form.fiscalYear
    }
  }
}

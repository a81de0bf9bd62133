// A new form: for which project and year, and what it begins with.
import Design
import HTML
import HTTP
import Model
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

/// What a form can begin with.
enum FormBeginning: String, CaseIterable {
  case blank
  case lastYear = "last-year"
  case other
  case upload

  var text: (title: String, note: String) {
    switch self {
    case .blank: (ProjectsWording.blank, ProjectsWording.blankNote)
    case .lastYear: (ProjectsWording.lastYearForm, ProjectsWording.lastYearNote)
    case .other: (ProjectsWording.other, ProjectsWording.otherNote)
    case .upload: (ProjectsWording.upload, ProjectsWording.uploadNote)
    }
  }
}

extension OfficePages {
  private static let beginningFields: Set<String> = [
    "unit", "project", "year", "kind", "beginning", "source", "organisation",
  ]

  @Sendable func addFormPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let query = try request.target.query()
    let names = ["unit", "project", "year"]
    let answers = Answers(
      names.compactMap { name in query[name].map { (name, $0) } } + [
        ("kind", FormKind.projectTarget.rawValue)
      ])
    return try await addFormPage(request, context, answers).response()
  }

  @Sendable func addForm(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    let made: FormID
    do throws(OfficeRefusal) {
      try demand(.makeForms, of: signedIn)
      if FormBeginning(rawValue: form["beginning"] ?? "") == .upload {
        let kept = ["unit", "project", "year"].compactMap { name in form[name].map { (name, $0) } }
        return .redirect(to: Routes.intake().with(kept))
      }
      made = try await beginning(form).run(in: office, by: signedIn)
    } catch {
      return try await addFormPage(request, context, again(form, after: error)).response(error.status)
    }
    return .redirect(to: Routes.form(made))
  }

  private func beginning(_ form: FormFields) throws(OfficeRefusal) -> BeginForm {
    var faults: [FieldFault] = []
    let unit = OrganisationID(form["unit"] ?? "")
    if unit == nil { faults.append(FieldFault("unit", PeopleWording.chooseOrganisation)) }
    let year = form["year"].flatMap { Int($0) }.flatMap { FiscalYear($0) }
    if year == nil { faults.append(FieldFault("year", ProjectsWording.chooseYear)) }
    let kind = FormKind(rawValue: form["kind"] ?? "")
    if kind == nil { faults.append(FieldFault("kind", ProjectsWording.chooseKind)) }
    let project = ProjectID(form["project"] ?? "")
    let isWhole = kind == .departmentTarget || kind == .departmentSelfEvaluation
    if project == nil, !isWhole { faults.append(FieldFault("project", ProjectsWording.chooseProject)) }
    var beginning: BeginForm.Beginning?
    switch FormBeginning(rawValue: form["beginning"] ?? "") {
    case .blank, .upload: beginning = .blank
    case .lastYear: beginning = .lastYear
    case .other:
      beginning = FormID(form["source"] ?? "").map { .form($0) }
      if beginning == nil { faults.append(FieldFault("source", ProjectsWording.chooseSource)) }
    case nil: faults.append(FieldFault("beginning", ProjectsWording.chooseBeginning))
    }
    guard faults.isEmpty, let unit, let year, let kind, let beginning else { throw .fields(faults) }
    return BeginForm(
      kind: kind, year: year, organisation: unit, project: isWhole ? nil : project, beginning: beginning)
  }

  // MARK: The page

  private func addFormPage(
    _ request: Request, _ context: OfficeContext, _ typed: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    let units = try await ListClerkPlaces().run(in: office, by: signedIn)
    let wanted = try await unitOfProject(typed, among: units) ?? typed["unit"]
    guard let unit = try self.unit(wanted, among: units) else {
      throw OfficeRefusal.permission(.noRole(.makeForms))
    }
    let years = try await formYears(by: signedIn).map(\.value).filter(\.isOpen).map(\.year)
    guard let latest = years.first else { return try await noYearPage(request, context) }
    let year = years.first { $0.description == typed["year"] } ?? latest
    let projects = try await ListProjects(organisation: unit.id, limit: 500).run(in: office, by: signedIn)
      .projects.map(\.value)
    let sources = try await ListForms(organisation: unit.id, limit: 500).run(in: office, by: signedIn).lines
    let project = ProjectID(typed["project"])
    let hasLastYear = sources.contains { line in
      line.entry.project == project && project != nil && line.entry.year.year == year.year - 1
        && line.entry.kind.rawValue == typed["kind"]
    }
    var answers = typed
    let chosen = typed["beginning"].nilWhereEmpty ?? (hasLastYear ? FormBeginning.lastYear : .blank).rawValue
    answers.fields = FormFields([
      ("unit", unit.id.description), ("year", year.description), ("project", typed["project"]),
      ("kind", typed["kind"]), ("source", typed["source"]), ("beginning", chosen),
    ])
    let back = projects.first { $0.id == project }
    return try await formPage(
      ClerkWording.addForm, request, context, here: Routes.projects(),
      back: back.map { Destination($0.name, Routes.project($0.id)) }
        ?? Destination(OfficeWording.projects, Routes.projects()),
      notices: answers.notices(besides: Self.beginningFields.subtracting(["organisation"])),
      form: PageForm(
        Routes.addForm(), try context.formToken(),
        [
          units.count > 1
            ? Questions([
              answers.select(
                "unit", ProjectsWording.unit, units.map { (value: $0.id.description, text: $0.name) })
            ]) : Hidden("unit", unit.id.description),
          Questions([projectQuestion(answers, projects.filter { $0.years.contains(year) })]),
          Questions([yearQuestion(answers, years), kindQuestion(answers, unit)], isPaired: true),
          BeginningChoice(value: chosen, fault: answers.fault("beginning")),
          Questions([sourceQuestion(answers, sources)]),
          Buttons([
            Button.send(ProjectsWording.start),
            Button(OfficeWording.back, .go(Routes.projects()), look: .quiet),
          ]),
        ]))
  }

  /// The unit of the project that an address names without its unit; a project elsewhere is none.
  private func unitOfProject(
    _ typed: Answers, among units: [Organisation]
  ) async throws(OfficeRefusal) -> String? {
    guard typed["unit"].isEmpty, let project = ProjectID(typed["project"]) else { return nil }
    let found = try await office.read { records in try? records.project(project).value.organisation }
    return units.first { $0.id == found }?.id.description
  }

  private func noYearPage(_ request: Request, _ context: OfficeContext) async throws -> Page {
    try await page(
      ClerkWording.addForm, request, context, here: Routes.projects(),
      pageBar: PageBar(ClerkWording.addForm, back: Destination(OfficeWording.projects, Routes.projects())),
      content: [
        Frame([Panel(nil, isPadded: false, [EmptyPlace(ClerkWording.noYear, ClerkWording.noYearAdvice)])])
      ])
  }

  private func projectQuestion(_ answers: Answers, _ projects: [ProjectEntry]) -> Question {
    answers.select(
      "project", ProjectsWording.chosenProject,
      [(value: "", text: ProjectsWording.noProject)]
        + projects.map { (value: $0.id.description, text: $0.name) })
  }

  private func yearQuestion(_ answers: Answers, _ years: [FiscalYear]) -> Question {
    answers.select(
      "year", ProjectsWording.year,
      years.map { (value: $0.description, text: ProjectsWording.yearOption($0)) })
  }

  private func kindQuestion(_ answers: Answers, _ unit: Organisation) -> Question {
    let kinds = FormKind.allCases.filter { kind in
      unit.kind != .unit || (kind != .departmentTarget && kind != .departmentSelfEvaluation)
    }
    return answers.select(
      "kind", ProjectsWording.kind, kinds.map { (value: $0.rawValue, text: ClerkWording.kind($0)) })
  }

  private func sourceQuestion(_ answers: Answers, _ sources: [FormLine]) -> Question {
    answers.select(
      "source", ProjectsWording.source,
      [(value: "", text: ProjectsWording.choose)]
        + sources.reversed().map { (value: $0.entry.id.description, text: ProjectsWording.source($0)) },
      hint: ProjectsWording.sourceHint)
  }
}

/// The ways to begin, each with what it brings.
struct BeginningChoice: Component {
  var value: String
  var fault: String?

  func write(to page: inout MarkupWriter) {
    page.element("fieldset", ["class": "choices"]) { page in
      page.element("legend", ["class": "head"]) { $0.text(ProjectsWording.beginning) }
      if let fault { page.element("p", ["class": "fault"]) { $0.text(fault) } }
      for beginning in FormBeginning.allCases {
        page.markup("<label><input type=\"radio\" name=\"beginning\"")
        page.attribute("value", beginning.rawValue)
        page.attribute("checked", isSet: beginning.rawValue == value)
        page.markup("><span>")
        page.element("b") { $0.text(beginning.text.title) }
        page.element("span", ["class": "note"]) { $0.text(beginning.text.note) }
        page.markup("</span></label>")
      }
    }
  }
}

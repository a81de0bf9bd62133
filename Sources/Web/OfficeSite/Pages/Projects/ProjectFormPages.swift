// A project: added, and changed.
import Design
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficePages {
  private static let projectFields: Set<String> = [
    "unit", "name", "code", "category", "firstYear", "lastYear",
  ]

  private func typed(_ form: FormFields) -> TypedProject {
    TypedProject(
      name: form["name"] ?? "", code: form["code"] ?? "", category: form["category"] ?? "",
      firstYear: form["firstYear"] ?? "", lastYear: form["lastYear"] ?? "")
  }

  // MARK: One more

  @Sendable func addProjectPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let query = try request.target.query()
    let year = query["year"].flatMap { Int($0) } ?? office.today.year + 1
    let answers = Answers([("unit", query["unit"] ?? ""), ("firstYear", String(year))])
    return try await addProjectPage(request, context, answers).response()
  }

  @Sendable func addProject(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    let project: ProjectID
    do throws(OfficeRefusal) {
      try demand(.changeProjects, of: signedIn)
      guard let unit = OrganisationID(form["unit"] ?? "") else {
        throw .fields([FieldFault("unit", PeopleWording.chooseOrganisation)])
      }
      project = try await AddProject(organisation: unit, typed: typed(form)).run(in: office, by: signedIn)
    } catch {
      return try await addProjectPage(request, context, again(form, after: error)).response(error.status)
    }
    return .redirect(to: Outcome.projectAdded.on(Routes.project(project)))
  }

  private func addProjectPage(
    _ request: Request, _ context: OfficeContext, _ typed: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.changeProjects, of: signedIn)
    let units = try await ListClerkPlaces().run(in: office, by: signedIn)
    var answers = typed
    if answers["unit"].isEmpty, let first = units.first {
      answers.fields = FormFields(
        [("unit", first.id.description)]
          + answers.fields.fields.filter { $0.name != "unit" }.map { ($0.name, $0.value) })
    }
    let unit = answers.select(
      "unit", ProjectsWording.unit, units.map { (value: $0.id.description, text: $0.name) })
    var content: [any Component] = [
      units.count > 1 ? Questions([unit]) : Hidden("unit", answers["unit"])
    ]
    content += projectQuestions(answers)
    content.append(
      Buttons([
        Button.send(ProjectsWording.add), Button(OfficeWording.back, .go(Routes.projects()), look: .quiet),
      ]))
    return try await formPage(
      ProjectsWording.addProject, request, context, here: Routes.projects(),
      back: Destination(OfficeWording.projects, Routes.projects()),
      notices: answers.notices(besides: Self.projectFields),
      form: PageForm(
        Routes.projects(), try context.formToken(),
        content))
  }

  private func projectQuestions(_ answers: Answers) -> [any Component] {
    [
      Questions([
        answers.text("name", ProjectsWording.name, hint: ProjectsWording.nameHint, isNeeded: true),
        answers.text("code", ProjectsWording.code, hint: ProjectsWording.codeHint),
        answers.text("category", ClerkWording.category, hint: ProjectsWording.categoryHint),
      ]),
      Questions(
        [
          answers.text("firstYear", ProjectsWording.firstYear, isNeeded: true),
          answers.text("lastYear", ProjectsWording.lastYear, hint: ProjectsWording.lastYearHint),
        ], isPaired: true),
    ]
  }

  // MARK: One that is there

  @Sendable func projectPage(
    _ request: Request, _ context: OfficeContext, project: ProjectID
  ) async throws -> Response {
    try await projectPage(request, context, project, nil).response()
  }

  @Sendable func changeProject(
    _ request: Request, _ context: OfficeContext, project: ProjectID
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try await ChangeProject(
        id: project, revision: form["revision"].flatMap { Int64($0) } ?? 0, typed: typed(form)
      ).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(
        form, after: error, about: "project/\(project)", by: [.projectAdd, .projectChange])
      return try await projectPage(request, context, project, answers).response(error.status)
    }
    return .redirect(to: Outcome.projectChanged.on(Routes.project(project)))
  }

  private func projectPage(
    _ request: Request, _ context: OfficeContext, _ id: ProjectID, _ typed: Answers?
  ) async throws -> Page {
    let signedIn = try context.person()
    let stored = try await ReadProject(id: id).run(in: office, by: signedIn)
    let project = stored.value
    let now = [
      ("name", project.name), ("code", project.code ?? ""), ("category", project.category),
      ("firstYear", project.years.first.description), ("lastYear", project.years.last?.description ?? ""),
    ]
    var answers = typed ?? Answers(now)
    answers.now = now
    let forms = try await ListForms(organisation: project.organisation, project: id, limit: 200)
      .run(in: office, by: signedIn)
    var content: [any Component] =
      Outcome.notices(request) + answers.notices(besides: Self.projectFields)
    content.append(formsPanel(forms.lines.reversed(), of: project))
    var places: [Organisation] = []
    if signedIn.mayDoSomewhere(.changeProjects) {
      places = try await ListClerkPlaces().run(in: office, by: signedIn)
    }
    let mayChange = places.contains { $0.id == project.organisation }
    if mayChange {
      var fields: [any Component] = [Hidden("revision", answers.revision(orNow: stored.revision))]
      fields += projectQuestions(answers)
      fields.append(Buttons([Button.send(OfficeWording.save)]))
      content.append(
        Panel(ProjectsWording.project, [PageForm(Routes.project(id), try context.formToken(), fields)]))
    }
    var frame = Frame(content)
    frame.isNarrow = true
    return try await page(
      project.name, request, context, here: Routes.projects(),
      pageBar: PageBar(project.name, back: Destination(OfficeWording.projects, Routes.projects())),
      content: [frame])
  }

  private func formsPanel(_ lines: [FormLine], of project: ProjectEntry) -> Panel {
    let begin = Routes.addForm().with([
      ("unit", project.organisation.description), ("project", project.id.description),
    ])
    guard !lines.isEmpty else {
      return Panel(
        ProjectsWording.forms, isPadded: false,
        [
          EmptyPlace(
            ProjectsWording.noForms, ProjectsWording.noFormsAdvice,
            buttons: [Button(ClerkWording.begin, .go(begin))])
        ])
    }
    let rows = lines.map { line in
      ListTable.Row(
        Lead(ProjectsWording.name(of: line), Routes.form(line.entry.id)),
        [
          Words(line.entry.amount.map(OfficeWording.money) ?? ""), Tag(line.stage),
          Lead(ProjectsWording.history, Routes.formHistory(line.entry.id)),
          Lead(ProjectsWording.attachments, Routes.attachments(line.entry.id)),
        ])
    }
    var panel = Panel(
      ProjectsWording.forms, isPadded: false,
      [
        ListTable(
          ProjectsWording.forms,
          columns: [
            .init(ProjectsWording.form), .init(ClerkWording.amount, isNumber: true),
            .init(ClerkWording.stage),
            .init(""), .init(""),
          ], rows: rows)
      ])
    panel.buttons = [Button.small(ClerkWording.addForm, .go(begin))]
    return panel
  }
}

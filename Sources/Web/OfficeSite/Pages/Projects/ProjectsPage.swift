// The projects of a unit, with their forms of a year: stage and amount of each.
import Design
import HTML
import HTTP
import Model
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Workflow

extension OfficePages {
  /// Rows of one page.
  private static let projectsAtOnce = 50

  @Sendable func projectsPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let query = try request.target.query()
    let units = try await ListClerkPlaces().run(in: office, by: signedIn)
    guard let unit = try self.unit(query["unit"], among: units) else {
      throw OfficeRefusal.permission(.noRole(.makeForms))
    }
    let years = try await formYears(by: signedIn)
    guard
      let year = years.first(where: { $0.value.year.description == query["year"] }) ?? years.first(
        where: \.value.isOpen)
        ?? years.first
    else {
      return try await page(
        OfficeWording.projects, request, context, here: Routes.projects(),
        pageBar: PageBar(OfficeWording.projects),
        content: [
          Frame([Panel(nil, isPadded: false, [EmptyPlace(ClerkWording.noYear, ClerkWording.noYearAdvice)])])
        ]
      ).response()
    }
    let after = query["after"].flatMap { ProjectID($0) }
    let projects = try await ListProjects(organisation: unit.id, after: after, limit: Self.projectsAtOnce)
      .run(in: office, by: signedIn)
    let forms = try await ListForms(organisation: unit.id, year: year.value.year, limit: 500)
      .run(in: office, by: signedIn)
    var content: [any Component] = Outcome.notices(request)
    if units.count > 1 { content.append(unitTabs(units, here: unit, year.value.year)) }
    content.append(yearTabs(years, here: year.value.year, unit))
    content.append(panel(projects, forms, unit: unit, year: year.value))
    let others = forms.lines.filter { $0.entry.project == nil }
    if after == nil, !others.isEmpty { content.append(wholePanel(others)) }
    return try await page(
      OfficeWording.projects, request, context, here: Routes.projects(),
      pageBar: PageBar(
        ProjectsWording.title(unit.label), beside: counts(forms.counts), buttons: buttons(unit, year.value)),
      content: [Frame(content)]
    ).response()
  }

  /// The unit that an address names, or the first; nil where there is none at all.
  ///
  /// - Throws: `notFound` for one that is not the reader's.
  func unit(_ text: String?, among units: [Organisation]) throws(Refusal) -> Organisation? {
    guard let text, !text.isEmpty else { return units.first }
    guard let unit = units.first(where: { $0.id.description == text }) else { throw .notFound }
    return unit
  }

  /// The latest year first.
  func formYears(by signedIn: SignedIn) async throws(OfficeRefusal) -> [Stored<BudgetYear>] {
    try await ListYears().run(in: office, by: signedIn).map(\.year)
  }

  private func buttons(_ unit: Organisation, _ year: BudgetYear) -> [any Component] {
    guard year.isOpen else { return [] }
    let query = [("unit", unit.id.description), ("year", year.year.description)]
    return [
      Button.small(ClerkWording.intake, .go(Routes.intake().with(query))),
      Button.small(ProjectsWording.addProject, .go(Routes.addProject().with(query))),
      Button.small(ClerkWording.addForm, .go(Routes.addForm().with(query)), look: .main),
    ]
  }

  private func counts(_ counts: [Stage: Int]?) -> [any Component] {
    guard let counts else { return [] }
    return Stage.allCases.compactMap { stage in
      counts[stage].map { Words("\(stage.label)\u{A0}\($0)") }
    }
  }

  private func unitTabs(_ units: [Organisation], here: Organisation, _ year: FiscalYear) -> Tabs {
    Tabs(
      ProjectsWording.units,
      units.map { unit in
        let link = Routes.projects().with([("unit", unit.id.description), ("year", year.description)])
        return (Destination(unit.label, link, isHere: unit.id == here.id), nil)
      })
  }

  private func yearTabs(_ years: [Stored<BudgetYear>], here: FiscalYear, _ unit: Organisation) -> Tabs {
    Tabs(
      ProjectsWording.years,
      years.map { year in
        let link = Routes.projects().with([
          ("unit", unit.id.description), ("year", year.value.year.description),
        ])
        return (
          Destination(ProjectsWording.year(year.value), link, isHere: year.value.year == here), nil
        )
      })
  }

  private func panel(
    _ page: ListProjects.ProjectPage, _ forms: ListForms.FormPage, unit: Organisation, year: BudgetYear
  ) -> Panel {
    let byProject = Dictionary(grouping: forms.lines.filter { $0.project != nil }) { $0.entry.project }
    let rows = page.projects.map(\.value).filter { $0.years.contains(year.year) || byProject[$0.id] != nil }
      .map { project in row(project, byProject[project.id] ?? [], year: year) }
    guard !rows.isEmpty else {
      let buttons =
        year.isOpen
        ? [
          Button(
            ProjectsWording.addProject, .go(Routes.addProject().with([("unit", unit.id.description)])))
        ] : []
      return Panel(
        nil, isPadded: false,
        [EmptyPlace(ProjectsWording.none(year.year), ProjectsWording.noneAdvice, buttons: buttons)])
    }
    var content: [any Component] = [
      ListTable(
        ProjectsWording.list(year.year),
        columns: [
          .init(ClerkWording.project), .init(ClerkWording.category), .init(ProjectsWording.form),
          .init(ClerkWording.amount, isNumber: true), .init(ClerkWording.stage), .init(""),
        ], rows: rows)
    ]
    if let next = page.next {
      let link = Routes.projects().with([
        ("unit", unit.id.description), ("year", year.year.description), ("after", next.description),
      ])
      content.append(Buttons([Button(ProjectsWording.next, .go(link), look: .quiet)]))
    }
    return Panel(ProjectsWording.list(year.year), isPadded: false, content)
  }

  private func row(_ project: ProjectEntry, _ forms: [FormLine], year: BudgetYear) -> ListTable.Row {
    let lead = Lead(project.name, Routes.project(project.id), below: project.code)
    guard !forms.isEmpty else {
      let begin = Routes.addForm().with([
        ("unit", project.organisation.description), ("project", project.id.description),
        ("year", year.year.description),
      ])
      let button: any Component =
        year.isOpen ? Button.small(ClerkWording.begin, .go(begin)) : Words("")
      return ListTable.Row(
        lead,
        [
          Words(project.category), Words(ProjectsWording.noForm), Words(""), Words(""),
          button,
        ])
    }
    return ListTable.Row(
      lead,
      [
        Words(project.category), Lines(forms.map { FormLink($0) }),
        Lines(forms.map { Words($0.entry.amount.map(OfficeWording.money) ?? "—") }),
        Lines(forms.map { Tag($0.stage) }),
        Lines(forms.map { Lead(ProjectsWording.history, Routes.formHistory($0.entry.id)) }),
      ])
  }

  private func wholePanel(_ forms: [FormLine]) -> Panel {
    Panel(
      ClerkWording.wholeDepartment, isPadded: false,
      [
        ListTable(
          ClerkWording.wholeDepartment,
          columns: [
            .init(ProjectsWording.form), .init(ClerkWording.amount, isNumber: true),
            .init(ClerkWording.stage),
            .init(""),
          ],
          rows: forms.map { line in
            ListTable.Row(
              FormLink(line),
              [
                Words(line.entry.amount.map(OfficeWording.money) ?? "—"), Tag(line.stage),
                Lead(ProjectsWording.history, Routes.formHistory(line.entry.id)),
              ])
          })
      ])
  }
}

/// The kind of a form as a link to it.
struct FormLink: Component {
  var line: FormLine

  init(_ line: FormLine) { self.line = line }

  func write(to page: inout MarkupWriter) {
    page.add(Lead(ClerkWording.kind(line.entry.kind), Routes.form(line.entry.id)))
  }
}

/// Several things in a cell, each on a line of its own.
struct Lines: Component {
  var lines: [any Component]

  init(_ lines: [any Component]) { self.lines = lines }

  func write(to page: inout MarkupWriter) {
    page.element("span", ["class": "lines"]) { page in
      for line in lines { page.element("span", ["class": "line"]) { $0.add(line) } }
    }
  }
}

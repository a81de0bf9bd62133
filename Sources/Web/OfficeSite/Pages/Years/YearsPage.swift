// The years for which forms are made, and the last day of each step.
import Design
import HTML
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficePages {
  @Sendable func yearsPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let next = String(office.today.year + 1)
    return try await yearsPage(
      request, context, Answers([("year", next)]), Outcome.notices(request)
    ).response()
  }

  @Sendable func openYear(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try await OpenYear(year: form["year"] ?? "", revision: form["revision"].flatMap { Int64($0) } ?? 0)
        .run(in: office, by: signedIn)
    } catch {
      let subject = "year/\(form["year"] ?? "")"
      let answers = try await again(form, after: error, about: subject, by: [.yearOpen, .yearClose])
      return try await yearsPage(request, context, answers, []).response(error.status)
    }
    return .redirect(to: Outcome.opened.on(Routes.years()))
  }

  private func yearsPage(
    _ request: Request, _ context: OfficeContext, _ answers: Answers, _ notices: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let lines = try await ListYears().run(in: office, by: signedIn)
    let organisations = Dictionary(
      try await ListOrganisations().run(in: office, by: signedIn).map { ($0.value.id, $0.value) },
      uniquingKeysWith: { first, _ in first })
    let mayChange = signedIn.mayDoSomewhere(.changeYears)
    let token = try context.formToken()
    var content = notices + answers.notices(besides: ["year"])
    if lines.isEmpty {
      content.append(
        Panel(nil, isPadded: false, [EmptyPlace(YearsWording.none, YearsWording.noneAdvice)]))
    }
    content += lines.map { line in
      yearPanel(
        line, organisations, token: mayChange ? token : nil,
        mayExtend: signedIn.mayDoSomewhere(.extendDeadlines), answers)
    }
    var side: [any Component] = []
    if mayChange {
      side.append(
        Panel(
          YearsWording.open,
          [
            PageForm(
              Routes.years(), token,
              [
                Questions([
                  answers.text("year", YearsWording.year, hint: YearsWording.yearHint, isNeeded: true)
                ]),
                Buttons([Button.send(YearsWording.open)]),
              ])
          ]))
    }
    return try await page(
      OfficeWording.years, request, context, here: Routes.years(), pageBar: PageBar(OfficeWording.years),
      content: [Frame(content, side: side)])
  }

  /// - Parameter token: nil for those who only look.
  private func yearPanel(
    _ line: ListYears.Line, _ organisations: [OrganisationID: Organisation], token: FormToken?,
    mayExtend: Bool, _ answers: Answers
  ) -> Panel {
    let year = line.year.value
    let revision = String(line.year.revision)
    let isChanged = year.isOpen && token != nil
    let rows = DeadlineStep.allCases.flatMap { step -> [ListTable.Row] in
      let deadlines = line.deadlines.filter { $0.value.step == step.rawValue }
      guard !deadlines.isEmpty else {
        return [
          .init(Words(step.label), [Words(""), Words(YearsWording.notSet), setButton(year, step, isChanged)])
        ]
      }
      return deadlines.map { deadline in
        .init(
          Words(step.label),
          [
            Words(organisations[deadline.value.organisation]?.label ?? ""),
            Words(YearsWording.day(deadline.value.day, today: office.today)),
            deadlineForms(deadline, token: isChanged ? token : nil),
          ])
      }
    }
    var panel = Panel(
      YearsWording.title(year.year), isPadded: false,
      [
        ListTable(
          YearsWording.deadlines(of: year.year),
          columns: [
            .init(YearsWording.step), .init(YearsWording.organisation), .init(YearsWording.lastDay),
            .init(""),
          ], rows: rows)
      ])
    panel.note = year.isOpen ? YearsWording.isOpen : YearsWording.isClosed(line.ending)
    if year.isOpen, mayExtend {
      panel.buttons = [Button.small(YearsWording.extend, .go(Routes.extendDeadline(year.year.year)))]
    }
    guard let token else { return panel }
    if year.isOpen {
      panel.buttons = [
        Button.small(YearsWording.setDeadline, .go(Routes.deadline(year.year.year))),
        Button.small(YearsWording.close, .go(Routes.closeYear(year.year.year)), look: .quiet),
      ]
    } else {
      panel.buttons = [
        PageForm(
          Routes.years(), token,
          [
            Hidden("year", year.year.description), Hidden("revision", revision),
            Button.small(YearsWording.openAgain, .send(name: nil, value: nil)),
          ])
      ]
    }
    return panel
  }

  private func setButton(_ year: BudgetYear, _ step: DeadlineStep, _ isChanged: Bool) -> any Component {
    guard isChanged else { return Words("") }
    return Button.small(
      YearsWording.set, .go(Routes.deadline(year.year.year).with([("step", step.rawValue)])), look: .quiet)
  }

  private func deadlineForms(_ deadline: Stored<Deadline>, token: FormToken?) -> any Component {
    guard let token else { return Words("") }
    let value = deadline.value
    let change = Routes.deadline(value.year.year).with([
      ("step", value.step), ("organisation", value.organisation.description),
    ])
    return Finished { page in
      page.element("div", ["class": "buttons"]) { page in
        page.add(Button.small(YearsWording.change, .go(change), look: .quiet))
        page.add(
          PageForm(
            Routes.removeDeadline(value.year.year), token,
            [
              Hidden("step", value.step), Hidden("organisation", value.organisation.description),
              Hidden("revision", String(deadline.revision)),
              Button.small(YearsWording.remove, .send(name: nil, value: nil), look: .quiet),
            ]))
      }
    }
  }
}

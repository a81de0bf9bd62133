// 催办: who is late with a step of the year, and one press that tells them.
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficePages {
  private static let unitField = "organisation"
  private static let whomField = "whom"

  @Sendable func remindersPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    try demand(.remindUnits, of: signedIn)
    let query = try request.target.query()
    return try await remindersPage(request, context, query, Outcome.notices(request)).response()
  }

  @Sendable func remind(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    try demand(.remindUnits, of: signedIn)
    let form = try await request.form()
    let outcome: RemindUnits.Outcome
    do throws(OfficeRefusal) {
      let (year, step) = try await matter(form, signedIn)
      let which: RemindUnits.Which =
        switch form[Self.whomField] {
        case "late": .late
        case "soon": .soon
        default: .chosen(Set(form.all(Self.unitField).compactMap { OrganisationID($0) }))
        }
      guard let year else { throw .fields([FieldFault("year", RemindersWording.noYear)]) }
      outcome = try await RemindUnits(year: year, step: step, which: which).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(form, after: error)
      let notices = answers.notices(besides: [])
      return try await remindersPage(request, context, form, notices).response(error.status)
    }
    let notice = Notice(.pass, RemindersWording.done(outcome), text: RemindersWording.rest(outcome))
    return try await remindersPage(request, context, form, [notice]).response()
  }

  /// Year and step that are meant; the latest open year and the targets where nothing is said.
  private func matter(
    _ fields: FormFields, _ signedIn: SignedIn
  ) async throws(OfficeRefusal) -> (year: FiscalYear?, step: DeadlineStep) {
    let step = fields["step"].flatMap { DeadlineStep(rawValue: $0) } ?? .targetSubmission
    let open = try await ListYears().run(in: office, by: signedIn).map(\.year.value).filter(\.isOpen)
    let wanted = fields["year"].flatMap { Int($0) }
    let year = open.map(\.year).first { $0.year == wanted } ?? (wanted == nil ? open.first?.year : nil)
    return (year, DeadlineStep.remindable.contains(step) ? step : .targetSubmission)
  }

  // MARK: The page

  private func remindersPage(
    _ request: Request, _ context: OfficeContext, _ fields: FormFields, _ notices: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let token = try context.formToken()
    let (year, step) = try await matter(fields, signedIn)
    guard let year else {
      let empty = Panel(
        nil, isPadded: false, [EmptyPlace(RemindersWording.noYear, RemindersWording.noYearAdvice)])
      return try await page(
        RemindersWording.name, request, context, here: Routes.reminders(),
        pageBar: PageBar(RemindersWording.name), content: [Frame(notices + [empty])])
    }
    let work = try await ListWaitingWork(year: year, step: step).run(in: office, by: signedIn)
    let tabs = Tabs(
      RemindersWording.steps,
      DeadlineStep.remindable.map { other -> (destination: Destination, count: Int?) in
        let link = Routes.reminders().with([("year", year.description), ("step", other.rawValue)])
        return (Destination(other.label, link, isHere: other == step), other == step ? work.count : nil)
      })
    return try await page(
      RemindersWording.name, request, context, here: Routes.reminders(),
      pageBar: PageBar(RemindersWording.title(year)),
      content: [Frame(notices + [tabs, panel(work, year, step, token)])])
  }

  private func panel(
    _ work: [WaitingWork], _ year: FiscalYear, _ step: DeadlineStep, _ token: FormToken
  ) -> Panel {
    guard !work.isEmpty else {
      return Panel(nil, isPadded: false, [EmptyPlace(RemindersWording.nobody, RemindersWording.nobodyAdvice)])
    }
    let today = office.today
    let late = work.filter { $0.pressure(on: today) == .late && !$0.isReminded(on: today) }.count
    let soon = work.filter { $0.pressure(on: today) >= .soon && !$0.isReminded(on: today) }.count
    var buttons: [any Component] = []
    if late > 0 {
      buttons.append(
        Button(RemindersWording.remindLate(late), .send(name: Self.whomField, value: "late"), look: .main))
    }
    if soon > late {
      buttons.append(
        Button(
          RemindersWording.remindSoon(soon), .send(name: Self.whomField, value: "soon"),
          look: late > 0 ? .plain : .main))
    }
    buttons.append(Button(RemindersWording.remindChosen, .send(name: Self.whomField, value: "chosen")))
    let content: [any Component] = [
      Hidden("year", year.description), Hidden("step", step.rawValue),
      ListTable(
        RemindersWording.name, columns: RemindersWording.columns(of: step),
        rows: work.map { row($0, step, today: today) }),
      Finished { page in
        page.element("div", ["class": "body"]) { page in
          page.add(Buttons(buttons))
          page.add(Paragraph(.note, RemindersWording.note))
        }
      },
    ]
    return Panel(nil, isPadded: false, [PageForm(Routes.reminders(), token, content)])
  }

  private func row(_ work: WaitingWork, _ step: DeadlineStep, today: Day) -> ListTable.Row {
    let pressure = work.pressure(on: today)
    let last = work.lastDay.map { YearsWording.day($0, today: today) } ?? YearsWording.notSet
    let tag: any Component =
      switch pressure {
      case .none: Words(last)
      case .soon: Tag(.soon, last)
      case .late: Tag(.late, last)
      }
    let isReview = step == .targetDepartmentReview
    let counts = isReview ? [work.underReview] : [work.unbegun, work.drafts, work.returned]
    let reminded = work.lastReminder.map {
      RemindersWording.reminded(
        OfficeWording.when($0.moment, today: today), by: work.remindedBy, toldCount: $0.toldCount)
    }
    var cells: [any Component] = [tag]
    for count in counts { cells.append(Words(count == 0 ? "" : String(count))) }
    cells.append(Words(reminded ?? ""))
    return ListTable.Row(
      UnitTick(
        name: Self.unitField, value: work.organisation.id.description, text: work.organisation.name,
        isOff: work.isReminded(on: today)), cells)
  }
}

/// A box to tick before the name of a unit; without a box where it was reminded today.
struct UnitTick: Component {
  var name: String
  var value: String
  var text: String
  var isOff: Bool

  func write(to page: inout MarkupWriter) {
    guard !isOff else {
      page.element("span", ["class": "lead"]) { $0.text(text) }
      return
    }
    page.markup("<label class=\"tick\"><input type=\"checkbox\"")
    page.attribute("name", name)
    page.attribute("value", value)
    page.markup(">")
    page.text(text)
    page.markup("</label>")
  }
}

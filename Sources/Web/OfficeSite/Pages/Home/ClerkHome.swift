// The first page of a clerk: what waits, the unit's projects of the season, and how far the season has come.
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
  /// The desks of a clerk, one for each unit.
  func clerkHome(of signedIn: SignedIn) async throws -> [any Component] {
    var desks: [ClerkDesk] = []
    for place in try await ListClerkPlaces().run(in: office, by: signedIn) {
      desks.append(try await ReadClerkDesk(organisation: place.id).run(in: office, by: signedIn))
    }
    // whoever writes for several places begins where something waits
    let order = desks.filter(Self.hasWork) + desks.filter { !Self.hasWork($0) }
    return order.enumerated().flatMap { number, desk in content(of: desk, isFirst: number == 0) }
  }

  private static func hasWork(_ desk: ClerkDesk) -> Bool {
    !desk.waiting.isEmpty || !desk.unbegun.isEmpty
  }

  private func content(of desk: ClerkDesk, isFirst: Bool) -> [any Component] {
    let today = office.today
    guard let year = desk.year else {
      return [
        Opening(desk.organisation.name, nil, isHeading: isFirst),
        Panel(nil, isPadded: false, [EmptyPlace(ClerkWording.noYear, ClerkWording.noYearAdvice)]),
      ]
    }
    var opening = Opening(
      ClerkWording.season(year), ClerkWording.unit(desk.organisation.name, desk), isHeading: isFirst)
    if let last = desk.lastDays[.targetSubmission] {
      opening.countdown = (
        ClerkWording.until(last, today: today), ClerkWording.daysLeft(to: last, today: today)
      )
      opening.isLate = last < today
    }
    var main: [any Component] = [waiting(desk, today: today), forms(desk, year, today: today)]
    if !desk.unbegun.isEmpty { main.append(unbegun(desk, year)) }
    let season = Panel(
      ClerkWording.thisSeason, isPadded: false, [Season(SeasonStages(desk, year: year, today: today).stages)])
    return [opening, Desk(main: main, side: [season] + beside(desk))]
  }

  // MARK: Beside

  private func beside(_ desk: ClerkDesk) -> [any Component] {
    var panels: [any Component] = []
    if let progress = desk.progress {
      panels.append(Panel(ClerkWording.progress, [ProgressCount(progress.submitted, of: progress.all)]))
    }
    if let year = desk.results.first?.year {
      panels.append(Panel(ClerkWording.results(of: year), [ResultList(desk.results)]))
    }
    return panels
  }

  // MARK: What waits

  private func waiting(_ desk: ClerkDesk, today: Day) -> Panel {
    guard !desk.waiting.isEmpty else {
      let nothing = desk.unbegun.isEmpty ? ClerkWording.nothingWaits : ClerkWording.nothingBegun
      return Panel(ClerkWording.waiting(0), isPadded: false, [EmptyPlace(nothing.title, nothing.advice)])
    }
    let tasks = desk.waiting.prefix(Self.tasksShown).enumerated().map { place, form in
      task(form, isFirst: place == 0, lastDay: desk.lastDays[.targetSubmission], today: today)
    }
    let rest = desk.waiting.count - tasks.count
    return Panel(
      ClerkWording.waiting(desk.waiting.count), note: rest > 0 ? ClerkWording.more(rest) : nil,
      isPadded: false,
      [TaskList(tasks: Array(tasks))])
  }

  private static let tasksShown = 8

  private func task(_ form: ClerkDesk.DeskForm, isFirst: Bool, lastDay: Day?, today: Day) -> TaskList.Task {
    let id = form.line.entry.id
    var task = TaskList.Task(
      judgement: .tell, icon: .pencil, title: ClerkWording.name(of: form.line), link: Routes.form(id),
      text: ClerkWording.state(of: form, today: today), button: ClerkWording.goOn)
    task.isMain = isFirst
    if form.line.stage == .returned {
      task.judgement = .stop
      task.icon = .return
      task.title += ClerkWording.returned(form.course.objections.count)
      task.button = ClerkWording.mend(form.course.objections.count)
    } else if let tally = form.tally, tally.errors > 0 {
      task.judgement = .stop
      task.icon = .stop
    }
    return task
  }

  // MARK: The unit's forms

  private func forms(_ desk: ClerkDesk, _ year: FiscalYear, today: Day) -> Panel {
    let unit = ("unit", desk.organisation.id.description)
    let content: any Component =
      desk.forms.isEmpty
      ? EmptyPlace(
        ClerkWording.noForms(year), ClerkWording.noFormsAdvice,
        buttons: [Button(ClerkWording.addForm, .go(Routes.addForm().with([unit])))])
      : FormTable.table(desk.forms, caption: ClerkWording.forms(of: year), today: today)
    var panel = Panel(
      ClerkWording.myProjects, note: desk.isMore ? ClerkWording.isMore : ClerkWording.order, isPadded: false,
      [content])
    panel.buttons = [
      Button.small(ClerkWording.intake, .go(Routes.intake().with([unit]))),
      Button.small(ClerkWording.addForm, .go(Routes.addForm().with([unit]))),
    ]
    return panel
  }

  private func unbegun(_ desk: ClerkDesk, _ year: FiscalYear) -> Panel {
    let rows = desk.unbegun.map { project in
      ListTable.Row(
        Lead(project.name, Routes.project(project.id), below: project.code),
        [
          Words(project.category),
          Button.small(
            ClerkWording.begin,
            .go(
              Routes.addForm().with([
                ("unit", project.organisation.description), ("project", project.id.description),
                ("year", year.description),
              ]))),
        ])
    }
    return Panel(
      ClerkWording.unbegun(desk.unbegun.count), isPadded: false,
      [
        ListTable(
          ClerkWording.unbegun(desk.unbegun.count),
          columns: [.init(ClerkWording.project), .init(ClerkWording.category), .init("")], rows: rows)
      ])
  }
}

/// The table of a unit's forms, as home and the list of projects show it.
enum FormTable {
  static func table(_ forms: [ClerkDesk.DeskForm], caption: String, today: Day) -> ListTable {
    var table = ListTable(
      caption,
      columns: [
        .init(ClerkWording.project), .init(ClerkWording.amount, isNumber: true), .init(ClerkWording.stage),
        .init(ClerkWording.filled), .init(ClerkWording.findings), .init(ClerkWording.changed, isNumber: true),
      ], rows: forms.map { row($0, today: today) })
    if forms.count > 1 { table.total = total(of: forms) }
    return table
  }

  private static func row(_ form: ClerkDesk.DeskForm, today: Day) -> ListTable.Row {
    let entry = form.line.entry
    let link =
      form.line.stage.isEditing ? Routes.form(entry.id) : Routes.formHistory(entry.id)
    return ListTable.Row(
      Lead(ClerkWording.name(of: form.line), link, below: ClerkWording.below(form.line)),
      [
        Words(entry.amount.map(OfficeWording.money) ?? ""),
        tag(form),
        filled(form.tally), tally(form.tally),
        Words(form.lastChange.map { OfficeWording.when($0, today: today) } ?? ""),
      ])
  }

  private static func filled(_ tally: FormTally?) -> any Component {
    guard let tally, tally.wanted > 0 else { return Words("") }
    return Filled(tally.filled, of: tally.wanted)
  }

  private static func tally(_ tally: FormTally?) -> any Component {
    guard let tally else { return Words("") }
    return Tally(tally)
  }

  private static func tag(_ form: ClerkDesk.DeskForm) -> Tag {
    let count = form.course.objections.count
    guard form.line.stage == .returned, count > 0 else { return Tag(form.line.stage) }
    return Tag(.returned, ClerkWording.returnedTag(count))
  }

  private static func total(of forms: [ClerkDesk.DeskForm]) -> [any Component]? {
    let targets = forms.filter { $0.line.entry.kind == .projectTarget }
    guard targets.count == forms.count else { return nil }
    let sum = targets.compactMap(\.line.entry.amount).reduce(Money?.some(.zero)) { $0?.adding($1) }
    guard let sum else { return nil }
    return [
      Words(ClerkWording.total), Words(OfficeWording.money(sum)), Words(""), Words(""), Words(""), Words(""),
    ]
  }
}

// A document that was read: the original on the left, what was read on the right, doubtful fields first.
import Design
import Findings
import Forms
import HTML
import HTTP
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Review
import Tables

extension OfficePages {
  private static let doneField = "done"

  @Sendable func intakePage(
    _ request: Request, _ context: OfficeContext, id: IntakeID
  ) async throws -> Response {
    let query = try request.target.query()
    let opened = try await ReadIntake(id: id).run(in: office, by: try context.person())
    guard opened.progress == .read, !opened.forms.isEmpty else {
      return try await plainIntakePage(opened, request, context).response()
    }
    let number = query[ConfirmList.formField].flatMap { Int($0) } ?? 0
    let form = opened.forms.indices.contains(number) ? opened.forms[number] : opened.forms[0]
    var view = IntakeView(opened: opened, form: form)
    view.at = query[ConfirmList.atField]
    return try await previewPage(view, request, context).response()
  }

  @Sendable func answerField(
    _ request: Request, _ context: OfficeContext, id: IntakeID
  ) async throws -> Response {
    let signedIn = try context.person()
    let fields = try await request.form()
    guard let number = fields[ConfirmList.formField].flatMap({ Int($0) }),
      let path = fields[ConfirmList.pathField], let typed = fields[ConfirmList.valueField]
    else {
      // Who may not see it learns nothing of what is missing.
      _ = try await ReadIntakeState(id: id).run(in: office, by: signedIn)
      throw Refusal.badForm(.broken)
    }
    do throws(OfficeRefusal) {
      try await answer(id, form: number, path: path, typed: typed, by: signedIn)
    } catch {
      guard case .fields(let faults) = error else { throw error }
      let opened = try await ReadIntake(id: id).run(in: office, by: signedIn)
      guard opened.forms.indices.contains(number) else { throw error }
      var view = IntakeView(opened: opened, form: opened.forms[number])
      view.at = path
      view.rejected = (typed, faults.map(\.sentence).joined())
      return try await previewPage(view, request, context).response(.badRequest)
    }
    let opened = try await ReadIntake(id: id).run(in: office, by: signedIn)
    guard opened.forms.indices.contains(number) else { return .redirect(to: Routes.intakeDocument(id)) }
    let view = IntakeView(opened: opened, form: opened.forms[number])
    return .redirect(to: view.link(after: path))
  }

  /// What stands there unchanged is confirmed, anything else is a correction; a second store that was quicker
  /// makes it try once more.
  private func answer(
    _ id: IntakeID, form: Int, path: String, typed: String, by signedIn: SignedIn
  ) async throws(OfficeRefusal) {
    for attempt in 0..<3 {
      do throws(OfficeRefusal) {
        // Browsers send line ends as CR LF.
        let text = typed.replacing("\r\n", with: "\n")
        try await CorrectField(id: id, form: form, path: path, text: text).run(in: office, by: signedIn)
        return
      } catch .records(.stale) where attempt < 2 {
        continue
      }
    }
  }

  @Sendable func takeIntoDraft(
    _ request: Request, _ context: OfficeContext, id: IntakeID
  ) async throws -> Response {
    let signedIn = try context.person()
    let fields = try await request.form()
    let opened = try await ReadIntake(id: id).run(in: office, by: signedIn)
    guard let number = fields[ConfirmList.formField].flatMap({ Int($0) }) else {
      throw Refusal.badForm(.broken)
    }
    guard opened.forms.indices.contains(number) else {
      throw OfficeRefusal.records(.notFound(.form, key: ""))
    }
    let form = opened.forms[number]
    do throws(OfficeRefusal) {
      guard let year = fields[TakingPanel.yearField].flatMap({ Int($0) }).flatMap({ FiscalYear($0) }) else {
        throw .fields([FieldFault(TakingPanel.yearField, IntakePageWording.noYear)])
      }
      let draft = try await TakeIntoDraft(
        id: id, form: number, year: year, project: TakingPanel.project(in: fields, of: form, year)
      ).run(in: office, by: signedIn)
      return .redirect(to: Routes.form(draft))
    } catch {
      switch error {
      case .fields(let faults):
        var view = IntakeView(opened: opened, form: form)
        view.takingFaults = faults
        view.typed = fields
        return try await previewPage(view, request, context).response(.badRequest)
      default: throw error
      }
    }
  }

  // MARK: The page

  private func previewPage(
    _ view: IntakeView, _ request: Request, _ context: OfficeContext
  ) async throws -> Page {
    let signedIn = try context.person()
    let opened = view.opened
    let intake = opened.intake
    let token = try context.formToken()
    var right: [any Component] = []
    if opened.forms.count > 1 { right.append(tabs(view)) }
    right.append(contentsOf: view.confirmContent(token: token))
    right.append(contentsOf: view.findingsContent)
    right.append(view.sureContent)
    if let draft = view.form.draft {
      right.append(
        Notice(
          .pass, IntakePageWording.taken,
          buttons: [Button(IntakePageWording.toDraft, .go(Routes.form(draft)))]))
    } else {
      let years = try await office.openYears(by: signedIn)
      let projects = try await ListProjects(organisation: intake.organisation, limit: 500)
        .run(in: office, by: signedIn).projects.map(\.value)
      right.append(
        TakingPanel(view: view, years: years, projects: projects, token: token, today: office.today))
    }
    let list = Routes.intake().with([(IntakeUpload.unitField, intake.organisation.description)])
    let scanned = opened.document?.isScanned ?? false
    var page = try await page(
      intake.name, request, context, here: Routes.intake(),
      pageBar: PageBar(
        intake.name, back: Destination(IntakePageWording.title, list),
        beside: [
          Tag(.plain, IntakePageWording.format(opened.document?.format, isScanned: scanned)),
          Tag(.plain, IntakePageWording.kind(view.form.form.kind)),
        ], buttons: [view.sureness]),
      content: [IntakeLayout(left: view.original, right: right)])
    page.footBar = footBar(view, token)
    page.scripts = [DesignAssets.intakeScriptLink]
    return page
  }

  private func tabs(_ view: IntakeView) -> Tabs {
    Tabs(
      IntakePageWording.sheetForms,
      view.opened.forms.map { form in
        (
          destination: Destination(
            IntakePageWording.tab(form), view.link(to: form), isHere: form.number == view.form.number),
          count: form.open.isEmpty ? nil : form.open.count
        )
      })
  }

  private func footBar(_ view: IntakeView, _ token: FormToken) -> FootBar {
    let open = view.form.open.count
    let intake = view.opened.intake.id
    var buttons: [any Component] = [
      Button(IntakePageWording.original, .go(Routes.intakeOriginal(intake)), look: .quiet),
      PageForm(Routes.discardIntake(intake), token, [Button.send(IntakePageWording.discard, look: .plain)]),
    ]
    if let draft = view.form.draft {
      buttons.append(Button(IntakePageWording.toDraft, .go(Routes.form(draft)), look: .main))
    } else {
      buttons.append(TakingButton(isMain: open == 0))
    }
    return FootBar(
      left: [
        open > 0
          ? Mark(.ask, IntakePageWording.stillOpen(open))
          : Mark(
            .pass,
            view.form.doubtful.isEmpty ? IntakePageWording.allSure : IntakePageWording.allConfirmed)
      ],
      keys: open > 0 ? IntakePageWording.keys.map { (key: $0.0, text: $0.1) } : [], buttons: buttons)
  }
}

extension Office {
  /// The years in which forms may be made, the latest first.
  func openYears(by signedIn: SignedIn) async throws(OfficeRefusal) -> [FiscalYear] {
    try await ListYears().run(in: self, by: signedIn).map(\.year.value).filter(\.isOpen).map(\.year)
  }
}

/// Original and reading beside each other; below each other on narrow screens.
struct IntakeLayout: Component {
  var left: any Component
  var right: [any Component]

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "intake"]) { page in
      page.element(
        "section",
        ["class": "intake-original", "aria-label": IntakePageWording.originalPane, "tabindex": "0"]
      ) { page in
        page.element("div", ["class": "sheet-of-paper"]) { $0.add(left) }
      }
      page.element("section", ["class": "intake-reading", "aria-label": IntakePageWording.recognised]) {
        $0.add(right)
      }
    }
  }
}

// The page of a form: the official sheet in which one writes, with and without a script.
import Design
import FormDrafts
import HTTP
import JSONText
import Model
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Workflow

extension OfficePages {
  @Sendable func formPage(
    _ request: Request, _ context: OfficeContext, number: FormID
  ) async throws -> Response {
    let opened = try await ReadForm(form: number).run(in: office, by: try context.person())
    return try await formPage(opened, request, context).response()
  }

  /// What was typed, and what was pressed, from a page without a script.
  @Sendable func saveForm(
    _ request: Request, _ context: OfficeContext, number: FormID
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    var saving = FormSaving(office, signedIn, form: number, onto: Self.revision(of: form))
    let act = form["act"].flatMap(FormAct.init) ?? .save
    var changes = FieldDigest.changed(in: form, shown: form["shown"] ?? "")
    if case .theirs(let name) = act { changes.removeAll { $0.name == name } }
    // Where nothing is to be saved nothing has asked yet whether the form may be seen.
    if changes.isEmpty { _ = try await ReadForm(form: number).run(in: office, by: signedIn) }
    try await saving.save(changes)
    if saving.conflicts.isEmpty, saving.refused.isEmpty {
      if act == .submit { return .redirect(to: Routes.submitForm(number)) }
      _ = try await saving.act(act)
    }
    guard !saving.conflicts.isEmpty || !saving.refused.isEmpty else {
      var response = Response.redirect(to: act.place(on: Routes.form(number)))
      if case .past(let isShown) = act {
        response.set(
          try SetCookie(
            name: Self.pastCookie, value: isShown ? "yes" : "no", isSecure: context.parts.isSecure))
      }
      return response
    }
    // Nothing that was typed is lost: it stands in the page again, with what is the matter.
    let opened = try await ReadForm(form: number).run(in: office, by: signedIn)
    let typed = changes.compactMap { name, edit -> (String, String)? in
      guard case .set(_, let text, _) = edit, saving.conflicts.contains(where: { $0.path == name }) else {
        return nil
      }
      return (name, text)
    }
    let page = try await formPage(
      opened, request, context, conflicts: saving.conflicts,
      typed: Dictionary(typed, uniquingKeysWith: { $1 }), notices: Self.notices(saving))
    return page.response(.conflict)
  }

  /// Whether the column of last year is shown; the page's script sets it too.
  private static let pastCookie = "past"

  static func revision(of form: FormFields) -> Int64 { form["revision"].flatMap { Int64($0) } ?? 0 }

  /// What stands above the sheet where not everything was saved.
  static func notices(_ saving: FormSaving) -> [any Component] {
    var notices: [any Component] = []
    if !saving.conflicts.isEmpty {
      notices.append(
        Notice(
          .ask, FormPageWording.conflicts(saving.conflicts.count), text: FormPageWording.conflictAdvice))
    }
    if !saving.refused.isEmpty {
      notices.append(
        Notice(
          .stop, FormPageWording.partlyTaken, text: saving.refused.map(\.sentence).joined()))
    }
    return notices
  }

  // MARK: The page

  private func formPage(
    _ opened: OpenedForm, _ request: Request, _ context: OfficeContext, conflicts: [DisputedField] = [],
    typed: [String: String] = [:], notices: [any Component] = []
  ) async throws -> Page {
    var around = try await surroundings(of: opened, by: try context.person())
    around.conflicts = conflicts
    around.typed = typed
    around.notices = Outcome.notices(request) + notices
    let view = FormView(opened, around)
    let showsPast = Cookies(request.headers)[Self.pastCookie] != "no"
    var page = try await page(
      view.title, request, context, here: Routes.projects(), pageBar: view.pageBar,
      content: [FormContent(view: view, token: try context.formToken(), showsPast: showsPast)])
    page.printsAlone = true
    page.scripts = [DesignAssets.formScriptLink]
    return page
  }

  /// What the page shows beside the form: addresses, the last day, who returned it.
  func surroundings(
    of opened: OpenedForm, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> FormSurroundings {
    let number = opened.entry.id
    let entry = opened.entry
    let isReturned = opened.course.stage == .returned
    let path = opened.organisation.path
    // What is adjusted is late for nothing.
    let isDue = (isReturned || opened.course.stage == .draft) && opened.course.inForce == nil
    let step = isDue ? DeadlineStep(of: entry.kind) : nil
    let (deadline, returned) = try await office.read { records in
      let day = try step.flatMap { try records.lastDay(of: $0, in: entry.year, at: path) }
      guard isReturned else { return (day, nil as (form: Form?, source: String)?) }
      let last = try records.decisions(on: number).last { $0.action == Step.sendBack.rawValue }
      let name = try last.map { try records.person($0.person).value.name }
      let version =
        entry.latestVersion > 0 ? try? records.version(entry.latestVersion, of: number) : nil
      let source = FormPageWording.wrote(name ?? "", last.map { OfficeWording.clock($0.moment) } ?? "")
      return (day, (version.flatMap(Self.record), source))
    }
    let links = FormView.Links(
      page: Routes.form(number), save: Routes.formFields(number),
      suggest: Routes.formSuggestions(number), submit: Routes.submitForm(number),
      print: Routes.printForm(number), history: Routes.formHistory(number),
      attachments: Routes.attachments(number),
      back: back(for: signedIn))
    return FormSurroundings(
      links: links, person: signedIn.person.id.description, deadline: deadline, today: office.today,
      now: office.now, returned: returned)
  }

  /// Where a form was probably opened from: a clerk's projects, or a reviewer's queue.
  private func back(for signedIn: SignedIn) -> Destination {
    if signedIn.mayDoSomewhere(.makeForms) {
      return Destination(FormPageWording.myProjects, Routes.projects())
    }
    if signedIn.mayDoSomewhere(.remindUnits) {
      return Destination(ReviewPageWording.title, Routes.reviews())
    }
    return Destination(OfficeWording.home, Routes.home())
  }

  private static func record(_ version: FormVersion) -> Form? {
    guard let json = try? JSONReader.read(version.record) else { return nil }
    return try? Form(json)
  }
}

extension FormAct {
  /// Where the page goes on after a press.
  func place(on link: Link) -> Link {
    switch self {
    case .addAfter(let row), .up(let row), .down(let row): link.at("c-\(row)/name")
    case .mine(let name), .theirs(let name), .take(let name): link.at("c-\(name)")
    case .choose(let name, _): link.at("c-\(name)")
    case .save, .addAt, .append, .remove, .accept, .past, .submit: link
    }
  }
}

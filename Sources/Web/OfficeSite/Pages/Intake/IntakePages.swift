// The pages of documents that are handed in: the list with its place to drop files, and how far each is.
import Design
import Findings
import HTML
import HTTP
import JSONText
import OfficeOperations
import Organisations
import Permissions
import Records
import Tables

extension OfficePages {
  /// The part of the site map that takes documents.
  func addIntake(to router: inout Router<OfficeContext>) {
    router.get(Routes.intake, intakesPage)
    router.post(Routes.intake, bodyBytesMax: IntakeUpload.bytesMax, receiveDocuments)
    router.get(Routes.intakeDocument, intakePage)
    router.get(Routes.intakeState, intakeState)
    router.get(Routes.intakeOriginal, intakeOriginal)
    router.get(Routes.intakeCutOut, intakeCutOut)
    router.post(Routes.answerField, answerField)
    router.post(Routes.takeIntoDraft, takeIntoDraft)
    router.post(Routes.discardIntake, discardIntake)
    router.post(Routes.readIntakeAgain, readIntakeAgain)
  }

  // MARK: The list

  @Sendable func intakesPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let unit = try request.target.query()[IntakeUpload.unitField].flatMap { OrganisationID($0) }
    return try await intakesPage(request, context, unit: unit, Outcome.notices(request)).response()
  }

  @Sendable func receiveDocuments(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    try demand(.importForms, of: signedIn)
    let upload = try await receive(request, by: signedIn)
    let query = upload.unit.map { [(IntakeUpload.unitField, $0.description)] } ?? []
    var notices: [any Component] = []
    if !upload.refused.isEmpty {
      let sentences = upload.refused.map { IntakePageWording.refused($0.name, $0.sentence) }
      notices.append(
        Notice(.stop, IntakePageWording.someRefused, text: sentences.joined(separator: "\n")))
    } else if upload.received.isEmpty {
      notices.append(Notice(.ask, ImportWording.noFile))
    }
    if notices.isEmpty {
      if upload.received.count == 1 { return .redirect(to: Routes.intakeDocument(upload.received[0])) }
      return .redirect(to: Routes.intake().with(query))
    }
    return try await intakesPage(request, context, unit: upload.unit, notices).response(.badRequest)
  }

  private func intakesPage(
    _ request: Request, _ context: OfficeContext, unit wanted: OrganisationID?, _ notices: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let units = try await ListIntakeUnits().run(in: office, by: signedIn)
    var content = notices
    let unit = units.first { $0.id == wanted } ?? units.first
    if let unit {
      let intakes = try await ListIntakes(organisation: unit.id).run(in: office, by: signedIn)
      content.append(try uploadPanel(units, unit, context))
      content.append(listPanel(intakes))
      if intakes.contains(where: \.isUnderWay) { content.append(Refreshing(poll: nil)) }
    } else {
      content.append(
        Panel(nil, [EmptyPlace(IntakePageWording.noUnit, IntakePageWording.noUnitAdvice)]))
    }
    var page = try await page(
      IntakePageWording.title, request, context, here: Routes.intake(),
      pageBar: PageBar(IntakePageWording.title), content: [Frame(content)])
    page.scripts = [DesignAssets.intakeScriptLink]
    return page
  }

  private func uploadPanel(
    _ units: [Organisation], _ unit: Organisation, _ context: OfficeContext
  ) throws -> Panel {
    var fields: [any Component] = []
    if units.count == 1 {
      fields.append(Hidden(IntakeUpload.unitField, unit.id.description))
    } else {
      fields.append(
        Question(
          IntakeUpload.unitField, IntakePageWording.unit,
          .select(
            value: unit.id.description, options: units.map { (value: $0.id.description, text: $0.label) })))
    }
    var files = Question(
      IntakeUpload.filesField, IntakePageWording.files,
      .file(accept: IntakeUpload.accepted, takesMany: true))
    files.hint = IntakePageWording.filesHint
    files.isNeeded = true
    var form = PageForm(
      Routes.intake(), try context.formToken(),
      [Questions(fields + [files]), UploadProgress(), Buttons([Button.send(IntakePageWording.send)])])
    form.takesFiles = true
    return Panel(
      IntakePageWording.hand, note: IntakePageWording.handNote, [DropZone(content: [form])])
  }

  private func listPanel(_ intakes: [Intake]) -> Panel {
    guard !intakes.isEmpty else {
      return Panel(
        IntakePageWording.list,
        [EmptyPlace(IntakePageWording.nothing, IntakePageWording.nothingAdvice)])
    }
    let rows = intakes.map { intake in
      ListTable.Row(
        Finished { page in
          page.markup("<a")
          page.address("href", Routes.intakeDocument(intake.id).text)
          page.markup(">")
          page.text(intake.name)
          page.markup("</a>")
        },
        [
          Words(IntakePageWording.size(intake.byteCount)), Words(IntakePageWording.moment(intake.moment)),
          Tag(intake.tag, IntakePageWording.state(intake)),
          Button.small(
            intake.progress == .unreadable ? IntakePageWording.why : IntakePageWording.look,
            .go(Routes.intakeDocument(intake.id)), look: .quiet),
        ])
    }
    return Panel(
      IntakePageWording.list, isPadded: false,
      [
        ListTable(
          IntakePageWording.list, columns: IntakePageWording.columns.map { ListTable.Column($0) },
          rows: rows)
      ])
  }

  // MARK: One document

  /// How far it is, for a script that waits.
  @Sendable func intakeState(
    _ request: Request, _ context: OfficeContext, id: IntakeID
  ) async throws -> Response {
    let intake = try await ReadIntakeState(id: id).run(in: office, by: try context.person())
    var json = JSONWriter()
    json.object { json in
      json.member("state", intake.progress.rawValue)
      json.member("text", IntakePageWording.state(intake))
    }
    return .json(json.bytes)
  }

  @Sendable func intakeOriginal(
    _ request: Request, _ context: OfficeContext, id: IntakeID
  ) async throws -> Response {
    let (name, bytes) = try await ReadIntakeOriginal(id: id).run(in: office, by: try context.person())
    return .download(.bytes(bytes), type: .bytes, name: name)
  }

  /// How a field looks in the original. What was read of a document never changes, so a browser may keep it
  /// for as long as somebody works on one document.
  @Sendable func intakeCutOut(
    _ request: Request, _ context: OfficeContext, id: IntakeID
  ) async throws -> Response {
    let query = try request.target.query()
    let cutOut = CutOutField(
      id: id, form: query[ConfirmList.formField].flatMap { Int($0) } ?? 0,
      path: query[ConfirmList.pathField] ?? "")
    guard let picture = try await cutOut.run(in: office, by: try context.person()),
      let bytes = GreyPNG.bytes(width: picture.width, height: picture.height, shades: picture.shades)
    else { throw Refusal.notFound }
    var response = Response(type: .png, bytes: bytes)
    response.headers[.cacheControl] = "private, max-age=900"
    return response
  }

  @Sendable func discardIntake(
    _ request: Request, _ context: OfficeContext, id: IntakeID
  ) async throws -> Response {
    let signedIn = try context.person()
    let intake = try await ReadIntakeState(id: id).run(in: office, by: signedIn)
    try await DiscardIntake(id: id).run(in: office, by: signedIn)
    return .redirect(
      to: Routes.intake().with([(IntakeUpload.unitField, intake.organisation.description)]))
  }

  @Sendable func readIntakeAgain(
    _ request: Request, _ context: OfficeContext, id: IntakeID
  ) async throws -> Response {
    try await ReadIntakeAgain(id: id).run(in: office, by: try context.person())
    return .redirect(to: Routes.intakeDocument(id))
  }

  /// A document that waits, cannot be read or holds no form: what is the matter and what to do.
  func plainIntakePage(
    _ opened: OpenedIntake, _ request: Request, _ context: OfficeContext
  ) async throws -> Page {
    let intake = opened.intake
    let token = try context.formToken()
    let list = Routes.intake().with([(IntakeUpload.unitField, intake.organisation.description)])
    let other = Button(IntakePageWording.otherFile, .go(list))
    let discard = PageForm(
      Routes.discardIntake(intake.id), token, [Button.send(IntakePageWording.discard, look: .quiet)])
    let original = Button(IntakePageWording.original, .go(Routes.intakeOriginal(intake.id)), look: .quiet)
    var content: [any Component] = []
    switch opened.progress {
    case .waiting, .reading:
      let isReading = opened.progress == .reading
      let advice =
        opened.details.readsPictures
        ? IntakePageWording.picturesAdvice + IntakePageWording.readingAdvice : IntakePageWording.readingAdvice
      content.append(
        Panel(
          nil,
          [
            Waiting(
              title: isReading ? IntakePageWording.readingTitle : IntakePageWording.waitingTitle, text: advice
            ),
            Buttons([
              Button(IntakePageWording.refresh, .go(Routes.intakeDocument(intake.id))), other, discard,
            ]),
          ]))
      content.append(Refreshing(poll: Routes.intakeState(intake.id)))
    case .unreadable:
      let again = PageForm(
        Routes.readIntakeAgain(intake.id), token, [Button.send(IntakePageWording.again, look: .plain)])
      content.append(
        Notice(
          .stop, IntakePageWording.unreadableTitle,
          text: (opened.details.problem ?? "") + IntakePageWording.unreadableAdvice))
      content.append(Panel(nil, [Buttons([other, again, original, discard])]))
    case .read:
      content.append(Notice(.ask, IntakePageWording.noFormTitle, text: IntakePageWording.noFormAdvice))
      if !opened.findings.isEmpty {
        content.append(
          Panel(
            IntakePageWording.readingFindings, [Sentences(sentences: opened.findings.map(\.message))]))
      }
      content.append(Panel(nil, [Buttons([other, original, discard])]))
    case .discarded:
      content.append(Notice(.tell, IntakePageWording.discardedTitle))
      content.append(Panel(nil, [Buttons([other])]))
    }
    var frame = Frame(content)
    frame.isNarrow = true
    var page = try await page(
      intake.name, request, context, here: Routes.intake(),
      pageBar: PageBar(
        intake.name, back: Destination(IntakePageWording.title, list),
        beside: [Tag(intake.tag, IntakePageWording.state(intake))]),
      content: [frame])
    page.scripts = [DesignAssets.intakeScriptLink]
    return page
  }
}

extension Intake {
  /// True while something is to be waited for.
  var isUnderWay: Bool { progress == .waiting || progress == .reading }

  var tag: Tag.Kind {
    switch progress {
    case .waiting, .reading: .waiting
    case .unreadable: .returned
    case .read where found.formCount == 0: .returned
    case .read where found.drafts.count >= found.formCount: .approved
    case .read: .draft
    case .discarded: .plain
    }
  }
}

/// A place to drop files into; without a script it is only a frame.
struct DropZone: Component {
  var content: [any Component]

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "drop", "data-drop": ""]) { $0.add(content) }
  }
}

/// How much of an upload is sent, shown by the script.
struct UploadProgress: Component {
  func write(to page: inout MarkupWriter) {
    page.markup("<p class=\"sending\" role=\"status\" hidden data-sending>")
    page.text(IntakePageWording.sending)
    page.startTag("progress", ["max": "100", "value": "0", "aria-label": IntakePageWording.sending])
    page.markup("</progress></p>")
  }
}

/// A page that comes again by itself: with a script when something changed, without one every few seconds.
struct Refreshing: Component {
  /// Where the state is told; nil for a page that is simply loaded again.
  var poll: Link?

  func write(to page: inout MarkupWriter) {
    page.markup("<div hidden data-waits")
    if let poll { page.address("data-poll", poll.text) }
    page.markup("></div>")
    // A list never comes again by itself: somebody may be choosing files on it.
    if poll != nil { page.markup("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>") }
  }
}

/// Something that takes a while.
struct Waiting: Component {
  var title: String
  var text: String

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "waiting", "role": "status"]) { page in
      page.element("p", ["class": "head"]) { $0.text(title) }
      page.startTag("progress", ["aria-label": title])
      page.markup("</progress>")
      page.element("p", ["class": "note"]) { $0.text(text) }
    }
  }
}

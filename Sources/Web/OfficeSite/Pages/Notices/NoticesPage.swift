// One's own notices, and whether they come by mail.
import Design
import HTML
import HTTP
import Mail
import OfficeOperations
import Organisations
import Quantities
import Records

extension OfficePages {
  private static let openField = "open"
  private static let allField = "all"
  private static let mailFields: Set<String> = ["address", "pace"]

  @Sendable func noticesPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await noticesPage(request, context, nil, Outcome.notices(request)).response()
  }

  /// A press on one notice, which leads to what it is about, or on all.
  @Sendable func readNotices(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    if let last = form[Self.allField].flatMap({ Int64($0) }) {
      let which = MarkNoticesRead.Which.all(upTo: Moment(milliseconds: last))
      try await MarkNoticesRead(which).run(in: office, by: signedIn)
      return .redirect(to: Outcome.noticesRead.on(Routes.notices()))
    }
    guard let id = form[Self.openField].flatMap({ NoticeID($0) }) else { throw Refusal.notFound }
    let notice = try await MarkNoticesRead(.one(id)).run(in: office, by: signedIn)
    return .redirect(to: notice.map(Self.destination) ?? Routes.notices())
  }

  @Sendable func changeMailChoice(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try await ChangeMailChoice(
        address: form["address"] ?? "", pace: form["pace"] ?? "",
        revision: form["revision"].flatMap { Int64($0) } ?? 0
      ).run(in: office, by: signedIn)
    } catch {
      let subject = "person/\(signedIn.person.id)"
      let answers = try await again(form, after: error, about: subject, by: [.mailChoiceChange])
      return try await noticesPage(request, context, answers, []).response(error.status)
    }
    return .redirect(to: Outcome.mailChosen.on(Routes.notices()))
  }

  /// Where a notice leads.
  static func destination(of notice: NoticeEntry) -> Link {
    switch NoticeKind(rawValue: notice.kind) {
    case .returned, .revived: notice.form.map { Routes.form($0) } ?? Routes.home()
    case .arrived where notice.count > 1: Routes.queue()
    case .arrived: notice.form.map { Routes.review($0) } ?? Routes.queue()
    case .forwarded, .sentBack, .retracted, .approved, .reopened, .disclosed, .withheld, .abandoned, .lapsed:
      notice.form.map { Routes.formHistory($0) } ?? Routes.home()
    case .deputy: Routes.ownDeputies()
    case .yearEnded, .reminder, .deadline, nil: Routes.home()
    }
  }

  // MARK: The page

  private func noticesPage(
    _ request: Request, _ context: OfficeContext, _ answers: Answers?, _ outcome: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let token = try context.formToken()
    let after = (try? request.target.query())?["after"].flatMap(NoticePlace.init(segment:))
    let notices = try await ListNotices(after: after).run(in: office, by: signedIn)
    let choice = try await ReadMailChoice().run(in: office, by: signedIn)
    var panel = Panel(
      NoticesWording.title(notices.unreadCount), isPadded: false,
      [
        notices.lines.isEmpty
          ? EmptyPlace(NoticesWording.none, NoticesWording.noneAdvice) : list(notices, token)
      ])
    if notices.unreadCount > 0, after == nil, let latest = notices.lines.first?.notice.moment {
      panel.buttons = [
        PageForm(
          Routes.notices(), token,
          [
            Button.small(
              NoticesWording.readAll, .send(name: Self.allField, value: String(latest.milliseconds)))
          ])
      ]
    }
    var content: [any Component] = [panel]
    if let next = notices.next {
      content.append(
        Buttons([Button(NoticesWording.earlier, .go(Routes.notices().with([("after", next.segment)])))]))
    }
    let shown = answers?.notices(besides: Self.mailFields) ?? []
    return try await page(
      NoticesWording.name, request, context, pageBar: PageBar(NoticesWording.name),
      content: [Frame(outcome + shown + content, side: [mailPanel(choice, answers, token)])])
  }

  private func list(_ page: ListNotices.NoticePage, _ token: FormToken) -> any Component {
    let rows = page.lines.map { line -> ListTable.Row in
      let isUnread = line.notice.read == nil
      let button = Button.small(
        NoticesWording.go, .send(name: Self.openField, value: line.notice.id.description),
        look: isUnread && line.kind.asksForWork ? .plain : .quiet)
      var row = ListTable.Row(
        NoticeLead(line: line, isUnread: isUnread),
        [
          Words(line.actor ?? NoticesWording.office),
          Words(OfficeWording.when(line.notice.moment, today: office.today)),
          PageForm(Routes.notices(), token, [button]),
        ])
      row.isCurrent = isUnread
      return row
    }
    return ListTable(
      NoticesWording.name,
      columns: [
        .init(NoticesWording.what), .init(NoticesWording.who), .init(NoticesWording.when), .init(""),
      ], rows: rows)
  }

  private func mailPanel(
    _ choice: ReadMailChoice.State, _ typed: Answers?, _ token: FormToken
  ) -> Panel {
    guard choice.isOffered else {
      return Panel(NoticesWording.byMail, [Paragraph(.second, NoticesWording.noMail)])
    }
    let current = [("address", choice.choice.address), ("pace", choice.pace.rawValue)]
    var answers = typed ?? Answers(current)
    answers.now = current
    var content: [any Component] = []
    if let problem = choice.problem {
      content.append(Notice(.ask, NoticesWording.notArrived, text: problem.sentence))
    }
    content += [
      Hidden("revision", answers.revision(orNow: choice.revision)),
      Questions([
        answers.text("address", NoticesWording.address, hint: NoticesWording.addressHint(choice.domains)),
        answers.select(
          "pace", NoticesWording.pace, MailPace.allCases.map { (value: $0.rawValue, text: $0.label) }),
      ]), Buttons([Button.send(OfficeWording.save, look: .plain)]),
      Paragraph(.note, NoticesWording.mailNote),
    ]
    return Panel(NoticesWording.byMail, [PageForm(Routes.mailChoice(), token, content)])
  }
}

/// What a notice says, in two lines; a bob before those that nobody has read.
struct NoticeLead: Component {
  var line: NoticeLine
  var isUnread: Bool

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": isUnread ? "told is-unread" : "told"]) { page in
      page.element("span", ["class": "lead"]) { page in
        if isUnread { page.element("span", ["class": "unseen"]) { $0.text(NoticesWording.unread) } }
        page.text(line.title)
      }
      let below = [line.text, line.principal.map(NoticesWording.onBehalf)].compactMap(\.self)
      if !below.isEmpty {
        page.element("span", ["class": "below"]) { $0.text(below.joined(separator: "　")) }
      }
    }
  }
}

extension NoticePlace {
  /// Reads what `segment` prints.
  init?(segment: String) {
    let parts = segment.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let moment = Int64(parts[0]), let id = NoticeID(parts[1]) else { return nil }
    self.init(moment: Moment(milliseconds: moment), id: id)
  }

  /// As it stands in an address.
  var segment: String { "\(moment.milliseconds).\(id)" }
}

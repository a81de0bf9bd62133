// The queue of those who review: what waits, filtered, page by page; filters that are kept.
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
  private static let linesAtOnce = 50

  @Sendable func queuePage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await queuePage(request, context, Answers(), try request.target.query()).response()
  }

  private func queuePage(
    _ request: Request, _ context: OfficeContext, _ answers: Answers, _ query: FormFields
  ) async throws -> Page {
    let signedIn = try context.person()
    let filter = try self.filter(query)
    let (position, isBackward) = (
      try self.position(query["after"] ?? query["before"]), query["before"] != nil
    )
    // Whoever may approve many at once has clean forms in one line, where nothing is said of findings.
    let gathersClean =
      filter.group == .any && filter.stages.isEmpty && signedIn.mayDoSomewhere(.printBatches)
    var reading = ReadQueue(filter, from: position, isBackward: isBackward, limit: Self.linesAtOnce)
    reading.leavesOutClean = gathersClean
    let read = try await reading.run(in: office, by: signedIn)
    let views = try await ListViews().run(in: office, by: signedIn)
    let waiting = read.counts.count(stages: filter.stages.isEmpty ? read.stages : nil)
    var content: [any Component] = Outcome.notices(request)
    content.append(tabs(filter, views, read))
    content.append(
      try await panel(
        read, filter, gathersClean: gathersClean, isFirst: position == nil, of: signedIn))
    if filter.group == .clean, !read.lines.isEmpty, signedIn.mayDoSomewhere(.printBatches) {
      content.append(
        PageForm(
          Routes.beginBatch(), try context.formToken(),
          [
            Hidden("filter", filter.text),
            Buttons([Button.send(QueuePageWording.approveAll(read.total(of: filter).forms))]),
          ]))
    }
    return try await page(
      QueuePageWording.title, request, context, here: Routes.reviews(),
      pageBar: PageBar(
        filter.stages.isEmpty ? QueuePageWording.waiting(waiting.forms) : QueuePageWording.title,
        beside: [Words(QueuePageWording.order)]),
      content: [Frame(content, side: [try viewsPanel(views, filter, answers, context)])])
  }

  /// The filter that an address names.
  ///
  /// - Throws: `notFound` for one that is not understood.
  func filter(_ query: FormFields) throws(Refusal) -> QueueFilter {
    guard let filter = QueueFilter(pairs: query.fields.map { ($0.name, $0.value) }) else { throw .notFound }
    return filter
  }

  private func position(_ text: String?) throws(Refusal) -> QueuePosition? {
    guard let text, !text.isEmpty else { return nil }
    guard let position = QueuePosition(text) else { throw .notFound }
    return position
  }

  private func tabs(_ filter: QueueFilter, _ views: [KeptView], _ read: ReadQueue.QueuePage) -> Tabs {
    let waiting = filter.stages.isEmpty ? read.counts.count(stages: read.stages).forms : nil
    let everything = QueueFilter(years: filter.years, stages: Set(Stage.allCases))
    var tabs: [(destination: Destination, count: Int?)] = [
      (Destination(QueuePageWording.mine, Routes.queue(), isHere: filter == QueueFilter()), waiting),
      (
        Destination(
          QueuePageWording.all, Routes.queue().with(everything.pairs), isHere: filter == everything),
        read.counts.count().forms
      ),
    ]
    for view in views {
      let link = Routes.queue().with(view.filter.pairs)
      tabs.append((Destination(view.name, link, isHere: filter == view.filter), nil))
    }
    return Tabs(QueuePageWording.views, tabs)
  }

  private func panel(
    _ read: ReadQueue.QueuePage, _ filter: QueueFilter, gathersClean: Bool, isFirst: Bool,
    of signedIn: SignedIn
  ) async throws -> Panel {
    var content: [any Component] = [try await filters(filter, read, of: signedIn)]
    let total = read.total(of: filter)
    let clean = read.total(of: QueueFilter(kinds: filter.kinds, group: .clean))
    if gathersClean, clean.forms > 0, isFirst {
      content.append(CleanGroup(count: clean, link: Routes.queue().with(Self.clean(filter).pairs)))
    }
    if read.lines.isEmpty {
      if !gathersClean || clean.forms == 0 {
        let isWaiting = filter == QueueFilter()
        content.append(
          EmptyPlace(
            isWaiting ? QueuePageWording.nothingWaits : QueuePageWording.nothing,
            isWaiting ? QueuePageWording.nothingWaitsAdvice : QueuePageWording.nothingAdvice))
      }
    } else {
      content.append(table(of: read.lines, in: filter))
    }
    content.append(
      Turns(
        previous: read.previous.map { Routes.queue().with(filter.pairs + [("before", $0.description)]) },
        next: read.next.map { Routes.queue().with(filter.pairs + [("after", $0.description)]) },
        note: QueuePageWording.total(total)))
    return Panel(nil, isPadded: false, content)
  }

  private static func clean(_ filter: QueueFilter) -> QueueFilter {
    var clean = filter
    clean.group = .clean
    return clean
  }

  private func filters(
    _ filter: QueueFilter, _ read: ReadQueue.QueuePage, of signedIn: SignedIn
  ) async throws -> Filters {
    let years = try await formYears(by: signedIn).map(\.value.year)
    let places = try await queuePlaces(of: signedIn)
    return Filters(
      action: Routes.queue(),
      selects: [
        .init(
          name: "year", label: QueuePageWording.year,
          options: [("", QueuePageWording.allYears)]
            + years.map { ($0.description, QueuePageWording.yearOption($0)) },
          value: filter.years.count == 1 ? filter.years.first?.description ?? "" : ""),
        .init(
          name: "kind", label: QueuePageWording.kind,
          options: [("", QueuePageWording.allKinds)]
            + FormKind.allCases.map { ($0.rawValue, ClerkWording.kind($0)) },
          value: filter.kinds.count == 1 ? filter.kinds.first?.rawValue ?? "" : ""),
        .init(
          name: "stage", label: QueuePageWording.stage,
          options: [("", QueuePageWording.waiting)]
            + Stage.allCases.filter { $0 != .draft }.map { stage in
              let count = read.counts.count(stages: [stage]).forms
              return (stage.rawValue, count > 0 ? "\(stage.label)（\(count)）" : stage.label)
            }, value: filter.stages.count == 1 ? filter.stages.first?.rawValue ?? "" : ""),
        .init(
          name: "found", label: QueuePageWording.found,
          options: QueueFilter.Group.allCases.map {
            ($0 == .any ? "" : $0.rawValue, QueuePageWording.group($0))
          }, value: filter.group == .any ? "" : filter.group.rawValue),
        .init(
          name: "place", label: QueuePageWording.place,
          options: [("", QueuePageWording.wholeReach)] + places.map { ($0.path.description, $0.label) },
          value: filter.place?.description ?? ""),
      ], button: QueuePageWording.filter,
      clear: filter == QueueFilter() ? nil : (QueuePageWording.clear, Routes.queue()))
  }

  /// The departments, and where there are few of them the units, within reach of a reader.
  func queuePlaces(of signedIn: SignedIn) async throws -> [Organisation] {
    let own = signedIn.actor.holdings.filter { !$0.role.isAdministrator }.map(\.place)
    return try await office.read { records in
      var found: [Organisation] = []
      for place in Set(own).sorted() {
        found += try records.organisations(under: place).map(\.value).filter {
          $0.path != place && $0.path.code.level <= max(1, place.code.level + 1)
        }
      }
      var seen: Set<OrganisationPath> = []
      return found.filter { seen.insert($0.path).inserted }
    }
  }

  // MARK: Views

  private func viewsPanel(
    _ views: [KeptView], _ filter: QueueFilter, _ answers: Answers, _ context: OfficeContext
  ) throws -> Panel {
    let token = try context.formToken()
    var content: [any Component] = []
    if views.isEmpty {
      content.append(Paragraph(.note, QueuePageWording.noViews))
    } else {
      content.append(ViewList(views: views, token: token))
    }
    var fields: [any Component] = filter.pairs.map { Hidden($0.0, $0.1) }
    fields.append(Questions([answers.text("name", QueuePageWording.viewName)]))
    fields.append(Buttons([Button.small(QueuePageWording.saveView, .send(name: nil, value: nil))]))
    content.append(PageForm(Routes.queueViews(), token, fields))
    return Panel(QueuePageWording.views, content)
  }

  @Sendable func saveView(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    let filter = try self.filter(form)
    do throws(OfficeRefusal) {
      try await SaveView(name: form["name"] ?? "", filter: filter).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(form, after: error)
      return try await queuePage(request, context, answers, form).response(error.status)
    }
    return .redirect(to: Outcome.viewSaved.on(Routes.queue(), keeping: filter.pairs))
  }

  @Sendable func removeView(
    _ request: Request, _ context: OfficeContext, view: SavedViewID
  ) async throws -> Response {
    try await RemoveView(id: view).run(in: office, by: try context.person())
    return .redirect(to: Outcome.viewRemoved.on(Routes.queue()))
  }
}

/// The forms without a finding as one line.
struct CleanGroup: Component {
  var count: QueueCounts.Count
  var link: Link

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "clean-group"]) { page in
      page.add(Lead(QueuePageWording.clean(count.forms), link))
      page.add(Mark(.pass, QueuePageWording.approveTogether))
      page.element("span", ["class": "push"]) { $0.text(QueuePageWording.tenThousands(count.amount)) }
    }
  }
}

/// The filters that somebody keeps, each with the way to give it up.
private struct ViewList: Component {
  var views: [KeptView]
  var token: FormToken

  func write(to page: inout MarkupWriter) {
    page.element("ul", ["class": "views"]) { page in
      for view in views {
        page.element("li") { page in
          page.add(Lead(view.name, Routes.queue().with(view.filter.pairs)))
          page.add(
            PageForm(
              Routes.removeQueueView(view.id), token,
              [Button.small(QueuePageWording.removeView, .send(name: nil, value: nil), look: .quiet)]))
        }
      }
    }
  }
}

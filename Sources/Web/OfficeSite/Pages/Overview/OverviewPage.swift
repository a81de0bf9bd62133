// How far a season is, on one page that prints: by unit and stage, what is late, why forms came back.
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
  @Sendable func overviewPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let filter = try self.filter(try request.target.query())
    let overview: Overview
    do throws(OfficeRefusal) {
      overview = try await Self.reading(filter).run(in: office, by: signedIn)
    } catch .records(.notFound(.budgetYear, _)) {
      return try await page(
        OverviewWording.title, request, context, here: Routes.overview(),
        pageBar: PageBar(OverviewWording.title),
        content: [
          Frame([Panel(nil, isPadded: false, [EmptyPlace(ClerkWording.noYear, ClerkWording.noYearAdvice)])])
        ]
      ).response()
    }
    let bar = PageBar(
      OverviewWording.heading(overview),
      buttons: [
        Button.small(OverviewWording.table, .go(Routes.overviewTable().with(Self.pairs(of: overview))))
      ])
    return try await page(
      OverviewWording.title, request, context, here: Routes.overview(), pageBar: bar,
      content: [
        Frame(
          [
            try await places(overview, filter, of: signedIn), waiting(overview),
          ], side: [objections(overview), rounds(overview), times(overview)])
      ]
    ).response()
  }

  static func reading(_ filter: QueueFilter) -> ReadOverview {
    ReadOverview(year: filter.years.max(), kinds: filter.kinds, place: filter.place)
  }

  private static func pairs(of overview: Overview) -> [(String, String)] {
    QueueFilter(years: [overview.year], kinds: overview.kinds, place: overview.place.path).pairs
  }

  // MARK: Places

  private func places(_ overview: Overview, _ filter: QueueFilter, of signedIn: SignedIn) async throws
    -> Panel
  {
    var content: [any Component] = [try await overviewFilters(overview, of: signedIn)]
    guard overview.total.count(stages: StageGroup.counted).forms > 0 else {
      content.append(EmptyPlace(OverviewWording.nothing, OverviewWording.nothingAdvice))
      return Panel(OverviewWording.byUnit, isPadded: false, content)
    }
    content.append(BarKey(StageGroup.allCases.map { ($0.shade, $0.label) }))
    var table = ListTable(
      OverviewWording.byUnit,
      columns: [
        .init(OverviewWording.unit), .init(OverviewWording.progress),
        .init(OverviewWording.forms, isNumber: true), .init(OverviewWording.done, isNumber: true),
        .init(OverviewWording.amount, isNumber: true), .init(OverviewWording.approvedAmount, isNumber: true),
      ], rows: overview.rows.map { row($0, overview) })
    table.total = [Words(OverviewWording.total)] + cells(overview.total)
    content.append(table)
    return Panel(OverviewWording.byUnit, isPadded: false, content)
  }

  private func row(_ row: Overview.PlaceRow, _ overview: Overview) -> ListTable.Row {
    let isLeaf = row.isOwn || row.organisation.kind == .unit
    let link = Routes.overview().with(
      QueueFilter(years: [overview.year], kinds: overview.kinds, place: row.organisation.path).pairs)
    return ListTable.Row(
      Lead(row.isOwn ? OverviewWording.own : row.organisation.label, isLeaf ? nil : link),
      cells(row.counts))
  }

  private func cells(_ counts: QueueCounts) -> [any Component] {
    let all = counts.count(stages: StageGroup.counted)
    let approved = counts.count(stages: StageGroup.approved.stages)
    return [
      StackedBar(counts), Words("\(all.forms)"), Words("\(approved.forms)"),
      Words(OverviewWording.tenThousands(all.amount)), Words(OverviewWording.tenThousands(approved.amount)),
    ]
  }

  private func overviewFilters(_ overview: Overview, of signedIn: SignedIn) async throws -> Filters {
    let years = try await formYears(by: signedIn).map(\.value.year)
    let places = try await queuePlaces(of: signedIn)
    return Filters(
      action: Routes.overview(),
      selects: [
        .init(
          name: "year", label: QueuePageWording.year,
          options: years.map { ($0.description, QueuePageWording.yearOption($0)) },
          value: overview.year.description),
        .init(
          name: "kind", label: QueuePageWording.kind,
          options: [("", QueuePageWording.allKinds)]
            + FormKind.allCases.map { ($0.rawValue, ClerkWording.kind($0)) },
          value: overview.kinds.first?.rawValue ?? ""),
        .init(
          name: "place", label: QueuePageWording.place,
          options: [("", QueuePageWording.wholeReach)] + places.map { ($0.path.description, $0.label) },
          value: overview.place.path.description),
      ], button: OverviewWording.show)
  }

  // MARK: What is late

  private func waiting(_ overview: Overview) -> Panel {
    guard !overview.waiting.isEmpty else {
      return Panel(
        OverviewWording.waiting, isPadded: false,
        [EmptyPlace(OverviewWording.noWaiting, OverviewWording.noWaitingAdvice)])
    }
    let today = office.today
    var content: [any Component] = [
      ListTable(
        OverviewWording.waiting,
        columns: [
          .init(OverviewWording.unit), .init(OverviewWording.drafts, isNumber: true),
          .init(OverviewWording.returned, isNumber: true), .init(OverviewWording.unbegun, isNumber: true),
          .init(OverviewWording.lastDay),
        ],
        rows: overview.waiting.map { unit in
          ListTable.Row(
            Words(unit.organisation.label),
            [
              Words(Self.number(unit.drafts)), Words(Self.number(unit.returned)),
              Words(Self.number(unit.unbegun)),
              unit.pressure(on: today) == .late
                ? Tag(.late, unit.lastDay.map { QueuePageWording.late($0, today: today) } ?? "")
                : Words(unit.lastDay.map { OfficeWording.day($0, today: today) } ?? "—"),
            ])
        })
    ]
    if overview.waitingCount > overview.waiting.count {
      content.append(Paragraph(.note, OverviewWording.more(overview.waiting.count)))
    }
    return Panel(
      OverviewWording.waiting, note: OverviewWording.late(overview.lateCount, of: overview.waitingCount),
      isPadded: false, content)
  }

  private static func number(_ count: Int) -> String { count == 0 ? "—" : "\(count)" }

  // MARK: What the steps have counted

  private static let objectionsMax = 10

  private func objections(_ overview: Overview) -> Panel {
    let bars = overview.objections.prefix(Self.objectionsMax).map { objection in
      BarList.Bar(
        objection.title ?? objection.rule ?? OverviewWording.ownReason, objection.count,
        OverviewWording.times(objection.count))
    }
    return Panel(OverviewWording.objections, [Self.bars(Array(bars), or: OverviewWording.noObjections)])
  }

  private func rounds(_ overview: Overview) -> Panel {
    let bars = overview.rounds.map { round in
      BarList.Bar(OverviewWording.round(round.round), round.count, OverviewWording.count(round.count))
    }
    return Panel(
      OverviewWording.rounds, note: OverviewWording.meanRounds(overview.rounds),
      [Self.bars(bars, or: OverviewWording.noRounds)])
  }

  private func times(_ overview: Overview) -> Panel {
    let bars = overview.times.filter { $0.stage.isUnderReview || $0.stage.isEditing }.map { time in
      BarList.Bar(time.stage.label, time.hours, OverviewWording.span(time.hours))
    }
    return Panel(OverviewWording.times, [Self.bars(bars, or: OverviewWording.noTimes)])
  }

  private static func bars(_ bars: [BarList.Bar], or nothing: String) -> any Component {
    bars.isEmpty ? Paragraph(.note, nothing) as any Component : BarList(bars)
  }
}

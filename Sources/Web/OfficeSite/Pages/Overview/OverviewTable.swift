// The overview as a workbook.
import Design
import FormExport
import FormSheets
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Workflow

extension OfficePages {
  @Sendable func overviewTable(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let filter = try self.filter(try request.target.query())
    let overview = try await ExportOverview(reading: Self.reading(filter)).run(in: office, by: signedIn)
    let sheets = [Self.progress(overview), Self.waiting(overview), Self.counts(overview)]
    let created = Int(office.now.milliseconds / 1_000)
    let bytes = try await FileWriters.shared.workbook(sheets, created: created)
    return .download(.bytes(bytes), type: .xlsx, name: OverviewWording.fileName(overview))
  }

  private static func progress(_ overview: Overview) -> FormSheet {
    let head =
      [OverviewWording.unit] + StageGroup.allCases.map(\.label)
      + [OverviewWording.forms, OverviewWording.amount, OverviewWording.approvedAmount]
    func cells(_ name: String, _ counts: QueueCounts) -> [String] {
      let all = counts.count(stages: StageGroup.counted)
      let approved = counts.count(stages: StageGroup.approved.stages)
      return [name] + StageGroup.allCases.map { "\(counts.count(stages: $0.stages).forms)" }
        + [
          "\(all.forms)", OverviewWording.tenThousands(all.amount),
          OverviewWording.tenThousands(approved.amount),
        ]
    }
    return FormSheet(
      list: OverviewWording.heading(overview) + OverviewWording.byUnit, head: head,
      rows: overview.rows.map { row in
        cells(row.isOwn ? OverviewWording.own : row.organisation.name, row.counts)
      } + [cells(OverviewWording.total, overview.total)])
  }

  private static func waiting(_ overview: Overview) -> FormSheet {
    FormSheet(
      list: OverviewWording.waiting,
      head: [
        OverviewWording.unit, OverviewWording.drafts, OverviewWording.returned, OverviewWording.unbegun,
        OverviewWording.lastDay,
      ],
      rows: overview.waiting.map { unit in
        [
          unit.organisation.name, "\(unit.drafts)", "\(unit.returned)", "\(unit.unbegun)",
          unit.lastDay?.description ?? "",
        ]
      })
  }

  private static func counts(_ overview: Overview) -> FormSheet {
    let objections = overview.objections.map { objection in
      [
        OverviewWording.objections, objection.title ?? objection.rule ?? OverviewWording.ownReason,
        OverviewWording.times(objection.count),
      ]
    }
    let rounds = overview.rounds.map { round in
      [OverviewWording.rounds, OverviewWording.round(round.round), OverviewWording.count(round.count)]
    }
    let times = overview.times.map { time in
      [OverviewWording.times, time.stage.label, OverviewWording.span(time.hours)]
    }
    return FormSheet(
      list: OverviewWording.title, head: ["", OverviewWording.progress, OverviewWording.forms],
      rows: objections + rounds + times)
  }
}

extension FormSheet {
  /// A plain list under a title: the first column wide, the others even.
  fileprivate init(list title: String, head: [String], rows: [[String]]) {
    let paper = Paper.landscape
    let first = paper.innerWidth / 4
    let rest = (paper.innerWidth - first) / max(1, head.count - 1)
    var grid = SheetGrid(columns: [first] + Array(repeating: rest, count: max(0, head.count - 1)))
    grid.addRow(head.map { SheetPiece($0, role: .head) }, row: SheetRow(isHead: true))
    for row in rows { grid.addRow(row.map { SheetPiece($0, role: .body) }) }
    grid.close()
    self.init(
      title: title, paper: paper,
      blocks: [.line(SheetLine([SheetText(title, role: .title, alignment: .center)])), .grid(grid)])
  }
}

// The whole way of a form: returned at two cells, mended there alone, approved, printed, read again, changed.
import FormDrafts
import FormExport
import Forms
import Ledger
import Model
import Operations
import Opinions
import Organisations
import Permissions
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct ApprovalJourneyTests {
  private static let returning = Deed.return([
    Objection(field: "goals/annual", rule: "C09", words: "请写明受益村数"),
    Objection(field: "indicators/k2/annualValue", words: "请按合同长度填写", proposal: "≥18公里"),
  ])

  @Test(arguments: Engine.allCases)
  func `from submission over a return and an adjustment to the second approval`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    try await ChangeApprovalStyle(
      organisation: desk.county.root, style: ApprovalStyle(numberPattern: "云财绩〔{年度}〕{号}号"), revision: 0
    ).run(in: desk.office, by: desk.finance)
    let form = try await desk.form(at: .financeReview, project: "沟渠清淤")
    try await desk.take(Self.returning, on: form, by: desk.finance)
    try await Self.mend(form, desk)
    for (deed, person) in [
      (Deed.submission(route: .viaDepartment), desk.clerk), (.opening, desk.department),
      (.forwarding(note: "已核对"), desk.department),
    ] { try await desk.take(deed, on: form, by: person) }
    let proposal = try await DraftOpinion(form: form).run(in: desk.office, by: desk.finance)
    let approve = ApproveForm(form: form, opinion: proposal.draft.text, length: proposal.course.length)
    #expect(try await approve.run(in: desk.office, by: desk.finance).number == "云财绩〔2026〕1号")
    #expect(try await approve.run(in: desk.office, by: desk.finance).isRepeated)
    try await Self.expectReadAgain(form, desk)
    // The adjustment, and its own approval.
    try await desk.take(.adjustment(reason: "合同变更"), on: form, by: desk.clerk)
    try await desk.write("indicators/k2/annualValue", "\"≥19公里\"", in: form)
    for (deed, person) in [
      (Deed.submission(route: .viaDepartment), desk.clerk), (.opening, desk.department),
      (.forwarding(note: nil), desk.department),
    ] { try await desk.take(deed, on: form, by: person) }
    let again = try await DraftOpinion(form: form).run(in: desk.office, by: desk.finance)
    #expect(again.opinionInForce == proposal.draft.text)
    #expect(again.draft.text.contains("“清淤沟渠长度”由≥18公里调为≥19公里"), "\(again.draft.text)")
    let second = try await ApproveForm(
      form: form, opinion: again.draft.text, length: again.course.length
    ).run(in: desk.office, by: desk.finance)
    #expect(second.number == "云财绩〔2026〕2号" && second.course.version == 2)
    try await Self.expectReadAgain(form, desk)
    let actions = try await desk.office.read {
      try $0.ledgerEntries(about: "form/\(form)", limit: 99).reversed().map(\.note.action.rawValue)
    }
    #expect(actions.count { $0 == "form.approve" } == 2 && actions.last == "form.approve")
    #expect(actions.contains("form.return") && actions.contains("form.adjust"))
    try await desk.county.expectSoundLedger()
  }

  /// Only the two cells are open: everything else is refused, and nothing of it kept.
  private static func mend(_ form: FormID, _ desk: FormDesk) async throws {
    let (office, clerk) = (desk.office, desk.clerk)
    let opened = try await ReadForm(form: form).run(in: office, by: clerk)
    for path in [
      "goals/period", "budget/total", "indicators/k1/annualValue", "indicators/k2/name", "fundUse",
    ] {
      #expect(!opened.open.contains(path), "\(path)")
      let outcome = await faults {
        _ = try await SaveFields(form: form, onto: opened.revision, edits: [.set(path: path, typed: "9")])
          .run(
            in: office, by: clerk)
      }
      #expect(outcome == [path], "\(path)")
    }
    _ = try await SaveFields(
      form: form, onto: opened.revision,
      edits: [
        .set(path: "goals/annual", typed: "完成镇域 18 公里沟渠清淤，受益 3 个村，汛期前全部完工，沿线群众满意。"),
        .set(path: "indicators/k2/annualValue", typed: "≥18公里"),
      ]
    ).run(in: office, by: clerk)
  }

  /// The paper of the approval, in every office format, read in again is the version in force.
  private static func expectReadAgain(_ form: FormID, _ desk: FormDesk) async throws {
    let paper = try await ReadApprovedForm(form: form).run(in: desk.office, by: desk.finance)
    #expect(paper.paper.printed.approval == paper.record.approval, "\(paper.layout)")
    for format in [ExportFormat.docx, .xlsx, .html] {
      let exporting = try ExportForms(ExportSettings(format: format, created: 1_700_000_000))
      let file = try exporting.write([paper.paper])
      let differences = exporting.differences(in: file, from: [paper.paper], reading: ReadForms())
      #expect(differences.isEmpty, "\(format): \(differences)")
    }
  }
}

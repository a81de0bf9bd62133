// Approvals: numbers without gaps, one operation from wherever, double presses, races, the whole way round.
import FormDrafts
import FormSheets
import Forms
import Ledger
import Model
import Opinions
import Organisations
import Permissions
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct ApprovalTests {
  private static func number(
    _ desk: FormDesk, _ pattern: String = "云财绩〔{年度}〕{号}号"
  ) async throws {
    let (style, revision) = try await ReadApprovalStyle(organisation: desk.county.root).run(
      in: desk.office, by: desk.finance)
    var changed = style
    changed.numberPattern = pattern
    try await ChangeApprovalStyle(organisation: desk.county.root, style: changed, revision: revision).run(
      in: desk.office, by: desk.finance)
  }

  private static func approve(
    _ form: FormID, _ desk: FormDesk, saying opinion: String = "同意"
  ) async throws -> ApproveForm.Approved {
    let length = try await desk.course(form).length
    return try await ApproveForm(form: form, opinion: opinion, length: length).run(
      in: desk.office, by: desk.finance)
  }

  @Test(arguments: Engine.allCases)
  func `a form that waits is opened and approved by one press, with opinion, number and ledger`(
    engine: Engine
  )
    async throws
  {
    let desk = try await FormDesk(on: engine)
    try await Self.number(desk)
    let form = try await desk.form(at: .awaitingFinance, project: "沟渠清淤")
    let length = try await desk.course(form).length
    let approve = ApproveForm(form: form, opinion: " 同意批复 ", length: length)
    let approved = try await approve.run(in: desk.office, by: desk.finance)
    #expect(approved.number == "云财绩〔2026〕1号" && !approved.isRepeated)
    #expect(approved.course.stage == .approved && approved.course.length == length + 2)
    let again = try await approve.run(in: desk.office, by: desk.finance)
    #expect(again.isRepeated && again.number == "云财绩〔2026〕1号")
    let paper = try await ReadApprovedForm(form: form).run(in: desk.office, by: desk.reader)
    #expect(paper.number == "云财绩〔2026〕1号" && paper.opinion == "同意批复")
    #expect(paper.record.approval?.opinion == "同意批复")
    #expect(paper.adjustment == nil)
    let actions = try await desk.office.read {
      try $0.ledgerEntries(about: "form/\(form)", limit: 3).reversed().map(\.note.action.rawValue)
    }
    #expect(actions == ["form.open", "form.version", "form.approve"])
    try await desk.county.expectSoundLedger()
  }

  @Test(arguments: Engine.allCases)
  func `numbers of many approvals at once follow each other, and what fails leaves no gap`(engine: Engine)
    async throws
  {
    let desk = try await FormDesk(on: engine)
    try await Self.number(desk, "{年度}-{号:3}")
    var forms: [FormID] = []
    for number in 1...8 {
      forms.append(try await desk.form(at: .awaitingFinance, project: "第\(number)项"))
    }
    let lengths = try await desk.course(forms[0]).length
    let (office, finance) = (desk.office, desk.finance)
    let numbers = await withTaskGroup(of: String?.self) { group in
      for (place, form) in forms.enumerated() {
        group.addTask {
          // Every third is pressed from an old page.
          let length = place % 3 == 2 ? lengths - 1 : lengths
          return try? await ApproveForm(form: form, opinion: "同意", length: length).run(
            in: office, by: finance
          ).number
        }
      }
      var numbers: [String] = []
      for await number in group { if let number { numbers.append(number) } }
      return numbers.sorted()
    }
    #expect(numbers == (1...6).map { "2026-00\($0)" })
    let next = try await Self.approve(forms[2], desk)
    #expect(next.number == "2026-007")
  }

  @Test func `a form whose approval was taken back keeps its number, an adjustment gets a further one`()
    async throws
  {
    let desk = try await FormDesk()
    try await Self.number(desk)
    let form = try await desk.form(at: .financeReview, project: "沟渠清淤")
    #expect(try await Self.approve(form, desk).number == "云财绩〔2026〕1号")
    try await desk.take(.reopening(reason: "口径有误"), on: form, by: desk.finance)
    let other = try await desk.form(at: .financeReview, project: "另一项")
    #expect(try await Self.approve(other, desk).number == "云财绩〔2026〕2号")
    #expect(try await Self.approve(form, desk, saying: "复核后同意").number == "云财绩〔2026〕1号")
    try await desk.take(.adjustment(reason: "资金压减"), on: form, by: desk.clerk)
    try await desk.write("indicators/k2/annualValue", "\"≥15公里\"", in: form)
    try await desk.write("budget/total", "\"30000.00\"", in: form)
    try await desk.write("budget/fiscal", "\"30000.00\"", in: form)
    for (deed, person) in [
      (Deed.submission(route: .viaDepartment), desk.clerk), (.opening, desk.department),
      (.forwarding(note: nil), desk.department),
    ] { try await desk.take(deed, on: form, by: person) }
    let waiting = try await ReadApprovedForm(form: form).run(in: desk.office, by: desk.finance)
    #expect(waiting.number == "云财绩〔2026〕1号" && waiting.adjustment?.isDraft == true)
    let drafted = try await DraftOpinion(form: form).run(in: desk.office, by: desk.finance)
    #expect(drafted.draft.text.contains("预算由 4 万元调为 3 万元"), "\(drafted.draft.text)")
    // Whoever only sees what is in force is told nothing of it.
    #expect(
      try await ReadApprovedForm(form: form).run(in: desk.office, by: desk.reader).adjustment == nil)
    #expect(try await Self.approve(form, desk, saying: "同意调整").number == "云财绩〔2026〕3号")
    let adjusted = try await ReadApprovedForm(form: form).run(in: desk.office, by: desk.reader)
    let sheet = try #require(adjusted.adjustment)
    #expect(sheet.reason == "资金压减" && sheet.opinion == "同意调整" && !sheet.isDraft)
    #expect(sheet.numberBefore == "云财绩〔2026〕1号" && sheet.numberAfter == "云财绩〔2026〕3号")
    let texts = sheet.laidOut.sheet.texts
    for text in ["≥20公里", "≥15公里", "原值", "调整后", "资金压减"] { #expect(texts.contains(text), "\(text)") }
    try await desk.county.expectSoundLedger()
  }

  @Test(arguments: Engine.allCases)
  func `withdrawing and opening at the same time leaves one of them, never both`(engine: Engine) async throws
  {
    let desk = try await FormDesk(on: engine)
    let (office, clerk, department) = (desk.office, desk.clerk, desk.department)
    for round in 0..<6 {
      let form = try await desk.form(at: .awaitingDepartment, project: "第\(round)项")
      let length = try await desk.course(form).length
      async let withdrawn: [String] = faults {
        _ = try await WithdrawForm(form: form, length: length).run(in: office, by: clerk)
      }
      async let opened: [String] = faults {
        _ = try await TakeStep(form: form, deed: .opening, length: length).run(in: office, by: department)
      }
      let outcomes = await [withdrawn, opened].flatMap(\.self)
      #expect(outcomes.count { $0 == "done" } == 1, "\(outcomes)")
      let stage = try await desk.course(form).stage
      #expect([.draft, .departmentReview].contains(stage))
    }
  }

  @Test func `nobody approves elsewhere, what he wrote, from an old page, or without a word`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .awaitingFinance, project: "沟渠清淤")
    let length = try await desk.course(form).length
    func outcome(_ opinion: String, _ length: Int, by person: SignedIn) async -> [String] {
      await faults {
        _ = try await ApproveForm(form: form, opinion: opinion, length: length).run(
          in: desk.office, by: person)
      }
    }
    #expect(await outcome("同意", length, by: desk.clerk) == ["no role"])
    #expect(await outcome("同意", length, by: desk.department) == ["no role"])
    let far = try desk.county.actor(desk.finance.person, .financeReviewer, at: "330122102/")
    #expect(await outcome("同意", length, by: far) == ["notFound form"])
    #expect(await outcome("  ", length, by: desk.finance) == ["step noOpinion"])
    #expect(await outcome("同意", length - 1, by: desk.finance) == ["stale form"])
    #expect(
      await outcome(String(repeating: "好", count: 1_001), length, by: desk.finance) == ["opinion"])
    let own = try desk.county.actor(desk.clerk.person, .financeReviewer, at: "330122/")
    #expect(await outcome("同意", length, by: own)[0].hasPrefix("ownWork"))
    #expect(try await desk.course(form).stage == .awaitingFinance)
  }

  @Test func `phrases are kept tidy, and what is wrong with them is told`() async throws {
    let desk = try await FormDesk()
    let root = desk.county.root
    var style = ApprovalStyle()
    style.numberPattern = "云财绩{号}"
    style.phrases.clauses = ["Z99": "不认得", "a06": "小写"]
    style.phrases.closing = String(repeating: "长", count: 201)
    let wrong = style
    #expect(
      await faults {
        try await ChangeApprovalStyle(organisation: root, style: wrong, revision: 0).run(
          in: desk.office, by: desk.finance)
      }.sorted() == ["clauses", "clauses", "closing", "number"])
    style.numberPattern = " 云财绩〔{年}〕{号} "
    style.phrases.clauses = ["A06": " {格}请对照上年 ", "M01": " "]
    style.phrases.closing = ""
    style.phrases.opinions = ["请按季度收集完成情况。", " ", "“引号”与\\反斜"]
    try await ChangeApprovalStyle(organisation: root, style: style, revision: 0).run(
      in: desk.office, by: desk.finance)
    let kept = try await ReadApprovalStyle(organisation: root).run(in: desk.office, by: desk.finance)
    #expect(kept.style.numberPattern == "云财绩〔{年}〕{号}")
    #expect(kept.style.phrases.clauses == ["A06": "{格}请对照上年"])
    #expect(kept.style.phrases.opinions == ["请按季度收集完成情况。", "“引号”与\\反斜"])
    #expect(kept.revision == 1)
    #expect(
      await faults {
        try await ChangeApprovalStyle(organisation: root, style: ApprovalStyle(), revision: 0).run(
          in: desk.office, by: desk.finance)
      } == ["stale setting"])
  }
}

extension FormSheet {
  /// Every text that is printed.
  var texts: String {
    blocks.map { block in
      switch block {
      case .line(let line): line.parts.map(\.text).joined(separator: "\n")
      case .grid(let grid): grid.cells.map(\.content.text).joined(separator: "\n")
      case .pageBreak: ""
      }
    }.joined(separator: "\n")
  }
}

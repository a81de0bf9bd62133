// The Chinese words of the section 批复.
import Design
import Findings
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Review
import Workflow

enum ApprovalsWording {
  static let section = "批复"
  static let stages = "按办到哪一步看"
  static let project = "项目"
  static let number = "批复文号"
  static let amount = "预算金额"
  static let pick = "选"
  static let year = "年度"
  static let allYears = "全部年度"
  static let show = "显示"
  static let more = "下一页"
  static let noNumber = "没有编号"
  static let day = "批复日期"
  static let person = "批复人"
  static let unit = "单位"
  static let goal = "年度目标"
  static let form = "这张表"
  static let indicators = "指标"
  static let indicator = "三级指标"
  static let annualValue = "年度值"
  static let actualValue = "完成值"
  static let opinion = "批复意见"
  static let opinionHint = "按发现起草，可以改；批复后写进表里的“批复意见”。"
  static let drafted = "按发现起草"
  static let addPhrase = "常用批语，按一下接在后面"
  static let approve = "批复"
  static let findings = "发现"
  static let noFindings = "没有发现"
  static let noFindingsAdvice = "数对得上，指标都能核对。"
  static let paper = "批复表"
  static let adjustment = "调整"
  static let valueBefore = "原值"
  static let valueAfter = "调整后"
  static let batches = "批量办理"
  static let noBatches = "还没有批量办理过。"
  static let batch = "哪一批"
  static let done = "办好"
  static let phrases = "常用批语和文号"
  static let phrasesNote = "起草意见用的开头、结尾、常用批语，退回时的常用理由，批复文号的写法。"
  static let keepPhrases = "去维护"
  static let history = "历史"
  static let printing = "打印成"
  static let printPicked = "打印选中的"
  static let printAll = "打印这一页条件下的全部"
  static let approvePicked = "批复选中的"
  static let approveAll = "批复全部没有发现的"
  static let formats = [("pdf", "PDF"), ("docx", "Word"), ("xlsx", "Excel")]

  static func title(of stage: Stage) -> String { "\(stage.label)的表" }
  static func year(_ year: FiscalYear) -> String { "\(year)\u{A0}年" }
  static func pick(_ name: String) -> String { "选\(name)" }
  static func approve(_ name: String) -> String { "批复\(name)" }
  static func approved(_ name: String) -> String { "\(name)的批复" }
  static func count(_ count: Int) -> String { "\(count) 处" }
  static func adjusted(_ count: Int) -> String { "\(count) 格不同" }
  static func reason(_ text: String) -> String { "调整理由：\(text)" }

  static func below(_ line: ApprovalLine) -> String {
    "\(line.organisation.label)，\(line.entry.year)\u{A0}年\(ClerkWording.kind(line.entry.kind))"
  }

  static func nothing(at stage: Stage) -> (title: String, advice: String) {
    switch stage {
    case .awaitingFinance: ("没有等着批复的表", "单位提交、部门转报以后，会列在这里。")
    case .financeReview: ("没有正在审核的表", "打开一张待审的表，它就到这里。")
    default: ("还没有\(stage.label)的表", "换一个年度或别的一步看看。")
    }
  }

  static func title(of finding: DraftFinding) -> String {
    RuleCatalogue.rule(finding.finding.rule)?.title ?? finding.finding.rule
  }

  static func words(for step: Step) -> (note: String, question: String?) {
    switch step {
    case .reopen: ("收回这次批复，回到财政审核；文号留着，重新批复时仍用它。", "收回的理由")
    case .disclose: ("确认可以公开。公开前请再看一遍有没有个人信息。", nil)
    case .withhold: ("不公开的要写明理由，例如涉密。", "不予公开的理由")
    default: ("", nil)
    }
  }

  // MARK: Batches

  static func name(of batch: Batch) -> String {
    switch batch.work {
    case .approval: "批量批复，\(OfficeWording.clock(batch.moment))"
    case .printing: "批量打印，\(OfficeWording.clock(batch.moment))"
    case nil: OfficeWording.clock(batch.moment)
    }
  }

  static func state(of batch: Batch) -> String {
    switch batch.progress {
    case .checking: "核对中"
    case .reading: "等你看抽中的"
    case .working: batch.work == .printing ? "打印中" : "批复中"
    case .done: batch.known.problem == nil ? "办完" : "没有办成"
    case .stopped: "已停下"
    }
  }

  static func tag(of batch: Batch) -> Tag.Kind {
    switch batch.progress {
    case .checking, .working: .waiting
    case .reading: .soon
    case .done: batch.known.problem == nil ? .approved : .late
    case .stopped: .plain
    }
  }

  static func label(of printing: BatchPrinting) -> String {
    switch printing {
    case .onePaper: "一份 PDF"
    case .papers: "每张一份 PDF，打成压缩包"
    case .wordFiles: "每张一份 Word，打成压缩包"
    case .workbooks: "每张一份 Excel，打成压缩包"
    }
  }
}

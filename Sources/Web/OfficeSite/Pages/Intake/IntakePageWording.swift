// The Chinese words of the pages on which documents become drafts.
import Findings
import HTTP
import Model
import OfficeOperations
import Quantities
import Records
import Tables

enum IntakePageWording {
  static let title = "导入"
  static let hand = "上传绩效表"
  static let handNote = "把文件拖到这里，或者点下面选择；可以一次选多个。"
  static let files = "文件"
  static let filesHint = "Word、Excel、WPS、PDF、网页、文本、扫描图片都行；每个不超过 64 MB，一次不超过 50 个、共 250 MB。"
  static let unit = "这是哪个单位的表"
  static let send = "上传"
  static let sending = "正在上传"
  static let list = "已上传的文件"
  static let nothing = "还没有上传过文件"
  static let nothingAdvice = "去年的 Word 表、批复的 PDF、别人发来的扫描件都可以，读好后先给你看，认过再存为草稿。"
  static let noUnit = "没有可以导入的单位"
  static let noUnitAdvice = "导入绩效表要有经办角色，请联系安全管理员授权。"
  static let columns = ["文件", "大小", "上传时间", "进度", ""]
  static let look = "认一认"
  static let why = "看原因"
  static let discard = "不要了"
  static let again = "再读一次"
  static let otherFile = "换一个文件"
  static let original = "下载原件"
  static let toDraft = "打开草稿"
  static let refresh = "刷新"
  static let waitingTitle = "文件收到了，正在排队读"
  static let readingTitle = "正在读"
  static let readingAdvice = "这一页会自己刷新。可以先去办别的，读好的文件留在“导入”里。"
  static let picturesAdvice = "这是扫描件，要逐格识别文字，每页约需几秒到几十秒。"
  static let unreadableTitle = "这个文件读不了"
  static let unreadableAdvice = "文件已经留存，没有丢。"
  static let noFormTitle = "没有认出绩效表"
  static let noFormAdvice = "这份文件里没有绩效目标表、监控表或自评表。请看看是不是选错了文件；如果确实是绩效表，请另存为 Word 或 Excel 再试。"
  static let discardedTitle = "这个文件已经不要了"
  static let originalPane = "原件"
  static let recognised = "读到的"
  static let toConfirmAdvice = "左边是原件，右边是读到的。对的按回车，不对就改。没认的数不会带进草稿。"
  static let allSure = "都有把握，没有要认的"
  static let allConfirmed = "要认的都认过了"
  static let sureNote = "点“看”，左边会标出它在原件的位置；要改，点“改”。"
  static let right = "对"
  static let change = "改"
  static let show = "看"
  static let field = "格"
  static let text = "读到的"
  static let sureness = "把握"
  static let findings = "存为草稿后会提醒的"
  static let readingFindings = "读的时候发现的"
  static let keep = "存为草稿"
  static let keepNote = "没认的数留空，其余照读到的和改过的存；原件附在草稿后面。"
  static let year = "年度"
  static let project = "项目"
  static let projectName = "新项目名称"
  static let projectCode = "新项目编码"
  static let blankCode = "没有就空着"
  static let noYear = "没有开放的年度"
  static let noYearAdvice = "请联系系统管理员开放年度，再回来存为草稿；认过的都留着。"
  static let taken = "这一张已经存为草稿"
  static let notTaken = "没有存为草稿"
  static let notAnswered = "这一格没有改"
  static let unanswered = "没认"
  static let leftOut = "没认，不带进草稿"
  static let confirmed = "已认"
  static let corrected = "已改"
  static let noPlace = "原件里没有单独的一格"
  static let sheetForms = "这个文件里的表"
  static let keys = [("↵", "对，下一处"), ("E", "改"), ("↑ ↓", "上一处、下一处")]
  static let someRefused = "有的文件没有收下"
  static let cell = "原件这一格"
  static let missingReader = "读文件的程序没有装好"

  static func onPaper(_ label: String) -> String { "原件上的样子：\(label)" }
  static func newProject(_ name: String?) -> String { name.map { "新建：\($0)" } ?? "新建一个项目" }

  static func state(_ intake: Intake) -> String {
    let details = intake.found
    switch intake.progress {
    case .waiting: return details.readsPictures ? "等待识别扫描件" : "等待"
    case .reading: return details.readsPictures ? "正在识别扫描件" : "正在读"
    case .read where details.formCount == 0: return "没有认出绩效表"
    case .read where details.drafts.count >= details.formCount: return "已存为草稿"
    case .read: return "读好了，\(details.formCount)\u{A0}张表"
    case .unreadable: return "读不了"
    case .discarded: return "不要了"
    }
  }

  static func size(_ bytes: Int64) -> String {
    if bytes < 1 << 10 { return "\(bytes)\u{A0}字节" }
    if bytes < 1 << 20 { return "\((bytes + 512) >> 10)\u{A0}KB" }
    let tenths = (bytes * 10 + 1 << 19) >> 20
    return "\(tenths / 10).\(tenths % 10)\u{A0}MB"
  }

  static func tooMany(_ count: Int) -> String { "一次最多 \(count) 个文件，这个没有收下，请另外再传。" }

  static func notKept(_ problem: AttachmentProblem) -> String {
    switch problem {
    case .tooLong(let max): "超过 \(max >> 20) MB，没有收下。请拆开，或只保留绩效表后再传。"
    case .full: "服务器磁盘满了，没有收下，请告诉系统管理员。"
    case .readOnly, .missing, .altered, .failed: "暂时存不下，没有收下，请稍后再传。"
    }
  }

  static func refused(_ name: String, _ sentence: String) -> String { "“\(name)”：\(sentence)" }

  static func format(_ format: DocumentFormat?, isScanned: Bool) -> String {
    if isScanned { return "扫描件" }
    return switch format {
    case .docx: "Word 文档"
    case .doc: "Word 97–2003"
    case .xlsx: "Excel 工作簿"
    case .xls: "Excel 97–2003"
    case .html: "网页"
    case .text: "文本"
    case .pdf: "PDF"
    case .rtf: "RTF"
    case .odt, .ods: "OpenDocument"
    case .picture: "图片"
    case nil: "文件"
    }
  }

  static func kind(_ kind: FormKind) -> String {
    switch kind {
    case .projectTarget: "项目绩效目标表"
    case .departmentTarget: "部门整体绩效目标表"
    case .projectMonitoring: "项目绩效运行监控表"
    case .projectSelfEvaluation: "项目绩效自评表"
    case .departmentSelfEvaluation: "部门整体绩效自评表"
    }
  }

  static func tab(_ form: IntakeForm) -> String { "第\u{A0}\(form.number + 1)\u{A0}张" }
  static func toConfirm(_ count: Int) -> String { "请你认一认，\(count)\u{A0}处" }
  static func sure(_ count: Int) -> String { "有把握的\u{A0}\(count)\u{A0}格" }
  static func progress(_ done: Int, of all: Int) -> String { "\(done) / \(all) 格有把握" }
  static func stillOpen(_ count: Int) -> String { "还有\u{A0}\(count)\u{A0}处没认" }
  static func confidence(_ percent: Int) -> String {
    percent < 60 ? "把握低" : percent < 80 ? "把握中" : "把握高"
  }

  static func place(_ place: Place?) -> String? {
    guard let place else { return nil }
    var parts: [String] = []
    if let sheet = place.sheet { parts.append("“\(sheet)”") }
    if let page = place.page { parts.append("第\u{A0}\(page)\u{A0}页") }
    if let row = place.row, let column = place.column {
      parts.append("第\u{A0}\(row)\u{A0}行第\u{A0}\(column)\u{A0}列")
    } else if let line = place.line {
      parts.append("第\u{A0}\(line)\u{A0}段")
    }
    return parts.isEmpty ? nil : "原件" + parts.joined(separator: "，")
  }

  static func sheet(_ name: String) -> String { "工作表“\(name)”" }
  static func page(_ number: Int) -> String { "第\u{A0}\(number)\u{A0}页" }
  static func rowsLeftOut(_ count: Int) -> String { "……另有\u{A0}\(count)\u{A0}行没有列出，可下载原件查看" }
  static func moment(_ moment: Moment) -> String { OfficeWording.clock(moment) }
  static func year(_ year: FiscalYear) -> String { "\(year.year)\u{A0}年" }
}

// The Chinese words of the ledger.
import Ledger
import OfficeOperations
import Permissions
import Workflow

enum LedgerWording {
  static let number = "序号"
  static let moment = "时间"
  static let actor = "谁"
  static let action = "做了什么"
  static let subject = "对象"
  static let reason = "说明"
  static let hash = "校验码"
  static let machine = "系统"
  static let search = "对象，如 person/17"
  static let latest = "最新的"
  static let earlier = "更早的"
  static let nothing = "没有这样的记录"
  static let nothingAdvice = "核对一下对象的写法，或全部显示。"
  static let verify = "校验台账"
  static let verifyAdvice = "逐条核对每一笔记录、每一版表。记录多时要等几秒。"
  static let heads = "以前打印的校验码"
  static let headsHint = "可不填；每行一个，照打印件输入"
  static let head = "留存校验码"
  static let headAdvice = "打印出来签字存档，或公布在外面；以后凭它就能查出之前的记录有没有被动过。"
  static let printHead = "生成打印件"
  static let headTitle = "台账校验码"
  static let headUse = "以后校验台账时，把上面这一行填进“以前打印的校验码”。对不上，就说明之前的记录被动过。"
  static let printAdvice = "用浏览器的打印（Ctrl P）打印这一页。生成这一页本身也记入了台账。"
  static let export = "导出台账"
  static let exportAdvice = "全部记录，一笔一行；导出本身也记入台账。JSON 各行带前后校验码，可在别处核对。"
  static let exportFirst = "从第几笔起"
  static let exportFirstHint = "可不填；一个文件最多 25 万笔，文件名写明起止"
  static let region = "地区"
  static let signatures = ["审计管理员（签字）：", "见证人（签字）："]
  static let sound = "台账完好"
  static let unsoundAdvice = "请先不要做别的操作，保留现场，用备份和打印的校验码核对。"
  static let faults = "对不上的地方"

  static func entries(_ count: Int64) -> String { "共\u{A0}\(count)\u{A0}笔" }
  static func person(_ number: Int64) -> String { "人员 \(number)" }
  static func checked(_ entries: Int64, _ versions: Int64) -> String {
    "核对了 \(entries) 笔记录、\(versions) 版表，没有改动、缺失或错位。"
  }
  static func export(_ format: ExportLedger.Format) -> String {
    switch format {
    case .table: "导出 CSV"
    case .lines: "导出 JSON"
    }
  }
  static func fileName(_ first: Int64, _ last: Int64, _ format: ExportLedger.Format) -> String {
    "台账 \(first)-\(last).\(format.rawValue)"
  }
  static func unsound(_ count: Int) -> String { "台账有 \(count) 处对不上" }

  private static let actions: [LedgerAction: String] = [
    .officeSetUp: "初次设置", .sessionStart: "登录", .sessionRefused: "登录未成", .sessionEnd: "退出登录",
    .passwordChange: "修改密码", .passwordLink: "发放密码链接", .passwordSet: "用链接设密码",
    .passwordLinkConfirm: "确认密码链接", .deadlineExtend: "延长期限", .ledgerExport: "导出台账",
    .organisationAdd: "新增单位", .organisationChange: "修改单位", .personAdd: "新增人员", .personChange: "修改人员",
    .rightGive: "授予角色", .rightEnd: "收回角色", .deputyAppoint: "指定代办人", .deputyEnd: "结束代办",
    .accountUnlock: "解锁账号", .timeCodesBegin: "启用动态口令", .timeCodesEnd: "停用动态口令",
    .timeCodesReset: "重置动态口令", .yearOpen: "开放年度", .yearClose: "关闭年度", .deadlineSet: "设期限",
    .deadlineRemove: "取消期限", .accountRulesChange: "修改账号规则", .ruleSetChoose: "选定规则集", .ledgerVerify: "校验台账",
    .ledgerPrint: "打印校验码", .formVersion: "保存一版表", .intakeReceive: "上传文件", .intakeRead: "读好文件",
    .intakeAgain: "再读一次文件", .intakeConfirm: "认一格", .intakeCorrect: "改一格", .intakeTake: "从文件存为草稿",
    .intakeDiscard: "不要上传的文件", .reviewSheet: "留存审核底稿", .reviewNote: "留审核备注",
    .mailSettingsChange: "修改邮件设置", .mailChoiceChange: "选择怎样收邮件",
    .mailTest: "试发邮件", .unitRemind: "催办", .yearEnd: "了结年度的表",
    .formBegin: "新建绩效表", .projectAdd: "新增项目", .projectChange: "修改项目", .attachmentAdd: "上传附件",
    .attachmentRemove: "删除附件", .phrasesChange: "修改常用批语", .batchBegin: "开始批量办理",
    .batchDraw: "抽出必读的表", .batchRead: "看过抽中的表", .batchConfirm: "确认批量批复", .batchStop: "停止批量办理",
    .batchEnd: "批量办理完毕", .batchShareChange: "修改抽读比例",
  ]

  static func action(_ action: LedgerAction) -> String {
    if let word = actions[action] { return word }
    let parts = action.rawValue.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, parts[0] == "form", let step = Step(rawValue: String(parts[1])) else {
      return action.rawValue
    }
    return Right.step(step).label
  }

  private static let nouns: [String: String] = [
    "person": "人员", "organisation": "单位", "year": "年度", "form": "表", "deputy": "代办", "right": "角色",
    "deadline": "期限", "version": "版本", "ledger": "台账", "account-rules": "账号规则", "office": "系统",
    "session": "登录", "address": "地址", "decision": "决定", "intake": "上传的文件",
    "review": "审核底稿", "note": "备注",
    "mail": "邮件", "reminder": "催办", "project": "项目", "attachment": "附件", "batch": "批量办理",
  ]

  /// `person/17/deputy/4` is 人员 17，代办 4.
  static func subject(_ subject: String) -> String {
    var parts: [String] = []
    for piece in subject.split(separator: "/") {
      if let noun = nouns[String(piece)] {
        parts.append(noun)
      } else if let last = parts.popLast() {
        parts.append("\(last)\u{A0}\(piece)")
      } else {
        parts.append(String(piece))
      }
    }
    return parts.joined(separator: "，")
  }

  /// What is not as it was written, and where.
  static func sentence(_ fault: LedgerFault) -> String {
    switch fault {
    case .altered(let number): "第 \(number) 笔被改动过。"
    case .missing(let first, let last):
      first == last ? "第 \(first) 笔不见了。" : "第 \(first) 到 \(last) 笔不见了。"
    case .moved(let from, let to): "第 \(from) 笔原来在第 \(to) 笔的位置。"
    case .exchanged(let number): "第 \(number) 笔与前一笔接不上，两笔中有一笔被换过。"
    case .repeated(let number): "第 \(number) 笔出现了两次。"
    case .unreadable(let number): "第 \(number) 笔已无法读出。"
    case .otherHead(let stored, let found): "链尾应为 \(stored)，实为 \(found)。"
    case .unknownHead(let head): "打印的校验码 \(head) 不属于这本台账。"
    case .alteredVersion(let form, let version): "表 \(form) 第 \(version) 版的内容被改动过。"
    case .otherVersion(let form, let version, let number):
      "表 \(form) 第 \(version) 版与台账第 \(number) 笔不符。"
    case .unwrittenVersion(let form, let version): "表 \(form) 第 \(version) 版没有记入台账。"
    case .missingVersion(let subject, let number): "台账第 \(number) 笔所记的 \(subject) 不见了。"
    case .alteredDecision(let form, let decision): "表 \(form) 的第 \(decision) 个决定与台账不符。"
    case .missingDecision(let subject, let number): "台账第 \(number) 笔所记的决定 \(subject) 不见了。"
    case .alteredAttachment(let hash): "附件 \(hash) 缺失或被改动过。"
    case .damagedFile(let text): "数据文件损坏：\(text)"
    }
  }
}

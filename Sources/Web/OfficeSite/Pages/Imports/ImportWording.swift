// The Chinese words of imports.
import Findings
import Organisations
import Rosters

enum ImportWording {
  static let file = "表格文件"
  static let fileHint = "XLSX 或 CSV，不超过 1 MB；第一行是表头，列的次序不限"
  static let look = "先看一看"
  static let template = "下载空表"
  static let otherFile = "换一个文件"
  static let noFile = "还没有选文件。"
  static let tooLarge = "文件超过 1 MB，请拆成几个分别导入。"
  static let otherFormat = "读不了这种文件，请另存为 XLSX 或 CSV 再上传。"
  static let outdated = "刚刚有人改过"
  static let outdatedAdvice = "下面是按现在的内容重新算的结果，请再看一遍。"
  static let notes = "请留意"
  static let what = "导入以后"
  static let name = "名称"
  static let content = "内容"
  static let new = "新增"
  static let changed = "修改"
  static let place = "位置"
  static let value = "格里写的"
  static let mend = "怎么改"
  static let toMend = "要改的地方"

  static func more(_ count: Int) -> String { "另有 \(count) 项没有列出" }
  static func agree(_ count: Int) -> String { "导入这 \(count) 项" }
  static func notImported(_ count: Int) -> String { "没有导入，有 \(count) 处要改" }
  static func rights(_ count: Int) -> String {
    count == 0 ? "表里的角色都已经授予，没有要做的。" : "将授予 \(count) 项角色，从今天起生效。"
  }

  static func organisation(_ path: OrganisationPath, _ kind: OrganisationKind, _ years: YearSpan) -> String {
    "\(OrganisationsWording.code(of: path))，\(kind.label)，\(OrganisationsWording.years(years))"
  }

  static func person(_ account: AccountName, _ organisation: String, _ days: DaySpan) -> String {
    "账号 \(account)，\(organisation)，\(PeopleWording.days(days))"
  }

  static func right(_ account: AccountName?, _ role: Role, at organisation: String) -> String {
    (account.map { "账号 \($0)，" } ?? "") + "\(role.label)，\(organisation)"
  }

  /// `第 5 行 C 列（上级编码）`
  static func place(of fault: RosterFault) -> String {
    let sheet = fault.place.sheet.map { "“\($0)”" } ?? ""
    let row = fault.place.row.map { "第\u{A0}\($0)\u{A0}行" } ?? ""
    let column = fault.place.column.map { " \(letters($0))\u{A0}列" } ?? ""
    let head = fault.head.isEmpty ? "" : "（\(fault.head)）"
    let place = sheet + row + column + head
    return place.isEmpty ? "整张表" : place
  }

  /// 1 is A, 27 is AA.
  private static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.insert(UInt8(0x41 + (rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

extension TableImport {
  var title: String {
    switch self {
    case .organisations: "导入单位"
    case .people: "导入人员"
    case .rights: "按表授予角色"
    }
  }

  var listTitle: String { self == .organisations ? OfficeWording.organisations : OfficeWording.people }

  var lede: String {
    switch self {
    case .organisations: "先看会新增和修改哪些，确认之后才导入；有一处不对，就一个也不导入。"
    case .people: "先看会新增和修改哪些，确认之后才导入。表里的角色不会自动授予，由安全管理员另行办理。"
    case .rights: "用系统管理员导入人员的同一张表，授予其中“角色”一列。人员须已经导入。"
    }
  }

  var templateName: String { self == .organisations ? "单位.csv" : "人员.csv" }
}

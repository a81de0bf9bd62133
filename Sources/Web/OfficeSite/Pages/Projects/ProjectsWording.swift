// The Chinese words of projects and of the beginning of a form.
import Model
import OfficeOperations
import Quantities
import Records
import Workflow

enum ProjectsWording {
  static let units = "单位"
  static let years = "年度"
  static let unit = "用款单位"
  static let form = "绩效表"
  static let forms = "绩效表"
  static let project = "项目资料"
  static let history = "历史"
  static let attachments = "附件"
  static let noForm = "还没有填"
  static let next = "下一页"
  static let add = "新建"
  static let addProject = "新建项目"
  static let name = "项目名称"
  static let nameHint = "照预算系统里的全称"
  static let code = "项目编码"
  static let codeHint = "21 位，还没有编码的先空着"
  static let categoryHint = "例如：特定目标类、其他运转类"
  static let firstYear = "起始年度"
  static let lastYear = "到期年度"
  static let lastYearHint = "没有到期年度的空着"
  static let noneAdvice = "先新建项目，再给它填绩效表；也可以上传已有的表，一次建好。"
  static let noForms = "还没有绩效表"
  static let noFormsAdvice = "可以从空白、去年的表、别的项目或上传的文件开始。"

  // The beginning of a form.
  static let year = "年度"
  static let kind = "表种"
  static let chosenProject = "项目"
  static let beginning = "从哪里开始"
  static let source = "照哪一张表"
  static let sourceHint = "选“别的项目的表”时用"
  static let start = "开始填"
  static let blank = "空白表"
  static let blankNote = "只有单位和项目的名称、编码，其余自己填。"
  static let lastYearForm = "去年的表"
  static let lastYearNote = "带来去年的目标、指标和数值，旁边列着去年的完成情况；年度自动往后移。"
  static let other = "别的项目的表"
  static let otherNote = "带来那张表的目标和指标，项目资料换成这个项目的。"
  static let upload = "上传 Word、PDF、Excel 或扫描件"
  static let uploadNote = "读出来逐格核对，确认后就是填好的表；一个文件里有几张表，就建几张。"
  static let chooseProject = "请选择项目；部门整体绩效表不用选。"
  static let chooseSource = "请选择照哪一张表。"
  static let chooseKind = "请选择表种。"
  static let chooseYear = "请选择年度。"
  static let chooseBeginning = "请选择从哪里开始。"
  static let noProject = "（部门整体，不选项目）"
  static let choose = "请选择"
  static let noOpenYear = "没有开放的年度"

  static func yearOption(_ year: FiscalYear) -> String { "\(year) 年" }
  static func title(_ unit: String) -> String { "\(unit)的项目" }
  static func list(_ year: FiscalYear) -> String { "\(year) 年的项目" }
  static func none(_ year: FiscalYear) -> String { "\(year) 年还没有项目" }
  static func year(_ year: BudgetYear) -> String { year.isOpen ? "\(year.year) 年" : "\(year.year) 年，已关闭" }
  static func name(of line: FormLine) -> String {
    "\(line.entry.year) 年\(ClerkWording.kind(line.entry.kind))"
  }
  static func source(_ line: FormLine) -> String {
    "\(ClerkWording.name(of: line))，\(line.entry.year) 年，\(line.stage.label)"
  }
}

// The Chinese words of the first page.
import HTTP
import Organisations

enum HomeWording {
  static let noPart = "还没有给你分配角色"
  static let look = "看全局"
  static let overviewNote = "各单位、各阶段走到哪，谁还没交，为什么退回，用了多久。"
  static let searchNote = "按项目名称、目标、指标、发现、批复意见里的词查找。"
  static let noPartAdvice = "请联系安全管理员授权，授权后重新打开这一页。"

  static func greeting(_ name: String) -> String { "\(name)，你好" }

  static func nothing(for role: Role) -> String {
    switch role {
    case .clerk: "没有等你填的绩效表"
    case .departmentReviewer, .financeReviewer: "没有等你审的绩效表"
    case .evaluator: "没有等你评的项目"
    case .reader: "还没有可看的绩效表"
    case .systemAdministrator: "单位和人员"
    case .securityAdministrator: "授权与账号"
    case .auditAdministrator: "台账"
    }
  }

  static func next(for role: Role) -> String {
    switch role {
    case .clerk: "年度开始后，单位的项目会列在这里。"
    case .departmentReviewer, .financeReviewer: "单位提交后，会按金额和风险排在这里。"
    case .evaluator: "选定的项目会列在这里。"
    case .reader: "批复之后的绩效表会列在这里。"
    case .systemAdministrator: "先加单位，再加人员，然后开一个年度。"
    case .securityAdministrator: "给新加的人员授权，并把设置密码的链接交给本人。"
    case .auditAdministrator: "定期校验，并把链头打印存档。"
    }
  }

  /// Where an administrator goes from here; nobody else.
  static func ways(for role: Role) -> [(text: String, link: Link, note: String)] {
    switch role {
    case .systemAdministrator:
      [
        ("单位", Routes.organisations(), "按编码的单位树，新增、修改、停用，从表格导入。"),
        ("人员", Routes.people(), "谁在哪个单位，新增、修改、停用，从表格导入。"),
        ("年度与期限", Routes.years(), "开放年度，设各环节的截止日期。"),
        ("规则集", Routes.ruleSets(), "审核的规则、参数、分值和依据。"),
        ("抽看比例", Routes.batchShare(), "批量批复时，没有发现的表随机抽多少先看。"),
      ]
    case .securityAdministrator:
      [
        ("人员与角色", Routes.people(), "授予和收回角色，发密码链接，解锁，退出登录。"),
        ("按表授予角色", TableImport.rights.path(), "用导入人员的同一张表，一次授予。"),
        ("账号规则", Routes.accountRules(), "密码、登录、锁定的规则。"),
      ]
    case .auditAdministrator:
      [
        ("台账", Routes.ledger(), "谁在什么时候做了什么；校验；打印校验码存档。"),
        ("人员与角色", Routes.people(), "谁有什么角色，只能查看。"),
      ]
    case .clerk, .departmentReviewer, .financeReviewer, .evaluator, .reader: []
    }
  }
}

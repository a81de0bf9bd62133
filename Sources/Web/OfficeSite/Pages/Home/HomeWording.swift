// The Chinese words of the first page.
import Organisations

enum HomeWording {
  static let noPart = "还没有给您分配角色"
  static let noPartAdvice = "请联系安全管理员授权，授权后重新打开这一页。"

  static func greeting(_ name: String) -> String { "\(name)，您好" }

  static func nothing(for role: Role) -> String {
    switch role {
    case .clerk: "没有等您填的绩效表"
    case .departmentReviewer, .financeReviewer: "没有等您审的绩效表"
    case .evaluator: "没有等您评的项目"
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
}

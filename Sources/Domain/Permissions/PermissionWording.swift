// The Chinese words for rights and for refusals.
import Organisations
import Workflow

extension Right {
  /// What it is, in a few words.
  package var label: String {
    switch self {
    case .changeOwnPassword: "修改自己的密码"
    case .manageOwnSessions: "查看和退出自己的登录"
    case .manageOwnTimeCodes: "设置自己的动态口令"
    case .appointOwnDeputy: "指定自己的代办人"
    case .keepOwnViews: "保存自己的查询视图"
    case .readOwnNotices: "查看自己的通知"
    case .readOrganisations: "查看单位"
    case .changeOrganisations: "维护单位"
    case .importOrganisations: "导入单位"
    case .readPeople: "查看人员名册"
    case .changePeople: "维护人员"
    case .importPeople: "导入人员"
    case .readRights: "查看角色授权"
    case .changeRights: "授予和收回角色"
    case .appointDeputies: "为他人指定代办人"
    case .unlockAccounts: "解锁账号"
    case .issuePasswordLinks: "发放设置密码链接"
    case .endSessionsOfOthers: "强制退出他人登录"
    case .resetTimeCodesOfOthers: "重置他人的动态口令"
    case .changeAccountRules: "设定密码和登录规则"
    case .readYears: "查看年度与期限"
    case .changeYears: "设定年度与期限"
    case .readRuleSets: "查看规则集"
    case .changeRuleSets: "安装规则集"
    case .changeSettings: "修改系统设置"
    case .makeBackups: "备份与恢复"
    case .readHealth: "查看运行状况"
    case .readLedger: "查阅台账"
    case .verifyLedger: "校验台账"
    case .exportLedger: "导出台账"
    case .changeProjects: "新建和修改项目"
    case .makeForms: "新建绩效表"
    case .importForms: "从文件导入绩效表"
    case .editForms: "填写绩效表"
    case .attachFiles: "上传附件"
    case .explainFindings: "说明审核提示"
    case .readForms: "查看绩效表"
    case .readHistory: "查看历史版本"
    case .printForms: "打印和下载"
    case .readLibrary: "查看指标库"
    case .readQueue: "查看待办"
    case .gradeForms: "填写审核表"
    case .objectToCells: "批注单元格"
    case .writeNotes: "写内部备注"
    case .readNotes: "看内部备注"
    case .remindUnits: "催办"
    case .confirmPasswordLinks: "确认给管理员的密码链接"
    case .extendDeadlines: "为单位延长期限"
    case .keepPhrases: "维护常用批语"
    case .printBatches: "批量打印批复表"
    case .readOverview: "查看总体进度"
    case .exportOverview: "导出总体进度"
    case .search: "检索"
    case .step(let step): step.label
    }
  }
}

extension Right.Area {
  /// The heading of the area in a table.
  package var label: String {
    switch self {
    case .account: "自己的账号"
    case .organisations: "单位与人员"
    case .rights: "权限"
    case .settings: "设置"
    case .ledger: "台账"
    case .forms: "绩效表"
    case .review: "审核"
    case .overview: "总览"
    case .workflow: "流转"
    }
  }
}

extension Reach {
  /// The word of the table of permissions.
  package var label: String {
    switch self {
    case .own: "本单位"
    case .subtree: "本级及下级"
    case .everywhere: "全部"
    }
  }
}

extension PermissionRefusal {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .noRole(let right): "你的角色不能“\(right.label)”。如工作需要，请联系安全管理员授权。"
    case .elsewhere: "没有找到，或不在你负责的范围内。"
    case .wrongStage(let right, let stage):
      "这张表现在是“\(stage.label)”，此时不能“\(right.label)”。可能别人刚刚处理过，请刷新后再看。"
    case .ownWork(let right): "这张表由你填报，“\(right.label)”须由另一位同事办理。"
    case .notOneself: "只能处理自己的账号。"
    }
  }
}

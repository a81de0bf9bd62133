// The Chinese sentences about tables of organisations and people: what is wrong, where, and what to do.
import Findings
import Organisations

extension RosterFault {
  /// `第 5 行 C 列（上级编码）“714”：…`, finished.
  package var sentence: String {
    let shown = value.isEmpty ? "" : "“\(value)”"
    let start = place.location(head: head) + shown
    return start.isEmpty ? problem.sentence : start + "：" + problem.sentence
  }
}

extension RosterRefusal {
  /// The head of a list of faults.
  package var sentence: String {
    let rest = count > faults.count ? "，这里列出前 \(faults.count) 处" : ""
    return "表格有 \(count) 处需要修改\(rest)。没有导入任何内容，请改好后重新上传。"
  }
}

extension RosterProblem {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .noHeads(let missing):
      "没有找到表头，缺少“\(missing.joined(separator: "”“"))”。请使用模板，或把表头改成模板中的写法。"
    case .doubleColumn(let title): "“\(title)”出现了两列，请只保留一列。"
    case .noRows: "表头下面没有内容，请填好后再上传。"
    case .tooManyRows(let max): "行数超过 \(max)，请拆成几个文件分别导入。"
    case .missing: "不能为空，请填写。"
    case .tooLong(let max): "太长了，请不要超过 \(max) 个字。"
    case .notText: "不是正常的文字（可能是公式、错误值或特殊字符），请直接输入文字。"
    case .notDay: "不是日期，请写成 2026-01-01 的样子。"
    case .daysReversed: "停用日期早于启用日期，请核对。"
    case .contradicts(let row): "与第 \(row) 行同一账号的内容不一致，请改成一致，或换一个账号。"
    case .duplicate(let row): "与第 \(row) 行重复，请只保留一行。"
    case .notCode, .lostZeros, .notRegion, .unknownKind, .notYear, .yearsReversed, .parentDisagrees, .circle,
      .unclear, .chart:
      organisationSentence
    case .notAccount, .unknownOrganisation, .ambiguousName, .unknownRole, .tooManyRoles, .role: personSentence
    }
  }

  private var organisationSentence: String {
    switch self {
    case .notCode: "编码应为数字，每级 3 位，如 713、713001，任何一级都不能是 000。"
    case .lostZeros: "编码位数不对，每级应为 3 位数字。如果编码以 0 开头，请先把这一列的格式设为“文本”再填。"
    case .notRegion: "地区编码应为 6 位行政区划代码，乡镇为 9 位。"
    case .unknownKind: "单位类型请填“财政部门”“主管部门”或“预算单位”。"
    case .notYear: "不是年度，请写成 2026 的样子。"
    case .yearsReversed: "停用年度早于启用年度，请核对。"
    case .parentDisagrees(let expected): "与单位编码不符，按编码上级应为 \(expected.printed)，请核对两处。"
    case .circle: "上级关系绕了一圈又回到自己，请核对上级编码。"
    case .unclear: "系统里已有多条对应的单位，无法确定改哪一条，请写明启用年度和停用年度。"
    case .chart(let failure): failure.sentence
    default: ""
    }
  }

  private var personSentence: String {
    switch self {
    case .notAccount: "账号请用 2 到 32 位的字母、数字、点、横线或下划线，以字母或数字开头；也可以用手机号。"
    case .unknownOrganisation: "系统里没有这个单位，请先导入单位，或核对编码和名称。"
    case .ambiguousName: "有几个单位叫这个名字，请填写单位编码。"
    case .unknownRole:
      "不认识的角色。可以填：\(Role.allCases.map(\.label).joined(separator: "、"))；多个角色用顿号分开。"
    case .tooManyRoles(let max): "一个账号的角色不能超过 \(max) 项，请核对这些行是否都属于同一个人。"
    case .role(let conflict): conflict.sentence
    default: ""
    }
  }
}

extension RosterNote {
  /// What was decided, for a look before the import.
  package var sentence: String {
    switch subject {
    case .columnIgnored(let head): "没有用到“\(head)”这一列。"
    case .tableIgnored(let sheet): sheet.map { "没有读取工作表“\($0)”。" } ?? "文件中还有其他表格，没有读取。"
    case .bureauByName(let name): "没有写明单位类型，“\(name)”按名称识别为财政部门。"
    case .reading(let message): message
    }
  }
}

extension OrganisationPlan {
  /// What the import would do, in one sentence.
  package var summary: String {
    "将新增 \(additions.count) 个单位，修改 \(changes.count) 个，\(unchangedCount) 个没有变化。"
  }
}

extension PersonPlan {
  /// What the import would do, in one sentence.
  package var summary: String {
    let roleCount = additions.reduce(0) { $0 + $1.roles.count } + proposals.values.reduce(0) { $0 + $1.count }
    let roles = roleCount > 0 ? "另有 \(roleCount) 项角色等待安全管理员授予。" : ""
    return "将新增 \(additions.count) 人，修改 \(changes.count) 人，\(unchangedCount) 人没有变化。" + roles
  }
}

extension Place {
  /// `工作表“人员”第 5 行 C 列（角色）`, as far as it is known.
  fileprivate func location(head: String) -> String {
    let sheetText = sheet.map { "工作表“\($0)”" } ?? ""
    let rowText = row.map { "第 \($0) 行" } ?? ""
    let columnText = column.map { " \(Self.letters($0)) 列" } ?? ""
    return sheetText + rowText + columnText + (head.isEmpty ? "" : "（\(head)）")
  }

  /// 1 → A, 27 → AA.
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

// The Chinese sentences for rule-set files that cannot be used.

extension RuleSetProblem {
  /// `东莞.txt 第 12 行：…`
  package var sentence: String { "\(file) 第 \(line) 行：\(kind.sentence)" }
}

extension RuleSetProblem.Kind {
  /// What stands there, and what to write instead.
  package var sentence: String {
    switch self {
    case .tooLarge, .notUTF8, .noEqualsSign, .outsideSection, .unclosedSection, .unknownSection,
      .repeatedSection, .unknownKey, .repeatedKey, .repeatedYear, .emptyValue:
      ofText
    case .missingHead, .missingKey, .badIdentifier, .badYears, .unknownKind, .unknownExtended,
      .extendsCycle, .missingParameter, .missingTree, .wrongOrder, .weightsDisagree:
      ofSet
    default: ofValue
    }
  }

  private var ofText: String {
    switch self {
    case .tooLarge(let bytesMax): "文件超过 \(bytesMax / 1024) KB，不像规则集，请核对是否选错了文件。"
    case .notUTF8: "这一行不是 UTF-8 文字。请用记事本或 WPS 另存为“UTF-8”编码。"
    case .noEqualsSign(let text): "“\(text)”里没有等号。每行请写成“名称 = 内容”；说明文字请在行首加 #。"
    case .outsideSection(let text): "“\(text)”前面没有小节名。请先写 [规则集]、[参数] 等小节名。"
    case .unclosedSection(let text): "小节名“\(text)”没有写完整，请写成 [参数] 这样。"
    case .unknownSection(let name):
      "没有“\(name)”这个小节。可用的是：\(RuleSetWords.sections.map { "[\($0)]" }.joined())、[指标体系 名称]。"
    case .repeatedSection(let name, let first): "小节“\(name)”在第 \(first) 行已经有了，请合并到一处。"
    case .unknownKey(let key, let section, let nearest):
      "[\(section)] 里没有“\(key)”这一项" + (nearest.map { "，是否想写“\($0)”？" } ?? "，请核对名称。")
    case .repeatedKey(let key, let first): "“\(key)”在第 \(first) 行已经写过，请只留一处。"
    case .repeatedYear(let key, let year, let first):
      "“\(key)”自 \(year) 年起的内容在第 \(first) 行已经写过，请只留一处，或改起始年度。"
    case .emptyValue(let key): "“\(key)”等号后面是空的，请填写内容，或删去这一行。"
    default: ""
    }
  }

  private var ofSet: String {
    switch self {
    case .missingHead: "没有 [规则集] 小节。请在开头写明代号、名称、地区、年度、表种和依据。"
    case .missingKey(let key): "[规则集] 缺少“\(key)”，请补上一行“\(key) = …”。"
    case .badIdentifier(let text): "代号“\(text)”请用小写字母、数字和连字符，最多 40 个字符，例如 dongguan-towns-2026。"
    case .badYears(let text): "年度“\(text)”看不懂，请写成 2024、2024—2025 或 2026—（起始年度在前）。"
    case .unknownKind(let text):
      "没有“\(text)”这种表。可写全部，或 项目绩效目标表、部门整体绩效目标表、项目绩效运行监控表、项目绩效自评表、部门整体绩效自评表。"
    case .unknownExtended(let name): "找不到要继承的规则集“\(name)”。请核对代号；自己的规则集文件请放在同一文件夹。"
    case .extendsCycle(let names): "规则集绕成了圈：\(names.joined(separator: " → "))。请改掉其中一个“继承”或“代号”。"
    case .missingParameter(let label): "没有继承其他规则集，就要写全参数；缺少“\(label)”。"
    case .missingTree: "没有写明采用哪个指标体系。请在 [指标体系] 里写“采用 = 名称 | 起始年度 | 依据”。"
    case .wrongOrder(let smaller, let larger): "“\(smaller)”大于“\(larger)”，两者请核对。"
    case .weightsDisagree(let scheme, let points, let parameter):
      "分值方案“\(scheme)”留给指标的是 \(points) 分，参数“指标分值合计”却是 \(parameter) 分。请改成一致。"
    default: ""
    }
  }

  private var ofValue: String {
    switch self {
    case .missingYear(let key): "“\(key)”没有写起始年度。请写成“\(key) = 内容 | 2024 | 依据”。"
    case .missingSource(let key): "“\(key)”没有写依据。请在末尾加上“| 文号或理由”，以便日后查对。"
    case .tooManyParts(let key): "“\(key)”多了竖线。请写成“\(key) = 内容 | 起始年度 | 依据”三段。"
    case .badYear(let text): "起始年度“\(text)”应为 1994 到 2100 之间的四位年份。"
    case .badNumber(let text): "“\(text)”不是数字。请只写数字，不带单位和百分号。"
    case .outOfBounds(let text, let bounds, let wholeOnly):
      "“\(text)”应为 \(bounds.lowerBound) 到 \(bounds.upperBound) 之间的\(wholeOnly ? "整数" : "数")，请核对。"
    case .badWeights(let text): "分值“\(text)”看不懂。请写成“预算执行率 10、产出指标 50、效益指标 30、满意度指标 10”，每项只写一次。"
    case .weightSum(let scheme, let sum): "分值方案“\(scheme)”合计 \(sum) 分，应为 100 分，请核对各项分值。"
    case .badSeverity(let text): "“\(text)”应为 应退回、应说明、提示 或 停用。"
    case .badRuleCode(let text): "“\(text)”不是规则编号。编号是一个字母加两位数字，例如 M09。"
    case .unknownRule(let code): "没有编号为 \(code) 的规则，请对照 plumbline rules 列出的编号。"
    case .unknownPlace(let path): "“\(path)”不是指标体系里的位置。请写“产出指标”或“产出指标/数量指标”这样的规范名称。"
    case .unknownParent(let path): "“\(path)”的上级还没有写。请先在同一小节写出一级指标，再写它的二级指标。"
    case .ambiguousLabel(let label, let other): "“\(label)”已经指“\(other)”，不能再指另一个位置。请删去一处。"
    case .unknownTree(let name): "没有名为“\(name)”的指标体系。请先写 [指标体系 \(name)] 小节，或核对名称。"
    default: ""
    }
  }
}

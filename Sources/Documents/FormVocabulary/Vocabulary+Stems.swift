// Labels put together from the words that the language puts together: 计划 + 开始 + 日期, 本级 + 财政 + 资金.

extension Vocabulary {
  /// The parts of a label in order; of each slot one word, of an optional one (it holds "") perhaps none.
  private struct Pattern<Term: Sendable>: Sendable {
    let slots: [[String]]
    let term: Term

    init(_ term: Term, _ slots: String...) {
      self.term = term
      self.slots = slots.map { slot in
        slot.split(separator: " ").map { $0 == "~" ? "" : String($0) }
      }
    }

    /// Whether a key is made of one word of each slot and of nothing else.
    func makes(_ key: String) -> Bool { makes(key[...], slots[...]) }

    private func makes(_ rest: Substring, _ slots: ArraySlice<[String]>) -> Bool {
      guard let words = slots.first else { return rest.isEmpty }
      return words.contains { rest.begins($0) && makes(rest.dropFirst($0.count), slots.dropFirst()) }
    }
  }

  /// The most characters of a label that is put together.
  private static let madeMax = 16

  /// The field that a label put together from known words names.
  static func fieldByStems(_ key: String) -> FieldTerm? {
    guard key.count <= madeMax else { return nil }
    if let found = fieldPatterns.first(where: { $0.makes(key) }) { return found.term }
    if key.holds("目标"), key.holds("未完成"), isReason(key) { return .problems }
    if key.begins("改进措施") || key.begins("整改措施"),
      ["措施", "方案", "计划", "建议", "意见"].contains(where: { key.ends($0) })
    {
      return .measures
    }
    return nil
  }

  /// The column that a head put together from known words names.
  static func columnByStems(_ key: String) -> ColumnTerm? {
    guard key.count <= madeMax else { return nil }
    if let found = columnPatterns.first(where: { $0.makes(key) }) { return found.term }
    if isReason(key), gaps.contains(where: { key.holds($0) }) { return .deviation }
    return nil
  }

  /// 目标未完成原因分析, 差异原因: a reason, and nothing said of it yet.
  private static func isReason(_ key: String) -> Bool {
    key.holds("原因") && !key.contains { "：:，,、。；;".contains($0) }
      && ["原因", "分析", "说明", "情况", "描述", "措施", "建议", "方案"].contains { key.ends($0) }
  }

  private static let gaps = ["偏差", "偏离", "差异", "未完成", "未达", "未实现", "扣分", "失分"]

  // MARK: Words

  private static let dates = "日期 时间 年度 年份 年月 年 月份"
  private static let years = "~ 年度 当年 本年 本年度 本次 本期 项目 年初"
  private static let periods = "实施期 实施周期 项目期 项目周期 中期 长期 中长期 全周期 三年"
  private static let sums = "资金 金额 总额 额度 资金总额 资金合计 金额合计 总金额 资金额"
  private static let counts = "数 金额 额 资金"

  private static let fieldPatterns: [Pattern<FieldTerm>] = [
    Pattern(.projectName, "~ 预算 二级", "项目", "编码 代码 编号", "~ 及 和 与 、 / - ( +", "名称", "~ )"),
    Pattern(.projectName, "~ 预算 二级", "项目", "名称", "~ 及 和 与 、 / - ( +", "编码 代码 编号", "~ )"),
    Pattern(.startYear, "~ 项目 工程 政策", "~ 计划 预计 拟", "起始 开始 启动 开工 立项 实施开始 执行开始 建设开始 起", dates),
    Pattern(.endYear, "~ 项目 工程 政策", "~ 计划 预计 拟", "结束 终止 到期 竣工 完工 截止 截至 终了 实施结束 执行结束 建设结束 止", dates),
    Pattern(.endYear, "项目 工程 计划 预计 项目计划 项目预计", "完成 建成", dates),
    Pattern(.span, "资金", "使用 支付", "期限 时间 年限 周期"),
    Pattern(.span, "计划 预计 项目计划", "实施 执行 建设 起止", "期限 时间 年限 周期 日期"),
    Pattern(
      .unit, "~ 项目 具体 资金", "实施 承担 承办 申报 申请 使用 用款 执行 填报 编制 编报 责任 建设 组织实施", "单位 部门 主体",
      "~ 名称 全称"),
    Pattern(.unit, "基层 二级 三级 用款", "预算", "单位", "~ 名称 全称"),
    Pattern(
      .department, "~ 项目 业务 资金 预算 行业 市级 县级 区级 省级", "主管 归口 归口管理 主管预算 业务主管 预算主管",
      "部门 单位 预算单位 预算部门", "~ 名称 全称"),
    Pattern(
      .department, "~ 项目 业务 资金 市级 县级 区级 省级", "主管部门 主管单位 预算部门", "~ 名称", "及 和 与 、 /",
      "~ 预算 单位 部门", "编码 代码 编号"),
    Pattern(
      .unit, "~ 预算 项目 实施 用款 项目实施 填报 资金使用", "单位", "~ 名称", "及 和 与 、 /", "~ 预算 单位", "编码 代码 编号"),
    Pattern(.budgetWhole, periods, "~ 预算 财政 申请 申报 批复 安排 预算安排", sums + " 合计 总计 预算 预算数"),
    Pattern(.budgetTotal, years, "~ 预算 申请 申报 批复 下达 安排 预算安排 预算申请 预算申报 申请预算", sums),
    Pattern(.budgetTotal, years, "预算 资金 申请 申报 批复 下达 安排", "合计 总计"),
    Pattern(.budgetTotal, years, "预算", "~ 申请 申报 安排 批复 下达", counts),
    Pattern(.budgetTotal, years, "批复预算 预算批复 预算申报 申报预算 申请预算 安排预算 下达预算", counts),
    Pattern(.fiscal, years, "政府预算 财政预算 财政安排 财政性预算 公共财政 财政补助", "资金 拨款 补助 投入 拨款资金 补助资金"),
    Pattern(.fiscalPart, years, "本级 县本级 市本级 区本级 同级", "财政", "资金 拨款 预算 预算资金 安排 补助 投入"),
    Pattern(.fiscalPart, years, "一般公共预算 政府性基金 国有资本经营预算", "~ 财政 预算", "~ 拨款 资金 收入 财政拨款 拨款资金 安排"),
    Pattern(.other, years, "其他来源 其它来源 非财政 非财政性 其他渠道", "~ 资金 收入"),
    Pattern(
      .subordinateUnits, "~ 部门 单位", "下属 所属 下级 二级 下属二级 所属二级 基层 直属 ~", "预算 独立核算", "单位",
      "数 个数 数量 总数 家数"),
    Pattern(.subordinateUnits, "下属 所属 下级 下属二级 所属二级 直属", "单位", "数 个数 数量 总数 家数"),
    Pattern(.totalScore, "~ 自评 评价 绩效 绩效自评 最终 综合", "得分 总分 评分", "合计 总计"),
    Pattern(.periodGoal, "~ 项目", periods + " 全周期 总周期", "~ 绩效 总 总体 总体绩效", "目标"),
  ]

  private static let columnPatterns: [Pattern<ColumnTerm>] = [
    Pattern(.nature, "~ 指标 指标值 目标值 绩效指标 数值", "计算 运算 比较 逻辑 关系 对比 操作 判断 数学", "符号 符"),
    Pattern(.unit, "指标 指标值 目标值 绩效指标 数值 值 数量 年度指标值 指标数值", "~ 计量 度量", "单位"),
    Pattern(
      .weight, "~ 指标 绩效指标 本项 单项 三级指标", "权重 权数 分值 满分 赋分 配分 标准分", "~ 分 值 设置 设定 分值 系数"),
    Pattern(
      .score, "~ 指标 自评 考核 评价 评审 单位自评 部门自评 实际 最终 执行 执行率 预算执行 预算执行率", "得分 评分 打分",
      "~ 情况 结果 分值 值"),
    Pattern(.deviation, "偏差 差异 偏离", "~ 程度 情况", "分析 说明 情况说明"),
    Pattern(.initialBudget, "~ 项目 部门", "年初 期初 初始", "~ 部门 批复 安排 下达", "预算 资金 部门预算", "~ 数 金额 额 总额"),
    Pattern(.budget, "最终 调整后 调整 变更后 调剂后", "~ 全年 年度", "预算 资金 指标", "~ 数 金额 额 总额 安排数"),
    Pattern(.budget, "预算 资金 指标", "调整 调剂 变更 到位 批复 申报 下达", "~ 后", "数 金额 额"),
    Pattern(.budget, "批复 申报 下达 安排", "预算", "数 金额 额"),
    Pattern(.budget, "~ 实际 全年 资金 财政资金 年度", "到位", "资金 数 金额 额"),
    Pattern(
      .executed, "~ 全年 年度 当年 本年 累计 实际 全年累计 全年实际 本年实际 预算 资金", "执行 支出 支付 使用 决算",
      "数 金额 额 资金 资金数"),
    Pattern(.executed, "累计 全年 年度 实际 全年实际 全年累计", "支出 支付 使用"),
    Pattern(.rate, "预算 资金 全年 年度 累计 支出 预算资金 ~", "执行 支出 支付", "率 进度 比例 比率 完成率"),
    Pattern(.rate, "预算 资金 预算资金", "完成 使用", "率 进度 比例"),
    Pattern(.actual, "~ 年度 全年 本年 当年 年末 年终 年底 已", "实际 已 执行监控", "~ 完成 达到 执行 实现", "值 指标值"),
    Pattern(.actual, "监控期 阶段 本期 已 已经 累计 年度", "~ 实际", "完成 达到 实现", "值 情况 数"),
    Pattern(.value(.only), "预期 预定 拟 设定", "完成 达到 实现", "值 目标值"),
    Pattern(.forecast, "~ 全年 年底 年末 全年底", "预计 预测", "~ 全年 年底 年末", "完成 达到 实现", "~ 值 情况 数 目标"),
    Pattern(.forecast, "全年 年底 年末", "预计 预测", "~ 值"),
    Pattern(.forecastSpending, "~ 全年 年底 年末", "预计 预期 预测", "~ 全年 年底 年末", "执行 支出 支付", "~ 数 金额 额 情况"),
  ]

  // MARK: Periods

  /// What follows a part of the year that a head begins with: 上半年 + 执行数, 截至目前 + 完成情况.
  static func columnAfterPeriod(_ key: String) -> ColumnTerm? {
    let parts = [
      "上半年度", "半年度", "上半年", "半年", "截至目前", "截止目前", "目前", "当前", "本期", "本月", "监控期", "前三季度", "三季度", "阶段",
    ]
    guard let part = parts.first(where: { key.begins($0) }) else { return nil }
    let tail = String(key.dropFirst(part.count))
    return periodPatterns.first { $0.makes(tail) }?.term
  }

  private static let periodPatterns: [Pattern<ColumnTerm>] = [
    Pattern(.executed, "~ 实际 累计 预算 资金", "执行 支出 支付", "数 金额 额 资金 ~"),
    Pattern(.rate, "~ 预算 资金", "执行 支出 支付", "率 进度"),
    Pattern(.actual, "~ 实际 累计 绩效 指标 目标", "完成 实现 达到", "值 情况 数 指标值"),
    Pattern(.actual, "~ 绩效 指标 目标", "执行 实际", "值 情况"),
  ]
}

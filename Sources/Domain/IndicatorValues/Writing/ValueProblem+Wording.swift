// The sentences of value problems, in Chinese, in one place.

extension ValueProblem {
  /// What is doubtful, as one sentence for the people who can mend it.
  package var sentence: String {
    switch code {
    case .tooLong: "数字位数过多或文字过长，无法作为指标值核对，请检查。"
    case .unitContradiction: "数字后有两个互相矛盾的单位，已按前一个理解，请核对。"
    case .comparatorContradiction: "前后比较词互相矛盾，已按前一个理解，请核对。"
    case .rangeReversed: "区间的前一个数大于后一个数，请核对。"
    case .strayMark: "文字旁有多余的符号或单位，建议去掉或补上数字。"
    case .blank: "指标值没有填写，建议补上数字或说明。"
    case .scaleWithoutChoice: "写了全部档次但没有选定其中一个，请选定。"
    case .monthBefore: "“前”不含所写时段，已理解为截至\(detail ?? "上一时段末")；如含该时段，建议写“底前”。"
    case .noSuchDay: "日历上没有这一天，已按当月最后一天理解，请核对。"
    case .shortYear: "年份只写了两位，已按 20 开头理解，建议写全。"
    case .unitMissing: "没有写单位，名称中也看不出单位，建议补上。"
    case .unitFromName: "单位取自指标名称：\(detail ?? "")。"
    case .unitFromColumn: "单位取自计量单位栏：\(detail ?? "")。"
    case .comparatorFromColumn: "比较符号取自计算符号栏：\(detail ?? "")。"
    case .unitDisagrees: "所写单位与单位栏（\(detail ?? "")）不一致，请核对。"
    case .moneyUnderstood: "没有写“元”，已按金额（元）理解，请核对。"
    case .bareRatio: "比率类指标只写了小数或 0、1，建议写成百分数。"
    case .percentProbable: "比率类指标没有写“%”，建议写“\(detail ?? "")”。"
    case .feeProbable: "名称是费用，而单位是人数，建议写“\(detail ?? "元/人")”。"
    case .unitAmbiguous: "单位缩写含义不明\(detail.map { "，可能是“\($0)”" } ?? "")，建议写全。"
    case .nameSaysMore: "名称中还写有“\(detail ?? "")”，指标值没有写，请核对。"
    case .noneByName: "“无”已按指标名称理解为 0 或“否”。"
    case .webPageResidue: "文字中有网页代码，已去除，请核对。"
    case .relativeDate: "日期没有写明年份，随预算年度而定。"
    case .notUnderstood: "看不出是什么指标值，已按原文保留。"
    case .yearFromContext: "年份取自表格的预算年度。"
    }
  }
}

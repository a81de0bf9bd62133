// Tells title lines, year lines and unit lines from other text above a form.

/// What a line above or inside a form says when it is no cell of it.
package enum FormTitle {
  /// The most characters a title has.
  package static let charactersMax = 70

  /// How much a line looks like the heading of a form: 0 not at all, 1 perhaps, 2 well, 3 surely.
  package static func strength(_ text: String) -> Int {
    guard text.utf8.count <= 400, text.holds("绩") || text.holds("表") || text.holds("自评") else { return 0 }
    let bare = CleanText.withoutSpace(text)
    let core = withoutTail(bare)
    let isTarget = core.holds("绩效")
    let hasForm = core.ends("表") || core.ends("表格")
    let isReport = namesReport(core, hasForm: hasForm)
    guard isTarget || hasForm || isReport, (5...charactersMax).contains(bare.count) else { return 0 }
    if "。；;，,：:".contains(core.last ?? "。") || core.holds("。") { return 0 }
    if core.begins("附件"), core.count < 8 { return 0 }
    if core.holds("点击") || core.holds("下载") || core.begins("注") || core.begins("说明") { return 0 }
    if isTarget, hasForm { return isKnownForm(core) ? 3 : 1 }
    if isTarget, endsAsForm(core) { return 2 }
    if isReport { return 2 }
    if hasForm, core.holds("目标"), core.holds("项目") || core.holds("部门") { return 1 }
    return 0
  }

  /// Whether a heading without the word 绩效 names a form: 就业专项自评表, 部门预算项目自评结果, 项目支出申报表.
  private static func namesReport(_ core: String, hasForm: Bool) -> Bool {
    guard ["项目", "专项", "部门", "支出", "资金", "经费"].contains(where: { core.holds($0) }) else { return false }
    if hasForm { return core.holds("自评") || core.holds("监控") || core.ends("申报表") && core.holds("支出") }
    return core.ends("自评结果") && core.count >= 8
  }

  private static func isKnownForm(_ core: String) -> Bool {
    for word in [
      "目标", "自评", "监控", "评价", "申报", "批复", "指标", "绩效表", "绩效情况", "绩效信息", "跟踪",
      "完成情况",
    ]
    where core.holds(word) { return true }
    return false
  }

  private static func endsAsForm(_ core: String) -> Bool {
    for tail in [
      "绩效目标", "绩效指标", "绩效目标和指标", "绩效目标及指标", "公示", "公告", "自评报告", "评价报告", "绩效目标情况", "绩效报告", "绩效自评", "绩效目标公开",
      "自评结果",
      "绩效监控", "目标批复", "绩效目标申报", "绩效目标设定情况", "绩效自评情况", "绩效目标设置情况",
    ] where core.ends(tail) {
      return true
    }
    return false
  }

  /// A bracketed year or note behind the heading: `…申报表(2023年度)` → `…申报表`.
  package static func withoutTail(_ bare: String) -> String {
    guard bare.ends("）") || bare.ends(")"),
      let open = bare.lastIndex(where: { $0 == "（" || $0 == "(" }),
      open > bare.startIndex
    else { return bare }
    return String(bare[..<open])
  }

  /// The first year of a title: `2023年道路项目自评表` → 2023. In 提前下达2023年… the year names the grant, not the form.
  package static func year(in title: String) -> Int? {
    let folded = LabelText.withYearInFigures(LabelText.folded(title))
    var from = folded.startIndex
    while let index = folded.utf8[from...].firstIndex(where: { $0 &- 0x30 < 10 }) {
      let rest = folded[index...]
      if let year = LabelText.leadingYear(rest), let next = rest.dropFirst(4).first, "年-—至".contains(next),
        !folded[..<index].ends("下达"), folded[..<index].last?.isNumber != true
      {
        return year
      }
      from = folded.utf8.index(after: index)
    }
    return nil
  }

  /// The year of a line that stands directly above a title and says whose form it is: 2025年度临溪县水务局.
  package static func leadingYear(_ text: String) -> Int? {
    guard text.utf8.count <= 120 else { return nil }
    let folded = LabelText.withYearInFigures(LabelText.folded(text))
    guard let year = LabelText.leadingYear(folded.prefix(4)), folded.dropFirst(4).first == "年",
      !folded.dropFirst(5).contains(where: { $0.isNumber || "月。，,；;：:".contains($0) })
    else { return nil }
    return year
  }

  /// The year of a line that is nothing but its figures: 2025.
  package static func bareYear(_ text: String) -> Int? {
    let folded = LabelText.folded(text)
    return folded.count == 4 ? LabelText.leadingYear(folded) : nil
  }

  /// A line that is only a year, or months of one: `（2023年度）`, `2023 年度`, `（2025年1-8月）`.
  package static func yearLine(_ text: String) -> Int? {
    guard text.utf8.count <= 60, text.holds("年") else { return nil }
    var folded = LabelText.withYearInFigures(LabelText.folded(text))
    guard folded.count <= 18 else { return nil }
    folded.removeAll { "()【】[]".contains($0) }
    guard let year = LabelText.leadingYear(folded) else { return nil }
    let rest = String(folded.dropFirst(4))
    return ["年", "年度", "年度预算", "年预算"].contains(rest) || isSpanOfMonths(rest) ? year : nil
  }

  /// 年1-8月, 年度上半年, 年前三季度; 年8月 may be the day of a report.
  private static func isSpanOfMonths(_ rest: String) -> Bool {
    guard rest.begins("年") else { return false }
    let span = rest.dropFirst(rest.begins("年度") ? 2 : 1)
    if ["上半年", "上半年度", "前三季度", "三季度", "半年", "半年度"].contains(String(span)) { return true }
    guard span.last == "月", span.contains(where: { "-—–―~～至到".contains($0) }) else { return false }
    return span.allSatisfy { $0.isDigit || "月-—–―~～至到".contains($0) }
  }

  /// A year that stands alone in a line or in one of its parts: `（2023年度）　　单位：万元`.
  package static func yearLine(in line: String) -> Int? {
    if let year = yearLine(line) { return year }
    guard line.utf8.count < 150, line.holds("年") else { return nil }
    return line.unicodeScalars.split(whereSeparator: CleanText.isSpace).lazy.compactMap {
      yearLine(String($0))
    }.first
  }

  /// The money unit of a unit line: `单位：万元`, `金额单位：元`.
  package static func unitLine(_ text: String) -> MoneyScale? {
    guard text.utf8.count <= 240, text.holds("元"), text.holds("位") else { return nil }
    let folded = LabelText.folded(text)
    guard folded.count <= 60 else { return nil }
    // 填报单位：临溪县河道所 单位：万元 names two units
    var rest = folded
    while let start = rest.firstRange(ofText: "单位:") {
      rest = String(rest[start...].dropFirst(3))
      if let scale = leadingScale(rest) { return scale }
    }
    return nil
  }

  /// The money unit that a note below a table states: `注：1.本表金额单位为万元。`, `本表以元为单位`.
  package static func noteScale(_ text: String) -> MoneyScale? {
    guard text.utf8.count <= 900, text.holds("元"), text.holds("单位") else { return nil }
    let folded = LabelText.folded(text)
    guard ["注", "备注", "说明", "填表说明", "填报说明"].contains(where: folded.begins) || folded.holds("本表") else {
      return nil
    }
    var rest = folded
    while let start = rest.firstRange(ofText: "单位") {
      if rest[..<start].ends("为") {
        for unit in ["以万元为", "以元为"] where rest[..<start].ends(unit) {
          return leadingScale(String(unit.dropFirst()))
        }
      }
      rest = String(rest[start...].dropFirst(2).drop { ":为均是系以按".contains($0) })
      if let scale = leadingScale(rest) { return scale }
    }
    return nil
  }

  /// A title without the number of its annex in front: 附件12 项目支出绩效目标表（一）.
  package static func withoutAnnex(_ title: String) -> String {
    for lead in ["附件", "附表"] where title.begins(lead) {
      var rest = title.dropFirst(lead.count).drop { $0.isWholeNumber || "一二三四五六七八九十-".contains($0) }
      guard rest.count < title.count - lead.count else { continue }
      rest = rest.drop { "：:、.．".contains($0) || $0.isWhitespace }
      if strength(String(rest)) >= 2 { return String(rest) }
    }
    return title
  }

  /// A title without the words that say it goes on: 绩效目标表（续表）; nil for one without them.
  package static func withoutContinuation(_ title: String) -> String? {
    let folded = LabelText.folded(title)
    for tail in ["(续表)", "(续)", "(接上表)", "(接上页)", "续表"] where folded.ends(tail) {
      return String(folded.dropLast(tail.count))
    }
    return nil
  }

  /// A line without the unit of money at its end: 某县水务局单位：万元 → 某县水务局.
  package static func withoutUnitNote(_ line: String) -> String {
    guard unitLine(line) != nil else { return line }
    for note in ["金额单位：", "金额单位:", "单位：", "单位:"] {
      guard let start = line.firstRange(ofText: note), start > line.startIndex,
        unitLine(String(line[start...])) != nil
      else { continue }
      return CleanText.trimmed(String(line[..<start]))
    }
    return line
  }

  /// Whether a text inside a form only says for which time the indicators below it are: 长期绩效目标表,
  /// 年度绩效指标.
  package static func isSection(_ text: String) -> Bool {
    let core = withoutTail(LabelText.folded(text))
    let times = ["长期", "中长期", "中期", "实施期", "年度", "当年", "本年", "本年度"]
    let parts = ["绩效目标表", "绩效指标表", "绩效目标", "绩效指标", "目标表", "指标表", "指标"]
    return times.contains { core.begins($0) && parts.contains(String(core.dropFirst($0.count))) }
  }

  private static func leadingScale(_ tail: String) -> MoneyScale? {
    for (unit, scale) in [
      ("人民币万元", MoneyScale.tenThousandYuan), ("万元", .tenThousandYuan), ("元", .yuan), ("人民币元", .yuan),
      ("亿元", .hundredMillionYuan),
      ("千元", .thousandYuan), ("百元", .hundredYuan),
    ] where tail.begins(unit) {
      return scale
    }
    return nil
  }
}

extension String {
  /// The start of the first occurrence of a text.
  package func firstRange(ofText text: String) -> Index? {
    guard let first = text.first else { return nil }
    var from = startIndex
    while let start = self[from...].firstIndex(of: first) {
      if self[start...].begins(text) { return start }
      from = index(after: start)
    }
    return nil
  }
}

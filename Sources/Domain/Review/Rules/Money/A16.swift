// A16: the goal does not speak of what the project is called.
import Findings
import Model
import RuleSets

extension Rule {
  static let a16 = Rule(
    code: "A16", title: "目标与项目名称不相干",
    why: "名称说一件事，目标和指标说另一件事，看不出钱花在哪里。", advice: "核对目标是否从别的项目复制而来。",
    severity: .warning, source: "财预〔2015〕88号", dimension: .relevance, kinds: [.projectTarget],
    example: """
      名称 灯会照明维护经费
      年度目标 开展形式多样的法治宣传，群众法治意识不断提高，营造良好氛围。
      产出指标/数量指标 | 法治讲座场次 | ≥12场
      """,
    counterExample: """
      名称 灯会照明维护经费
      年度目标 维护老街灯组 300 组，保证节日期间照明正常。
      产出指标/数量指标 | 维护灯组数量 | ≥300组
      """
  ) { subject in
    guard let goal = subject.annualGoal, goal.scalars.count >= 12 else { return [] }
    let own = NamePairs.own(of: subject.name.scalars)
    guard own.count >= 3 else { return [] }
    func tells(_ text: String?) -> Bool { text.map { NamePairs.holds($0.scalars, anyOf: own) } ?? false }
    // What both goals and the use of the money leave out may still stand in the rows.
    guard !NamePairs.holds(goal.scalars, anyOf: own), !tells(subject.periodGoal?.text),
      !tells(subject.projectTarget?.fundUse)
    else { return [] }
    let told = subject.rows.filter {
      NamePairs.holds($0.name.scalars, anyOf: own) || tells($0.indicator.description)
    }
    let gap: String
    if told.isEmpty {
      guard !subject.statements.contains(where: tells),
        !NamePairs.sharesCharacters(of: subject.name.text, with: subject)
      else { return [] }
      gap = "目标和指标里没有一处提到它"
    } else {
      guard told.count >= 3, NamePairs.isForeign(goal, to: subject) else { return [] }
      gap = "指标说的也是它，年度目标却没有一处提到"
    }
    return [
      ReviewFinding(
        rule: "A16", fields: ["goals/annual", "project/name"],
        message: "项目叫“\(subject.name.text)”，\(gap)。请核对目标是否从别的项目复制而来。")
    ]
  }
}

/// What a project's name is about: its pairs of characters without the words that any name has.
enum NamePairs {
  private static let everyday = [
    "项目", "经费", "专项", "资金", "工作", "年度", "补助", "补贴", "建设", "工程", "服务", "管理", "业务", "活动", "支出", "其他",
    "综合", "购买", "采购", "运行", "维护", "保障", "系统", "信息", "中心", "县级", "市级", "镇级", "财政", "预算", "配套", "计划",
    "费用", "单位", "机关", "部门",
  ]

  private static let everydayPairs = Set(everyday.flatMap { pairs(of: $0.scalars) })
  private static let everydayBeginnings = ScalarSet(String(of: everyday.compactMap(\.unicodeScalars.first)))

  /// Every two neighbouring characters as one number.
  static func pairs(of scalars: [Unicode.Scalar]) -> [UInt64] {
    zip(scalars, scalars.dropFirst()).map(pair)
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// True where a quarter of the characters that are the name's own stand somewhere: 食堂 and 供餐、伙食.
  static func sharesCharacters(of name: String, with subject: ReviewSubject) -> Bool {
    let letters = own(of: name.scalars).flatMap { [UInt32($0 >> 32), UInt32(truncatingIfNeeded: $0)] }
    let characters = Set(letters.compactMap { Unicode.Scalar($0) }).subtracting(frequent)
    let texts =
      [subject.annualGoal?.text, subject.periodGoal?.text, subject.projectTarget?.fundUse].compactMap { $0 }
      + subject.rows.map(\.name.text)
    let told = characters.filter { character in texts.contains { $0.unicodeScalars.contains(character) } }
    return told.count >= 2 || !told.isEmpty && told.count * 4 >= characters.count
  }

  /// True where a goal has no more than one character of the name, and no pair of characters of any row.
  static func isForeign(_ goal: ReviewText, to subject: ReviewSubject) -> Bool {
    let name = Set(subject.name.scalars).subtracting(frequent)
    guard name.intersection(goal.scalars).count < 2 else { return false }
    let pairs = own(of: goal.scalars)
    return !subject.rows.contains { holds($0.name.scalars, anyOf: pairs) }
  }

  private static let frequent = Set("会大中小新人民社年市县镇村区乡学生工作公共地方化性开展全国家动".unicodeScalars)

  static func own(of scalars: [Unicode.Scalar]) -> [UInt64] {
    var own: [UInt64] = []
    own.reserveCapacity(scalars.count)
    // A pair that shares a letter with an everyday one is half of that word.
    var (isBehind, isEveryday) = (false, isEveryday(at: 0, in: scalars))
    for place in scalars.indices.dropLast() {
      let isBefore = self.isEveryday(at: place + 1, in: scalars)
      if !isBehind, !isEveryday, !isBefore, scalars[place].isIdeograph, scalars[place + 1].isIdeograph {
        own.append(pair(scalars[place], scalars[place + 1]))
      }
      (isBehind, isEveryday) = (isEveryday, isBefore)
    }
    return own
  }

  /// True where an everyday word stands at a place.
  private static func isEveryday(at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    place + 1 < scalars.count && everydayBeginnings.contains(scalars[place])
      && everydayPairs.contains(pair(scalars[place], scalars[place + 1]))
  }

  /// True where one of the pairs stands in a text.
  static func holds(_ text: [Unicode.Scalar], anyOf wanted: [UInt64]) -> Bool {
    var last: UInt64 = 0
    for scalar in text {
      let pair = last << 32 | UInt64(scalar.value)
      if wanted.contains(pair) { return true }
      last = UInt64(scalar.value)
    }
    return false
  }
}

// Makes the typed form out of a draft: kind, goals, codes, years, cleaned texts.
import Findings
import FormVocabulary
import Model
import Quantities

extension FormDraft {
  /// The kind that the title, columns and labels tell together.
  var kind: FormKind {
    let title = self.title.map { FormTitle.withoutTail($0.text) } ?? ""
    let full = self.title?.text ?? ""
    let isDepartment =
      full.holds("整体") && !hasProjectName || full.holds("部门绩效")
      || (!hasProjectName && !hasProjectLabel && (hasDepartmentLabel || !tasks.isEmpty || !subgoals.isEmpty))
      || full.holds("部门整体") || full.holds("部门(单位)整体") || full.holds("部门（单位）整体")
      || full.holds("整体支出")
    let isMonitoring =
      (!title.holds("自评") || title.holds("监控自评")) && !title.holds("评价")
      && (hasForecastColumn
        || ["运行监控", "执行监控", "目标监控", "绩效监控", "监控表", "监控情况", "跟踪"].contains { title.holds($0) })
    let isEvaluation =
      isMonitoring || full.holds("自评") || full.holds("评价") || full.holds("完成情况")
      || hasActualColumn && (hasActuals || !full.ends("目标申报表"))
    if isDepartment { return isEvaluation ? .departmentSelfEvaluation : .departmentTarget }
    if isMonitoring { return .projectMonitoring }
    return isEvaluation ? .projectSelfEvaluation : .projectTarget
  }

  /// Whether anything is reported as done; some forms to apply with print the places for it too.
  private var hasActuals: Bool {
    text("goals/actual") != nil || !funds.isEmpty
      || indicators.contains { $0.indicator.actualValue != nil || $0.indicator.score != nil }
  }

  private var hasProjectName: Bool { text("project/name") != nil }

  /// The typed form.
  mutating func build() -> Form {
    clean()
    let kind = self.kind
    settledKind = kind
    switch kind {
    case .projectTarget: return .projectTarget(projectTarget())
    case .departmentTarget: return .departmentTarget(departmentTarget())
    case .projectMonitoring: return .projectMonitoring(selfEvaluation(ofProject: true))
    case .projectSelfEvaluation: return .projectSelfEvaluation(selfEvaluation(ofProject: true))
    case .departmentSelfEvaluation: return .departmentSelfEvaluation(selfEvaluation(ofProject: false))
    }
  }

  var fiscalYear: Int? {
    title.flatMap { FormTitle.year(in: $0.text) } ?? year?.year ?? labelYear?.year
  }

  // MARK: Cleaning

  private static let indicatorFields = Indicator.Field.allCases

  private mutating func clean() {
    let residues = texts.compactMap { path, located in
      WebResidue.removed(from: located.text).map { (path: path, place: located.place, found: $0) }
    }
    // a dictionary has another order in each process; findings must not
    for (path, place, found) in residues.sorted(by: { $0.path < $1.path }) {
      replace(path, found.clean)
      findings.append(RecognitionWording.residue(found.residue, field: path, place: place))
    }
    for path in [
      "goals/period", "goals/annual", "goals/overall", "goals/unlabelled", "goals/expected", "goals/actual",
    ] {
      if let text = text(path), Slots.isSlot(text) { replace(path, nil) }
    }
    for index in indicators.indices {
      for field in FormDraft.indicatorFields {
        guard let text = indicators[index].indicator[field], let found = WebResidue.removed(from: text) else {
          continue
        }
        indicators[index].indicator[field] = found.clean.isEmpty ? nil : found.clean
        let path = "indicators/\(index)/\(field.rawValue)"
        findings.append(
          RecognitionWording.residue(
            found.residue, field: path, place: indicators[index].places.place(of: field)))
      }
    }
    settleNatures()
    settleYears()
    settleGoals()
    settleNames()
    settleAmounts()
  }

  /// 指标性质 and 指标方向: the column that holds signs or 定性 is the operator, the one with 正向, 反向 the direction.
  private mutating func settleNatures() {
    let natures = indicators.compactMap(\.indicator.operator)
    let directions = indicators.compactMap(\.indicator.direction)
    let naturesAreDirections = natures.contains { Self.isDirection($0) }
    let directionsAreOperators = directions.contains { Self.isOperator($0) }
    guard naturesAreDirections || directionsAreOperators else { return }
    for index in indicators.indices {
      let nature = indicators[index].indicator.operator
      let direction = indicators[index].indicator.direction
      if naturesAreDirections, directionsAreOperators || directions.isEmpty {
        indicators[index].indicator.direction = nature
        indicators[index].indicator.operator = direction
      } else if directionsAreOperators, natures.isEmpty {
        indicators[index].indicator.operator = direction
        indicators[index].indicator.direction = nil
      }
    }
  }

  private static func isDirection(_ text: String) -> Bool {
    ["正向", "反向", "负向", "逆向"].contains { text.holds($0) }
  }

  private static func isOperator(_ text: String) -> Bool {
    ["≥", "≤", ">", "<", "=", "＞", "＜", "≧", "≦", "大于", "小于", "等于", "不低于", "不高于", "不超过"].contains {
      text.holds($0)
    }
  }

  /// 2024年目标, 2025年目标: of goals of several years the form's own counts, and none where it has none of them.
  private mutating func settleGoals() {
    let years = Dictionary(grouping: locatedTexts.keys.filter { $0.begins("goals/") && $0.holds("@") }) {
      String($0.prefix { $0 != "@" })
    }
    for (path, keys) in years {
      if keys.count > 1, let fiscalYear {
        replace(path, nil)
        move("\(path)@\(fiscalYear)", to: path)
      }
      for key in keys { replace(key, nil) }
    }
  }

  private mutating func settleYears() {
    if let span = text("project/span") {
      let years = Amount.years(in: span)
      let isSpan =
        years.count >= 2
        || (years.count == 1 && span.contains { "-—–―~～至到一".contains($0) } && span.contains("月"))
      if isSpan, let first = years.first, let last = years.last, first <= last {
        let located = texts["project/span"]
        setNumber("project/startYear", first, place: located?.place, confidence: located?.confidence ?? 90)
        setNumber("project/endYear", last, place: located?.place, confidence: located?.confidence ?? 90)
      }
    }
  }

  private mutating func settleNames() {
    if text("project/name") == nil { move("project/parentName", to: "project/name") }
    if let name = text("project/name") {
      let (code, bare) = CodedName.project(name)
      if let code {
        let located = texts["project/name"]
        replace("project/name", bare)
        set("project/code", code, place: located?.place, confidence: 90)
      }
    }
    for path in ["project/category", "project/tier"] {
      guard let printed = text(path) else { continue }
      let chosen = CodedName.category(CheckBoxes.chosen(in: printed) ?? printed)
      replace(path, CheckBoxes.areBlank(in: printed) ? nil : chosen)
    }
    if text("unit/name") == nil { move("unit/organiser", to: "unit/name") }
    for who in ["department", "unit"] {
      guard let name = text("\(who)/name"), let party = CodedName.party(name), let code = party.code else {
        continue
      }
      let located = texts["\(who)/name"]
      replace("\(who)/name", party.name)
      set("\(who)/code", code, place: located?.place, confidence: 92)
    }
    settleDepartmentCode()
  }

  /// 018水务局 beside the unit 018003: the figures that the unit's code begins with are the department's code.
  /// Three figures before the name of a place's authority are one too: 062青山县民政局, but not 120急救中心.
  private mutating func settleDepartmentCode() {
    guard text("department/code") == nil, let located = texts["department/name"],
      let party = CodedName.party(located.text, hasCode: true), let code = party.code,
      located.text.begins(code),
      text("unit/code")?.begins(code) ?? false
        || code.count == 3 && CodedName.isAuthorityOfPlace(party.name ?? "")
    else { return }
    replace("department/name", party.name)
    set("department/code", code, place: located.place, confidence: 85)
  }

  /// The year's amount wins over the project's: 当年资金总额 over 资金总额 over 项目总投资. Of amounts of several
  /// years, side by side, the form's own year wins.
  private mutating func settleAmounts() {
    for path in locatedTexts.keys where path.holds("@") {
      let parts = path.split(separator: "@").map { String($0) }
      if Int(parts[1]) == fiscalYear {
        replaceAmount("\(parts[0])OfYear", by: path)
      } else {
        dropAmount(path)
      }
    }
    for path in locatedTexts.keys where path.ends("OfYear") {
      moveAmount(path, to: String(path.dropLast("OfYear".count)))
    }
    if text("budget/total") == nil { moveAmount("budget/whole", to: "budget/total") }
    let parts = fiscalParts.values.filter { $0.money.fen != 0 }
    if text("budget/fiscal") == nil, parts.count == 1, let part = parts.first {
      setAmount("budget/fiscal", part.money, place: part.place, confidence: 85)
    }
  }

  // MARK: Kinds

  private func party(_ who: String) -> Party {
    Party(code: text("\(who)/code"), name: text("\(who)/name"))
  }

  private func project() -> Project {
    var project = Project()
    project.code = text("project/code")
    project.name = text("project/name")
    project.category = text("project/category")
    project.tier = text("project/tier")
    project.startYear = text("project/startYear").flatMap { Int($0) }
    project.endYear = text("project/endYear").flatMap { Int($0) }
    return project
  }

  /// Which texts are the goals: the overall goal is the period's where the year has its own, else the year's.
  var goalPaths: (period: String?, annual: String?) {
    var period = text("goals/period").map { _ in "goals/period" }
    var annual = text("goals/annual").map { _ in "goals/annual" }
    for path in ["goals/overall", "goals/unlabelled", "goals/expected"] where text(path) != nil {
      if annual == nil {
        annual = path
      } else if period == nil, path == "goals/overall" {
        period = path
      }
    }
    return (period, annual)
  }

  /// Which text is the expected goal of a self-evaluation.
  var expectedGoalPath: String? {
    ["goals/expected", "goals/annual", "goals/unlabelled", "goals/overall", "goals/period"].first {
      text($0) != nil
    }
  }

  private func goals() -> Goals {
    let paths = goalPaths
    return Goals(period: paths.period.flatMap { text($0) }, annual: paths.annual.flatMap { text($0) })
  }

  private func approval() -> Approval {
    Approval(authority: text("approval/authority"), opinion: text("approval/opinion"))
  }

  private func money(_ path: String) -> Money? {
    amounts["budget/\(path)"]
  }

  private func projectTarget() -> ProjectTarget {
    var form = ProjectTarget()
    form.title = title?.text
    form.fiscalYear = fiscalYear
    form.project = project()
    form.department = party("department")
    form.unit = party("unit")
    form.budget.total = money("total")
    form.budget.fiscal = money("fiscal")
    form.budget.other = money("other")
    form.fundUse = text("fundUse")
    form.spendingPlan = plan.sorted { $0.share.month < $1.share.month }.map(\.share)
    form.goals = goals()
    form.approval = approval()
    form.indicators = indicators.map(\.indicator)
    return form
  }

  private func departmentTarget() -> DepartmentTarget {
    var form = DepartmentTarget()
    form.title = title?.text
    form.fiscalYear = fiscalYear
    form.department = party("department").name == nil ? party("unit") : party("department")
    form.staff = text("staff").flatMap { Int($0) }
    form.subordinateUnits = text("subordinateUnits").flatMap { Int($0) }
    form.budget.basic = money("basic")
    form.budget.project = money("project")
    form.budget.fiscal = money("fiscal")
    form.budget.other = money("other")
    form.budget.specialFunds = money("specialFunds")
    form.budget.otherDevelopment = money("otherDevelopment")
    form.budget.cityLevel = money("cityLevel")
    form.budget.transfers = money("transfers")
    form.goals = goals()
    form.tasks = tasks.map(\.task)
    form.subgoals = subgoals.map(\.subgoal)
    form.measures = measures.map(\.text)
    form.approval = approval()
    form.indicators = indicators.map(\.indicator)
    return form
  }

  private func selfEvaluation(ofProject: Bool) -> SelfEvaluation {
    var form = SelfEvaluation()
    form.title = title?.text
    form.fiscalYear = fiscalYear
    form.department = party("department")
    if ofProject {
      form.project = project()
      form.unit = party("unit")
    } else if form.department.name == nil {
      form.department = party("unit")
    }
    form.funds = funds.map(\.row)
    form.expectedGoal = expectedGoalPath.flatMap { text($0) }
    form.actualGoal = text("goals/actual")
    form.totalScore = text("totalScore")
    form.grade = text("grade")
    form.conclusion = text("conclusion")
    form.problems = text("problems")
    form.measures = text("measures")
    form.indicators = indicators.map(\.indicator)
    return form
  }
}

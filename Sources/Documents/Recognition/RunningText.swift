// Reads forms that are written as running text: labelled lines, goals under headings, indicators under
// levels.
import Findings
import FormVocabulary
import Model
import Tables

/// Walks down lines outside tables and makes drafts of the forms written there.
struct RunningText {
  private(set) var drafts: [FormDraft] = []
  private var draft = FormDraft()
  private var text = IndicatorText(spot: nil)
  private var labelled = LabelledIndicators()
  private var section = Section.head
  private var goalParagraphs: [(text: String, place: Place)] = []

  private enum Section: Equatable {
    case head
    case field(FieldTerm)
    case indicators, subgoals, measures, other
    /// How forms are filled in: nothing of it is a form's, up to the next title.
    case instructions
  }

  /// The forms in a run of lines; empty where the lines name no indicators with values and no sub-goals.
  static func forms(in lines: [Paragraph]) -> [FormDraft] {
    guard lines.contains(where: { $0.text.holds("指标") || $0.text.holds("绩效目标") }) else { return [] }
    var reader = RunningText()
    for line in lines where !PageChrome.isChrome(line.text) { reader.read(line) }
    reader.close()
    return reader.drafts
  }

  private mutating func read(_ line: Paragraph) {
    let text = line.text
    if isTitle(text) {
      if draft.title != nil || hasContent { close() }
      draft.title = Located(text: CleanText.withoutSpace(text), place: line.place, confidence: 85)
      return
    }
    if section == .instructions { return }
    if let year = FormTitle.yearLine(text) {
      draft.year = draft.year ?? PrintedYear(year, place: line.place)
      return
    }
    if readLabelled(line) { return }
    if readHeading(text) { return }
    if readSubgoal(line) { return }
    if readIndicators(line) { return }
    if readPairs(line) { return }
    readProse(line)
  }

  private var hasContent: Bool {
    !text.indicators.isEmpty || !labelled.indicators.isEmpty || !draft.subgoals.isEmpty
  }

  private func isTitle(_ text: String) -> Bool {
    guard FormTitle.strength(text) >= 2 else { return false }
    // 二、分项绩效目标 is a heading inside a form
    if LabelText.isTopNumbered(LabelText.folded(text)) { return false }
    if section != .head, let field = LabelReading.of(text)?.meaning.field, field.isGoal || field.isGroup {
      return false
    }
    return true
  }

  // MARK: Headings

  /// A heading that names a section: 一、总体绩效目标, 二、分项绩效目标, 三、工作保障措施, 三、绩效指标.
  private mutating func readHeading(_ line: String) -> Bool {
    let folded = LabelText.folded(line)
    guard folded.utf8.count <= 96, folded.count <= 24, folded.last != "。" else { return false }
    var core = LabelText.withoutNumbering(folded)
    while core.last == ":" { core.removeLast() }
    guard LevelTerm(label: core) == nil else { return false }
    let isNumbered = core.count < folded.count
    let next: Section?
    if ["填报说明", "填表说明", "填写说明", "填报要求", "填表须知"].contains(core) {
      next = .instructions
    } else if core.holds("分项") && core.holds("目标") || core.ends("职责及分项绩效目标") {
      next = .subgoals
    } else if core.ends("保障措施") || core.ends("保障举措") {
      next = .measures
    } else if let field = LabelReading.of(core)?.meaning.field, !folded.holds(":") || folded.last == ":" {
      if section == .subgoals, !isNumbered || field == .goal || field == .group(.indicators) { return false }
      switch field {
      case .group(.indicators): next = .indicators
      case .periodGoal, .annualGoal, .overallGoal, .goal, .expectedGoal, .actualGoal, .problems, .measures,
        .conclusion, .fundUse:
        next = .field(field)
      case .group: next = .head
      default: next = isNumbered ? .other : nil
      }
    } else if core.holds("绩效指标") {
      next = .indicators
    } else if isPart(folded) {
      next = .head
    } else if LabelText.isTopNumbered(folded), section != .head || hasContent {
      next = .other
    } else {
      next = nil
    }
    guard let next else { return false }
    flushGoal()
    section = next
    return true
  }

  /// 第一部分, 第二章: the parts of a larger document.
  private func isPart(_ folded: String) -> Bool {
    folded.begins("第") && folded.count <= 12
      && ["部分", "章", "节"].contains { folded.dropFirst().drop { "一二三四五六七八九十".contains($0) }.begins($0) }
  }

  // MARK: Sub-goals

  /// 分项绩效目标: a numbered name, then 绩效目标：… and 绩效指标：….
  private mutating func readSubgoal(_ line: Paragraph) -> Bool {
    guard section == .subgoals else { return false }
    let text = line.text
    if let pair = LabelledPairs.pair(text), !draft.subgoals.isEmpty {
      let last = draft.subgoals.count - 1
      switch pair.meaning.field {
      case .group(.indicators)?:
        draft.subgoals[last].subgoal.indicators = pair.value.isEmpty ? nil : pair.value
        return true
      case let field? where field.isGoal:
        draft.subgoals[last].subgoal.goal = pair.value.isEmpty ? nil : pair.value
        return true
      default: break
      }
    }
    let folded = LabelText.folded(text)
    // a numbered sentence belongs to the goal: （二）慰问困难家庭30户。
    if LabelText.withoutNumbering(folded).count < folded.count, folded.count <= 50,
      !"。；;".contains(folded.last ?? "。")
    {
      draft.subgoals.append((Subgoal(name: text), line.place))
      return true
    }
    guard let last = draft.subgoals.indices.last else { return false }
    if draft.subgoals[last].subgoal.indicators != nil {
      draft.subgoals[last].subgoal.indicators? += "\n" + text
    } else if draft.subgoals[last].subgoal.goal != nil {
      draft.subgoals[last].subgoal.goal? += "\n" + text
    } else {
      draft.subgoals[last].subgoal.goal = text
    }
    return true
  }

  // MARK: Indicators and labelled lines

  /// 一级指标：产出指标, 三级指标：建设村史馆, 指标值：2座.
  private mutating func readLabelled(_ line: Paragraph) -> Bool {
    let spot = CellSpot(origin: .lines, row: Int32(clamping: line.line), column: 0)
    guard labelled.read(line.text, at: spot) else { return false }
    flushGoal()
    section = .indicators
    return true
  }

  private mutating func readIndicators(_ line: Paragraph) -> Bool {
    if case .measures = section { return false }
    guard text.level1 != nil || text.level2 != nil || line.text.holdsAny(RunningText.levelWords) else {
      return false
    }
    var trial = IndicatorText(
      spot: CellSpot(origin: .lines, row: Int32(clamping: line.line), column: 0), level1: text.level1,
      level2: text.level2)
    trial.read(line.text)
    let isLabelled = trial.levelCount > 0
    guard isLabelled || (section == .indicators && text.level1 != nil && isItem(line.text, trial)) else {
      return false
    }
    if isLabelled, section != .indicators {
      flushGoal()
      section = .indicators
    }
    text.take(trial)
    return true
  }

  /// A level label has one of these words.
  private static let levelWords = ["指标", "产出", "效益", "效果", "满意度", "成本", "数量", "质量", "时效", "影响"]

  /// Lines under a level that hold a value are items; addresses, dates and signatures are not.
  private func isItem(_ line: String, _ trial: IndicatorText) -> Bool {
    if let pair = LabelledPairs.pair(line), let field = pair.meaning.field,
      field != .unkept && field.sort != .year || pair.value.isEmpty
    {
      return false
    }
    if LabelledPairs.pair(line)?.meaning.field == .unkept { return false }
    guard line.count <= 120, trial.indicators.contains(where: { $0.indicator.annualValue != nil }) else {
      return false
    }
    return !line.holdsAny(RunningText.noticeWords) && FormTitle.yearLine(line) == nil && !isDate(line)
  }

  /// What the notice around a form says of itself.
  private static let noticeWords = [
    "公示期", "公示时间", "公示日期", "公开时间", "公开日期", "发布时间", "发布日期", "受理时间", "监督电话", "联系电话", "咨询电话", "投诉电话",
    "举报电话", "联系人", "日前向", "地址", "邮箱", "邮编", "传真",
  ]

  private func isDate(_ line: String) -> Bool {
    let folded = LabelText.folded(line)
    return LabelText.leadingYear(folded) != nil && folded.count <= 11 && folded.ends("日")
  }

  private mutating func readPairs(_ line: Paragraph) -> Bool {
    guard line.text.utf8.count < 3_000 else { return false }
    let pairs = LabelledPairs.all(in: line.text)
    guard let first = pairs.first, let field = first.meaning.field else { return false }
    if case .measures = section { return false }
    if field == .projectName, draft.text("project/name") != nil, hasContent { close() }
    flushGoal()
    section = .head
    for pair in pairs {
      guard let field = pair.meaning.field else { continue }
      draft.labelCount += 1
      if pair.value.isEmpty {
        section = .field(field)
      } else if field.isGoal {
        section = .field(field)
        goalParagraphs = [(pair.value, line.place)]
      } else {
        draft.keep(field, label: pair.label, text: pair.value, place: line.place, confidence: 85)
      }
    }
    return true
  }

  private mutating func readProse(_ line: Paragraph) {
    switch section {
    case .field: goalParagraphs.append((line.text, line.place))
    case .measures: draft.measures.append((line.text, line.place))
    case .head, .indicators, .subgoals, .other, .instructions: break
    }
  }

  private mutating func flushGoal() {
    defer { goalParagraphs = [] }
    // who signed, and when
    if goalParagraphs.count > 1, let last = goalParagraphs.last, isDate(last.text) {
      goalParagraphs.removeLast()
      if goalParagraphs.count > 1, let last = goalParagraphs.last, CodedName.isOrganisation(last.text) {
        goalParagraphs.removeLast()
      }
    }
    guard case .field(let field) = section, let path = field.path, let first = goalParagraphs.first else {
      return
    }
    draft.set(path, goalParagraphs.map(\.text).joined(separator: "\n"), place: first.place, confidence: 85)
  }

  // MARK: Ends

  private mutating func close() {
    flushGoal()
    labelled.close()
    text.indicators += labelled.indicators
    draft.indicators = text.indicators
    let measured = text.indicators.filter { $0.indicator.annualValue?.contains(where: \.isNumber) ?? false }
      .count
    let hasName =
      draft.title != nil || draft.text("project/name") != nil || draft.text("department/name") != nil
    let hasSubgoals = draft.subgoals.contains { $0.subgoal.goal != nil && $0.subgoal.indicators != nil }
    if hasName, measured >= 2 && measured * 3 >= text.indicators.count || hasSubgoals {
      draft.isFromRunningText = true
      if text.indicators.contains(where: { $0.indicator.actualValue != nil }) { draft.hasActualColumn = true }
      drafts.append(draft)
    }
    draft = FormDraft()
    text = IndicatorText(spot: nil)
    labelled = LabelledIndicators()
    section = .head
  }
}

extension IndicatorText {
  /// Takes over what a trial reading of one line found.
  mutating func take(_ other: IndicatorText) {
    let mine = indicators
    let ownGoals = goals
    let count = levelCount
    self = other
    indicators = mine + other.indicators
    goals = ownGoals + other.goals
    levelCount = count + other.levelCount
  }
}

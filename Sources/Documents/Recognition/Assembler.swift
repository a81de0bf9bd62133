// Puts the pieces of a document together: lines above tables, tables that go on, several forms in one file.
import Findings
import FormVocabulary
import Model
import Tables

/// Takes lines and grids in reading order and makes form drafts of them.
struct Assembler {
  private(set) var drafts: [FormDraft] = []
  /// Where rows of indicators stand that no form has taken.
  private(set) var unplaced: [Place] = []
  /// Lines that no table has used yet.
  private var lines: [Paragraph] = []
  private var lastHead: IndicatorHead?
  private var lastHorizon: ColumnTerm.Horizon?
  private var lastColumnCount = 0

  /// A line outside tables.
  mutating func add(_ line: Paragraph) {
    lines.append(line)
  }

  /// A table; its forms follow those before it, or go on with the last one.
  /// - Parameter noteScale: the unit of money that the notes below it state.
  mutating func add(_ grid: Grid, noteScale: MoneyScale? = nil) {
    let known = drafts.count
    let rows = drafts.last?.indicators.count
    addForms(of: grid, noteScale)
    guard drafts.count == known, drafts.last?.indicators.count == rows else { return }
    unplaced += grid.indicatorRows
  }

  private mutating func addForms(of grid: Grid, _ noteScale: MoneyScale?) {
    // A frame around the words of a goal whose heading stands above.
    if grid.rowCount == 1, let lone = grid.loneText(inRow: 0), let heading = lines.last,
      HeadedGoal.label(heading.text) != nil
    {
      lines.append(Paragraph(text: lone.text, line: heading.line, frame: heading.frame))
      return
    }
    let preamble = Preamble(lines)
    if continueTable(grid, preamble) { return }
    for (index, section) in FormSplitter.sections(of: grid).enumerated() {
      let open = drafts.last.flatMap {
        $0.hasIndicatorTable && !$0.awaitsFunds ? nil : $0.fundsScale ?? $0.scale
      }
      let printed = Self.noteScale(of: grid, section) ?? noteScale
      var reader = TableReader(
        grid: grid, scale: index == 0 ? preamble.scale ?? printed ?? open : printed ?? drafts.last?.scale)
      reader.read(section)
      if index > 0, reader.draft.title == nil, let first = drafts.last {
        reader.draft.title = first.title
        reader.draft.year = reader.draft.year ?? first.year
      }
      take(reader, preamble: index == 0 ? preamble : Preamble([]))
    }
  }

  /// The unit of money that a note in the last rows of a form states.
  private static func noteScale(of grid: Grid, _ section: Range<Int>) -> MoneyScale? {
    section.suffix(6).lazy.compactMap { grid.loneText(inRow: $0).flatMap { FormTitle.noteScale($0.text) } }
      .first
  }

  /// Running text above a table's title may hold forms of its own: they come first, and their lines are
  /// not the table's.
  private mutating func takeTexts(above preamble: Preamble, hasOwnTitle: Bool) -> Preamble {
    // lines above a table with a title of its own (a worksheet's) may be a form as they are
    if hasOwnTitle, lines.count >= 3 {
      let texts = RunningText.forms(in: lines)
      guard texts.isEmpty else {
        drafts += texts
        lines = []
        return Preamble([])
      }
    }
    guard let title = preamble.titleIndex, title >= 3 else { return preamble }
    let texts = RunningText.forms(in: Array(lines[..<title]))
    guard !texts.isEmpty else { return preamble }
    drafts += texts
    lines.removeFirst(title)
    return Preamble(lines)
  }

  /// Lines behind the last table may hold its score or conclusion.
  private mutating func applyTail() {
    guard !drafts.isEmpty else { return }
    let last = drafts.count - 1
    for line in lines where line.text.utf8.count < 300 {
      for pair in LabelledPairs.all(in: line.text) {
        guard let field = pair.meaning.field, !pair.value.isEmpty else { continue }
        switch field {
        case .totalScore, .grade, .conclusion, .problems, .measures, .opinion, .approvalAuthority:
          drafts[last].keep(field, label: pair.label, text: pair.value, place: line.place, confidence: 80)
        default: continue
        }
      }
    }
  }

  private mutating func take(_ reader: TableReader, preamble: Preamble) {
    var draft = reader.draft
    if !reader.flatForms.isEmpty { unplaced += reader.unplaced }
    if let head = reader.lastHead {
      lastHead = head.isFlat ? nil : head
      lastHorizon = reader.lastHorizon
      lastColumnCount = reader.grid.columnCount
    }
    if !reader.flatForms.isEmpty {
      takeTexts(above: preamble, hasOwnTitle: draft.title != nil).apply(to: &draft)
      draft.forget("unit/name", where: reader.flatForms.contains { $0.text("unit/name") != nil })
      for path in ["budget/total", "budget/totalOfYear"] {
        draft.forget(path, where: reader.flatForms.contains { $0.text("budget/total") != nil })
      }
      for var form in reader.flatForms {
        form.absorb(draft.shared)
        drafts.append(form)
      }
      lines = []
      return
    }
    guard !draft.isEmpty else { return }
    if goesOn(draft, preamble) {
      preamble.applyPairs(to: &draft)
      drafts[drafts.count - 1].absorb(draft)
    } else {
      takeTexts(above: preamble, hasOwnTitle: draft.title != nil).apply(to: &draft)
      // what is no form yet may be the head of one whose indicators stand in the next table
      guard draft.isForm || draft.hasStart && draft.labelCount >= 2 else { return }
      drafts.append(draft)
    }
    lines = []
  }

  /// Whether a table's draft is the rest of the last form: it opens none of its own, and that one waits for
  /// it.
  private func goesOn(_ draft: FormDraft, _ preamble: Preamble) -> Bool {
    guard let last = drafts.last else { return false }
    if draft.hasStart { return false }
    let title = draft.title ?? preamble.title
    let isContinued = title.flatMap { FormTitle.withoutContinuation($0.text) } != nil
    if draft.title != nil, draft.title?.text != last.title?.text, !isContinued { return false }
    if let title = preamble.title, title.text != last.title?.text, FormTitle.strength(title.text) >= 3,
      !isContinued
    {
      return false
    }
    if !draft.hasIndicatorTable {
      return draft.labelCount > 0
        && (draft.isTail || draft.isMiddle && (!last.hasIndicatorTable || last.awaitsFunds))
    }
    return last.indicators.isEmpty || last.hasIndicatorTable && (preamble.title == nil || isContinued)
  }

  /// Goes on with the last indicator table where a page break cut it without repeating its head.
  private mutating func continueTable(_ grid: Grid, _ preamble: Preamble) -> Bool {
    guard let head = lastHead, grid.columnCount == lastColumnCount, !drafts.isEmpty, preamble.title == nil,
      lines.count <= 2, !lines.contains(where: { Self.opensChapter($0.text) })
    else { return false }
    // the first rows must be indicators: no head, no title, no label that opens a form
    for row in 0..<min(grid.rowCount, 12) {
      if IndicatorHead.find(in: grid, row: row) != nil { return false }
      let texts = grid.texts(startingInRow: row)
      if texts.contains(where: { $0.level != nil }) { break }
      if texts.contains(where: { $0.field?.opensForm == true || LabelledPairs.pair($0.text) != nil }) {
        return false
      }
      if let lone = grid.loneText(inRow: row), FormTitle.strength(lone.text) >= 2 { return false }
      if row == min(grid.rowCount, 12) - 1 { return false }
    }
    var reader = TableReader(grid: grid, scale: drafts.last?.scale)
    reader.lastHead = head
    reader.lastHorizon = lastHorizon
    let end = reader.readIndicators(head, from: 0, end: grid.rowCount)
    reader.read(end..<grid.rowCount)
    drafts[drafts.count - 1].absorb(reader.draft)
    lines = []
    return true
  }

  /// True for 四、政府采购情况: what stands below is about something else.
  private static func opensChapter(_ line: String) -> Bool {
    let folded = LabelText.folded(line)
    return folded.count <= 24 && LabelText.isTopNumbered(folded) && !folded.holds("指标")
  }

  /// The drafts, in order.
  mutating func finish() -> [FormDraft] {
    let texts = RunningText.forms(in: lines)
    if texts.isEmpty { applyTail() } else { drafts += texts }
    return drafts.filter(\.isForm)
  }
}

extension FormDraft {
  /// True where the draft is a form of its own, filled or blank.
  var isForm: Bool {
    hasIndicatorTable && (hasStart || isNamedAsForm && indicators.contains { $0.indicator.hasPromise })
      || !tasks.isEmpty && hasStart || isFromRunningText
      || hasTitle && hasProjectLabel
        && (!funds.isEmpty || text("goals/annual") != nil || text("goals/expected") != nil)
  }

  /// True where the heading says 绩效目标, 自评 …: a table of indicators alone is a catalogue.
  private var isNamedAsForm: Bool { title.map { FormTitle.strength($0.text) >= 2 } ?? false }

  /// True where a heading names the form.
  private var hasTitle: Bool { title.map { FormTitle.strength($0.text) == 3 } ?? false }

  /// True where labels that open a form were met.
  var hasStart: Bool { hasProjectLabel || hasDepartmentLabel || text("unit/name") != nil }

  /// True where only the foot of a form was read: opinion, problems, measures, score.
  var isTail: Bool {
    !hasStart && indicators.isEmpty
      && ["approval/opinion", "problems", "measures", "conclusion", "totalScore", "grade"].contains {
        text($0) != nil
      }
  }

  /// True where the label of the funds stood in the form, and nothing beside it.
  var awaitsFunds: Bool {
    fundsScale != nil && funds.isEmpty && text("budget/total") == nil && text("budget/totalOfYear") == nil
  }

  /// True where only money, goals or tasks were read, as in a table of their own between head and indicators.
  var isMiddle: Bool {
    let paths = [
      "budget/total", "budget/totalOfYear", "budget/fiscal", "goals/annual", "goals/period", "goals/expected",
      "goals/actual",
    ]
    return !hasStart && (!funds.isEmpty || !tasks.isEmpty || paths.contains { text($0) != nil })
  }

  /// What a flat table's forms share: title, years, unit of money, fields read above the table.
  var shared: FormDraft {
    var copy = self
    copy.indicators = []
    return copy
  }
}

/// What the lines above a table say: title, year, unit of money, labelled values.
struct Preamble {
  private(set) var title: Located?
  /// Where in the lines the title stands.
  private(set) var titleIndex: Int?
  private(set) var year: PrintedYear?
  private(set) var scale: MoneyScale?
  private var pairs: [(pair: LabelledPair, place: Place)] = []
  private var coded: Located?
  private var goals: [HeadedGoal] = []

  init(_ lines: [Paragraph]) {
    var strength = 0
    for index in lines.indices.suffix(40) {
      let line = lines[index]
      let found = FormTitle.strength(line.text)
      if found > 0, found >= strength {
        strength = found
        titleIndex = index
        title = Located(
          text: FormTitle.withoutAnnex(CleanText.withoutSpace(line.text)), place: line.place,
          confidence: 60 + 12 * found)
        year = index > 0 ? Preamble.year(above: lines[index - 1]) : nil
      }
      if let found = FormTitle.yearLine(in: line.text) ?? bareYear(line, at: index) {
        year = PrintedYear(found, place: line.place)
      }
      if let found = FormTitle.unitLine(line.text) { scale = found }
      if line.text.utf8.count < 300 {
        pairs += LabelledPairs.all(in: line.text).map { ($0, line.place) }
        let own = FormTitle.withoutUnitNote(line.text)
        if own.utf8.count < 120, let party = CodedName.party(own), party.code != nil {
          coded = Located(text: own, place: line.place, confidence: 80)
        }
      }
    }
    // 四、绩效指标 looks like a title and stands below the goal.
    let start = strength == 3 ? titleIndex ?? lines.startIndex : lines.startIndex
    goals = HeadedGoal.all(in: lines[start...])
  }

  /// The year of the line directly above a title: （2025年度）, 2025年度临溪县水务局.
  private static func year(above line: Paragraph) -> PrintedYear? {
    let text = line.text
    guard FormTitle.strength(text) == 0 else { return nil }
    let year = FormTitle.yearLine(in: text) ?? FormTitle.leadingYear(text) ?? FormTitle.bareYear(text)
    return year.map { PrintedYear($0, place: line.place) }
  }

  /// The year of the line directly below the title where it is nothing but figures.
  private func bareYear(_ line: Paragraph, at index: Int) -> Int? {
    guard let titleIndex, index == titleIndex + 1 else { return nil }
    return FormTitle.bareYear(line.text)
  }

  /// Gives a draft what the lines above it say.
  func apply(to draft: inout FormDraft) {
    if draft.title == nil
      || (title != nil && FormTitle.strength(draft.title?.text ?? "") < FormTitle.strength(title?.text ?? ""))
    {
      draft.title = title ?? draft.title
    }
    draft.year = draft.year ?? year
    draft.scale = draft.scale ?? scale
    applyPairs(to: &draft)
    if let coded, draft.text("unit/name") == nil {
      draft.set("unit/name", coded.text, place: coded.place, confidence: coded.confidence)
    }
  }

  /// Gives a draft the labelled values of the lines only.
  func applyPairs(to draft: inout FormDraft) {
    for (pair, place) in pairs where !pair.value.isEmpty {
      guard let field = pair.meaning.field else { continue }
      draft.keep(field, label: pair.label, text: pair.value, place: place)
    }
    for goal in goals where draft.text(goal.path) == nil {
      draft.set(goal.path, goal.text, place: goal.place, confidence: 85)
    }
  }
}

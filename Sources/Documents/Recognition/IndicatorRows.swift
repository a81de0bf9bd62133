// Reads the rows under an indicator head: levels inherited from merged cells, one indicator a row.
import Findings
import FormVocabulary
import Model

/// Walks down the rows of an indicator table.
struct IndicatorRows {
  let grid: Grid
  let head: IndicatorHead
  /// Columns that are read: all of them, or one set of two side by side.
  private let columns: [IndicatorHead.Column]
  private let secondColumns: [IndicatorHead.Column]
  /// The value columns of one unit, where the table has one per unit.
  var valueColumns: Range<Int>?
  private var level1: GridCell?
  private var level2: GridCell?
  /// Levels on rows of their own, across the columns.
  private var sections: (level1: GridCell?, level2: GridCell?)
  private let inherits: Bool
  private let stackHorizon: ColumnTerm.Horizon?

  /// - Parameters:
  ///   - end: the row behind the last one of the block.
  ///   - stackHorizon: what the block's own label says of its only value column (长期绩效指标 above 年度绩效指标).
  init(grid: Grid, head: IndicatorHead, end: Int, stackHorizon: ColumnTerm.Horizon?) {
    self.grid = grid
    self.head = head
    self.stackHorizon = stackHorizon
    if let second = head.secondSet {
      columns = Array(head.columns[..<second.lowerBound])
      secondColumns = Array(head.columns[second])
    } else {
      columns = head.columns
      secondColumns = []
    }
    inherits = grid.isRagged || grid.hasGuessedRows || !IndicatorRows.mergesLevels(grid, head, end)
    // a level's label above a head of its own
    if !head.has(.level1), grid.mayHeadIndicators(head.rows.lowerBound) {
      _ = takeSection(head.rows.lowerBound - 1)
    }
  }

  /// Whether the level columns have a cell over several rows: then a blank one is blank on purpose.
  private static func mergesLevels(_ grid: Grid, _ head: IndicatorHead, _ end: Int) -> Bool {
    for column in head.columns where column.role.isLevel {
      for row in head.rows.upperBound..<max(end, head.rows.upperBound) {
        if let cell = grid.cell(row, column.range.lowerBound), cell.rowSpan > 1, !cell.isBlank { return true }
      }
    }
    return false
  }

  /// What one row holds: no indicator, one, or two where blocks stand side by side and disagree.
  mutating func read(_ row: Int) -> [IndicatorDraft] {
    if takeSection(row) { return [] }
    takeLevels(row, columns)
    let first = draft(row, columns)
    guard !secondColumns.isEmpty else { return first.map { unpacked($0).flatMap(parted) } ?? [] }
    let ownLevel2 = level2
    takeLevels(row, secondColumns)
    let second = draft(row, secondColumns)
    defer { if secondColumns.contains(where: { $0.role == .term(.level2) }) { level2 = ownLevel2 } }
    return pair(first, second)
  }

  /// Names that hold their values, in tables without a value column: 培训人数≥200人；巡护里程≥5.6万公里.
  private func parted(_ draft: IndicatorDraft) -> [IndicatorDraft] {
    // nor where names are judged, not promised: 慰问困难家庭30户 | 得分 10
    guard !columns.contains(where: { $0.isValue || $0.role == .valueOfUnit }),
      !head.has(.actual), !head.has(.score), let name = draft.indicator.name
    else { return [draft] }
    var reader = IndicatorText(
      spot: draft.places[.name], level1: draft.indicator.level1, level2: draft.indicator.level2)
    for line in name.split(separator: "\n") { reader.read(String(line)) }
    // 成活率（%） is a name with its unit, not with a value
    guard reader.indicators.contains(where: { $0.indicator.annualValue?.contains(where: \.isDigit) ?? false })
    else { return [draft] }
    return reader.indicators.map { item in
      var copy = draft
      copy.indicator.name = item.indicator.name
      copy.indicator.annualValue = item.indicator.annualValue
      copy.places[.annualValue] = draft.places[.name]
      copy.confidence = min(copy.confidence, item.confidence)
      return copy
    }
  }

  /// Joins a row's period side and annual side where the names agree or one side is blank.
  private func pair(_ first: IndicatorDraft?, _ second: IndicatorDraft?) -> [IndicatorDraft] {
    let period = first?.moving(.annualValue, to: .periodValue)
    let annual = second?.moving(.periodValue, to: .annualValue)
    guard var joined = period, let other = annual else { return [period, annual].compactMap { $0 } }
    let leftName = joined.indicator.name.map(CleanText.withoutSpace)
    let rightName = other.indicator.name.map(CleanText.withoutSpace)
    guard leftName == rightName || leftName == nil || rightName == nil else { return [joined, other] }
    for field in Indicator.Field.allCases where joined.indicator[field] == nil {
      joined.indicator[field] = other.indicator[field]
      joined.places[field] = other.places[field]
    }
    return [joined]
  }

  // MARK: Levels

  private mutating func takeLevels(_ row: Int, _ columns: [IndicatorHead.Column]) {
    let first = columns.first { $0.role == .term(.level1) }
    let second = columns.first { $0.role == .term(.level2) }
    let firstCell = first.flatMap { grid.text(row, $0.range) }
    let secondCell = second.flatMap { grid.text(row, $0.range) }
    if let firstCell {
      if !isSame(level1, firstCell) {
        level2 = nil
        sections = (nil, nil)
      }
      level1 = firstCell
    } else if first != nil, !inherits {
      level1 = nil
    }
    if let secondCell {
      // one cell over both columns is level 1
      level2 = isSame(firstCell, secondCell) ? nil : secondCell
    } else if second != nil, !inherits {
      level2 = nil
    }
  }

  /// Takes a level's label that has a row to itself, such as 一、产出指标: over the names and their neighbours, at
  /// the left in a column that is no level's, or among the names where levels have no column.
  private mutating func takeSection(_ row: Int) -> Bool {
    guard let cell = loneLabel(row), let level = cell.level, let name = head.name?.range else {
      return false
    }
    let isWide =
      cell.column < name.upperBound && cell.endColumn > name.lowerBound
      && (cell.column < name.lowerBound || cell.endColumn > name.upperBound)
    let own = head.columns.first { $0.range.contains(cell.column) }
    let isOutside =
      cell.endColumn <= name.lowerBound
      && (own?.role.isLevel != true || own?.role == .term(.level2) && level.rank == 1 && !head.has(.level1))
    // one column for the whole tree
    let isTree =
      own?.role == .term(.name) && cell.text.ends("指标") && !head.columns.contains { $0.role.isLevel }
    guard isWide || isOutside || isTree else { return false }
    // 成本指标 across the columns under 产出指标, where its neighbours are level 2 too
    let isSecond = level.rank == 2 || level.isCost && sections.level2 != nil
    if isSecond {
      sections.level2 = cell
    } else {
      sections = (cell, nil)
      level1 = nil
    }
    level2 = nil
    return true
  }

  /// The only text of a row, beside the number that the row may have: 1.2 质量指标.
  private func loneLabel(_ row: Int) -> GridCell? {
    switch grid.textCount(startingInRow: row) {
    case 1: return grid.firstText(startingInRow: row)
    case 2:
      let texts = grid.texts(startingInRow: row)
      let isNumber = texts[0].text.allSatisfy { $0.isDigit || "．.()（）一二三四五六七八九十".contains($0) }
      return isNumber ? texts[1] : nil
    default: return nil
    }
  }

  private func isSame(_ left: GridCell?, _ right: GridCell) -> Bool {
    guard let left else { return false }
    return left.row == right.row && left.column == right.column
  }

  // MARK: Cells

  private func draft(_ row: Int, _ columns: [IndicatorHead.Column]) -> IndicatorDraft? {
    var draft = IndicatorDraft()
    // rows without sure columns were laid under the head by what suits best
    if grid.isRagged { draft.confidence = 90 }
    var startsHere = false
    var taken: [(Int, Int)] = []
    for column in columns {
      guard let field = field(of: column) else { continue }
      var parts: [GridCell] = []
      for square in column.range where isRead(square, of: column) {
        guard let cell = grid.cell(row, square), !cell.isBlank else { continue }
        if taken.contains(where: { $0 == (cell.row, cell.column) }) { continue }
        if column.role.isLevel { continue }
        taken.append((cell.row, cell.column))
        parts.append(cell)
      }
      guard let first = parts.first else { continue }
      if parts.contains(where: { $0.row == row }) { startsHere = true }
      let text = parts.map(\.text).joined()
      if column.role == .likelihoodChoice {
        if draft.indicator.likelihood == nil { draft.indicator.likelihood = column.title }
        draft.places[.likelihood] = first.spot
        continue
      }
      guard draft.indicator[field] == nil else { continue }
      draft.indicator[field] = text
      draft.places[field] = first.spot
    }
    guard startsHere else { return nil }
    clean(&draft)
    guard draft.indicator.name != nil || draft.indicator.hasValue else { return nil }
    setLevels(&draft)
    return draft
  }

  /// In tables with one value column per unit only that unit's squares are read.
  private func isRead(_ square: Int, of column: IndicatorHead.Column) -> Bool {
    guard let valueColumns, column.isValue || column.role == .valueOfUnit else { return true }
    return valueColumns.contains(square)
  }

  private func field(of column: IndicatorHead.Column) -> Indicator.Field? {
    switch column.role {
    case .valueOfUnit: .annualValue
    case .likelihoodChoice: .likelihood
    case .field, .section, .unknown: nil
    case .term(.value(.only)): stackHorizon == .period ? .periodValue : .annualValue
    case .term(let term): term.field
    }
  }

  private func clean(_ draft: inout IndicatorDraft) {
    if let name = draft.indicator.name, Slots.isSlot(name) { draft.indicator.name = nil }
    for field in [Indicator.Field.annualValue, .periodValue, .actualValue] {
      if let value = draft.indicator[field], Slots.isFiller(value) { draft.indicator[field] = nil }
    }
  }

  private func setLevels(_ draft: inout IndicatorDraft) {
    let level1 = level1 ?? sections.level1
    let level2 = level2 ?? sections.level2
    if let level1 {
      let parts = level2 == nil ? IndicatorText.levelParts(level1.text) : []
      draft.indicator.level1 = parts.count == 2 ? parts[0] : CleanText.withoutSpace(level1.text)
      draft.places[.level1] = level1.spot
      if parts.count == 2 { draft.indicator.level2 = parts[1] }
    }
    if let level2 {
      draft.indicator.level2 = CleanText.withoutSpace(level2.text)
      draft.places[.level2] = level2.spot
    }
    if let one = level1?.level, let two = level2?.level, inherits, level1?.row != level2?.row,
      !two.fits(under: one), two.rank == 2
    {
      draft.confidence = min(draft.confidence, 70)
    }
  }
}

extension IndicatorDraft {
  /// A copy with one value moved to a column that is blank.
  func moving(_ field: Indicator.Field, to target: Indicator.Field) -> IndicatorDraft {
    guard indicator[target] == nil, let value = indicator[field] else { return self }
    var copy = self
    copy.indicator[target] = value
    copy.places[target] = places[field]
    copy.indicator[field] = nil
    copy.places[field] = nil
    return copy
  }
}

extension Indicator {
  /// True where a value is promised or reported.
  var hasPromise: Bool { periodValue != nil || annualValue != nil || actualValue != nil }

  /// True where any cell beside the name holds something.
  var hasValue: Bool {
    periodValue != nil || annualValue != nil || actualValue != nil || weight != nil || score != nil
      || forecastValue != nil
  }
}

/// Slots that templates leave to be filled: 指标1：, ……, 目标1：.
enum Slots {
  /// Only an enumerated label or dots: nothing was written.
  static func isSlot(_ text: String) -> Bool {
    // a slot is a few marks and labels; prose is longer
    text.utf8.count <= 240
      && (text.unicodeScalars.first.map { "指目任….·。．⋯123456789".unicodeScalars.contains($0) } ?? true)
      && text.split(whereSeparator: \.isWhitespace).allSatisfy { line in
        let folded = LabelText.folded(line)
        if isFiller(folded) || isBareNumber(folded) { return true }
        var rest = folded[...]
        for lead in ["指标", "目标", "任务"] where rest.begins(lead) {
          rest = rest.dropFirst(lead.count).drop { $0.isNumber || "一二三四五六七八九十".contains($0) }
          return rest.isEmpty || rest.allSatisfy { ":.、…·。".contains($0) }
        }
        return false
      }
  }

  /// 2. and 3、: a number of a list with nothing behind it.
  private static func isBareNumber(_ text: String) -> Bool {
    text.count <= 3 && text.last.map { "、.．)".contains($0) } ?? false && text.dropLast().allSatisfy(\.isDigit)
      && text.count > 1
  }

  /// Dots that mean "and so on": ……, …, ....
  static func isFiller(_ text: String) -> Bool {
    // the first bytes of the dots; most texts begin with none of them
    switch text.utf8.first {
    case 0x2E, 0xC2, 0xCE, 0xE2, 0xE3, 0xEF: text.allSatisfy { "…·.．。⋯".contains($0) }
    default: false
    }
  }
}

extension ColumnTerm {
  /// The field of an indicator that such a column holds; nil for columns of other tables.
  var field: Indicator.Field? {
    switch self {
    case .level1: .level1
    case .level2: .level2
    case .name, .content: .name
    case .value(let horizon): horizon == .period ? .periodValue : .annualValue
    case .nature: .operator
    case .direction: .direction
    case .unit: .unit
    case .basis: .basis
    case .description: .description
    case .weight: .weight
    case .actual: .actualValue
    case .forecast: .forecastValue
    case .score: .score
    case .deviation: .deviation
    case .likelihood, .likelihoodChoice: .likelihood
    case .note: .note
    case .unkept, .initialBudget, .budget, .executed, .rate, .forecastSpending, .taskName, .taskContent,
      .taskFunds, .taskExpected:
      nil
    }
  }
}

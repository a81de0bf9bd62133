// Finds the head of an indicator table and says what each of its columns holds.
import FormVocabulary

/// The head of an indicator table: one to three rows, and the columns under it.
struct IndicatorHead {
  /// One column, or several under one head cell.
  struct Column {
    var range: Range<Int>
    var role: Role
    /// The head's own text, for columns named after a unit or a choice.
    var title: String
  }

  /// What the cells of a column are.
  enum Role: Equatable {
    case term(ColumnTerm)
    /// A column of the project's own data in a flat table.
    case field(FieldTerm)
    /// One of several columns to mark: 确定能 | 有可能 | 完全不可能.
    case likelihoodChoice
    /// One of several columns of values, named after a unit.
    case valueOfUnit
    /// Labels of blocks at the left: 绩效指标.
    case section
    case unknown
  }

  var rows: Range<Int>
  var columns: [Column]

  /// True where the table's left columns hold projects: one flat table for many.
  var isFlat: Bool {
    columns.contains { column in
      if case .field(let term) = column.role {
        switch term {
        case .projectName, .unit, .unitCode, .projectCode, .budgetTotal: return true
        default: return false
        }
      }
      return false
    }
  }

  func column(_ term: ColumnTerm) -> Column? { columns.first { $0.role == .term(term) } }

  func has(_ term: ColumnTerm) -> Bool { column(term) != nil }

  /// The first column of names.
  var name: Column? { column(.name) }

  /// Whether a level's label begins in a row, in a column of levels.
  func hasLevel(_ grid: Grid, row: Int) -> Bool {
    grid.texts(startingInRow: row).contains { cell in
      cell.level != nil && columns.contains { $0.role.isLevel && $0.range.contains(cell.column) }
    }
  }

  /// Two indicator blocks side by side under one level 1: the second set of columns, if any.
  var secondSet: Range<Int>? {
    let names = columns.indices.filter {
      columns[$0].role == .term(.name) || columns[$0].role == .term(.content)
    }
    guard let first = names.first, let second = names.dropFirst().first,
      columns[first].role == columns[second].role
    else { return nil }
    let between = columns[(first + 1)..<second]
    guard between.contains(where: { $0.isValue }) else { return nil }
    var start = second
    while start > first + 1, columns[start - 1].role.isLevel { start -= 1 }
    return start..<columns.count
  }

  /// The head that begins in a row; nil where none does.
  static func find(in grid: Grid, row: Int) -> IndicatorHead? {
    guard grid.mayHeadIndicators(row) else { return nil }
    let cells = grid.texts(startingInRow: row)
    var terms: [ColumnTerm] = []
    for cell in cells {
      if let term = cell.columnTerm, !terms.contains(term) { terms.append(term) }
    }
    guard terms.count >= 2, terms.contains(where: \.isIndicatorAnchor) || terms.contains(.content) else {
      return nil
    }
    var last = row
    while last + 1 < grid.rowCount, last - row < 2, continues(grid, from: row, at: last + 1) { last += 1 }
    let head = IndicatorHead(rows: row..<(last + 1), columns: columns(grid, rows: row..<(last + 1)))
    let roles = head.columns.map(\.role)
    let levels = roles.filter { $0.isLevel }.count
    let hasName = roles.contains(.term(.name)) || roles.contains(.term(.content))
    let hasValue =
      head.columns.contains { $0.isValue } || roles.contains(.valueOfUnit)
      || roles.contains(.term(.actual))
    guard levels >= 2 || (levels == 1 && (hasName || hasValue)) || (hasName && hasValue) else { return nil }
    return head
  }

  /// Whether a row goes on the head above it: sub-heads only, no level label, no value.
  private static func continues(_ grid: Grid, from start: Int, at row: Int) -> Bool {
    let cells = grid.cells(inRow: row)
    let own = cells.filter { $0.row == row && !$0.isBlank }
    let spanning = cells.filter { $0.row < row && $0.row >= start && $0.columnTerm != nil }
    guard !own.isEmpty else { return !spanning.isEmpty && spanning.count * 2 > cells.count }
    // operator and unit with the value between them, whatever it is called
    if own.contains(where: { $0.columnTerm == .nature }), own.contains(where: { $0.columnTerm == .unit }),
      spanning.count * 2 >= own.count
    {
      return true
    }
    let terms = own.filter { $0.columnTerm != nil && ($0.level == nil || $0.columnTerm == .name) }
    if terms.count == own.count, own.count >= 2 || !spanning.isEmpty { return true }
    if own.count >= 5, terms.count * 3 >= own.count * 2, !own.contains(where: { $0.level != nil }) {
      return true
    }
    if own.contains(where: { $0.level != nil && $0.columnTerm == nil }) { return false }
    return spanning.count >= 2
      && (terms.count >= 2 || spanning.contains { $0.columnTerm?.isIndicatorAnchor == true })
  }

  private static func columns(_ grid: Grid, rows: Range<Int>) -> [Column] {
    var result: [Column] = []
    var parents: [ArraySlice<GridCell>] = []
    var column = 0
    let firstAnchor = firstAnchorColumn(grid, rows: rows)
    while column < grid.columnCount {
      var stack: [GridCell] = []
      for row in rows {
        if let cell = grid.cell(row, column), !cell.isBlank,
          stack.last?.row != cell.row || stack.last?.column != cell.column
        {
          stack.append(cell)
        }
      }
      guard let leaf = stack.last else {
        result.append(Column(range: column..<(column + 1), role: .unknown, title: ""))
        parents.append([])
        column += 1
        continue
      }
      let end = max(leaf.endColumn, column + 1)
      let role = role(of: leaf, under: stack.dropLast(), isLeft: column < firstAnchor)
      result.append(Column(range: column..<min(end, grid.columnCount), role: role, title: leaf.text))
      parents.append(stack.dropLast())
      column = end
    }
    nameMiddles(of: &result, under: parents)
    return withoutDoubts(result, grid, below: rows.upperBound)
  }

  private static func firstAnchorColumn(_ grid: Grid, rows: Range<Int>) -> Int {
    for wanted in [ColumnTerm.level1, .level2, .name, .content] {
      for row in rows {
        if let cell = grid.cells(inRow: row).first(where: {
          $0.columnTerm == wanted && !(wanted == .name && $0.field == .group(.indicators) && $0.column == 0)
        }) {
          return cell.column
        }
      }
    }
    return 0
  }

  private static func role(of leaf: GridCell, under parents: ArraySlice<GridCell>, isLeft: Bool) -> Role {
    let parentTerm = parents.compactMap(\.columnTerm).last
    if isLeft {
      if let field = leaf.field?.inList { return .field(field) }
      if let composite = compositeField(leaf.text) { return .field(composite) }
      if leaf.field?.isGroup == true { return .section }
    }
    if case .value? = parentTerm, let horizon = horizonAlone(leaf.text) { return .term(.value(horizon)) }
    if case .value? = parentTerm, ["半年", "季度", "前年", "上年", "去年"].contains(where: { leaf.text.holds($0) }) {
      return .unknown
    }
    if let term = leaf.columnTerm {
      // 指标值 over 符号, 内容, 单位
      if case .value(let horizon)? = parentTerm, term == .taskContent || term == .content {
        return .term(horizonTerm(parents) ?? .value(horizon))
      }
      if case .value(.only) = term, case .value(let horizon)? = horizonTerm(parents) {
        return .term(.value(horizon))
      }
      if term == .note, parentTerm == .deviation { return .term(.deviation) }
      if term == .likelihoodChoice { return .likelihoodChoice }
      return .term(term)
    }
    if parentTerm == .likelihood { return .likelihoodChoice }
    if case .value? = parentTerm { return Grades.grade(leaf.text) == nil ? .valueOfUnit : .unknown }
    if let field = leaf.field?.inList, !isLeft { return .field(field) }
    return .unknown
  }

  /// Between the operator and the unit stands the value, whatever its head says, unless the table has one
  /// elsewhere.
  private static func nameMiddles(of columns: inout [Column], under parents: [ArraySlice<GridCell>]) {
    let hasValue = columns.contains { $0.isValue }
    for index in columns.indices.dropFirst().dropLast()
    where columns[index - 1].role == .term(.nature) && columns[index + 1].role == .term(.unit) {
      switch columns[index].role {
      case .unknown, .valueOfUnit, .field, .term(.taskContent), .term(.content), .term(.taskExpected): break
      default: continue
      }
      var isPart = false
      if case .value? = parents[index].last?.columnTerm { isPart = true }
      guard isPart || !hasValue else { continue }
      columns[index].role = .term(horizonTerm(parents[index]) ?? .value(.only))
    }
  }

  /// Of several weights the indicator's counts: the first behind the names, else the last before them; the
  /// others are those of the levels.
  private static func onlyOwnWeight(_ columns: inout [Column]) {
    let weights = columns.indices.filter { columns[$0].role == .term(.weight) }
    let names = columns.indices.filter { columns[$0].role == .term(.name) }
    guard weights.count >= 2, let name = names.first, names.count == 1 else { return }
    let own = weights.first { $0 > name } ?? weights.last
    for index in weights where index != own { columns[index].role = .term(.unkept) }
  }

  /// 单位名称(项目类别/支出项目): one column for units and projects.
  private static func compositeField(_ text: String) -> FieldTerm? {
    let folded = LabelText.folded(text)
    guard folded.count <= 24 else { return nil }
    return folded.holds("项目") && (folded.holds("单位") || folded.holds("/")) ? .projectName : nil
  }

  /// 年度 | 中期, 2025年目标 below the head of the values.
  private static func horizonAlone(_ text: String) -> ColumnTerm.Horizon? {
    let folded = LabelText.folded(text)
    if ["年度", "当年", "本年", "本年度", "当年度"].contains(folded) { return .annual }
    if ["中期", "长期", "实施期", "实施周期", "总体", "中长期"].contains(folded) { return .period }
    guard LabelText.leadingYear(folded) != nil else { return nil }
    return ["年目标", "年目标值", "年度目标", "年度目标值", "年指标值"].contains(String(folded.dropFirst(4))) ? .annual : nil
  }

  private static func horizonTerm(_ parents: ArraySlice<GridCell>) -> ColumnTerm? {
    for parent in parents.reversed() {
      if case .value(let horizon)? = parent.columnTerm, horizon != .only { return .value(horizon) }
      switch parent.field {
      case .periodGoal: return .value(.period)
      case .annualGoal: return .value(.annual)
      default: break
      }
      let folded = LabelText.folded(parent.text)
      guard folded.count <= 20 else { continue }
      for word in ["实施期", "中期", "长期", "实施周期", "总体"] where folded.begins(word) { return .value(.period) }
      for word in ["年度", "当年", "本年"] where folded.begins(word) { return .value(.annual) }
    }
    return nil
  }

  /// 指标内容 is the name where the table has no 三级指标, else the description; with two levels only, the second
  /// level's texts are the names.
  private static func withoutDoubts(_ columns: [Column], _ grid: Grid, below row: Int) -> [Column] {
    var columns = columns
    let hasRealName = columns.contains { $0.role == .term(.name) }
    let hasContent = columns.contains { $0.role == .term(.content) }
    for index in columns.indices where columns[index].role == .term(.content) {
      columns[index].role = .term(hasRealName ? .description : .name)
    }
    if !hasRealName, !hasContent, let second = columns.firstIndex(where: { $0.role == .term(.level2) }) {
      let texts = (row..<min(row + 12, max(row, grid.rowCount))).compactMap {
        grid.text($0, columns[second].range)
      }
      let levels = texts.filter { $0.level?.rank == 2 }.count
      if levels * 2 <= texts.count { columns[second].role = .term(.name) }
    }
    onlyOwnWeight(&columns)
    // In a list of units the tasks are its projects.
    let isListOfUnits = columns.contains { $0.role == .field(.unit) || $0.role == .field(.department) }
    if isListOfUnits, !columns.contains(where: { $0.role == .field(.projectName) }),
      let task = columns.firstIndex(where: { $0.role == .term(.taskName) })
    {
      columns[task].role = .field(.projectName)
    }
    if columns.count(where: \.isValue) > 1,
      let foreseen = columns.firstIndex(where: { $0.role == .term(.value(.only)) && $0.title.holds("预计") })
    {
      columns[foreseen].role = .term(.forecast)
    }
    dropEarlierYears(&columns)
    if let values = unnamedValues(columns, grid, below: row) { columns[values].role = .term(.value(.only)) }
    return columns
  }

  /// 2022年实际值 | 2023年实际值 | 2024年目标值: what was in years before the promise's is neither promise nor result.
  private static func dropEarlierYears(_ columns: inout [Column]) {
    func year(_ column: Column) -> Int? {
      column.title.contains { "-—–~～至".contains($0) } ? nil : LabelText(column.title)?.year
    }
    guard let latest = columns.filter(\.isValue).compactMap({ year($0) }).max() else { return }
    for index in columns.indices {
      guard let own = year(columns[index]), own < latest else { continue }
      switch columns[index].role {
      case .term(.value), .term(.actual), .term(.forecast): columns[index].role = .term(.unkept)
      default: continue
      }
    }
  }

  /// Where no head names the values, the one column behind the names whose head says nothing known, and whose
  /// texts have figures.
  private static func unnamedValues(_ columns: [Column], _ grid: Grid, below row: Int) -> Int? {
    guard !columns.contains(where: { $0.isValue || $0.role == .valueOfUnit || $0.role == .term(.actual) }),
      let name = columns.firstIndex(where: { $0.role == .term(.name) })
    else { return nil }
    let unnamed = columns.indices.filter {
      $0 > name && columns[$0].role == .unknown && !columns[$0].title.isEmpty
    }
    guard let column = unnamed.first, unnamed.count == 1 else { return nil }
    let texts = (row..<min(row + 30, max(row, grid.rowCount))).compactMap {
      grid.text($0, columns[column].range)
    }
    let figures = texts.filter { $0.text.contains(where: \.isDigit) }
    return figures.count >= 2 && figures.count * 2 >= texts.count ? column : nil
  }
}

extension IndicatorHead.Column {
  var isValue: Bool {
    if case .term(.value) = role { true } else { false }
  }
}

extension IndicatorHead.Role {
  var isLevel: Bool { self == .term(.level1) || self == .term(.level2) }
}

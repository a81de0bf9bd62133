// One worksheet while it is scanned: cells with their values, merged ranges, hidden rows and columns.
internal import Archives
internal import OfficePackages
internal import Tables

/// Scans a worksheet part. Only cells that hold something are kept, so that a million blank ones cost time,
/// not memory.
struct Worksheet {
  /// Cells with text, in file order; numbers still as the file has them.
  private(set) var cells: [Cell] = []
  /// Numbers among the cells: their index, and the style that says how they are shown.
  private(set) var numbers: [(cell: Int, style: Int, isDate: Bool)] = []
  private(set) var merges: [CellRange] = []
  private(set) var isSorted = true
  /// True where text was left out that stands in hidden rows or columns.
  private(set) var hasHiddenText = false
  /// True where crossed-out text was left out.
  private(set) var hasStruckText = false
  private var hidden = HiddenParts()
  private(set) var hasBrokenCells = false
  /// The first cells with an error as value, and how many there are; the same for formulas without a value.
  private(set) var errors: [(cell: CellReference, text: String)] = []
  private(set) var errorCount = 0
  private(set) var uncalculated: [CellReference] = []
  private(set) var uncalculatedCount = 0
  private(set) var limitsReached: [ReadingError.Limit] = []

  private let limits: ReadingLimits
  private let cellCountMax: Int
  private let strings: SharedStrings
  private let struckStyles: Set<Int>

  private var row = -1
  private var column = -1
  private var style = 0
  private var type = ValueType.number
  private var value: [UInt8] = []
  private var formula: [UInt8] = []
  private var isInFormula = false
  private var text = SheetText()
  private var isInValue = false
  private var hasFormula = false
  private var isInCell = false

  private enum ValueType { case number, shared, inline, formulaText, truth, error, date }

  /// Cells that findings may name; more are only counted.
  private static let placesMax = 20

  /// - Parameters:
  ///   - struckStyles: the styles that cross a cell out.
  ///   - cellCountMax: how many cells may still be kept, of all sheets.
  init(
    _ entry: ArchiveEntry, name: String, strings: SharedStrings, struckStyles: Set<Int>,
    limits: ReadingLimits, cellCountMax: Int
  ) throws(ReadingError) {
    self.limits = limits
    self.strings = strings
    self.struckStyles = struckStyles
    self.cellCountMax = cellCountMax
    var xml = try XMLScanner(
      entry, partName: name, names: SheetName.spellings, namespaces: SheetName.namespaces, limits: limits)
    while true {
      let event = try xml.next()
      switch event {
      case .start: try start(xml)
      case .end: try end(xml)
      case .text:
        if isInValue {
          try xml.appendText(to: &value)
        } else if isInFormula {
          try xml.appendText(to: &formula)
        } else if type == .inline {
          try text.take(.text, nil, xml)
        }
      case .finished: return
      }
    }
  }

  private mutating func start(_ xml: borrowing XMLScanner) throws(ReadingError) {
    guard xml.namespace == 1, let name = SheetName(rawValue: xml.name) else { return }
    switch name {
    case .cell: startCell(xml)
    case .value:
      isInValue = isInCell
      value.removeAll(keepingCapacity: true)
    case .formula:
      hasFormula = true
      isInFormula = isInCell
      formula.removeAll(keepingCapacity: true)
    case .row: startRow(xml)
    case .mergedCell: addMerge(xml)
    case .column: hideColumns(xml)
    default: if type == .inline, SheetText.names.contains(name) { try text.take(.start, name, xml) }
    }
  }

  private mutating func end(_ xml: borrowing XMLScanner) throws(ReadingError) {
    guard xml.namespace == 1, let name = SheetName(rawValue: xml.name) else { return }
    switch name {
    case .cell: endCell()
    case .value: isInValue = false
    case .formula: isInFormula = false
    default: if type == .inline, SheetText.names.contains(name) { try text.take(.end, name, xml) }
    }
  }

  private mutating func startRow(_ xml: borrowing XMLScanner) {
    let named = xml.attribute("r")?.wholeNumber.map { $0 - 1 }
    if let named, named >= 0, named < CellReference.rowCountMax {
      row = named
    } else {
      row += 1
    }
    column = -1
    if xml.attribute("hidden")?.isOn ?? false { hidden.hide(row: row) }
  }

  private mutating func hideColumns(_ xml: borrowing XMLScanner) {
    guard xml.attribute("hidden")?.isOn ?? false, let first = xml.attribute("min")?.wholeNumber,
      let last = xml.attribute("max")?.wholeNumber, first >= 1, first <= last,
      last <= CellReference.columnCountMax
    else { return }
    hidden.hide(columns: (first - 1)..<last)
  }

  private mutating func startCell(_ xml: borrowing XMLScanner) {
    isInCell = true
    hasFormula = false
    isInFormula = false
    value.removeAll(keepingCapacity: true)
    style = 0
    if let named = xml.attribute("r").flatMap({ CellReference($0) }) {
      (row, column) = (named.row, named.column)
    } else {
      column += 1
      row = max(row, 0)
    }
    if let index = xml.attribute("s")?.wholeNumber { style = index }
    type = xml.attribute("t").map(Self.valueType) ?? .number
    if type == .inline { text.removeAll() }
  }

  private static func valueType(_ name: UnsafeBufferPointer<UInt8>) -> ValueType {
    if name.isEqual("s") { return .shared }
    if name.isEqual("inlineStr") { return .inline }
    if name.isEqual("str") { return .formulaText }
    if name.isEqual("b") { return .truth }
    if name.isEqual("e") { return .error }
    if name.isEqual("d") { return .date }
    return .number
  }

  private mutating func endCell() {
    guard isInCell else { return }
    isInCell = false
    defer { type = .number }
    guard let text = cellText() ?? uncalculatedText(), !text.isEmpty else { return }
    guard !struckStyles.contains(style) else {
      hasStruckText = true
      return
    }
    guard row < limits.rowCountMax else { return reach(.rowCount) }
    guard column < limits.columnCountMax else { return reach(.columnCount) }
    guard cells.count < cellCountMax else { return reach(.cellCount) }
    if let last = cells.last, (last.row, last.column) >= (row, column) { isSorted = false }
    if type == .number || type == .date {
      numbers.append((cell: cells.count, style: style, isDate: type == .date))
    }
    if type == .error { noteError(text) }
    cells.append(Cell(row: row, column: column, text: text))
  }

  /// A formula without a stored value as it was typed, told: `=100%` is often a promise, not a sum.
  private mutating func uncalculatedText() -> String? {
    guard hasFormula, value.isEmpty, type == .number || type == .formulaText else { return nil }
    noteUncalculated()
    type = .formulaText
    // what names no cell and no function was meant as text
    let isTyped = !formula.isEmpty && !formula.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    return isTyped ? "=" + SheetText.string(formula) : nil
  }

  /// The text of the cell's value, numbers as they are; nil where a shared string does not exist.
  private mutating func cellText() -> String? {
    switch type {
    case .shared:
      guard !value.isEmpty else { return nil }
      let index = value.withUnsafeBufferPointer { $0.wholeNumber } ?? -1
      guard strings.texts.indices.contains(index) else {
        hasBrokenCells = true
        return nil
      }
      if strings.struck.contains(index) { hasStruckText = true }
      return strings.texts[index]
    case .inline:
      if text.hasStruckText { hasStruckText = true }
      return text.string
    case .formulaText: return SheetText.string(value)
    case .truth:
      guard !value.isEmpty else { return nil }
      return value.withUnsafeBufferPointer { $0.isOn } ? "TRUE" : "FALSE"
    case .number, .error, .date:
      guard !value.isEmpty else { return nil }
      return value.withUnsafeBufferPointer { String(trimming: $0) }
    }
  }

  private mutating func addMerge(_ xml: borrowing XMLScanner) {
    guard let range = xml.attribute("ref").flatMap({ CellRange($0) }) else { return }
    guard range.rows.count > 1 || range.columns.count > 1 else { return }
    guard merges.count < limits.cellCountMax else { return reach(.cellCount) }
    merges.append(range)
  }

  private mutating func noteError(_ text: String) {
    errorCount += 1
    if errors.count < Self.placesMax {
      errors.append((cell: CellReference(row: row, column: column), text: text))
    }
  }

  private mutating func noteUncalculated() {
    uncalculatedCount += 1
    if uncalculated.count < Self.placesMax { uncalculated.append(CellReference(row: row, column: column)) }
  }

  private mutating func reach(_ limit: ReadingError.Limit) {
    if !limitsReached.contains(limit) { limitsReached.append(limit) }
  }

  // MARK: After the scan

  /// Replaces numbers by what people see.
  mutating func showNumbers(_ show: (_ number: String, _ style: Int, _ isDate: Bool) -> String) {
    for number in numbers {
      cells[number.cell].text = show(cells[number.cell].text, number.style, number.isDate)
    }
    numbers = []
  }

  /// Puts the cells in order; of several with the same place the last counts.
  mutating func sort() {
    cells.removeAll { $0.text.isEmpty }
    if isSorted { return }
    let order = cells.indices.sorted { left, right in
      (cells[left].row, cells[left].column, left) < (cells[right].row, cells[right].column, right)
    }
    var sorted: [Cell] = []
    sorted.reserveCapacity(cells.count)
    for index in order {
      if let last = sorted.last, last.row == cells[index].row, last.column == cells[index].column {
        sorted[sorted.count - 1] = cells[index]
        hasBrokenCells = true
      } else {
        sorted.append(cells[index])
      }
    }
    cells = sorted
    isSorted = true
  }

  /// Leaves out what nobody sees in print: cells in hidden rows and columns; of a merged cell some part must
  /// be in sight.
  mutating func leaveOutHidden() {
    guard !hidden.isEmpty else { return }
    func key(_ row: Int, _ column: Int) -> Int { row * CellReference.columnCountMax + column }
    var merged: [Int: CellRange] = [:]
    for range in merges { merged[key(range.rows.lowerBound, range.columns.lowerBound)] = range }
    let count = cells.count
    cells.removeAll { cell in
      guard hidden.hides(cell.row..<(cell.row + 1), cell.column..<(cell.column + 1)) else { return false }
      return merged[key(cell.row, cell.column)].map { hidden.hides($0.rows, $0.columns) } ?? true
    }
    hasHiddenText = cells.count < count
  }
}

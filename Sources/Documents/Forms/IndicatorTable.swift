// The indicator table of a sheet: levels merged over their rows, one row an indicator or an empty place.
import FormSheets
import Model
import RuleSets

/// The columns of a layout's indicator table and how they are filled.
struct IndicatorTable {
  /// One column behind the levels.
  struct Column {
    var field: Indicator.Field
    var head: String
    /// How many squares of the grid it covers.
    var width = 1
  }

  /// Squares that level 1 and level 2 cover.
  var levelWidths = (1, 1)
  var columns: [Column]
  /// The tree whose empty places are printed; nil prints none.
  var tree: IndicatorTree?
  /// What an empty place of the tree prints.
  var placeLabel: (IndicatorTreeNode) -> String = { $0.name }
  /// False for the second of two tables side by side under one level 1.
  var printsLevel1 = true
  /// Indicators, by number, whose cells stay blank behind the levels.
  var isBlank: (Int) -> Bool = { _ in false }

  /// The row of heads.
  func headRow() -> GridRow {
    let level1: [SheetPiece] = printsLevel1 ? [.head(FormWords.level1, columns: levelWidths.0)] : []
    return GridRow(
      level1 + [.head(FormWords.level2, columns: levelWidths.1)]
        + columns.map { .head($0.head, columns: $0.width) }, isHead: true)
  }

  /// The rows below the heads.
  func rows(_ draft: inout SheetDraft) -> [GridRow] {
    let indicators = draft.form.indicators
    let lines = IndicatorLine.lines(of: indicators, tree: tree, label: placeLabel)
    var rows: [GridRow] = []
    var last: Int?
    for run in IndicatorLine.runs(lines) {
      let hasLevel2 = run.contains { $0.level2 != nil }
      var done = 0
      while done < run.count {
        let group = run[done...].prefix { $0.level2 == run[done].level2 }
        for (number, line) in group.enumerated() {
          var pieces = done + number == 0 ? level1(of: run, hasLevel2: hasLevel2) : []
          if number == 0, hasLevel2 {
            pieces.append(level(line.level2, rows: group.count, levelWidths.1))
          }
          for column in columns { pieces.append(cell(column, of: line, indicators, &draft)) }
          if line.index == nil, let first = pieces.indices.last.map({ $0 - columns.count + 1 }) {
            let place = SheetPlace(level1: line.level1, level2: line.level2, after: last)
            pieces[first].entry = SheetEntry(place: place)
          }
          rows.append(GridRow(pieces))
          guard let index = line.index else { continue }
          last = index
          draft.hold("/indicators/\(index)/level1")
          draft.hold("/indicators/\(index)/level2")
        }
        done += group.count
      }
    }
    return rows
  }

  /// The cell at the left of a run; over both columns where no row has a level 2.
  private func level1(of run: [IndicatorLine], hasLevel2: Bool) -> [SheetPiece] {
    guard printsLevel1 else {
      return hasLevel2 ? [] : [level(nil, rows: run.count, levelWidths.1)]
    }
    let width = hasLevel2 ? levelWidths.0 : levelWidths.0 + levelWidths.1
    return [level(run[0].level1, rows: run.count, width)]
  }

  private func level(_ text: String?, rows: Int, _ columns: Int) -> SheetPiece {
    SheetPiece(text ?? "", role: .label, rows: rows, columns: columns, scope: .rowGroup)
  }

  private func cell(
    _ column: Column, of line: IndicatorLine, _ indicators: [Indicator], _ draft: inout SheetDraft
  ) -> SheetPiece {
    guard let index = line.index, draft.options.isForWriting || !isBlank(index) else {
      return .body("", columns: column.width)
    }
    let path = "/indicators/\(index)/\(column.field.rawValue)"
    let indicator = indicators[index]
    if column.field == .annualValue, let whole = composed(indicator) {
      draft.hold(path, as: whole)
      var piece = SheetPiece.body(whole, columns: column.width)
      let shown = Set(columns.map(\.field))
      let fields = [Indicator.Field.operator, .annualValue, .unit].filter {
        $0 == .annualValue || !shown.contains($0)
      }
      piece.entry = SheetEntry(fields.map { "/indicators/\(index)/\($0.rawValue)" })
      return piece
    }
    return draft.field(path, columns: column.width)
  }

  /// The value with its sign and unit, where the record keeps them apart and the layout does not.
  private func composed(_ indicator: Indicator) -> String? {
    guard let value = indicator.annualValue else { return nil }
    let shown = Set(columns.map(\.field))
    let sign = shown.contains(.operator) ? nil : indicator.operator
    let unit = shown.contains(.unit) ? nil : indicator.unit
    guard sign != nil || unit != nil else { return nil }
    return (sign == FormWords.qualitative ? "" : sign ?? "") + value + (unit ?? "")
  }
}

// The funds of a self-evaluation or monitoring form: a row a source, amounts across.
import FormSheets
import Model

/// The block's label, its sources and columns; together they cover the grid's width.
struct FundBlock {
  /// What a column's cells are.
  enum Sort { case money, percent, text }

  /// One column of the block.
  struct Column {
    var field: String
    var head: String
    var sort: Sort
    var width = 1
  }

  let label: String
  /// Squares that a source covers.
  let sourceWidth: Int
  var labelWidth = 1
  let columns: [Column]

  static func rows(of form: Form) -> [FundRow] {
    switch form {
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      outcome.funds
    case .projectTarget, .departmentTarget: []
    }
  }

  static func hasNotes(_ form: Form) -> Bool { rows(of: form).contains { $0.note != nil } }

  /// Adds the block; nothing where the record has no funds.
  func add(to grid: inout SheetGrid, _ draft: inout SheetDraft) {
    let funds = Self.rows(of: draft.form)
    guard !funds.isEmpty else { return }
    var rows = [
      GridRow(
        [.head("", columns: sourceWidth)] + columns.map { .head($0.head, columns: $0.width) }, isHead: true)
    ]
    for index in funds.indices {
      let path = "/funds/\(index)"
      var source = draft.field(path + "/source", columns: sourceWidth)
      source.role(.label)
      if index == 1, let text = funds[1].source, funds[0].source != nil {
        source.content.text = FormWords.ofWhich(text)
      }
      rows.append(
        GridRow(
          [source]
            + columns.map { column in
              let field = "\(path)/\(column.field)"
              return switch column.sort {
              case .money: draft.money(field, in: .tenThousandYuan, columns: column.width)
              case .percent: draft.percent(field, columns: column.width)
              case .text: draft.field(field, columns: column.width)
              }
            }))
    }
    rows[0].pieces = [.label(label, rows: rows.count, columns: labelWidth, scope: .rowGroup)] + rows[0].pieces
    grid.add(rows)
  }
}

extension SheetPiece {
  fileprivate mutating func role(_ role: TextRole) { content.role = role }
}

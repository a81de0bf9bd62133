// A whole record is taken over: rows that are known by their name keep their keys.
import Model

extension DraftWork {
  mutating func takeOver(
    _ form: Form, using chance: inout some RandomNumberGenerator
  ) throws(DraftRefusal) {
    guard form.kind == draft.kind else { throw .otherKind }
    let wanted = FormDraft(record: form)
    for (list, rows) in wanted.rows where rows.count > DraftLimits.rowsMax {
      throw .tooManyRows(list, rowsMax: DraftLimits.rowsMax)
    }
    put(
      draft.schema.fields.filter { !OpenFields.neverOpen.contains($0.path) }.map { shape in
        FieldChange(path: shape.path, value: wanted.values[shape.path]?.json)
      })
    for (list, columns) in draft.schema.lists {
      try takeOver(wanted.rows[list] ?? [], in: list, columns, using: &chance)
    }
  }

  private mutating func takeOver(
    _ wanted: [DraftRow], in list: DraftList, _ columns: [FieldShape],
    using chance: inout some RandomNumberGenerator
  ) throws(DraftRefusal) {
    let present = draft.rows[list] ?? []
    let name = Self.nameColumn(of: list)
    // Rows without a name are known by having none.
    var known = Dictionary(grouping: present) { $0.cells[name] }
    var keys: [RowKey] = []
    for row in wanted {
      let namesake = known[row.cells[name]]?.first
      if namesake != nil { known[row.cells[name]]?.removeFirst() }
      keys.append(namesake?.key ?? .random(using: &chance))
    }
    let kept = Set(keys)
    for row in present where !kept.contains(row.key) { try removeRow(row.key, in: list) }
    for (row, key) in zip(wanted, keys) {
      put(
        columns.map { column in
          FieldChange(
            path: DraftPath.cell(list, key, column: column.path).text, value: row.cells[column.path]?.json)
        })
    }
    if draft.keys(of: list) != keys || (draft.rows[list] ?? []).contains(where: { $0.order == nil }) {
      renumber(keys, in: list)
    }
  }

  /// The column by which rows of a list are known again.
  private static func nameColumn(of list: DraftList) -> String {
    switch list {
    case .indicators, .tasks, .subgoals: "name"
    case .measures: "text"
    case .spendingPlan: "month"
    case .funds: "source"
    }
  }
}

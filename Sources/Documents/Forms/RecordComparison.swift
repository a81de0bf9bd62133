// Two versions of a record side by side: what changed in which cell, each row against its former self.
package import Model

/// What differs between an earlier and a later record of the same form.
///
/// Rows are not compared place by place: a row that was put in or taken out would make everything behind it
/// look changed. Rows with the same name belong together, wherever they stand now; what is left in the gaps
/// between them belongs together in its order.
package struct RecordComparison: Sendable, Equatable {
  /// One cell that is not the same.
  package struct Cell: Sendable, Equatable {
    /// The path in the later record, or in the earlier one where the row is gone: `indicators/3/weight`.
    package let path: String
    /// What people call the cell, without its row.
    package let label: String
    /// Nil for a blank cell.
    package let before: String?
    package let after: String?
  }

  /// One row of a list that is not the same.
  package struct Row: Sendable, Equatable {
    /// `indicators`, `tasks`.
    package let list: String
    /// What people call the row, with its number in the later record, or in the earlier one where it is gone.
    package let label: String
    /// Its place in the earlier record, from 0; nil for a row that was added.
    package let before: Int?
    /// Its place in the later record; nil for a row that was removed.
    package let after: Int?
    /// Empty for a row that only moved.
    package let cells: [Cell]
  }

  /// Cells outside of lists, in the order of the record.
  package let cells: [Cell]
  /// Rows list by list, in the order of the later record; a removed row stands where it was.
  package let rows: [Row]

  /// True where nothing differs.
  package var isEmpty: Bool { cells.isEmpty && rows.isEmpty }

  /// How many cells differ; a row that only moved counts as one.
  package var count: Int { cells.count + rows.reduce(0) { $0 + max(1, $1.cells.count) } }

  package init(from old: Form, to new: Form) {
    let (before, after) = (ListedFields(old), ListedFields(new))
    cells = Self.cells(before.single, after.single)
    rows = (after.lists + before.lists.filter { !after.lists.contains($0) }).flatMap { list in
      RowPairing(before.rows[list] ?? [], after.rows[list] ?? []).pairs.compactMap { pair in
        Self.row(pair, of: list, before, after)
      }
    }
  }

  private static func row(
    _ pair: RowPairing.Pair, of list: String, _ before: ListedFields, _ after: ListedFields
  ) -> Row? {
    let old = pair.before.flatMap { before.rows[list]?[$0] }
    let new = pair.after.flatMap { after.rows[list]?[$0] }
    let cells = cells(old?.fields ?? [], new?.fields ?? [])
    guard !cells.isEmpty || pair.isMoved else { return nil }
    let label =
      new.map { FieldWording.row($0.number, of: list, in: after.form) }
      ?? old.map { FieldWording.row($0.number, of: list, in: before.form) } ?? list
    return Row(list: list, label: label, before: old?.number, after: new?.number, cells: cells)
  }

  /// Fields are matched by their key, which for those of rows has no number in it.
  private static func cells(_ old: [ListedFields.Field], _ new: [ListedFields.Field]) -> [Cell] {
    let before = Dictionary(old.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })
    let changed = new.filter { before[$0.key] != $0.text }
    let gone = old.filter { after[$0.key] == nil }
    return (changed + gone).map { field in
      Cell(
        path: field.path, label: FieldWording.cell(field.path), before: before[field.key],
        after: after[field.key])
    }
  }
}

/// The filled fields of a record, those of lists row by row.
struct ListedFields {
  struct Field {
    let path: String
    let key: String
    let text: String
  }

  struct Row {
    /// The place in the list, from 0.
    let number: Int
    var fields: [Field]

    /// By which a row is known again: its name, or what stands for one.
    var name: String? {
      let key = ["name", "source", "month", ""].first { key in fields.contains { $0.key == key } }
      return key.flatMap { key in fields.first { $0.key == key }?.text }
    }

    /// Rows of one group rather belong together than others.
    var group: String? { fields.first { $0.key == "level2" }?.text }
  }

  let form: Form
  private(set) var single: [Field] = []
  private(set) var lists: [String] = []
  private(set) var rows: [String: [Row]] = [:]

  init(_ form: Form) {
    self.form = form
    for field in RecordFields(form).all {
      let path = String(field.path.dropFirst())
      let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count > 1, let number = Int(parts[1]) else {
        single.append(Field(path: path, key: path, text: field.text))
        continue
      }
      let list = String(parts[0])
      if rows[list] == nil { lists.append(list) }
      let cell = Field(path: path, key: parts.count > 2 ? String(parts[2]) : "", text: field.text)
      if let last = rows[list]?.indices.last, rows[list]?[last].number == number {
        rows[list]?[last].fields.append(cell)
      } else {
        rows[list, default: []].append(Row(number: number, fields: [cell]))
      }
    }
  }
}

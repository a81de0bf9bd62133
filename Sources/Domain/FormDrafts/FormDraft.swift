// A form that is being written: its fields by path, its rows by key.
package import Model

/// A form in the making. What was typed and cannot be read stays as typed; everything else is the record.
///
/// A draft is kept as fields (`DraftField`), so that several people can write at once, and turns into a
/// record for layouts and rules. Rows of lists are named by keys, and stand in the order of their `order`
/// fields.
///
/// Example: `FormDraft(record: form).changes(for: .set(path: "goals/annual", typed: "建成 3 座"), keys: &keys)`.
package struct FormDraft: Sendable, Equatable {
  package let kind: FormKind
  /// Fields outside of lists.
  var values: [String: DraftValue] = [:]
  /// The rows of each list, in their order.
  var rows: [DraftList: [DraftRow]] = [:]

  /// A form without a word.
  package init(kind: FormKind) { self.kind = kind }

  var schema: DraftSchema { .of(kind) }

  /// The keys of a list's rows, in their order.
  package func keys(of list: DraftList) -> [RowKey] { rows[list]?.map(\.key) ?? [] }

  /// What stands in a field as people see it: money in yuan, or what was typed; nil where it is blank or the
  /// form has no such field.
  package func text(at path: String) -> String? { value(at: path)?.text }

  /// The JSON text of a field as it is kept; nil where it is blank.
  package func json(at path: String) -> String? { value(at: path)?.json }

  func value(at path: String) -> DraftValue? {
    switch DraftPath(path, in: schema) {
    case .field(let path): values[path]
    case .cell(let list, let key, let column): row(key, in: list)?.cells[column]
    case .order(let list, let key): row(key, in: list)?.order.map { .text($0.text) }
    case nil: nil
    }
  }

  func row(_ key: RowKey, in list: DraftList) -> DraftRow? { rows[list]?.first { $0.key == key } }

  /// The kind of a field of this form; nil where it has none of that path.
  package func kind(of path: String) -> FieldKind? {
    switch DraftPath(path, in: schema) {
    case .field(let path): schema.kind(of: path) ?? .text
    case .cell(let list, _, let column): schema.kind(of: column, in: list)
    case .order, nil: nil
    }
  }

  /// Every field that is filled, `order` fields among them, as changes that make a blank draft this one.
  package var fields: [FieldChange] {
    var fields = schema.fields.compactMap { shape in
      values[shape.path].map { FieldChange(path: shape.path, value: $0.json) }
    }
    for (list, columns) in schema.lists {
      for row in rows[list] ?? [] {
        for column in columns {
          guard let value = row.cells[column.path] else { continue }
          fields.append(
            FieldChange(path: "\(list.rawValue)/\(row.key)/\(column.path)", value: value.json))
        }
        guard let order = row.order else { continue }
        fields.append(
          FieldChange(
            path: "\(list.rawValue)/\(row.key)/order", value: DraftValue.text(order.text).json))
      }
    }
    return fields + linkFields
  }
}

/// A row of a list: its place among the others and its cells by column.
struct DraftRow: Sendable, Hashable {
  let key: RowKey
  /// Nil where it was lost; such rows stand at the end.
  var order: OrderKey?
  var cells: [String: DraftValue] = [:]

  var isEmpty: Bool { order == nil && cells.isEmpty }

  /// By order, then by key; rows without an order last.
  static func precedes(_ left: DraftRow, _ right: DraftRow) -> Bool {
    switch (left.order, right.order) {
    case (let left?, let right?) where left != right: left < right
    case (_?, nil): true
    case (nil, _?): false
    default: left.key.text.utf8.lexicographicallyPrecedes(right.key.text.utf8)
    }
  }
}

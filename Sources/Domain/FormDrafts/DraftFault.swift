// What stands in a draft and cannot be read; it is told at the cell, and bars submission.

/// A field whose text is kept as typed because it cannot be read as what the field wants.
package struct DraftFault: Sendable, Hashable {
  /// The draft path.
  package let path: String
  /// As typed; nil where a month of the spending plan is missing.
  package let typed: String?
  /// What the field wants.
  package let wanted: FieldKind
}

extension FormDraft {
  /// The fields that cannot be read, in the order of the record.
  package var faults: [DraftFault] {
    var faults: [DraftFault] = []
    for shape in schema.fields {
      guard let value = values[shape.path], !value.isReadable(as: shape.kind) else { continue }
      faults.append(DraftFault(path: shape.path, typed: value.text, wanted: shape.kind))
    }
    for (list, columns) in schema.lists where list != .indicators {
      for row in rows[list] ?? [] {
        for column in columns {
          let path = "\(list.rawValue)/\(row.key)/\(column.path)"
          guard let value = row.cells[column.path] else {
            if column.path == "month", list == .spendingPlan, !row.cells.isEmpty {
              faults.append(DraftFault(path: path, typed: nil, wanted: .whole))
            }
            continue
          }
          guard !value.isReadable(as: column.kind) else { continue }
          faults.append(DraftFault(path: path, typed: value.text, wanted: column.kind))
        }
      }
    }
    return faults
  }
}

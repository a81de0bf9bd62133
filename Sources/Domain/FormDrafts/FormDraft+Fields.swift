// A draft from its kept fields, and with some of them changed.
package import Model

extension FormDraft {
  /// The draft that fields of a store make; fields that the kind of form does not have are left out.
  package init(fields: [DraftField], kind: FormKind) {
    self.init(kind: kind)
    let schema = schema
    var rows: [DraftList: [RowKey: DraftRow]] = [:]
    for field in fields {
      guard let json = field.value, let value = DraftValue(json: json),
        let path = DraftPath(field.path, in: schema)
      else { continue }
      switch path {
      case .field(let path): values[path] = value
      case .cell(let list, let key, let column):
        rows[list, default: [:]][key, default: DraftRow(key: key)].cells[column] = value
      case .order(let list, let key):
        rows[list, default: [:]][key, default: DraftRow(key: key)].order = OrderKey(value.text)
      }
    }
    self.rows = rows.compactMapValues { found in
      let kept = found.values.filter { !$0.isEmpty }
      return kept.isEmpty ? nil : kept.sorted(by: DraftRow.precedes)
    }
  }

  /// The draft with changes made; changes of fields that the form does not have, and values that are no text
  /// and no number, change nothing.
  package func applying(_ changes: [FieldChange]) -> FormDraft {
    var draft = self
    for change in changes { draft.apply(change) }
    for list in Set(changes.compactMap { DraftPath($0.path, in: schema)?.list }) {
      draft.rows[list]?.removeAll(where: \.isEmpty)
      draft.rows[list]?.sort(by: DraftRow.precedes)
      if draft.rows[list]?.isEmpty == true { draft.rows[list] = nil }
    }
    return draft
  }

  /// The changes that bring back what stands there now.
  package func inverse(of changes: [FieldChange]) -> [FieldChange] {
    var seen: Set<String> = []
    return changes.compactMap { change in
      guard seen.insert(change.path).inserted else { return nil }
      return FieldChange(path: change.path, value: json(at: change.path))
    }
  }

  private mutating func apply(_ change: FieldChange) {
    guard let path = DraftPath(change.path, in: schema) else { return }
    var value: DraftValue?
    if let json = change.value {
      guard let read = DraftValue(json: json) else { return }
      value = read
    }
    switch path {
    case .field(let path): values[path] = value
    case .cell(let list, let key, let column): edit(key, in: list) { $0.cells[column] = value }
    case .order(let list, let key):
      edit(key, in: list) { $0.order = value.flatMap { OrderKey($0.text) } }
    }
  }

  private mutating func edit(_ key: RowKey, in list: DraftList, _ edit: (inout DraftRow) -> Void) {
    var all = rows[list] ?? []
    if let place = all.firstIndex(where: { $0.key == key }) {
      edit(&all[place])
    } else {
      var row = DraftRow(key: key)
      edit(&row)
      all.append(row)
    }
    rows[list] = all
  }
}

extension DraftPath {
  /// The list in which it lies; nil for fields outside of lists.
  var list: DraftList? {
    switch self {
    case .field: nil
    case .cell(let list, _, _), .order(let list, _): list
    }
  }
}

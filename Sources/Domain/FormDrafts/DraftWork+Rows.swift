// Rows are added, removed and moved; the others keep their fields untouched.

extension DraftWork {
  mutating func addRow(
    _ key: RowKey, in list: DraftList, at place: RowPlace, _ cells: [String: String], _ scale: MoneyScale
  ) throws(DraftRefusal) {
    guard draft.schema.columns(of: list) != nil else { throw .unknownField(path: list.rawValue) }
    guard draft.keys(of: list).count < DraftLimits.rowsMax else {
      throw .tooManyRows(list, rowsMax: DraftLimits.rowsMax)
    }
    putRow(key, in: list, at: place)
    for (column, typed) in cells.sorted(by: { $0.key < $1.key }) {
      try set("\(list.rawValue)/\(key)/\(column)", typed, scale)
    }
  }

  mutating func removeRow(_ key: RowKey, in list: DraftList) throws(DraftRefusal) {
    guard let columns = draft.schema.columns(of: list) else { throw .unknownField(path: list.rawValue) }
    // Somebody else may have removed it already.
    guard draft.row(key, in: list) != nil else { return }
    let paths = columns.map { DraftPath.cell(list, key, column: $0.path) } + [.order(list, key)]
    put(paths.map { FieldChange(path: $0.text, value: nil) })
  }

  /// Gives a row, there or not, its place; where the neighbours leave none, all are numbered anew.
  mutating func putRow(_ key: RowKey, in list: DraftList, at place: RowPlace) {
    let others = (draft.rows[list] ?? []).filter { $0.key != key }
    let index = Self.index(of: place, in: others)
    let before = index > 0 ? others[index - 1] : nil
    let after = index < others.count ? others[index] : nil
    let isPlaced = before == nil || before?.order != nil
    if isPlaced, let order = OrderKey.between(before?.order, after?.order) {
      put(.text(order.text), at: .order(list, key))
      return
    }
    var keys = others.map(\.key)
    keys.insert(key, at: index)
    renumber(keys, in: list)
  }

  mutating func renumber(_ keys: [RowKey], in list: DraftList) {
    put(
      keys.enumerated().map { index, key in
        FieldChange(
          path: DraftPath.order(list, key).text, value: DraftValue.text(OrderKey.initial(index).text).json)
      })
  }

  /// Behind or before a row; at the end where somebody has removed it.
  private static func index(of place: RowPlace, in rows: [DraftRow]) -> Int {
    switch place {
    case .first: 0
    case .last: rows.count
    case .after(let key): rows.firstIndex { $0.key == key }.map { $0 + 1 } ?? rows.count
    case .before(let key): rows.firstIndex { $0.key == key } ?? rows.count
    }
  }

  // MARK: Pasting

  mutating func paste(
    _ block: PastedBlock, using chance: inout some RandomNumberGenerator
  ) throws(DraftRefusal) {
    let list = block.list
    guard draft.schema.columns(of: list) != nil else { throw .unknownField(path: list.rawValue) }
    guard block.texts.count <= DraftLimits.rowsMax else {
      throw .tooManyRows(list, rowsMax: DraftLimits.rowsMax)
    }
    var (targets, place) = try targets(of: block)
    var inherited = block.inherited
    if case .over(let key) = block.start, inherited.isEmpty, list == .indicators,
      let row = draft.row(key, in: list)
    {
      for level in Self.levels { inherited[level] = row.cells[level]?.text }
    }
    for texts in block.texts {
      let key: RowKey
      if targets.isEmpty {
        key = .random(using: &chance)
        try addRow(key, in: list, at: place, inherited, block.scale)
      } else {
        key = targets.removeFirst()
      }
      place = .after(key)
      for (column, text) in zip(block.columns, texts) {
        if list == .indicators, Self.levels.contains(column) {
          // Merged cells come as one text and blanks below it.
          if TypedText(text).text.isEmpty {
            try set("\(list.rawValue)/\(key)/\(column)", inherited[column] ?? "", block.scale)
            continue
          }
          inherited[column] = text
        }
        try set("\(list.rawValue)/\(key)/\(column)", text, block.scale)
      }
    }
  }

  private static let levels = ["level1", "level2"]

  /// The rows that a block covers, and where further ones go. A block that brings no levels stays under the
  /// level 2 at which it begins.
  private func targets(of block: PastedBlock) throws(DraftRefusal) -> ([RowKey], RowPlace) {
    switch block.start {
    case .insert(let place): return ([], place)
    case .over(let key):
      let rows = draft.rows[block.list] ?? []
      guard let start = rows.firstIndex(where: { $0.key == key }) else {
        throw .unknownRow(path: "\(block.list.rawValue)/\(key)")
      }
      let bringsLevels = block.columns.contains(where: Self.levels.contains)
      guard block.list == .indicators, !bringsLevels else { return (rows[start...].map(\.key), .last) }
      let group = rows[start...].prefix { row in
        Self.levels.allSatisfy { row.cells[$0] == rows[start].cells[$0] }
      }
      return (group.map(\.key), .after(key))
    }
  }
}

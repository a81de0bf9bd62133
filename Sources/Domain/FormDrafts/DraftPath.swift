// The path of a field of a draft, taken apart.

/// What a draft path names.
enum DraftPath: Hashable {
  case field(String)
  case cell(DraftList, RowKey, column: String)
  case order(DraftList, RowKey)

  /// Nil for a path that the kind of form does not have.
  init?(_ path: String, in schema: DraftSchema) {
    if schema.kind(of: path) != nil || LinkPath(path, kind: schema.kind) != nil {
      self = .field(path)
      return
    }
    let parts = path.utf8.split(separator: 0x2F, maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 3, let list = DraftList(rawValue: String(Substring(parts[0]))),
      schema.columns(of: list) != nil, let key = RowKey(Substring(parts[1]))
    else { return nil }
    let column = String(Substring(parts[2]))
    if column == "order" {
      self = .order(list, key)
    } else if schema.kind(of: column, in: list) != nil {
      self = .cell(list, key, column: column)
    } else {
      return nil
    }
  }

  /// The path as it is kept.
  var text: String {
    switch self {
    case .field(let path): path
    case .cell(let list, let key, let column): "\(list.rawValue)/\(key.text)/\(column)"
    case .order(let list, let key): "\(list.rawValue)/\(key.text)/order"
    }
  }
}

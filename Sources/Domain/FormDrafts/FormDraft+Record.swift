// Between drafts and records: a record becomes a draft and comes out of it unchanged.
import JSONText
package import Model

extension FormDraft {
  /// The draft of a record; its rows get the keys `k1`, `k2` …
  package init(record: Form) {
    self.init(kind: record.kind)
    var json = JSONWriter()
    json.object { record.writeMembers(to: &$0) }
    // What the writer has written can be read.
    let tree = (try? JSONReader.read(json.bytes)) ?? .null
    for shape in schema.fields {
      values[shape.path] = Self.value(tree.at(shape.path))
    }
    for (list, columns) in schema.lists {
      let all = (tree[list.rawValue]?.elements ?? []).enumerated().map { index, element in
        var row = DraftRow(key: .initial(index), order: .initial(index))
        for column in columns {
          row.cells[column.path] = Self.value(element.text == nil ? element[column.path] : element)
        }
        return row
      }
      if !all.isEmpty { rows[list] = all }
    }
  }

  private static func value(_ json: JSONValue?) -> DraftValue? {
    switch json {
    case .text(let text): text.isEmpty ? nil : .text(text)
    case .number(let number): .number(number)
    default: nil
    }
  }

  /// The record: everything that can be read. A month of the spending plan that is not there leaves its
  /// row out.
  package var record: Form {
    let schema = schema
    var members = [JSONValue.Member(key: "kind", value: .text(kind.rawValue))]
    for shape in schema.fields {
      guard let value = values[shape.path], let json = value.json(as: shape.kind) else { continue }
      members.set(json, at: shape.path)
    }
    for (list, columns) in schema.lists where list != .indicators {
      let elements = recordRows(of: list).map { row in row.json(columns, isText: list == .measures) }
      members.append(.init(key: list.rawValue, value: .list(elements)))
    }
    // Every value was read as its kind, so that nothing stands in the way.
    guard let form = try? Form(.object(members)) else { return Form.blank(kind) }
    return form.with(indicators: recordRows(of: .indicators).map(\.indicator))
  }

  /// The rows that the record has, in its order.
  func recordRows(of list: DraftList) -> [DraftRow] {
    let all = rows[list] ?? []
    guard list == .spendingPlan else { return all }
    return all.filter { $0.cells["month"]?.isReadable(as: .whole) == true }
  }

  // MARK: Pointers

  /// The draft path of a place in the record: `/indicators/3/annualValue` → `indicators/k4/annualValue`.
  ///
  /// Rows (`indicators/3`), lists (`indicators`) and parts (`budget`) have one too. The slash at the
  /// beginning may be left out, as findings do. Nil where the record has no such place.
  package func path(ofPointer pointer: String) -> String? {
    var text = Substring(pointer)
    if text.utf8.first == 0x2F { text = text.dropFirst() }
    let whole = String(text)
    if schema.kind(of: whole) != nil { return whole }
    let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).map { Substring($0) }
    guard let list = parts.first.flatMap({ DraftList(rawValue: String($0)) }), schema.columns(of: list) != nil
    else { return schema.hasFields(below: whole) ? whole : nil }
    if parts.count == 1 { return list.rawValue }
    let all = recordRows(of: list)
    guard let index = Int(parts[1]), String(index) == parts[1], all.indices.contains(index) else {
      return nil
    }
    let row = "\(list.rawValue)/\(all[index].key)"
    if parts.count == 2 { return list == .measures ? row + "/text" : row }
    guard parts.count == 3, list != .measures, schema.kind(of: String(parts[2]), in: list) != nil else {
      return nil
    }
    return "\(row)/\(parts[2])"
  }

  /// The place in the record of a draft path: `indicators/k4/annualValue` → `/indicators/3/annualValue`.
  ///
  /// Nil where the record has no such place, as for rows that were removed and for `order` fields.
  package func pointer(ofPath path: String) -> String? {
    if schema.kind(of: path) != nil { return "/" + path }
    let parts = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).map { Substring($0) }
    guard let list = parts.first.flatMap({ DraftList(rawValue: String($0)) }), schema.columns(of: list) != nil
    else { return schema.hasFields(below: path) ? "/" + path : nil }
    if parts.count == 1 { return "/" + list.rawValue }
    guard let key = RowKey(parts[1]), let index = recordRows(of: list).firstIndex(where: { $0.key == key })
    else { return nil }
    let row = "/\(list.rawValue)/\(index)"
    if parts.count == 2 { return list == .measures ? nil : row }
    guard parts.count == 3, schema.kind(of: String(parts[2]), in: list) != nil else { return nil }
    return list == .measures ? row : "\(row)/\(parts[2])"
  }
}

extension DraftValue {
  /// The value as the record format wants it; nil where it cannot be read as its kind.
  fileprivate func json(as kind: FieldKind) -> JSONValue? {
    switch (kind, self) {
    case (.whole, .number(let number)): Int(number) == nil ? nil : .number(number)
    case (.whole, .text): nil
    case (.money, _): isReadable(as: .money) ? .text(text) : nil
    case (.text, _), (.decimal, _): .text(text)
    }
  }
}

extension DraftRow {
  fileprivate func json(_ columns: [FieldShape], isText: Bool) -> JSONValue {
    if isText { return .text(cells["text"]?.text ?? "") }
    return .object(
      columns.compactMap { column in
        cells[column.path]?.json(as: column.kind).map { JSONValue.Member(key: column.path, value: $0) }
      })
  }

  fileprivate var indicator: Indicator {
    var indicator = Indicator()
    for (column, value) in cells {
      if let field = Indicator.Field(rawValue: column) { indicator[field] = value.text }
    }
    return indicator
  }
}

extension JSONValue {
  /// The value under a path of one or two keys.
  fileprivate func at(_ path: String) -> JSONValue? {
    var value: JSONValue? = self
    for key in path.split(separator: "/") { value = value?[String(key)] }
    return value
  }
}

extension [JSONValue.Member] {
  /// Sets a value under a path of one or two keys.
  fileprivate mutating func set(_ value: JSONValue, at path: String) {
    let keys = path.split(separator: "/").map(String.init)
    guard keys.count == 2 else {
      append(.init(key: path, value: value))
      return
    }
    let member = JSONValue.Member(key: keys[1], value: value)
    if let place = firstIndex(where: { $0.key == keys[0] }) {
      self[place].value = .object((self[place].value.members ?? []) + [member])
    } else {
      append(.init(key: keys[0], value: .object([member])))
    }
  }
}

extension Form {
  /// A form of a kind without a word.
  package static func blank(_ kind: FormKind) -> Form {
    switch kind {
    case .projectTarget: .projectTarget(ProjectTarget())
    case .departmentTarget: .departmentTarget(DepartmentTarget())
    case .projectMonitoring: .projectMonitoring(SelfEvaluation())
    case .projectSelfEvaluation: .projectSelfEvaluation(SelfEvaluation())
    case .departmentSelfEvaluation: .departmentSelfEvaluation(SelfEvaluation())
    }
  }

  fileprivate func with(indicators: [Indicator]) -> Form {
    switch self {
    case .projectTarget(var form):
      form.indicators = indicators
      return .projectTarget(form)
    case .departmentTarget(var form):
      form.indicators = indicators
      return .departmentTarget(form)
    case .projectMonitoring(var form):
      form.indicators = indicators
      return .projectMonitoring(form)
    case .projectSelfEvaluation(var form):
      form.indicators = indicators
      return .projectSelfEvaluation(form)
    case .departmentSelfEvaluation(var form):
      form.indicators = indicators
      return .departmentSelfEvaluation(form)
    }
  }
}

// Edits become changes of fields; what changes nothing is left out.

extension FormDraft {
  /// The changes that make an edit, without those that change nothing.
  ///
  /// A row that is removed empties all its fields, blank ones too, so that nobody types into it unnoticed.
  ///
  /// - Parameter chance: where keys of new rows come from.
  /// - Throws: why the edit cannot be made.
  package func changes(
    for edit: DraftEdit, using chance: inout some RandomNumberGenerator
  ) throws(DraftRefusal) -> [FieldChange] {
    try changes(for: [edit], using: &chance)
  }

  /// The changes that make several edits, one after the other.
  package func changes(
    for edits: [DraftEdit], using chance: inout some RandomNumberGenerator
  ) throws(DraftRefusal) -> [FieldChange] {
    guard edits.count <= DraftLimits.cellsMax else { throw .formTooLong(bytesMax: DraftLimits.bytesMax) }
    var work = DraftWork(draft: self)
    for edit in edits { try work.take(edit, using: &chance) }
    let changes = work.changes(from: self)
    try work.draft.checkLimits(of: changes)
    return changes
  }

  /// - Throws: where a changed text, a list or the whole form is longer than it may be.
  func checkLimits(of changes: [FieldChange]) throws(DraftRefusal) {
    for change in changes where change.value != nil {
      guard let value = value(at: change.path) else { continue }
      let most = kind(of: change.path) == .text ? DraftLimits.charactersMax : DraftLimits.numberCharactersMax
      guard value.text.utf8.count <= most || value.text.unicodeScalars.count <= most else {
        throw .textTooLong(path: change.path, charactersMax: most)
      }
    }
    try checkLinks(changes)
    for (list, rows) in rows where rows.count > DraftLimits.rowsMax {
      throw .tooManyRows(list, rowsMax: DraftLimits.rowsMax)
    }
    guard byteCount <= DraftLimits.bytesMax else { throw .formTooLong(bytesMax: DraftLimits.bytesMax) }
  }

  /// The bytes of all texts.
  private var byteCount: Int {
    var count = values.values.reduce(0) { $0 + $1.text.utf8.count }
    for row in rows.values.joined() { count += row.cells.values.reduce(0) { $0 + $1.text.utf8.count } }
    return count
  }

  /// - Throws: where a whole draft, as one made of a record, is longer than it may be.
  package func checkLimits() throws(DraftRefusal) { try checkLimits(of: fields) }
}

/// A draft while edits are made, with the paths that they touch.
struct DraftWork {
  private(set) var draft: FormDraft
  /// In the order of the first touch.
  private var touched: [String] = []
  private var known: Set<String> = []

  init(draft: FormDraft) { self.draft = draft }

  mutating func put(_ changes: [FieldChange]) {
    for change in changes where known.insert(change.path).inserted { touched.append(change.path) }
    draft = draft.applying(changes)
  }

  mutating func put(_ value: DraftValue?, at path: DraftPath) {
    put([FieldChange(path: path.text, value: value?.json)])
  }

  /// What came of it: each touched field that says something else now, and every field of removed rows.
  func changes(from before: FormDraft) -> [FieldChange] {
    var removed: Set<String> = []
    for (list, rows) in before.rows {
      let kept = Set(draft.keys(of: list))
      for row in rows where !kept.contains(row.key) { removed.insert("\(list.rawValue)/\(row.key)/") }
    }
    return touched.compactMap { path in
      let now = draft.json(at: path)
      let isOfRemoved =
        !removed.isEmpty
        && path.utf8.lastIndex(of: 0x2F).map { removed.contains(String(path[...$0])) } ?? false
      return now != before.json(at: path) || isOfRemoved ? FieldChange(path: path, value: now) : nil
    }
  }

  mutating func take(
    _ edit: DraftEdit, using chance: inout some RandomNumberGenerator
  ) throws(DraftRefusal) {
    switch edit {
    case .set(let path, let typed, let scale): try set(path, typed, scale)
    case .addRow(let list, let place, let key, let cells):
      let key = key ?? .random(using: &chance)
      guard draft.row(key, in: list) == nil else { throw .unknownRow(path: "\(list.rawValue)/\(key)") }
      try addRow(key, in: list, at: place, cells, .yuan)
    case .removeRow(let list, let key): try removeRow(key, in: list)
    case .moveRow(let list, let key, let place):
      guard draft.row(key, in: list) != nil else { throw .unknownRow(path: "\(list.rawValue)/\(key)") }
      place == .after(key) || place == .before(key) ? () : putRow(key, in: list, at: place)
    case .paste(let block): try paste(block, using: &chance)
    case .takeOver(let form): try takeOver(form, using: &chance)
    case .write(let changes): try write(changes)
    }
  }

  // MARK: Fields

  mutating func set(_ path: String, _ typed: String, _ scale: MoneyScale) throws(DraftRefusal) {
    guard let place = DraftPath(path, in: draft.schema), let kind = draft.kind(of: path) else {
      throw .unknownField(path: path)
    }
    let most = kind == .text ? DraftLimits.charactersMax : DraftLimits.numberCharactersMax
    // Long before it is cleaned, a text is too long.
    guard typed.utf8.count <= most * 8 else { throw .textTooLong(path: path, charactersMax: most) }
    let value = TypedText(typed).value(as: kind, scale: scale)
    if case .cell(let list, let key, _) = place, draft.row(key, in: list) == nil {
      if value == nil { return }
      putRow(key, in: list, at: .last)
    }
    put(value, at: place)
  }

  private mutating func write(_ changes: [FieldChange]) throws(DraftRefusal) {
    guard changes.count <= DraftLimits.cellsMax else { throw .formTooLong(bytesMax: DraftLimits.bytesMax) }
    var sound: [FieldChange] = []
    for change in changes {
      guard let place = DraftPath(change.path, in: draft.schema) else {
        throw .unknownField(path: change.path)
      }
      guard let json = change.value else {
        sound.append(change)
        continue
      }
      guard json.utf8.count <= DraftLimits.bytesMax, let value = DraftValue(json: json) else {
        throw .unknownField(path: change.path)
      }
      if case .order = place {
        guard OrderKey(value.text) != nil, case .text = value else { throw .unknownField(path: change.path) }
        sound.append(change)
        continue
      }
      let kind = draft.kind(of: change.path) ?? .text
      sound.append(FieldChange(path: change.path, value: Self.sound(value, kind)?.json))
    }
    put(sound)
  }

  /// A ready value without signs that no file can hold; a number where a text is wanted is read as if it
  /// were typed.
  private static func sound(_ value: DraftValue, _ kind: FieldKind) -> DraftValue? {
    switch value {
    case .number(let number):
      if kind == .whole, Int(number) != nil { return value }
      return TypedText(number).value(as: kind, scale: .yuan)
    case .text(let text):
      let kept = TypedText.withoutControls(text)
      return kept.isEmpty ? nil : .text(kept)
    }
  }
}

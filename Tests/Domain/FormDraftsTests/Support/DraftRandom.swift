// Chance that repeats itself, and forms and edits made by it.
import Model
import Quantities

@testable import FormDrafts

/// SplitMix64.
struct DraftRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Forms with any of their fields filled, made through the record's own writer and reader.
enum RandomForms {
  static func form(_ kind: FormKind, using random: inout DraftRandom) -> Form {
    var draft = FormDraft(kind: kind)
    for shape in draft.schema.fields where Bool.random(using: &random) {
      draft.values[shape.path] = value(shape.kind, using: &random)
    }
    for (list, columns) in draft.schema.lists {
      let count = Int.random(in: 0...6, using: &random)
      if count == 0 { continue }
      draft.rows[list] = (0..<count).map { index in
        var row = DraftRow(key: .initial(index), order: .initial(index))
        for column in columns where column.path == "month" || Bool.random(using: &random) {
          row.cells[column.path] = value(column.kind, using: &random)
        }
        return row
      }
    }
    return draft.record
  }

  static func value(_ kind: FieldKind, using random: inout DraftRandom) -> DraftValue {
    switch kind {
    case .whole: .number(String(Int.random(in: -20...3_000, using: &random)))
    case .money: .text(Money(fen: Int64.random(in: -1_000...900_000_000_000, using: &random)).description)
    case .decimal: .text("\(Int.random(in: 0...100, using: &random)).5")
    case .text: .text(texts.randomElement(using: &random) ?? "x")
    }
  }

  static let texts = [
    "≥15场", "建成 3 座水站，\n惠及 1200 人。", "\"引号\" \\ 反斜线", "<script>alert(1)</script>", "=1+1", "😀", "\t制表", "0",
    "2026年12月底前", "&amp;", "é",
  ]

  /// Typed texts, some of which cannot be read.
  static let typed =
    texts + [
      "4w", "4万元", "40,000", "二零", "２０２６年", "", "   ", "30%", "1,23", "-5", "￥12.345", "1e9",
      "9999999999999999999",
      "a\u{0}b\u{7}c", "\u{FEFF}x\r\ny",
    ]

  /// An edit of a draft as it stands.
  static func edit(_ draft: FormDraft, using random: inout DraftRandom) -> DraftEdit {
    let typed = typed.randomElement(using: &random) ?? ""
    let lists = draft.schema.lists
    let (list, columns) = lists[Int.random(in: 0..<lists.count, using: &random)]
    let keys = draft.keys(of: list)
    let column = columns.randomElement(using: &random)?.path ?? "name"
    guard let key = keys.randomElement(using: &random), Int.random(in: 0..<6, using: &random) > 0 else {
      if Bool.random(using: &random), let shape = draft.schema.fields.randomElement(using: &random) {
        return .set(
          path: shape.path, typed: typed, scale: Bool.random(using: &random) ? .yuan : .tenThousandYuan)
      }
      return .addRow(list, at: place(keys, using: &random), cells: [column: typed])
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return .removeRow(list, key)
    case 1, 2: return .moveRow(list, key, to: place(keys, using: &random))
    case 3:
      let block = PastedBlock(
        list: list, start: Bool.random(using: &random) ? .over(key) : .insert(place(keys, using: &random)),
        columns: columns.prefix(3).map(\.path),
        texts: (0..<Int.random(in: 0...4, using: &random)).map { _ in [typed, "", typed] })
      return .paste(block)
    default: return .set(path: "\(list.rawValue)/\(key)/\(column)", typed: typed)
    }
  }

  private static func place(_ keys: [RowKey], using random: inout DraftRandom) -> RowPlace {
    let key = keys.randomElement(using: &random)
    switch (Int.random(in: 0..<4, using: &random), key) {
    case (0, _): return .first
    case (1, let key?): return .after(key)
    case (2, let key?): return .before(key)
    default: return .last
    }
  }
}

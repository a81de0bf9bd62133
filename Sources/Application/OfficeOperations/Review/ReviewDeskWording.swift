// The Chinese words of the review: names of cells, what is missing before a decision.
import FormDrafts
import Forms
import Model
import Review

extension OpenedForm {
  /// What people call a place of the form, by its draft path: 受益人次，年度指标值.
  package func label(ofPath path: String) -> String {
    let pointer = draft.pointer(ofPath: path).map { String($0.dropFirst()) } ?? path
    return ReviewDeskWording.label(pointer, in: help.record)
  }
}

enum ReviewDeskWording {
  static let slipFull = "退回单上的格太多了，请按行或整张表退回。"
  static let wordless = "请写退回的理由，经办人才知道改什么。"
  static let emptyNote = "备注还没有写。"
  static let notesFull = "这张表的备注已经很多了，请线下商量。"
  static let takenBack = "审核人当即撤回，重新审核"

  /// Between the cells of a row that are told in one line.
  static let between = "；"
  static func rows(_ count: Int) -> String { "\(count) 项" }
  /// What became of the rows of a list; nil where nothing did.
  static func rowChanges(added: Int, gone: Int, changed: Int) -> String? {
    let told = [("新加", added), ("删去", gone), ("改了", changed)].filter { $0.1 > 0 }
      .map { "\($0.0) \($0.1) 项" }
    return told.isEmpty ? nil : told.joined(separator: "，")
  }

  static func tooLong(_ most: Int) -> String { "太长了，请压缩到 \(most) 字以内。" }
  static func slipLeft(_ count: Int) -> String {
    "退回单上还有 \(count) 格。要么发出退回单，要么先从退回单上去掉，再同意。"
  }
  static func findingsLeft(_ count: Int) -> String {
    "还有 \(count) 处应退回的没有处理。请退回，或者看过以后记为“已了解”，再同意。"
  }
  static func unreasoned(_ point: ReviewSheet.Point) -> String {
    "“\(point.label)”的等级与按发现推算的不同，请写一句为什么。"
  }
  static func whyNow(_ field: String, in record: Form) -> String {
    "“\(label(field, in: record))”上一轮看过，之后没有改过。这次才退回，请写明为什么上一轮没有提。"
  }

  /// A place in the record as one text: 受益人次，年度指标值.
  static func label(_ field: String, in record: Form) -> String {
    let (name, part) = place(field.split(separator: "/").map(String.init), in: record)
    return [name, part].compactMap(\.self).joined(separator: "，")
  }

  /// The name of a place in the record, and its column with what it belongs to.
  static func place(_ parts: [String], in record: Form) -> (name: String, part: String?) {
    guard let first = parts.first else { return ("", nil) }
    guard let list = DraftList(rawValue: first), parts.count > 1, let row = Int(parts[1]) else {
      if let list = DraftList(rawValue: first), parts.count == 1 { return (list.label, "整张表") }
      let path = parts.joined(separator: "/")
      return (Self.parts[path] ?? FieldWording.cell(path), nil)
    }
    let column = parts.count > 2 ? FieldWording.cell("\(first)/0/\(parts[2])") : "整行"
    guard list == .indicators, record.indicators.indices.contains(row) else {
      return (FieldWording.row(row, of: first, in: record), parts.count > 2 ? column : nil)
    }
    let indicator = record.indicators[row]
    let level = indicator.level2 ?? indicator.level1
    let named = (indicator.name ?? "").isEmpty ? "第 \(row + 1) 项指标" : indicator.name ?? ""
    return (named, [level, column].compactMap(\.self).joined(separator: "，"))
  }

  private static let parts = [
    "budget": "预算", "goals": "绩效目标", "project": "项目基本信息", "unit": "用款单位", "department": "主管部门",
  ]
}

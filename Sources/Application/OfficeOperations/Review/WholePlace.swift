// What a place that is no single cell says: a list counted, a row or a part as its cells behind each other.
import FormDrafts
import Forms
import Model

/// A list, a row or a part of a form, for lines that speak of all of it.
struct WholePlace: Sendable {
  /// `indicators`, `indicators/3`, `goals`.
  let pointer: String
  private let parts: [String]

  init(_ pointer: String) {
    self.pointer = pointer
    parts = pointer.split(separator: "/").map(String.init)
  }

  /// The list, where the place is all of one or a row of it.
  var list: DraftList? { parts.first.flatMap { DraftList(rawValue: $0) } }
  /// The number of the row; nil for a whole list or part.
  var row: Int? { list != nil && parts.count == 2 ? Int(parts[1]) : nil }

  /// What a record says there. A list says how many rows it has, also where that is none; anything else is
  /// nil where it is blank.
  func text(in fields: RecordFields) -> String? {
    if list != nil, parts.count == 1 { return ReviewDeskWording.rows(rowCount(in: fields)) }
    let head = "/\(pointer)/"
    let cells = fields.all.filter { $0.path.utf8.starts(with: head.utf8) }
    let told = cells.filter { field in
      let column = field.path.split(separator: "/").last.map(String.init) ?? ""
      return row == nil || !Self.naming.contains(column)
    }
    let texts = (told.isEmpty ? cells : told).map(\.text)
    return texts.isEmpty ? fields["/" + pointer] : texts.joined(separator: ReviewDeskWording.between)
  }

  /// What a row is called by stands before its line already.
  private static let naming: Set<String> = ["name", "level1", "level2"]

  private func rowCount(in fields: RecordFields) -> Int {
    let head = "/\(pointer)/"
    return Set(
      fields.all.filter { $0.path.utf8.starts(with: head.utf8) }
        .compactMap { $0.path.split(separator: "/").dropFirst().first }
    ).count
  }
}

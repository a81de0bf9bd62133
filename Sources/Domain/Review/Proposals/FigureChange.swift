// A cell's number exchanged for another, with its sign and unit kept: ≥950户 becomes ≥190户.
import Quantities

enum FigureChange {
  /// The text with the new number; nil where it does not print the old one in digits, exactly once.
  static func text(_ source: String, from old: ExactDecimal, to new: ExactDecimal) -> String? {
    var found: Range<String.Index>?
    var place = source.startIndex
    while place < source.endIndex {
      guard isDigit(source[place]) else {
        place = source.index(after: place)
        continue
      }
      let end = source[place...].firstIndex { !isDigit($0) && $0 != "," && $0 != "." } ?? source.endIndex
      var digits = source[place..<end]
      while let last = digits.last, !isDigit(last) { digits.removeLast() }
      if ExactDecimal(String(digits.filter { $0 != "," })) == old {
        guard found == nil else { return nil }
        found = digits.startIndex..<digits.endIndex
      }
      place = end
    }
    return found.map { source[..<$0.lowerBound] + new.description + source[$0.upperBound...] }
  }

  /// A choice that writes the new number into a cell.
  /// - Parameter column: how people call the cell: 年度值.
  static func choice(
    _ field: String, of column: String, _ source: String?, from old: ExactDecimal, to new: ExactDecimal
  ) -> Proposal.Choice? {
    guard let changed = source.flatMap({ text($0, from: old, to: new) }) else { return nil }
    return Proposal.Choice(
      label: "\(column)改为 \(changed)", edits: [RecordEdit(field: field, text: changed)])
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

extension Proposal {
  /// Choices to pick from, said in one line; nil where there is none.
  init?(oneOf choices: [Choice?]) {
    let choices = choices.compactMap(\.self)
    guard !choices.isEmpty else { return nil }
    self.init(text: choices.map(\.label).joined(separator: "，或"), choices: choices)
  }
}

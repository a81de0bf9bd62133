// Characters that could not be read, in documents whose reader does not tell them itself.
import Findings
package import Tables

extension Document {
  /// Says so, with the first place, where texts hold characters that stand for unreadable ones.
  package mutating func tellReplacedCharacters() {
    guard !findings.contains(where: { $0.rule == "R02" && $0.severity == .warning }) else { return }
    var count = 0
    var first: Place?
    func look(at text: String, _ place: @autoclosure () -> Place) {
      // The character is EF BF BD: hardly a text has a byte of it.
      guard text.utf8.contains(0xEF) else { return }
      let found = text.unicodeScalars.count { $0 == "\u{FFFD}" }
      if found > 0, count == 0 { first = place() }
      count += found
    }
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): look(at: paragraph.text, paragraph.place)
      case .table(let table): for cell in table.cells { look(at: cell.text, table.place(of: cell)) }
      }
    }
    if count > 0 { findings.append(ReadingWording.replaced(count, place: first)) }
  }
}

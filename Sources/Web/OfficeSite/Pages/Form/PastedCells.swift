// A block that was copied from Excel or Word and pasted into a list of the form.
import FormDrafts
import HTTP
import JSONText

/// The block with where it begins, as the page's script sends it.
struct PastedCells {
  let path: String
  let columns: [String]
  let texts: [[String]]
  /// True where the block begins in the first column that can be written.
  let beginsRow: Bool

  /// Rows and columns at most.
  private static let rowsMax = 500
  private static let columnsMax = 40

  /// - Returns: nil for what no script of ours sends, and for a block that is too large.
  init?(_ form: FormFields) {
    guard let path = form["at"], let columns = form["columns"], let block = form["block"],
      let json = try? JSONReader.read(Array(block.utf8)), let rows = json.elements,
      (1...Self.rowsMax).contains(rows.count)
    else { return nil }
    var texts: [[String]] = []
    for row in rows {
      guard let cells = row.elements, cells.count <= Self.columnsMax else { return nil }
      texts.append(cells.map { $0.text ?? "" })
    }
    self.path = path
    self.columns = columns.split(separator: " ").map(String.init)
    self.texts = texts
    beginsRow = form["isFirst"] == "yes"
  }

  /// The block as an edit of the list in which it begins.
  func edit(of draft: FormDraft) -> DraftEdit? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, let (list, key) = FormAct.row("\(parts[0])/\(parts[1])"), !columns.isEmpty else {
      return nil
    }
    var columns = columns
    var texts = texts
    let width = texts.map(\.count).max() ?? 0
    // a block of whole rows brings the levels that are printed before the first column
    if list == .indicators, beginsRow, width > columns.count {
      let levels = width == columns.count + 1 ? ["level2"] : ["level1", "level2"]
      texts = texts.map { Array($0.suffix(max($0.count - (width - columns.count - levels.count), 0))) }
      columns = levels + columns
      fill(&texts, levels: levels.count)
    }
    return .paste(
      PastedBlock(
        list: list, start: .over(key), columns: columns, texts: texts,
        inherited: FormAct.levels(of: "\(parts[0])/\(parts[1])", in: draft, list)))
  }

  /// Merged cells say their text once: rows below have the one above.
  private func fill(_ texts: inout [[String]], levels: Int) {
    var last = Array(repeating: "", count: levels)
    for row in texts.indices {
      for level in 0..<min(levels, texts[row].count) {
        let text = texts[row][level].filter { !$0.isWhitespace }
        if text.isEmpty {
          texts[row][level] = last[level]
        } else {
          if level == 0, levels > 1, text != last[0] { last[1] = "" }
          texts[row][level] = text
          last[level] = text
        }
      }
    }
  }
}

// Goals between the tables of a form: a heading, and the words below it.
import Findings
import FormVocabulary
import Tables

/// A goal whose label is a heading of its own: 三、年度绩效目标.
struct HeadedGoal {
  let path: String
  let text: String
  let place: Place

  /// More lines than this are the text of a document.
  private static let linesMax = 12

  /// The goals among the lines above a table, each up to the next heading.
  static func all(in lines: ArraySlice<Paragraph>) -> [HeadedGoal] {
    var goals: [HeadedGoal] = []
    for index in lines.indices {
      guard let path = label(lines[index].text)?.meaning.field?.path else { continue }
      let below = lines[(index + 1)...].prefix { !isHeading($0.text) }
      guard let first = below.first, below.count <= linesMax else { continue }
      goals.append(
        HeadedGoal(path: path, text: below.map(\.text).joined(separator: "\n"), place: first.place))
    }
    return goals
  }

  /// The label that a heading is; nil for other lines.
  static func label(_ line: String) -> LabelReading? {
    guard line.utf8.count <= 96 else { return nil }
    var core = LabelText.withoutNumbering(LabelText.folded(line))
    while core.last == ":" { core.removeLast() }
    guard let reading = LabelReading.of(core), reading.meaning.field?.isGoal == true else { return nil }
    return reading
  }

  /// True for what ends a goal: a numbered heading that is no sentence, a known label, a note of the unit.
  private static func isHeading(_ line: String) -> Bool {
    if FormTitle.unitLine(line) != nil || FormTitle.strength(line) >= 2 { return true }
    let folded = LabelText.folded(line)
    guard folded.count <= 24, !"。；;".contains(folded.last ?? "。") else { return false }
    let core = LabelText.withoutNumbering(folded)
    return core.count < folded.count && "一二三四五六七八九十（(".contains(folded.first ?? " ")
      || LabelReading.of(core) != nil
  }
}

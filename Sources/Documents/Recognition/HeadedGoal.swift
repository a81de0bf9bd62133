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
      let isInBrackets = LabelText.folded(lines[index].text).first == "("
      let below = lines[(index + 1)...].prefix { !isHeading($0.text, isInBrackets) }
      guard let first = below.first, below.count <= linesMax else { continue }
      goals.append(
        HeadedGoal(path: path, text: below.map(\.text).joined(separator: "\n"), place: first.place))
    }
    return goals
  }

  /// The label that a heading is; nil for other lines, and for titles of forms, which have no number.
  static func label(_ line: String) -> LabelReading? {
    guard line.utf8.count <= 96 else { return nil }
    let folded = LabelText.folded(line)
    var core = LabelText.withoutNumbering(folded)
    guard core.count < folded.count || FormTitle.strength(line) < 2 else { return nil }
    while core.last == ":" { core.removeLast() }
    guard let reading = LabelReading.of(core), reading.meaning.field?.isGoal == true else { return nil }
    return reading
  }

  /// True for what ends a goal: a numbered heading that is no sentence, a known label with its value or
  /// without, a line of year or unit. Points in brackets end it where its own heading is one.
  private static func isHeading(_ line: String, _ isInBrackets: Bool) -> Bool {
    if FormTitle.unitLine(line) != nil || FormTitle.strength(line) >= 2 { return true }
    if FormTitle.yearLine(line) != nil || LabelledPairs.pair(line)?.meaning.field != nil { return true }
    let folded = LabelText.folded(line)
    guard folded.count <= 24, !"。；;".contains(folded.last ?? "。") else { return false }
    let core = LabelText.withoutNumbering(folded)
    let numbers = isInBrackets ? "一二三四五六七八九十(" : "一二三四五六七八九十"
    return core.count < folded.count && numbers.contains(folded.first ?? " ")
      || LabelReading.of(core) != nil
  }
}

// Two versions of a form side by side.
import Design
import Forms
import HTML
import HTTP
import OfficeOperations
import Records
import Workflow

extension OfficePages {
  @Sendable func formComparisonPage(
    _ request: Request, _ context: OfficeContext, form: FormID
  ) async throws -> Response {
    let signedIn = try context.person()
    let query = try request.target.query()
    let history = try await ReadFormHistory(form: form).run(in: office, by: signedIn)
    let states = states(of: history)
    let name = HistoryWording.name(history)
    let back = Destination(HistoryWording.title(name), Routes.formHistory(form))
    guard states.count > 1, let last = states.last else {
      return try await page(
        HistoryWording.comparison, request, context, here: Routes.projects(),
        pageBar: PageBar(HistoryWording.comparison, back: back),
        content: [
          Frame([
            Panel(
              nil, isPadded: false,
              [EmptyPlace(HistoryWording.nothingToCompare, HistoryWording.nothingToCompareAdvice)])
          ])
        ]
      ).response()
    }
    guard
      let earlier = query["from"].map({ text in states.first { $0.key == text } })
        ?? states[states.count - 2],
      let later = query["to"].map({ text in states.first { $0.key == text } }) ?? last
    else { throw Refusal.notFound }
    let comparison = try await CompareVersions(form: form, earlier: earlier.state, later: later.state)
      .run(in: office, by: signedIn)
    var panel = Panel(
      HistoryWording.differences(comparison.count), isPadded: false,
      [
        comparison.isEmpty
          ? EmptyPlace(HistoryWording.same, HistoryWording.sameAdvice)
          : SideBySide(comparison: comparison, before: earlier.label, after: later.label)
      ])
    panel.buttons = [
      StateChooser(action: Routes.formComparison(form), states: states, earlier: earlier, later: later)
    ]
    return try await page(
      HistoryWording.comparison, request, context, here: Routes.projects(),
      pageBar: PageBar(
        HistoryWording.compared(name), back: back, beside: [Tag(history.course.stage)]),
      content: [Frame([panel])]
    ).response()
  }

  private func states(of history: FormHistory) -> [ShownState] {
    var states = history.versions.map { version in
      ShownState(
        key: String(version.number), state: .version(version.number),
        label: HistoryWording.version(version.number, isInForce: version.number == history.versionInForce))
    }
    if history.showsDraft, history.course.stage.isEditing {
      states.append(ShownState(key: "draft", state: .draft, label: HistoryWording.draft))
    }
    return states
  }
}

/// A state of a form that can be chosen.
struct ShownState: Sendable {
  var key: String
  var state: FormState
  var label: String
}

/// Which two states are compared.
struct StateChooser: Component {
  var action: Link
  var states: [ShownState]
  var earlier: ShownState
  var later: ShownState

  func write(to page: inout MarkupWriter) {
    page.markup("<form class=\"finder\" method=\"get\"")
    page.address("action", action.text)
    page.markup(">")
    for (name, label, chosen) in [
      ("from", HistoryWording.earlier, earlier.key), ("to", HistoryWording.later, later.key),
    ] {
      page.markup("<label>")
      page.text(label)
      page.markup(" <select")
      page.attribute("name", name)
      page.markup(">")
      for state in states {
        page.markup("<option")
        page.attribute("value", state.key)
        page.attribute("selected", isSet: state.key == chosen)
        page.markup(">")
        page.text(state.label)
        page.markup("</option>")
      }
      page.markup("</select></label>")
    }
    page.add(Button.small(HistoryWording.compare, .send(name: nil, value: nil)))
    page.markup("</form>")
  }
}

/// What differs, cell by cell, the changed part of each text marked.
struct SideBySide: Component {
  var comparison: RecordComparison
  var before: String
  var after: String

  func write(to page: inout MarkupWriter) {
    page.markup("<table class=\"beside\"><caption class=\"unseen\">")
    page.text(HistoryWording.caption(before, after))
    page.markup("</caption><thead><tr>")
    for head in [HistoryWording.cell, before, after] {
      page.markup("<th scope=\"col\">")
      page.text(head)
      page.markup("</th>")
    }
    page.markup("</tr></thead><tbody>")
    for cell in comparison.cells { write(cell, to: &page) }
    for row in comparison.rows {
      page.markup("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"3\">")
      page.text(row.label + HistoryWording.fate(row))
      page.markup("</th></tr>")
      for cell in row.cells { write(cell, to: &page) }
    }
    page.markup("</tbody></table>")
  }

  private func write(_ cell: RecordComparison.Cell, to page: inout MarkupWriter) {
    let parts = ChangedPart(cell.before ?? "", cell.after ?? "")
    page.markup("<tr><th scope=\"row\">")
    page.text(cell.label)
    page.markup("</th><td")
    page.attribute("data-label", before)
    page.markup(">")
    page.text(parts.head)
    if !parts.before.isEmpty { page.element("del") { $0.text(parts.before) } }
    page.text(parts.tail)
    page.markup("</td><td")
    page.attribute("data-label", after)
    page.markup(">")
    page.text(parts.head)
    if !parts.after.isEmpty { page.element("ins") { $0.text(parts.after) } }
    page.text(parts.tail)
    page.markup("</td></tr>")
  }
}

/// Two texts as what they begin with, what differs, and what they end with.
struct ChangedPart: Equatable {
  let head: String
  let before: String
  let after: String
  let tail: String

  init(_ one: String, _ other: String) {
    let (left, right) = (Array(one), Array(other))
    var start = 0
    while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
    var end = 0
    while end < left.count - start, end < right.count - start,
      left[left.count - 1 - end] == right[right.count - 1 - end]
    {
      end += 1
    }
    head = String(left[..<start])
    before = String(left[start..<left.count - end])
    after = String(right[start..<right.count - end])
    tail = String(left[(left.count - end)...])
  }
}

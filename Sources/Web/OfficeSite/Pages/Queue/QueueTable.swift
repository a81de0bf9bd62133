// The lines of a queue as a table.
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations
import Quantities
import Records
import Workflow

extension OfficePages {
  /// Where a line of a queue leads: to the desk of those who review, else to the form itself.
  func link(to line: QueueLine, in filter: QueueFilter) -> Link { Routes.form(line.form) }

  /// The lines, the most urgent first.
  func table(of lines: [QueueLine], in filter: QueueFilter) -> ListTable {
    let today = office.today
    return ListTable(
      QueuePageWording.list,
      columns: [
        .init(QueuePageWording.project), .init(QueuePageWording.findings),
        .init(QueuePageWording.stageAndSince), .init(QueuePageWording.lastDay),
        .init(QueuePageWording.amount, isNumber: true),
      ],
      rows: lines.map { line in
        ListTable.Row(
          Lead(
            QueuePageWording.name(of: line), link(to: line, in: filter), below: QueuePageWording.about(line)),
          [
            FoundMarks(line.digest.findings),
            TaggedStage(stage: line.stage, below: QueuePageWording.since(line, today: today)),
            LastDay(line: line, today: today),
            Words(line.digest.amount.map(OfficeWording.money) ?? "—"),
          ])
      })
  }
}

/// The findings of a submission as marks.
struct FoundMarks: Component {
  var findings: FindingCounts?

  init(_ findings: FindingCounts?) { self.findings = findings }

  func write(to page: inout MarkupWriter) {
    guard let findings else {
      page.element("span", ["class": "note"]) { $0.text(QueuePageWording.unjudged) }
      return
    }
    page.add(
      Tally(
        FormTally(
          errors: findings.errors, warnings: findings.warnings, hints: findings.hints, filled: 0, wanted: 0)))
  }
}

/// A stage with a line below it.
private struct TaggedStage: Component {
  var stage: Stage
  var below: String

  func write(to page: inout MarkupWriter) {
    page.add(Tag(stage))
    page.element("span", ["class": "below"]) { $0.text(below) }
  }
}

/// The last day for what comes next.
private struct LastDay: Component {
  var line: QueueLine
  var today: Day

  func write(to page: inout MarkupWriter) {
    guard let day = line.lastDay else {
      page.text("—")
      return
    }
    guard line.isLate(on: today) else {
      page.text(OfficeWording.day(day, today: today))
      return
    }
    page.add(Tag(.late, QueuePageWording.late(day, today: today)))
    page.element("span", ["class": "below"]) { $0.text(OfficeWording.day(day, today: today)) }
  }
}

/// A form of selects whose answers stand in the address.
struct Filters: Component {
  /// One select.
  struct Select: Sendable {
    var name: String
    var label: String
    var options: [(value: String, text: String)]
    var value: String
  }

  var action: Link
  var selects: [Select]
  /// A field of words before the selects.
  var words: (name: String, label: String, value: String)?
  var button: String
  var clear: (text: String, link: Link)?

  func write(to page: inout MarkupWriter) {
    page.markup("<form class=\"filters\" method=\"get\"")
    page.address("action", action.text)
    page.markup(">")
    if let words {
      page.element("label", ["class": "wide"]) { page in
        page.text(words.label)
        page.markup("<input type=\"search\"")
        page.attribute("name", words.name)
        page.attribute("value", words.value)
        page.markup(">")
      }
    }
    for select in selects { write(select, to: &page) }
    var send = Button.send(button, look: .plain)
    send.isSmall = true
    page.element("div", ["class": "buttons"]) { page in
      page.add(send)
      if let clear { page.add(Button.small(clear.text, .go(clear.link), look: .quiet)) }
    }
    page.markup("</form>")
  }

  private func write(_ select: Select, to page: inout MarkupWriter) {
    page.element("label") { page in
      page.text(select.label)
      page.markup("<select")
      page.attribute("name", select.name)
      page.markup(">")
      for option in select.options {
        page.markup("<option")
        page.attribute("value", option.value)
        page.attribute("selected", isSet: option.value == select.value)
        page.markup(">")
        page.text(option.text)
        page.markup("</option>")
      }
      page.markup("</select>")
    }
  }
}

/// The way to the neighbouring pages, and what all of them hold.
struct Turns: Component {
  var previous: Link?
  var next: Link?
  var note: String

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "turns"]) { page in
      if let previous { page.add(Button.small(QueuePageWording.previous, .go(previous))) }
      if let next { page.add(Button.small(QueuePageWording.next, .go(next))) }
      page.element("span", ["class": "note"]) { $0.text(note) }
    }
  }
}

// The pieces of a clerk's desk: its head, what waits, marks in a row, two columns.
import Design
import HTML
import HTTP
import OfficeOperations

/// The head of a desk: what it is about, and how long there is time.
struct Opening: Component {
  var title: String
  var second: String?
  /// False where the page has its heading already.
  var isHeading: Bool
  var countdown: (note: String, days: (before: String, number: String, behind: String))?
  var isLate = false

  init(_ title: String, _ second: String?, isHeading: Bool = true) {
    self.title = title
    self.second = second
    self.isHeading = isHeading
  }

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "opening"]) { page in
      page.element("div") { page in
        if isHeading {
          page.element("h1", ["class": "title"]) { $0.text(title) }
        } else {
          page.element("h2", ["class": "title"]) { $0.text(title) }
        }
        if let second { page.element("p", ["class": "second"]) { $0.text(second) } }
      }
      guard let countdown else { return }
      page.element("div", ["class": isLate ? "countdown push is-late" : "countdown push"]) { page in
        page.element("p", ["class": "note"]) { $0.text(countdown.note) }
        page.element("p") { page in
          page.text(countdown.days.before)
          if !countdown.days.number.isEmpty { page.element("b") { $0.text(countdown.days.number) } }
          page.text(countdown.days.behind)
        }
      }
    }
  }
}

/// Two columns inside a page, so that several desks can follow each other.
struct Desk: Component {
  var main: [any Component]
  var side: [any Component]

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "desk"]) { page in
      page.element("div", ["class": "stack"]) { $0.add(main) }
      page.element("div", ["class": "side"]) { $0.add(side) }
    }
  }
}

/// Things to do, each with the button that leads there.
struct TaskList: Component {
  struct Task: Sendable {
    var judgement: Judgement
    var icon: Icon
    var title: String
    var link: Link
    var text: String
    var button: String
    var isMain = false
  }

  var tasks: [Task]

  func write(to page: inout MarkupWriter) {
    page.element("ol", ["class": "tasks"]) { page in
      for task in tasks {
        page.element("li") { page in
          page.element("span", ["class": task.judgement == .stop ? "is-stop" : "is-tell"]) {
            $0.add(task.icon)
          }
          page.element("div") { page in
            page.element("h3") { page in
              page.markup("<a")
              page.address("href", task.link.text)
              page.markup(">")
              page.text(task.title)
              page.markup("</a>")
            }
            page.element("p") { $0.text(task.text) }
          }
          page.add(Button.small(task.button, .go(task.link), look: task.isMain ? .main : .plain))
        }
      }
    }
  }
}

/// How many of the department's forms are submitted.
struct ProgressCount: Component {
  let done: Int
  let all: Int

  init(_ done: Int, of all: Int) { (self.done, self.all) = (done, all) }

  func write(to page: inout MarkupWriter) {
    page.element("p") { page in
      page.element("b") { $0.text(String(done)) }
      page.text(" / \(all)\u{A0}")
      page.text(ClerkWording.submittedForms)
    }
    page.startTag(
      "progress",
      [
        "max": String(all), "value": String(done), "aria-label": ClerkWording.submitted(done, of: all),
        "class": done >= all ? "is-full" : "is-open",
      ])
    page.markup("</progress>")
  }
}

/// What became of the unit's projects: score and grade.
struct ResultList: Component {
  let results: [ClerkDesk.PastResult]

  init(_ results: [ClerkDesk.PastResult]) { self.results = results }

  func write(to page: inout MarkupWriter) {
    page.element("dl", ["class": "facts is-ledger"]) { page in
      for result in results {
        page.element("dt") { page in
          page.markup("<a")
          page.address("href", Routes.formHistory(result.form).text)
          page.markup(">")
          page.text(result.project)
          page.markup("</a>")
        }
        page.element("dd") { page in
          page.text(result.score)
          if let grade = result.grade {
            page.text("\u{A0}")
            page.element("b") { $0.text(grade) }
          }
        }
      }
    }
  }
}

/// The findings of a form by how grave they are.
struct Tally: Component {
  var tally: FormTally

  init(_ tally: FormTally) { self.tally = tally }

  func write(to page: inout MarkupWriter) {
    page.element("span", ["class": "tally"]) { page in
      if tally.errors + tally.warnings + tally.hints == 0 {
        page.add(Mark(.pass, ClerkWording.noFindings))
        return
      }
      let marks = [
        (Judgement.stop, tally.errors, ClerkWording.errors), (.ask, tally.warnings, ClerkWording.warnings),
        (.tell, tally.hints, ClerkWording.hints),
      ]
      for (judgement, count, word) in marks where count > 0 {
        page.add(Mark(judgement, String(count), spoken: word))
      }
    }
  }
}

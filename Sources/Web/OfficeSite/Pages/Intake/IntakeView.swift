// What the preview of a form shows: which fields, in which order, and which one is looked at.
import Design
import Findings
import Forms
import HTML
import HTTP
import Model
import OfficeOperations
import Records
import Review
import Tables

/// One form of a document as the page shows it.
struct IntakeView {
  let opened: OpenedIntake
  let form: IntakeForm
  /// The path of the field that is looked at, as the address says.
  var at: String?
  /// What was typed into that field and not taken.
  var rejected: (text: String, sentence: String)?
  /// Why the form was not taken into a draft, with what was typed.
  var takingFaults: [FieldFault] = []
  var typed: FormFields?

  /// The doubtful fields, and a sure one that somebody wants to change.
  var listed: [IntakeField] {
    var fields = form.doubtful
    if let at, !fields.contains(where: { $0.path == at }),
      let field = form.fields.first(where: { $0.path == at })
    {
      fields.insert(field, at: 0)
    }
    return fields
  }

  /// The field that is looked at: the one in the address, else the first that nobody answered.
  var current: IntakeField? {
    listed.first { $0.path == at } ?? form.open.first
  }

  private var page: Link { Routes.intakeDocument(opened.intake.id) }

  func link(to form: IntakeForm) -> Link {
    page.with([(ConfirmList.formField, String(form.number))])
  }

  func link(to field: IntakeField) -> Link {
    page.with([(ConfirmList.formField, String(form.number)), (ConfirmList.atField, field.path)])
  }

  /// Where to go after a field was answered: the next open one, else the first, else the way to a draft.
  func link(after path: String) -> Link {
    let open = form.open
    let place = form.fields.firstIndex { $0.path == path } ?? 0
    let later = form.fields.suffix(from: place).first { $0.isDoubtful && $0.answer == nil && $0.path != path }
    guard let next = later ?? open.first else { return link(to: form).at(TakingPanel.anchor) }
    let number = form.doubtful.firstIndex { $0.path == next.path } ?? 0
    return link(to: next).at("k-\(number + 1)")
  }

  // MARK: Parts

  var original: any Component {
    guard let document = opened.document else { return Words("") }
    return OriginalView(
      document: document, sources: Set(form.doubtful.compactMap { SourceMark($0.place) }),
      current: SourceMark(current?.place), places: form.fields.compactMap(\.place))
  }

  /// 24 / 29 格有把握, as a bar.
  var sureness: any Component {
    let all = form.fields.count
    let sure = all - form.open.count
    return Finished { page in
      page.markup("<span class=\"filled\"><progress")
      page.attribute("max", max(all, 1))
      page.attribute("value", sure)
      page.attribute("aria-label", IntakePageWording.progress(sure, of: all))
      page.markup("></progress>")
      page.text(IntakePageWording.progress(sure, of: all))
      page.markup("</span>")
    }
  }

  func confirmContent(token: FormToken) -> [any Component] {
    let open = form.open.count
    let title =
      open > 0
      ? IntakePageWording.toConfirm(open)
      : form.doubtful.isEmpty ? IntakePageWording.allSure : IntakePageWording.allConfirmed
    var content: [any Component] = [Strip(title, note: open > 0 ? IntakePageWording.toConfirmAdvice : nil)]
    if !listed.isEmpty, form.draft == nil {
      content.append(
        ConfirmList(
          form: form, fields: listed, current: current, originals: originals,
          answer: Routes.answerField(opened.intake.id), page: page,
          cutOut: Routes.intakeCutOut(opened.intake.id), token: token, rejected: rejected))
    }
    return content
  }

  /// The texts of the cells and paragraphs that the listed fields came from.
  private var originals: [SourceMark: String] {
    var wanted = Set(listed.compactMap { SourceMark($0.place) })
    var texts: [SourceMark: String] = [:]
    func look(at table: Table) {
      for cell in table.cells {
        if let mark = SourceMark(table.place(of: cell)), wanted.remove(mark) != nil {
          texts[mark] = cell.text
        }
        cell.tables.forEach(look)
      }
    }
    for block in opened.document?.blocks ?? [] where !wanted.isEmpty {
      switch block {
      case .paragraph(let paragraph):
        if let mark = SourceMark(paragraph.place), wanted.remove(mark) != nil { texts[mark] = paragraph.text }
      case .table(let table): look(at: table)
      }
    }
    return texts
  }

  var findingsContent: [any Component] {
    var content: [any Component] = []
    let reading = (form.findings + opened.findings).filter { $0.rule != Self.ruleOfPictures }
    if !reading.isEmpty {
      content.append(Strip(IntakePageWording.readingFindings))
      content.append(
        FindingList(
          reading.prefix(Self.findingsMax).map { finding in
            FindingCard(finding.severity.judgement, nil, finding.message)
          }))
    }
    if !form.review.isEmpty {
      content.append(Strip(IntakePageWording.findings))
      content.append(
        FindingList(
          form.review.prefix(Self.findingsMax).enumerated().map { number, finding in
            FindingCard((finding.severity ?? .info).judgement, number + 1, finding.message)
          }))
    }
    return content
  }

  private static let findingsMax = 60
  /// What it says of scanned forms is the list of fields itself.
  private static let ruleOfPictures = "R10"

  /// The fields that need no answer, as a table.
  var sureContent: any Component {
    let fields = form.fields.filter { !$0.isDoubtful }
    let rows = fields.map { field in
      var text = field.text
      if case .corrected(let corrected) = field.answer { text = corrected }
      var buttons: [any Component] = []
      if let mark = SourceMark(field.place) {
        buttons.append(Button.small(IntakePageWording.show, .go(link(to: field).at(mark.id)), look: .quiet))
      }
      if form.draft == nil {
        buttons.append(Button.small(IntakePageWording.change, .go(link(to: field).at("k-1")), look: .quiet))
      }
      return ListTable.Row(
        Words(FieldWording.label(field.path, in: form.form)),
        [Paragraph(.written, text), Confidence(percent: field.confidence), Buttons(buttons)])
    }
    return Group([
      Strip(IntakePageWording.sure(fields.count), note: IntakePageWording.sureNote),
      ListTable(
        IntakePageWording.sure(fields.count),
        columns: [
          .init(IntakePageWording.field), .init(IntakePageWording.text), .init(IntakePageWording.sureness),
          .init(""),
        ], rows: rows),
    ])
  }
}

extension Severity {
  /// As pages show it.
  var judgement: Judgement {
    switch self {
    case .error: .stop
    case .warning: .ask
    case .info: .tell
    }
  }
}

/// A heading inside the reading, with a line about it.
struct Strip: Component {
  var title: String
  var note: String?

  init(_ title: String, note: String? = nil) {
    self.title = title
    self.note = note
  }

  func write(to page: inout MarkupWriter) {
    page.element("header", ["class": "strip"]) { page in
      page.element("h2", ["class": "head"]) { $0.text(title) }
      if let note { page.element("p", ["class": "note"]) { $0.text(note) } }
    }
  }
}

/// Several pieces as one.
struct Group: Component {
  var content: [any Component]

  init(_ content: [any Component]) { self.content = content }

  func write(to page: inout MarkupWriter) { page.add(content) }
}

// What was read, field by field: doubtful ones first, each with what the original says and how to answer.
import Design
import Findings
import Forms
import HTML
import HTTP
import Model
import OfficeOperations
import Tables

/// The fields that want an answer, one form each, so that everything works without a script.
struct ConfirmList: Component {
  var form: IntakeForm
  var fields: [IntakeField]
  var current: IntakeField?
  /// Texts of the original's cells, by place.
  var originals: [SourceMark: String]
  /// Where answers are sent.
  var answer: Link
  /// The page, for looking at a field.
  var page: Link
  /// Where the pictures are.
  var cutOut: Link
  var token: FormToken
  /// What was typed into the current field and not taken, with the reason.
  var rejected: (text: String, sentence: String)?

  static let formField = "form"
  static let pathField = "path"
  static let valueField = "value"
  static let atField = "at"

  func write(to page: inout MarkupWriter) {
    page.element("ol", ["class": "confirms"]) { page in
      for (number, field) in fields.enumerated() { write(field, number + 1, to: &page) }
    }
  }

  private func write(_ field: IntakeField, _ number: Int, to page: inout MarkupWriter) {
    let isCurrent = field.path == current?.path
    let mark = SourceMark(field.place)
    page.markup("<li")
    page.attribute("id", "k-\(number)")
    page.attribute(
      "class", "confirm" + (isCurrent ? " is-current" : "") + (field.answer == nil ? "" : " is-done"))
    if let mark { page.attribute("data-source", mark.id) }
    page.markup("><form method=\"post\" class=\"confirm-form\"")
    page.address("action", answer.text)
    page.markup(">")
    page.add(Hidden(FormToken.fieldName, token.masked))
    page.add(Hidden(Self.formField, String(form.number)))
    page.add(Hidden(Self.pathField, field.path))
    let isWide = field.part.map { Self.pixels($0.area.width) > Self.widthBeside } ?? false
    page.element("div", ["class": isWide ? "confirm-pair has-wide" : "confirm-pair"]) { page in
      writeOriginal(field, mark, to: &page)
      writeQuestion(field, number, isCurrent: isCurrent, to: &page)
    }
    page.element("div", ["class": "confirm-side"]) { page in
      page.add(Confidence(percent: field.confidence))
      if let said = said(field) { page.add(said) }
      page.markup("<button type=\"submit\"")
      page.attribute("class", isCurrent ? "button is-small is-main" : "button is-small")
      if isCurrent { page.attribute("autofocus", isSet: true) }
      page.markup(">")
      page.text(IntakePageWording.right)
      if isCurrent { page.element("kbd") { $0.text(IntakePageWording.keys[0].0) } }
      page.markup("</button>")
    }
    page.markup("</form></li>")
  }

  private func writeQuestion(
    _ field: IntakeField, _ number: Int, isCurrent: Bool, to page: inout MarkupWriter
  ) {
    page.element("div", ["class": "confirm-question"]) { page in
      page.element("label", ["for": "v-\(number)"]) { page in
        page.text("\(number)\u{3000}")
        page.text(FieldWording.label(field.path, in: form.form))
      }
      writeValue(field, number, isCurrent: isCurrent, to: &page)
      if isCurrent, let rejected {
        page.element("p", ["class": "fault", "id": "v-\(number)-fault"]) { page in
          page.add(Icon.stop)
          page.element("span") { $0.text(rejected.sentence) }
        }
      }
      page.element("p", ["class": "reading"]) { page in
        page.text(IntakePageWording.place(field.place) ?? IntakePageWording.noPlace)
      }
    }
  }

  /// The cell that it came from, as it stands on paper where that can be shown, else its text; pressing it
  /// shows the cell in the original.
  private func writeOriginal(_ field: IntakeField, _ mark: SourceMark?, to page: inout MarkupWriter) {
    guard let mark else {
      page.element("span", ["class": "crop note"]) { $0.text(IntakePageWording.noPlace) }
      return
    }
    page.markup("<a")
    page.attribute("class", field.part == nil ? "crop" : "crop is-picture")
    let link = self.page.with([(Self.formField, String(form.number)), (Self.atField, field.path)])
    page.address("href", link.at(mark.id).text)
    page.attribute("title", IntakePageWording.cell)
    page.markup(">")
    if let part = field.part {
      writePicture(of: part, field, to: &page)
    } else {
      page.text(Self.short(originals[mark] ?? field.text))
    }
    page.markup("</a>")
  }

  /// Pixels of the column beside the question, as the style sheet has it, within its border.
  private static let widthBeside = 126

  /// As large as on paper: tenths of a point in pixels of 96 an inch.
  private static func pixels(_ tenths: Int) -> Int { max(1, tenths * 2 / 15) }

  /// Its size stands there before it has come.
  private func writePicture(of part: PagePart, _ field: IntakeField, to page: inout MarkupWriter) {
    page.markup("<img loading=\"lazy\" decoding=\"async\"")
    let link = cutOut.with([(Self.formField, String(form.number)), (Self.pathField, field.path)])
    page.address("src", link.text)
    page.attribute("width", Self.pixels(part.area.width))
    page.attribute("height", Self.pixels(part.area.height))
    page.attribute("alt", IntakePageWording.onPaper(FieldWording.label(field.path, in: form.form)))
    page.markup(">")
  }

  private func writeValue(
    _ field: IntakeField, _ number: Int, isCurrent: Bool, to page: inout MarkupWriter
  ) {
    var text = field.text
    if case .corrected(let corrected) = field.answer { text = corrected }
    if isCurrent, let rejected { text = rejected.text }
    let isLong = text.utf8.count > 90 || text.utf8.contains(0x0A)
    page.markup(isLong ? "<textarea rows=\"3\"" : "<input type=\"text\"")
    page.attribute("id", "v-\(number)")
    page.attribute("name", Self.valueField)
    page.attribute("autocomplete", "off")
    if isCurrent, rejected != nil {
      page.attribute("aria-invalid", "true")
      page.attribute("aria-describedby", "v-\(number)-fault")
    }
    if isLong {
      page.markup(">")
      page.text(text)
      page.markup("</textarea>")
    } else {
      page.attribute("value", text)
      page.markup(">")
    }
  }

  private func said(_ field: IntakeField) -> Tag? {
    switch field.answer {
    case .confirmed: Tag(.approved, IntakePageWording.confirmed)
    case .corrected: Tag(.approved, IntakePageWording.corrected)
    case nil: field.isLeftOut ? Tag(.soon, IntakePageWording.leftOut) : nil
    }
  }

  private static func short(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ")
    return line.count > 24 ? line.prefix(23) + "…" : line
  }
}

/// How sure a reading is: three boxes and a word.
struct Confidence: Component {
  var percent: Int

  func write(to page: inout MarkupWriter) {
    let filled = percent < 60 ? 1 : percent < 80 ? 2 : 3
    let style = filled == 1 ? " is-low" : filled == 2 ? " is-middle" : ""
    page.startTag("span", ["class": "confidence" + style])
    page.markup("<svg viewBox=\"-.5 -.5 35 9\" aria-hidden=\"true\">")
    for box in 0..<3 {
      page.markup("<rect y=\"0\" width=\"10\" height=\"8\"")
      page.attribute("x", box * 12)
      page.attribute("class", box < filled ? "is-filled" : "is-hollow")
      page.markup("/>")
    }
    page.markup("</svg>")
    page.text(IntakePageWording.confidence(percent))
    page.markup("</span>")
  }
}

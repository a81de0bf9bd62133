// One field of the record in the editor: what is asked, what it says, whether it can be written.
import Design
import Forms
import HTML

/// A field; written as a text area that grows, or as plain text where it is locked.
struct EditorField: Sendable {
  /// What is typed into it.
  enum Kind: Sendable {
    case text
    /// Long text.
    case prose
    /// A number with what stands printed behind it: 元, 万元, %.
    case number(unit: String?)
  }

  var name: String
  /// What is asked, for screen readers.
  var label: String
  var text: String
  var kind: Kind
  var isOpen: Bool
  var isWrong = false
  /// Ids of what explains it.
  var describedBy: [String] = []
  /// Lines that the text is likely to take, for browsers that cannot measure it.
  var lines = 1

  init(_ pointer: String, text: String, unit: String?, face: FormFace, characters: Int) {
    name = face.name(pointer)
    label = FieldWording.label(String(pointer.dropFirst()), in: face.form)
    if let unit { label += FormPageWording.inUnit(unit) }
    self.text = text
    isOpen = face.canWrite(pointer)
    kind = Self.kind(of: pointer, unit: unit)
    isWrong =
      face.isUnreadable(pointer) || face.marks[pointer]?.contains { $0.judgement == .stop } ?? false
    lines = Self.lines(of: text, characters: characters)
    if face.readings[pointer] != nil { describedBy.append("r-" + name) }
    for mark in face.marks[pointer] ?? [] { describedBy.append(mark.anchor) }
  }

  private static let wholeNumbers: Set<Substring> = [
    "startYear", "endYear", "staff", "subordinateUnits", "month",
  ]
  private static let proseColumns: Set<Substring> = [
    "fundUse", "content", "expected", "goal", "conclusion", "problems", "basis", "description",
  ]

  private static func kind(of pointer: String, unit: String?) -> Kind {
    let last = FieldPointer(pointer).last
    if let unit { return .number(unit: unit) }
    if Self.wholeNumbers.contains(last) {
      return .number(unit: nil)
    }
    let isProse =
      pointer.utf8.starts(with: "/goals/".utf8) || pointer.utf8.starts(with: "/measures".utf8)
      || proseColumns.contains(last)
      || pointer.utf8.starts(with: "/subgoals/".utf8) && last == "indicators"
    return isProse ? .prose : .text
  }

  /// Lines of so many Han characters; a letter or digit is half of one.
  private static func lines(of text: String, characters: Int) -> Int {
    var lines = 1
    var width = 0
    for scalar in text.unicodeScalars {
      let step = scalar == "\n" ? 0 : scalar.value < 0x2E80 ? 1 : 2
      if scalar == "\n" || width + step > 2 * max(characters, 1) {
        lines += 1
        width = 0
      }
      width += step
    }
    return min(lines, 40)
  }

  func write(to page: inout MarkupWriter) {
    guard isOpen else {
      page.element("span", ["class": Self.plainStyle(kind)]) { $0.text(text) }
      return
    }
    page.markup("<textarea class=\"field")
    switch kind {
    case .text: page.markup("\"")
    case .prose: page.markup(" is-prose\"")
    case .number(nil): page.markup("\" inputmode=\"numeric\"")
    case .number: page.markup(" is-number\" inputmode=\"decimal\"")
    }
    page.attribute("name", name)
    if case .number(FormPageWording.tenThousandYuan) = kind { page.attribute("data-unit", "large") }
    page.attribute("rows", lines)
    page.attribute("aria-label", label)
    if !describedBy.isEmpty { page.attribute("aria-describedby", describedBy.joined(separator: " ")) }
    if isWrong { page.attribute("aria-invalid", "true") }
    page.markup(" autocomplete=\"off\" spellcheck=\"false\">\n")
    page.text(text)
    page.markup("</textarea>")
  }

  private static func plainStyle(_ kind: Kind) -> String {
    if case .number(_?) = kind { "plain is-number" } else { "plain" }
  }
}

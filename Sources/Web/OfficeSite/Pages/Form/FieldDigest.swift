// What the fields of a page said when it was shown: a form without a script tells by it what was changed.
import FormDrafts
import HTTP
import OfficeOperations

/// Names of fields with a short hash of what each said.
enum FieldDigest {
  /// `goals/annual:1f3a… budget/total:0`: names hold neither blanks nor colons.
  static func text(
    of written: [(name: String, text: String, unit: String?)], stored around: FormSurroundings,
    draft: FormDraft
  ) -> String {
    written.map { field in
      // where something else is shown than what is stored, the next press counts as a change
      let isShownAsTyped =
        around.typed[field.name] != nil || around.conflicts.contains { $0.path == field.name }
      let text = isShownAsTyped ? "\u{0}" : field.text
      let isLarge = field.unit == FormPageWording.tenThousandYuan
      return "\(field.name):\(hash(text))\(isLarge ? largeMark : "")"
    }.joined(separator: " ")
  }

  /// The fields of a sent form that say something else than was shown, as edits by name.
  static func changed(in form: FormFields, shown: String) -> [(name: String, edit: DraftEdit)] {
    var was: [Substring: Substring] = [:]
    for part in shown.split(separator: " ") {
      guard let colon = part.lastIndex(of: ":") else { continue }
      was[part[..<colon]] = part[part.index(after: colon)...]
    }
    return form.fields.compactMap { field in
      guard let before = was[field.name[...]] else { return nil }
      let isLarge = before.hasSuffix(largeMark)
      let text = plainLines(field.value)
      guard hash(text) != (isLarge ? before.dropLast() : before) else { return nil }
      return (field.name, .set(path: field.name, typed: text, scale: isLarge ? .tenThousandYuan : .yuan))
    }
  }

  /// Behind the hash of amounts that the sheet prints in 万元; no digit of base 36.
  private static let largeMark = "*"

  /// Browsers send lines with CR LF.
  static func plainLines(_ text: String) -> String { text.replacing("\r\n", with: "\n") }

  private static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash >> 24, radix: 36)
  }
}

// Forms with something in every field, for laws about the editor.
import FormDrafts
import Forms
import JSONText
import Model

enum FilledForms {
  /// What nobody should be able to break a page with, and what spreadsheets would run.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><b>x</b>", "=1+1", "@SUM(A1)",
    "&lt;b&gt; &amp;", "' onfocus='x", "]]>--><!--", "\u{202E}txt", "{{7*7}}${7*7}",
  ]

  /// A draft of a kind: every field filled, so many rows in every list.
  static func draft(
    of kind: FormKind, rows: Int = 3, text: (String) -> String = { "值 \($0)" }
  ) -> FormDraft {
    let schema = DraftSchema.of(kind)
    var changes: [FieldChange] = []
    func change(_ path: String, _ field: FieldKind, _ words: String) {
      var json = JSONWriter()
      switch field {
      case .text: json.value(words)
      case .whole: json.value(rawNumber: path.hasSuffix("month") ? String(changes.count % 12 + 1) : "2026")
      case .money: json.value("1234500.00")
      case .decimal: json.value("20")
      }
      changes.append(FieldChange(path: path, value: json.text))
    }
    for shape in schema.fields { change(shape.path, shape.kind, text(shape.path)) }
    for (list, columns) in schema.lists {
      for row in 0..<rows {
        let key = "\(list.rawValue)/k\(row + 1)"
        changes.append(
          FieldChange(path: key + "/order", value: "\"\(Character(UnicodeScalar(UInt8(98 + row % 20))))\""))
        for column in columns {
          let words =
            switch column.path {
            case "level1": row * 2 < rows ? "产出指标" : "效益指标"
            case "level2": row * 2 < rows ? "数量指标" : "社会效益指标"
            default: text("\(key)/\(column.path)")
            }
          change("\(key)/\(column.path)", column.kind, words)
        }
      }
    }
    return FormDraft(kind: kind).applying(changes)
  }

  /// Layouts with a kind of form that they print.
  static let layouts: [(FormLayout, FormKind)] = FormLayout.allCases.flatMap { layout in
    FormKind.allCases.filter(layout.kinds.contains).map { (layout, $0) }
  }
}

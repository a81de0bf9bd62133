// Lays a record out, reads the sheet in again, and tells what differs.
import Model
import Recognition

@testable import Forms

struct RoundTrip {
  let laidOut: LaidOutForm
  /// What differs between the record that the sheet shows and the one that is read from it.
  let differences: [String]

  init(_ form: Form, in layout: FormLayout, options: FormSheetOptions = .init()) {
    laidOut = layout.layOut(form, options: options)
    let forms = Recognizer().recognize(SheetDocument.document(of: laidOut.sheet)).forms.map(\.form)
    guard forms.count == 1 else {
      differences = ["\(forms.count) forms"]
      return
    }
    differences = Self.differences(laidOut.printed, forms[0])
  }

  /// Field by field; equal records have none.
  static func differences(_ wanted: Form, _ got: Form) -> [String] {
    guard wanted != got else { return [] }
    var differences = wanted.kind == got.kind ? [] : ["kind: \(wanted.kind) → \(got.kind)"]
    let one = RecordFields(wanted)
    let other = RecordFields(got)
    for field in one.all where other[field.path] != field.text {
      differences.append("\(field.path): \(field.text) → \(other[field.path] ?? "nothing")")
    }
    for field in other.all where one[field.path] == nil {
      differences.append("\(field.path): nothing → \(field.text)")
    }
    return differences.isEmpty ? ["lists"] : differences
  }
}

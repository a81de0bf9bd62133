// What differs between two records, field by field.
import Forms
package import Model

/// One field that is not the same.
package struct RecordDifference: Sendable, Equatable {
  /// The form's number in its file, from 0.
  package var form: Int
  /// The field's path: `indicators/3/weight`; empty where a whole form is missing or too many.
  package var path: String
  /// What people call the field.
  package var label: String
  /// Nil for a blank field.
  package var wanted: String?
  package var got: String?

  /// The differences of two lists of forms; empty where they are equal.
  package static func between(_ wanted: [Form], _ got: [Form]) -> [RecordDifference] {
    var differences: [RecordDifference] = []
    for number in 0..<max(wanted.count, got.count) {
      guard number < wanted.count, number < got.count else {
        differences.append(
          RecordDifference(
            form: number, path: "", label: ExportWording.wholeForm,
            wanted: number < wanted.count ? ExportWording.name(of: wanted[number]) : nil,
            got: number < got.count ? ExportWording.name(of: got[number]) : nil))
        continue
      }
      differences += between(wanted[number], got[number], number: number)
    }
    return differences
  }

  private static func between(_ wanted: Form, _ got: Form, number: Int) -> [RecordDifference] {
    guard wanted != got else { return [] }
    var differences: [RecordDifference] = []
    func add(_ path: String, _ one: String?, _ other: String?) {
      differences.append(
        RecordDifference(
          form: number, path: String(path.dropFirst()), label: FieldWording.label(path, in: wanted),
          wanted: one, got: other))
    }
    if wanted.kind != got.kind { add("/kind", ExportWording.kind(wanted.kind), ExportWording.kind(got.kind)) }
    let one = RecordFields(wanted)
    let other = RecordFields(got)
    for field in one.all where other[field.path] != field.text {
      add(field.path, field.text, other[field.path])
    }
    for field in other.all where one[field.path] == nil { add(field.path, nil, field.text) }
    // Only blank entries of lists differ: rows that hold nothing.
    if differences.isEmpty { add("/rows", nil, nil) }
    return differences
  }
}

// What people typed into a form, read field by field until every fault is known.
import Rosters

/// Collects the faults of a form's fields.
struct TypedFields {
  private(set) var faults: [FieldFault] = []

  /// Reads a field that has to be there; nil and a fault where it is wrong.
  mutating func read<Value>(
    _ field: String, _ text: String, _ reading: (String) throws(RosterProblem) -> Value
  ) -> Value? {
    do throws(RosterProblem) {
      return try reading(text.trimmed)
    } catch {
      tell(field, error == .lostZeros ? RosterProblem.notCode.sentence : error.sentence)
      return nil
    }
  }

  /// Reads a field that may be blank; nil where it is, or is wrong.
  mutating func readOptional<Value>(
    _ field: String, _ text: String, _ reading: (String) throws(RosterProblem) -> Value
  ) -> Value? {
    text.trimmed.isEmpty ? nil : read(field, text, reading)
  }

  /// Notes a fault.
  mutating func tell(_ field: String, _ sentence: String) { faults.append(FieldFault(field, sentence)) }

  /// - Throws: `.fields` where there are faults.
  func check() throws(OfficeRefusal) {
    if !faults.isEmpty { throw .fields(faults) }
  }
}

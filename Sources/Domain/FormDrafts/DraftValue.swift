// The value of a field as a draft keeps it: a text or a number of JSON.
import JSONText
import Quantities

/// A text, or a whole number as spelled. What was typed and cannot be read as the field's kind is a text.
enum DraftValue: Hashable {
  case text(String)
  case number(String)

  /// Nil for JSON that is no text and no number.
  init?(json: String) {
    guard let value = try? JSONReader.read(Array(json.utf8)) else { return nil }
    switch value {
    case .text(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .null, .truth, .list, .object: return nil
    }
  }

  var json: String {
    var json = JSONWriter()
    switch self {
    case .text(let text): json.value(text)
    case .number(let number): json.value(rawNumber: number)
    }
    return json.text
  }

  /// As people see it.
  var text: String {
    switch self {
    case .text(let text), .number(let text): text
    }
  }

  /// True where it can be read as the kind of its field.
  func isReadable(as kind: FieldKind) -> Bool {
    switch (kind, self) {
    case (.text, _): true
    case (.whole, .number(let number)): Int(number) != nil
    case (.whole, .text): false
    // Only as the record writes it: a typed text that was not read must not be taken for yuan later.
    case (.money, .text(let text)):
      ExactDecimal(text).flatMap { Money(yuan: $0) }?.description == text
    case (.money, .number): false
    case (.decimal, .text(let text)): ExactDecimal(text) != nil
    case (.decimal, .number): false
    }
  }
}

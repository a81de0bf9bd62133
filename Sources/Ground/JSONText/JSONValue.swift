// A JSON text as a tree of values.

/// One value of a JSON text; numbers keep their spelling, objects their order.
package enum JSONValue: Sendable, Equatable {
  case null
  case truth(Bool)
  /// The number as spelled: `-1.50e3`.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([Member])

  /// One key of an object and its value.
  package struct Member: Sendable, Equatable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of an object's key, the first where it is repeated; nil where there is none.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a text, else nil.
  package var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  /// A whole number, or nil for fractions, other kinds and numbers beyond 64 bits.
  package var whole: Int? {
    if case .number(let spelling) = self { return Int(spelling) }
    return nil
  }

  /// The elements of a list, else nil.
  package var elements: [JSONValue]? {
    if case .list(let elements) = self { return elements }
    return nil
  }

  /// The members of an object, else nil.
  package var members: [Member]? {
    if case .object(let members) = self { return members }
    return nil
  }
}

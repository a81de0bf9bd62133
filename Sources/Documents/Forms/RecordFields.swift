// The fields of a record by path, as the record format names them.
import JSONText
package import Model

/// Every filled field of a form, flat: `/project/name`, `/indicators/3/annualValue`.
package struct RecordFields: Sendable {
  /// One filled field; money in yuan with two digits, numbers as digits.
  package struct Field: Sendable, Equatable {
    package var path: String
    package var text: String
  }

  package let form: Form
  /// In the order of the record format, the kind left out.
  package let all: [Field]
  private let byPath: [String: String]
  private let tree: JSONValue

  package init(_ form: Form) {
    self.form = form
    var json = JSONWriter()
    json.object { json in form.writeMembers(to: &json) }
    // What the writer has written can be read.
    let tree = (try? JSONReader.read(json.bytes)) ?? .null
    var all: [Field] = []
    Self.collect(tree, at: "", into: &all)
    self.tree = tree
    self.all = all
    byPath = Dictionary(all.map { ($0.path, $0.text) }) { first, _ in first }
  }

  /// The text of a filled field.
  package subscript(path: String) -> String? { byPath[path] }

  private static func collect(_ value: JSONValue, at path: String, into fields: inout [Field]) {
    switch value {
    case .null, .truth: return
    case .number(let text), .text(let text):
      if path != "/kind" { fields.append(Field(path: path, text: text)) }
    case .list(let elements):
      for (index, element) in elements.enumerated() {
        collect(element, at: "\(path)/\(index)", into: &fields)
      }
    case .object(let members):
      for member in members { collect(member.value, at: "\(path)/\(member.key)", into: &fields) }
    }
  }

  /// The form with only some of its fields, and some with other texts.
  func form(keeping kept: Set<String>, replacing replaced: [String: String]) -> Form {
    (try? Form(rewritten(tree, at: "", kept, replaced))) ?? form
  }

  private func rewritten(
    _ value: JSONValue, at path: String, _ kept: Set<String>, _ replaced: [String: String]
  ) -> JSONValue {
    switch value {
    case .list(let elements):
      let pairs = elements.enumerated().map {
        ($0.element, rewritten($0.element, at: "\(path)/\($0.offset)", kept, replaced))
      }
      // an entry of which nothing is kept is gone
      return .list(pairs.filter { Self.isBlank($0.0) || !Self.isBlank($0.1) }.map(\.1))
    case .object(let members):
      return .object(
        members.map {
          JSONValue.Member(key: $0.key, value: rewritten($0.value, at: "\(path)/\($0.key)", kept, replaced))
        })
    case .null, .truth, .number, .text:
      if path == "/kind" { return value }
      if let text = replaced[path] { return path == "/fiscalYear" ? .number(text) : .text(text) }
      return kept.contains(path) ? value : .null
    }
  }

  private static func isBlank(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .truth, .number, .text: false
    case .list(let elements): elements.allSatisfy(isBlank)
    case .object(let members): members.allSatisfy { isBlank($0.value) }
    }
  }
}

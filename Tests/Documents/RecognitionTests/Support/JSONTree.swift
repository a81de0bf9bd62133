// A JSON text as a tree, so that records are compared by their leaves as the record format names them.
import Foundation

/// A parsed JSON value; numbers are kept as whole numbers or as text.
enum JSONTree: Decodable, Equatable, Sendable {
  case object([String: JSONTree])
  case array([JSONTree])
  case text(String)
  case nothing

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let object = try? value.decode([String: JSONTree].self) {
      self = .object(object)
    } else if let array = try? value.decode([JSONTree].self) {
      self = .array(array)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let number = try? value.decode(Int.self) {
      self = .text(String(number))
    } else if let number = try? value.decode(Decimal.self) {
      self = .text("\(number)")
    } else {
      self = .nothing
    }
  }

  init(_ bytes: some Sequence<UInt8>) throws {
    self = try JSONDecoder().decode(JSONTree.self, from: Foundation.Data(bytes))
  }

  subscript(key: String) -> JSONTree {
    if case .object(let members) = self { members[key] ?? .nothing } else { .nothing }
  }

  var items: [JSONTree] {
    if case .array(let items) = self { items } else { [] }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// Every leaf that is present, by its path: `project/name`, `indicators/0/annualValue`.
  var leaves: [String: String] {
    var leaves: [String: String] = [:]
    collect(into: &leaves, at: "")
    return leaves
  }

  private func collect(into leaves: inout [String: String], at path: String) {
    let lead = path.isEmpty ? "" : path + "/"
    switch self {
    case .nothing: return
    case .text(let text): leaves[path] = text
    case .object(let members): for (key, member) in members { member.collect(into: &leaves, at: lead + key) }
    case .array(let items):
      for (index, item) in items.enumerated() { item.collect(into: &leaves, at: lead + String(index)) }
    }
  }
}

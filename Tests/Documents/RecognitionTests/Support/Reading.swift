// What recognition made of a document, in the words of the record format.
import Findings
import JSONText
import Model
import Tables
import Testing

@testable import Recognition

/// The forms of a document as trees of the record format, for short expectations.
struct Reading {
  let result: RecognitionResult
  let forms: [JSONTree]

  init(_ document: Document) throws {
    let result = Recognizer().recognize(document)
    var json = JSONWriter()
    json.object { json in result.writeMembers(to: &json) }
    self.result = result
    forms = try JSONTree(json.bytes)["forms"].items
  }

  /// Reads a drawing of tables and lines.
  init(_ drawing: String) throws {
    try self.init(TableText.document(drawing))
  }

  /// The only form's field at a path; nil where it is absent or the document has not exactly one form.
  func field(_ path: String) -> String? {
    forms.count == 1 ? field(path, ofForm: 0) : nil
  }

  func field(_ path: String, ofForm index: Int) -> String? {
    guard forms.indices.contains(index) else { return nil }
    return path.split(separator: "/").reduce(forms[index]) { tree, key in
      Int(key).map { tree.items.indices.contains($0) ? tree.items[$0] : .nothing } ?? tree[String(key)]
    }.text
  }

  /// One line an indicator: the texts of some columns with ` | ` between them, `·` where a text is absent.
  func indicators(
    _ columns: String = "level1 level2 name annualValue", ofForm index: Int = 0
  ) -> [String] {
    rows("indicators", columns, ofForm: index)
  }

  /// One line an item of a list of the record: indicators, funds, tasks, spendingPlan, subgoals.
  func rows(_ list: String, _ columns: String, ofForm index: Int = 0) -> [String] {
    guard forms.indices.contains(index) else { return [] }
    return forms[index][list].items.map { item in
      columns.split(separator: " ").map { item[String($0)].text ?? "·" }.joined(separator: " | ")
    }
  }

  /// The record's own leaves of a form: without provenance and confidence.
  func record(_ index: Int = 0) -> [String: String] {
    guard forms.indices.contains(index), case .object(var members) = forms[index] else { return [:] }
    members["provenance"] = nil
    members["confidence"] = nil
    return JSONTree.object(members).leaves
  }

  /// The rules that spoke, in order.
  var rules: [String] { result.findings.map(\.rule) }
}

// Files of records: import results, lists of forms, single forms; one value, or one a line.
import Findings
import JSONText
import Model

enum RecordFile {
  /// A form with what an import found in it.
  struct Entry {
    var form: Form
    var findings: [Finding] = []
    var places: [String: Place] = [:]
  }

  /// True where the first sign is a brace or bracket of JSON, behind blanks and a byte order mark, and what
  /// follows is neither a word of RTF nor a Chinese text in brackets.
  static func looksLikeOne(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var signs = bytes[start...].lazy.filter { $0 > 0x20 }.makeIterator()
    guard let first = signs.next(), first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return false
    }
    return signs.next().map { $0 != UInt8(ascii: "\\") && $0 < 0x80 } ?? true
  }

  static func read(_ bytes: [UInt8]) throws(RecordFileFailure) -> [Entry] {
    switch parsed(bytes) {
    case .success(let value): return try entries(of: value)
    case .failure(let failure) where failure.problem == .trailingText:
      var entries: [Entry] = []
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.contains(where: { $0 > 0x20 }) {
        switch parsed(Array(line)) {
        case .success(let value): entries += try self.entries(of: value)
        case .failure(let failure): throw .notJSON(failure)
        }
      }
      return entries
    case .failure(let failure): throw .notJSON(failure)
    }
  }

  private static func parsed(_ bytes: [UInt8]) -> Result<JSONValue, JSONFailure> {
    do throws(JSONFailure) { return .success(try JSONReader.read(bytes)) } catch { return .failure(error) }
  }

  /// An import result or any object with `forms`; a list of forms; one form.
  private static func entries(of value: JSONValue) throws(RecordFileFailure) -> [Entry] {
    if let forms = value["forms"]?.elements {
      return try entries(of: forms, findings: value["findings"]?.elements ?? [])
    }
    if let forms = value.elements { return try entries(of: forms, findings: []) }
    guard value["kind"] != nil else { throw .noForms }
    return try entries(of: [value], findings: [])
  }

  private static func entries(
    of forms: [JSONValue], findings: [JSONValue]
  ) throws(RecordFileFailure) -> [Entry] {
    let read = Dictionary(grouping: findings.compactMap(finding)) { $0.form }
    var entries: [Entry] = []
    for (index, json) in forms.enumerated() {
      do throws(RecordFailure) {
        entries.append(Entry(form: try Form(json), findings: read[index] ?? []))
      } catch {
        throw .wrongForm(number: index + 1, error)
      }
    }
    return entries
  }

  /// A finding of an import result; nil for what is none.
  private static func finding(_ json: JSONValue) -> Finding? {
    guard let rule = json["rule"]?.text, let message = json["message"]?.text,
      let severity = json["severity"]?.text.flatMap({ Severity(rawValue: $0) })
    else { return nil }
    return Finding(
      rule: rule, severity: severity, form: json["form"]?.whole, field: json["field"]?.text, message: message)
  }
}

// Writes what recognition found as JSON: forms with provenance and confidence, then findings.
import Findings
package import JSONText
import Model

extension RecognitionResult {
  /// Writes the members `forms` and `findings` of an import result.
  package func writeMembers(to json: inout JSONWriter) {
    json.key("forms")
    json.array { json in
      for form in forms { form.write(to: &json) }
    }
    json.key("findings")
    json.array { json in
      for finding in findings { finding.write(to: &json) }
    }
  }
}

extension RecognizedForm {
  func write(to json: inout JSONWriter) {
    json.object { json in
      form.writeMembers(to: &json)
      json.key("provenance")
      json.object { json in
        for (path, place) in provenance.sorted(by: { $0.key < $1.key }) {
          json.key(path)
          place.write(to: &json)
        }
      }
      json.key("confidence")
      json.object { json in
        for (path, percent) in confidence.sorted(by: { $0.key < $1.key }) {
          json.key(path)
          json.value(rawNumber: percent >= 100 ? "1" : percent < 10 ? "0.0\(percent)" : "0.\(percent)")
        }
      }
    }
  }
}

extension Finding {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("rule", rule)
      json.member("severity", severity.rawValue)
      json.member("form", form)
      json.member("field", field)
      json.member("message", message)
      json.key("place")
      if let place { place.write(to: &json) } else { json.value(nil as String?) }
    }
  }
}

extension Place {
  func write(to json: inout JSONWriter) {
    json.object { json in
      if let page { json.member("page", page) }
      if let sheet { json.member("sheet", sheet) }
      if let table { json.member("table", table) }
      if let row { json.member("row", row) }
      if let column { json.member("column", column) }
      if let line { json.member("line", line) }
    }
  }
}

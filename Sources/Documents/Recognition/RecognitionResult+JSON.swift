// Writes what recognition found as JSON: forms with provenance and confidence, then findings.
import Findings
import FormVocabulary
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
  /// Percent as a number between 0 and 1: 98 → `0.98`.
  private static func share(_ percent: Int) -> String {
    percent >= 100 ? "1" : percent < 10 ? "0.0\(percent)" : "0.\(percent)"
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      form.writeMembers(to: &json)
      json.key("provenance")
      json.object { json in
        forEachField { field in
          guard let place = field.place else { return }
          json.key(field.path)
          place.write(to: &json)
        }
      }
      json.key("confidence")
      json.object { json in
        forEachField { field in
          json.key(field.path)
          json.value(rawNumber: Self.share(field.confidence))
        }
      }
      guard !toConfirm.isEmpty else { return }
      json.key("toConfirm")
      json.array { json in
        forEachField { field in
          if toConfirm[field.path] != nil { json.value(field.path) }
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
      if let box {
        json.key("box")
        json.array { json in
          for side in [box.left, box.top, box.width, box.height] { json.value(side) }
        }
      }
    }
  }
}

// Reads forms with provenance and confidence, and findings, from the record format, version 1.
import Findings
package import JSONText
import Model

extension RecognitionResult {
  /// Reads what `writeMembers` wrote; nil where a member is missing or of another type.
  ///
  /// What is read writes itself again byte for byte.
  package init?(_ json: JSONValue) {
    guard let formValues = json["forms"]?.elements, let findingValues = json["findings"]?.elements else {
      return nil
    }
    var forms: [RecognizedForm] = []
    for value in formValues {
      guard let form = RecognizedForm(value) else { return nil }
      forms.append(form)
    }
    var findings: [Finding] = []
    for value in findingValues {
      guard let finding = Finding(value), finding.form.map(forms.indices.contains) ?? true else { return nil }
      findings.append(finding)
    }
    self.init(forms: forms, findings: findings)
  }
}

extension RecognizedForm {
  /// Provenance names a part of the fields that confidence names, in the same order.
  init?(_ json: JSONValue) {
    guard let form = try? Form(json), let confidences = json["confidence"]?.members,
      let provenance = json["provenance"]?.members
    else { return nil }
    self.init(form: form, ownFields: [], rows: form.indicators.map { _ in (FieldSpots(), 100) })
    var next = provenance.startIndex
    let marks = Set((json["toConfirm"]?.elements ?? []).compactMap(\.text))
    for member in confidences {
      guard let percent = Self.percent(member.value) else { return nil }
      if marks.contains(member.key) { toConfirm[member.key] = percent }
      var place: Place?
      if next < provenance.endIndex, provenance[next].key == member.key {
        place = Place(provenance[next].value)
        guard place != nil else { return nil }
        next += 1
      }
      guard let (row, field) = Self.indicatorField(member.key) else {
        ownFields.append(FieldReading(path: member.key, place: place, confidence: percent))
        continue
      }
      guard rows.indices.contains(row) else { return nil }
      // A field that wants to be confirmed has a percent of its own, which is not that of its row.
      if toConfirm[member.key] == nil { rows[row].confidence = percent }
      if let place { rows[row].spots[field] = CellSpot(origin: CellOrigin(at: place), row: 0, column: 0) }
    }
    guard next == provenance.endIndex else { return nil }
  }

  /// `indicators/3/annualValue` → 3 and the field; nil for other paths.
  private static func indicatorField(_ path: String) -> (Int, Indicator.Field)? {
    guard path.utf8.starts(with: "indicators/".utf8) else { return nil }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("indicators".utf8), let row = Int(Substring(parts[1])),
      let field = Indicator.Field(rawValue: String(Substring(parts[2])))
    else { return nil }
    return (row, field)
  }

  /// `0.98` → 98; nil for what is no share with at most two digits.
  private static func percent(_ value: JSONValue) -> Int? {
    guard case .number(let spelling) = value else { return nil }
    if spelling == "1" { return 100 }
    let digits = spelling.utf8.dropFirst(2)
    guard spelling.utf8.starts(with: "0.".utf8), digits.count == 2 else { return nil }
    return Int(Substring(digits))
  }
}

extension Finding {
  init?(_ json: JSONValue) {
    guard let rule = json["rule"]?.text, let message = json["message"]?.text,
      let severity = json["severity"]?.text.flatMap({ Severity(rawValue: $0) })
    else { return nil }
    self.init(
      rule: rule, severity: severity, form: json["form"]?.whole, field: json["field"]?.text, message: message)
    guard let place = json["place"], place != .null else { return }
    guard let place = Place(place) else { return nil }
    self.place = place
  }
}

extension Place {
  init?(_ json: JSONValue) {
    guard let members = json.members else { return nil }
    self.init()
    for member in members {
      switch member.key {
      case "table": table = member.value.whole
      case "row": row = member.value.whole
      case "column": column = member.value.whole
      case "page": page = member.value.whole
      case "line": line = member.value.whole
      case "sheet": sheet = member.value.text
      case "box":
        let numbers = (member.value.elements ?? []).compactMap(\.whole)
        guard numbers.count == 4 else { return nil }
        box = Box(left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3])
      default: break
      }
    }
  }
}

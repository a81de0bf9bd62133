// The entrance: a document goes in, its forms come out as records with provenance and confidence.
package import Findings
import FormVocabulary
package import Model
package import Tables

/// Where one field of a form was read, and how sure the reading is.
package struct FieldReading: Sendable, Equatable {
  /// The field path in the record: `project/name`, `indicators/3/annualValue`.
  package var path: String
  /// Where it stands in the document; nil where no one place can be named.
  package var place: Place?
  /// Percent, 0…100.
  package var confidence: Int
}

/// One recognised form: the record, and for each field where it stood and how sure the reading is.
package struct RecognizedForm: Sendable {
  package var form: Form
  /// The form's own fields that hold something, by path.
  package var ownFields: [FieldReading]
  /// For each indicator where its fields stood, and how sure the reading of the row is, in percent.
  package var rows: [(spots: FieldSpots, confidence: Int)]
  /// The fields whose text was recognised in a picture, with how sure that is, in percent; a person has to
  /// confirm each.
  package var toConfirm: [String: Int] = [:]

  package init(form: Form, ownFields: [FieldReading], rows: [(spots: FieldSpots, confidence: Int)]) {
    self.form = form
    self.ownFields = ownFields
    self.rows = rows
  }

  /// Hands over every field that holds something: the form's own, then those of its indicators in their
  /// order.
  package func forEachField(_ takeField: (FieldReading) -> Void) {
    func take(_ field: FieldReading) {
      var field = field
      if let percent = toConfirm[field.path] { field.confidence = percent }
      takeField(field)
    }
    ownFields.forEach(take)
    for (row, indicator) in form.indicators.enumerated() where row < rows.count {
      let prefix = "indicators/\(row)/"
      for field in Indicator.Field.allCases where indicator[field] != nil {
        take(
          FieldReading(
            path: prefix + field.rawValue,
            place: rows[row].spots.place(of: field) ?? rows[row].spots.place(of: .name)
              ?? rows[row].spots.place(of: .annualValue),
            confidence: rows[row].confidence))
      }
    }
  }

  /// Field path → place; made anew with each call.
  package var provenance: [String: Place] {
    var places: [String: Place] = [:]
    forEachField { places[$0.path] = $0.place }
    return places
  }

  /// Field path → percent; made anew with each call.
  package var confidence: [String: Int] {
    var percents: [String: Int] = [:]
    forEachField { percents[$0.path] = $0.confidence }
    return percents
  }
}

/// What a document holds: its forms in order, and everything doubtful about them.
package struct RecognitionResult: Sendable {
  package var forms: [RecognizedForm]
  package var findings: [Finding]

  package init(forms: [RecognizedForm], findings: [Finding]) {
    self.forms = forms
    self.findings = findings
  }
}

/// Finds the forms in documents of any layout.
///
/// A document without such a form gives no form. Nothing is thrown: what is doubtful gets a low confidence
/// and a
/// finding. Recognition knows labels, not layouts: heads and labels are found by their words, levels by the
/// lattice
/// 产出 ⊃ 数量 ⊃ name, values by where they stand to their label.
package struct Recognizer: Sendable {
  package init() {}

  /// The forms of a document, in reading order.
  package func recognize(_ document: Document) -> RecognitionResult {
    let scan = document.isScanned ? ScannedTexts(document) : nil
    let (document, repairs) = scan == nil ? (document, []) : ScanRepair.repaired(document)
    var assembler = Assembler()
    let elements = DocumentStream.elements(of: document)
    for (index, element) in elements.enumerated() {
      switch element {
      case .line(let line): assembler.add(line)
      case .grid(let grid): assembler.add(grid, noteScale: Self.noteScale(below: index, in: elements))
      }
    }
    var findings = document.findings + repairs
    var forms: [RecognizedForm] = []
    let drafts = assembler.finish()
    if !drafts.isEmpty, let place = assembler.unplaced.first {
      findings.append(RecognitionWording.unplaced(rowCount: assembler.unplaced.count, place: place))
    }
    for draft in drafts {
      var (form, own) = finish(draft, index: forms.count)
      if let scan, let finding = mark(&form, scan, index: forms.count) { own.append(finding) }
      forms.append(form)
      findings += own
    }
    return RecognitionResult(forms: forms, findings: findings)
  }

  /// The unit of money in the notes below a table, before the next one.
  private static func noteScale(below index: Int, in elements: [StreamElement]) -> MoneyScale? {
    for element in elements[(index + 1)...].prefix(12) {
      guard case .line(let line) = element else { return nil }
      if let scale = FormTitle.noteScale(line.text) { return scale }
    }
    return nil
  }

  /// Fields read with less confidence than this are told.
  static let doubtBelow = 75

  /// Marks the fields that came from a picture for confirmation, and tells how many they are.
  private func mark(_ form: inout RecognizedForm, _ scan: ScannedTexts, index: Int) -> Finding? {
    var marks: [String: Int] = [:]
    var doubtful: [FieldReading] = []
    form.forEachField { field in
      guard let place = field.place, let confidence = scan.confidence(at: place) else { return }
      marks[field.path] = min(field.confidence, confidence)
      if confidence < Self.sureMin { doubtful.append(field) }
    }
    form.toConfirm = marks
    guard !marks.isEmpty else { return nil }
    var finding = RecognitionWording.scanned(
      fieldCount: marks.count, doubtful: doubtful, sureMin: Self.sureMin)
    finding.form = index
    return finding
  }

  /// Texts of scans that are less sure, in percent, are told first.
  static let sureMin = 80

  private func finish(_ draft: FormDraft, index: Int) -> (RecognizedForm, [Finding]) {
    var draft = draft
    let form = draft.build()
    var findings = draft.findings
    let fields = draft.readings.sorted { $0.path < $1.path }
    for (row, indicator) in draft.indicators.enumerated() where indicator.confidence < Recognizer.doubtBelow {
      findings.append(
        RecognitionWording.doubtful(
          field: "indicators/\(row)", confidence: indicator.confidence,
          place: indicator.places.place(of: .name)))
    }
    for path in findings.indices { findings[path].form = index }
    let rows = draft.indicators.map { ($0.places, $0.confidence) }
    return (RecognizedForm(form: form, ownFields: fields, rows: rows), findings)
  }
}

// The entrance: a document goes in, its forms come out as records with provenance and confidence.
package import Findings
package import Model
package import Tables

/// One recognised form: the record, and for each field where it stood and how sure the reading is.
package struct RecognizedForm: Sendable {
  package var form: Form
  /// Field path (`project/name`, `indicators/3/annualValue`) → place in the document.
  package var provenance: [String: Place]
  /// Field path → percent, 0…100.
  package var confidence: [String: Int]

  package init(form: Form, provenance: [String: Place], confidence: [String: Int]) {
    self.form = form
    self.provenance = provenance
    self.confidence = confidence
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
/// A document without such a form gives no form. Nothing is thrown: what is doubtful gets a low confidence and a
/// finding. Recognition knows labels, not layouts: heads and labels are found by their words, levels by the lattice
/// 产出 ⊃ 数量 ⊃ name, values by where they stand to their label.
package struct Recognizer: Sendable {
  package init() {}

  /// The forms of a document, in reading order.
  package func recognize(_ document: Document) -> RecognitionResult {
    var assembler = Assembler()
    for element in DocumentStream.elements(of: document) {
      switch element {
      case .line(let line): assembler.add(line)
      case .grid(let grid): assembler.add(grid)
      }
    }
    var findings = document.findings
    var forms: [RecognizedForm] = []
    for draft in assembler.finish() {
      let (form, own) = finish(draft, index: forms.count)
      forms.append(form)
      findings += own
    }
    return RecognitionResult(forms: forms, findings: findings)
  }

  /// Fields read with less confidence than this are told.
  static let doubtBelow = 75

  private func finish(_ draft: FormDraft, index: Int) -> (RecognizedForm, [Finding]) {
    var draft = draft
    let form = draft.build()
    var provenance: [String: Place] = [:]
    var confidence: [String: Int] = [:]
    var findings = draft.findings
    for (path, located) in draft.locatedTexts {
      if let place = located.place { provenance[path] = place }
      confidence[path] = located.confidence
    }
    for (row, indicator) in draft.indicators.enumerated() {
      for field in Indicator.Field.allCases where indicator.indicator[field] != nil {
        let path = "indicators/\(row)/\(field.rawValue)"
        if let place = indicator.places[field] { provenance[path] = place }
        confidence[path] = indicator.confidence
      }
      if indicator.confidence < Recognizer.doubtBelow {
        findings.append(
          RecognitionWording.doubtful(
            field: "indicators/\(row)", confidence: indicator.confidence, place: indicator.places[.name]))
      }
    }
    for path in findings.indices { findings[path].form = index }
    return (RecognizedForm(form: form, provenance: provenance, confidence: confidence), findings)
  }
}

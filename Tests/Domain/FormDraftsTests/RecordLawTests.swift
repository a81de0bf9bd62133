// A record becomes a draft and comes out of it unchanged, field by field and through the store's fields.
import JSONText
import Model
import Organisations
import Quantities
import Samples
import Testing

@testable import FormDrafts

@Suite struct RecordLawTests {
  @Test(arguments: FormKind.allCases)
  func `a blank form is a blank draft`(kind: FormKind) {
    #expect(FormDraft(record: .blank(kind)).record == .blank(kind))
    #expect(FormDraft(record: .blank(kind)).fields.isEmpty)
    #expect(FormDraft(kind: kind).record == .blank(kind))
  }

  @Test(arguments: [1, 2, 3])
  func `every record of the invented counties comes out as it went in`(seed: UInt64) throws {
    var kinds: Set<FormKind> = []
    for sample in SampleCounty(seed: seed).forms {
      kinds.insert(sample.kind)
      try expectIdentity(sample.draft)
    }
    #expect(kinds.count >= 4)
  }

  @Test(arguments: FormKind.allCases)
  func `every record with all its fields filled comes out as it went in`(kind: FormKind) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = DraftRandom(seed: seed)
      try expectIdentity(RandomForms.form(kind, using: &random))
    }
  }

  @Test(.enabled(if: PublishedForms.isPresent, "no corpus of published forms here: set PLUMBLINE_SHARED"))
  func `every record of the published forms comes out as it went in`() throws {
    let forms = PublishedForms.all()
    #expect(forms.count > 10)
    for form in forms { try expectIdentity(form) }
  }

  /// Through a draft, and through the fields that a store keeps of it.
  private func expectIdentity(_ form: Form) throws {
    let draft = FormDraft(record: form)
    #expect(draft.record == form)
    #expect(draft.faults.allSatisfy { $0.wanted == .decimal })
    let person = try #require(PersonID(1))
    let kept = draft.fields.reversed().map {
      DraftField(
        path: $0.path, value: $0.value, revision: 1, person: person, moment: Moment(milliseconds: 0))
    }
    #expect(FormDraft(fields: kept, kind: form.kind) == draft)
    for field in draft.fields {
      let value = try #require(field.value)
      #expect(throws: Never.self) { try JSONReader.read(Array(value.utf8)) }
    }
    for (path, pointer) in pointers(of: form) {
      #expect(draft.pointer(ofPath: path) == pointer)
      #expect(draft.path(ofPointer: pointer) == path)
      #expect(draft.path(ofPointer: String(pointer.dropFirst())) == path)
    }
  }

  /// The paths of a draft made of a record, each with its place.
  private func pointers(of form: Form) -> [(path: String, pointer: String)] {
    FormDraft(record: form).fields.compactMap { field in
      let parts = field.path.split(separator: "/")
      guard parts.last != "order" else { return nil }
      guard parts.count == 3, let number = Int(parts[1].dropFirst()) else {
        return (field.path, "/" + field.path)
      }
      let row = "/\(parts[0])/\(number - 1)"
      return (field.path, parts[0] == "measures" ? row : "\(row)/\(parts[2])")
    }
  }

  @Test func `places that the record does not have lead nowhere`() {
    var target = ProjectTarget()
    target.indicators = [Indicator(), Indicator()]
    let draft = FormDraft(record: .projectTarget(target))
    for pointer in [
      "", "/", "/indicators/2/name", "/indicators/-1/name", "/indicators/01/name", "/indicators/0/order",
      "/indicators/0/name/x", "/tasks/0/name", "/goals/expected", "/indicators/k1/name", "/budget/total/x",
    ] {
      #expect(draft.path(ofPointer: pointer) == nil, "\(pointer)")
    }
    for path in ["indicators/k3/name", "indicators/0/name", "indicators/k1/order", "tasks/k1/name", "x", ""] {
      #expect(draft.pointer(ofPath: path) == nil, "\(path)")
    }
    #expect(draft.path(ofPointer: "indicators") == "indicators")
    #expect(draft.path(ofPointer: "/budget") == "budget")
    #expect(draft.path(ofPointer: "indicators/1") == "indicators/k2")
    #expect(draft.pointer(ofPath: "indicators/k2") == "/indicators/1")
  }
}

// A record becomes a draft and comes out of it unchanged.
import Model
import Testing

@testable import FormDrafts

@Suite struct RecordLawTests {
  @Test(arguments: FormKind.allCases)
  func `a blank form is a blank draft`(kind: FormKind) {
    #expect(FormDraft(record: .blank(kind)).record == .blank(kind))
    #expect(FormDraft(record: .blank(kind)).fields.isEmpty)
  }
}

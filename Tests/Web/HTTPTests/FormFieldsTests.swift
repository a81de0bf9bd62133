// Simple forms: what is written reads back, and what is broken is refused.
import HTTP
import Testing

struct FormFieldsTests {
  @Test(
    arguments: [
      ("", []), ("a=1", ["a=1"]), ("a=1&b=2", ["a=1", "b=2"]), ("a", ["a="]), ("a=", ["a="]), ("=1", ["=1"]),
      ("a=b=c", ["a=b=c"]), ("&&a=1&", ["a=1"]), ("%E4%B8%AD=%2B+%26", ["中=+ &"]),
      ("a=1&a=2", ["a=1", "a=2"]),
    ] as [(String, [String])])
  func `forms are read`(text: String, fields: [String]) throws {
    #expect(try FormFields(parsing: text.utf8).fields.map { "\($0.name)=\($0.value)" } == fields)
  }

  @Test(arguments: ["a=%", "a=%1", "a=%gg", "%FF=1", "a=%ED%A0%80", "a=%00", "a=b&c=%e4%b8"])
  func `bytes that are no text are refused`(text: String) {
    #expect(throws: FormFault.badCoding) { try FormFields(parsing: text.utf8) }
  }

  @Test func `too many fields are refused`() {
    let text = String(repeating: "a=1&", count: 11)
    #expect(throws: FormFault.tooManyFields) { try FormFields(parsing: text.utf8, fieldsMax: 10) }
  }

  @Test func `what is written reads back`() throws {
    var random = SeededRandom(7)
    for _ in 0..<200 {
      let fields = (0..<random.below(6)).map { _ in (random.text() + "n", random.text()) }
      let form = FormFields(fields)
      #expect(try FormFields(parsing: form.encoded.utf8) == form)
      #expect(form.encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
  }
}

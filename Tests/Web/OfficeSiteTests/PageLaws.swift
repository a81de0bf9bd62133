// What every page of the office keeps to.
import HTTP
import Testing

@testable import OfficeSite

/// One heading, ids of their own, labels that lead somewhere, tokens in forms, nothing inline.
func expectLaws(_ text: String, _ path: String) {
  func values(_ mark: String) -> [Substring] {
    text.split(separator: mark, omittingEmptySubsequences: false).dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
  }
  let ids = values(" id=\"")
  #expect(Set(ids).count == ids.count, "\(path)")
  #expect(text.split(separator: "<h1", omittingEmptySubsequences: false).count == 2, "\(path)")
  for label in values(" for=\"") { #expect(ids.contains(label), "\(path) \(label)") }
  for described in values("aria-describedby=\"").flatMap({ $0.split(separator: " ") }) {
    #expect(ids.contains(described), "\(path) \(described)")
  }
  let forms = text.split(separator: "method=\"post\"", omittingEmptySubsequences: false).dropFirst()
  for form in forms {
    let inside = form.split(separator: "</form>", omittingEmptySubsequences: false).first ?? ""
    #expect(inside.contains("name=\"\(FormToken.fieldName)\""), "\(path)")
  }
  #expect(!text.contains(" style=\""), "\(path)")
  #expect(!text.contains(" onclick"), "\(path)")
}

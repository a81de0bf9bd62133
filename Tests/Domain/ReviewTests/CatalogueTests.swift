// Every rule of the catalogue speaks on its example and is silent on its counter-example.
import Model
import Review
import RuleSets
import Testing

@Suite struct CatalogueTests {
  @Test(arguments: RuleCatalogue.all.map(\.code))
  func `a rule speaks on its example and not on its counter-example`(code: String) throws {
    let rule = try #require(RuleCatalogue.rule(code))
    let (example, unknown) = ExampleForm.read(rule.example)
    #expect(unknown.isEmpty)
    let (counterExample, others) = ExampleForm.read(rule.counterExample)
    #expect(others.isEmpty)
    #expect(rule.kinds.contains(example.kind) && rule.kinds.contains(counterExample.kind))
    #expect(!rule.check(ExampleForm.subject(rule.example, rules: .national)).isEmpty)
    #expect(rule.check(ExampleForm.subject(rule.counterExample, rules: .national)).isEmpty)
  }

  @Test func `codes are unique and in order within their part`() {
    let codes = RuleCatalogue.all.map(\.code)
    #expect(Set(codes).count == codes.count)
  }
}

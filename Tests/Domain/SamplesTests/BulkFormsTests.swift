// Many forms: each from its place alone, all different, none kept.
import Findings
import Model
import Quantities
import Review
import RuleSets
import Testing

@testable import Samples

struct BulkFormsTests {
  private static let county = SampleCounty(seed: 1)

  @Test func `A form depends on seed and place alone`() {
    let (few, many) = (Self.county.forms(count: 50), Self.county.forms(count: 1_000_000))
    #expect(many.count == 1_000_000)
    #expect(few[49].form == many[49].form)
    #expect(few[0].form != SampleCounty(seed: 2).forms(count: 1)[0].form)
    #expect(many[999_999].number == 1_000_000)
  }

  @Test func `No forms are asked for and none come`() {
    #expect(Self.county.forms(count: 0).isEmpty)
    #expect(Self.county.forms(count: -5).isEmpty)
  }

  @Test func `Forms differ and their codes are given once`() {
    let forms = Self.county.forms(count: 2000)
    #expect(Set(forms.map(\.projectCode)).count == 2000)
    #expect(Set(forms.map(\.projectCode)).isDisjoint(with: Self.county.projects.map(\.code)))
    #expect(Set(forms.map(\.stage)).count > 8)
    #expect(Set(forms.map(\.year)).count == 3)
    #expect(Set(forms.compactMap { $0.form.goals.annual }).count > 1800)
  }

  @Test func `Sound bulk forms would not be returned, planted ones are found`() async {
    let review = FormReview()
    for form in Self.county.forms(count: 1500) {
      await Task.yield()
      let result = review.run(ReviewSubject(form: .projectTarget(form.form), rules: .national))
      let found = Set(result.findings.map(\.rule))
      if form.planted.isEmpty {
        let errors = result.findings.filter { $0.severity == .error }.map(\.message)
        #expect(errors.isEmpty, "\(form.number) \(errors)")
      }
      #expect(found.isSuperset(of: form.planted.map(\.rawValue)), "\(form.number) \(form.planted) \(found)")
    }
  }
}

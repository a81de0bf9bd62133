// Laws that hold for the review whatever the form.
import Findings
import Model
import Review
import RuleSets
import Testing

@Suite struct ReviewLawTests {
  private func findings(of form: Form) -> [ReviewFinding] {
    FormReview().run(ReviewSubject(form: form, rules: .national)).findings
  }

  @Test(arguments: RuleCatalogue.all.map(\.code))
  func `accepting a proposal removes its finding and adds none as grave`(code: String) throws {
    let rule = try #require(RuleCatalogue.rule(code))
    let form = ExampleForm.read(rule.example).form
    let before = findings(of: form)
    for finding in before where finding.rule == code {
      for choice in finding.proposal?.choices ?? [] {
        let after = findings(of: form.applying(choice.edits))
        #expect(
          !after.contains { $0.rule == code && $0.fields.first == finding.fields.first },
          "\(choice.label) leaves \(finding.message)")
        let added = after.filter { new in
          !before.contains { $0.rule == new.rule } && (new.severity ?? .info) >= (finding.severity ?? .info)
        }
        #expect(added.isEmpty, "\(choice.label) adds \(added.map(\.message))")
      }
    }
  }

  @Test(arguments: RuleCatalogue.all.filter { $0.kinds.contains(.projectTarget) }.map(\.code))
  func `a sound indicator adds no error`(code: String) throws {
    let rule = try #require(RuleCatalogue.rule(code))
    let example = ExampleForm.read(rule.example).form
    guard example.kind == .projectTarget, !example.indicators.contains(where: { $0.weight != nil }) else {
      return
    }
    let sound = ExampleForm.read("产出指标/质量指标 | 资料归档完整率 | ≥96%").form.indicators
    let before = Set(findings(of: example).filter { $0.severity == .error }.map(\.rule))
    let after = findings(of: example.replacing(indicators: example.indicators + sound))
    // What a form lacks (C02) is told only where it has something at all.
    let added = after.filter { $0.severity == .error && !before.contains($0.rule) && $0.rule != "C02" }
    #expect(added.isEmpty, "\(added.map(\.message))")
  }

  @Test func `no finding is lost or made when the rows change places`() {
    for code in ["C02", "C03", "C11", "C12", "C15", "E02", "E05", "E14"] {
      guard let rule = RuleCatalogue.rule(code) else { continue }
      let form = ExampleForm.read(rule.example).form
      let turned = form.replacing(indicators: form.indicators.reversed())
      let subjects = [form, turned].map { ReviewSubject(form: $0, rules: .national) }
      #expect(rule.check(subjects[0]).count == rule.check(subjects[1]).count)
    }
  }

  @Test func `points lie between nothing and the weight whatever was reached`() {
    var seed: UInt64 = 20_260_101
    func next(_ bound: UInt64) -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (seed >> 33) % bound
    }
    for _ in 0..<400 {
      let sign = ["≥", "≤", "=", ">", "<"][Int(next(5))]
      let category = next(2) == 0 ? "产出指标/数量指标" : "产出指标/成本指标"
      let (target, actual, weight) = (next(300), next(900), next(40) + 1)
      let form = ExampleForm.read(
        "表 自评\n\(category) | 里程 | \(sign)\(target)公里"
          + " | weight=\(weight) | actual=\(actual)公里 | score=\(weight)"
      ).form
      for finding in findings(of: form) where finding.rule == "E07" || finding.rule == "E14" {
        let points = finding.proposal?.choices.first?.edits.first?.text.flatMap { Double($0) }
        if let points { #expect(points >= 0 && points < Double(weight)) }
      }
    }
  }
}

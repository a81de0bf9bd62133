// The review reads the samples: it finds what was planted, and has no quarrel with the sound ones.
import Findings
import Model
import Quantities
import Review
import RuleSets
import Testing

@testable import Samples

struct ReviewOfSamplesTests {
  private static let county = SampleCounty(seed: 1)

  /// What the review says about forms alone.
  private static func results(_ forms: [SampleForm]) -> [ReviewResult] {
    FormReview().run(forms.map { ReviewSubject(form: $0.draft, rules: .national) })
  }

  /// What it says about them beside the same project's target of the year before.
  private static func resultsBesideLastYear(
    _ forms: [SampleForm], in county: SampleCounty
  ) -> [ReviewResult] {
    let targets = county.forms.filter { $0.kind == .projectTarget }
    let byProject = Dictionary(grouping: targets) { $0.project }
    return FormReview().run(
      forms.map { form in
        var context = ReviewContext()
        if form.kind == .projectTarget {
          context.lastYear = byProject[form.project]?.first { $0.year.next == form.year }?.draft
        }
        return ReviewSubject(form: form.draft, rules: .national, context: context)
      })
  }

  /// `12 项目支出…: C08 …`, for a failing test to show.
  private static func told(_ form: SampleForm, _ findings: [ReviewFinding]) -> String {
    findings.map { "\(form.number) \(form.kind.rawValue) \($0.rule) \($0.fields): \($0.message)" }
      .joined(separator: "\n")
  }

  @Test(arguments: [1, 2, 3, 2026])
  func `A sound form has no finding that would return it`(seed: UInt64) {
    let county = SampleCounty(seed: seed)
    let sound = county.forms.filter(\.planted.isEmpty)
    #expect(sound.count > 700)
    for (form, result) in zip(sound, Self.resultsBesideLastYear(sound, in: county)) {
      let errors = result.findings.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(Self.told(form, errors))")
    }
  }

  @Test func `Sound forms are quiet`() {
    let sound = Self.county.forms.filter(\.planted.isEmpty)
    var rules: [String: Int] = [:]
    var shown: [String: String] = [:]
    for (form, result) in zip(sound, Self.results(sound)) {
      for finding in result.findings {
        let key = "\(form.kind.rawValue) \(finding.rule)"
        rules[key, default: 0] += 1
        shown[key, default: ""] += "\n  \(Self.told(form, [finding]))"
      }
    }
    let list = rules.keys.sorted().map { "\($0) × \(rules[$0] ?? 0)\(shown[$0]?.prefix(1400) ?? "")" }
    #expect(rules.values.reduce(0, +) * 20 <= sound.count, "\(list.joined(separator: "\n"))")
  }

  @Test(arguments: [1, 2, 3, 2026])
  func `Every planted flaw is found by its rule`(seed: UInt64) {
    let county = SampleCounty(seed: seed)
    let flawed = county.forms.filter { !$0.planted.isEmpty }
    #expect(flawed.count > 100)
    for (form, result) in zip(flawed, Self.resultsBesideLastYear(flawed, in: county)) {
      let found = Set(result.findings.map(\.rule))
      let missed = form.planted.filter { !found.contains($0.rawValue) }
      #expect(missed.isEmpty, "\(form.number): \(missed) among \(Self.told(form, result.findings))")
    }
  }

  @Test func `Planting one flaw brings few other findings`() {
    let single = Self.county.forms.filter { $0.planted.count == 1 }
    let results = Self.results(single)
    let others = zip(single, results).reduce(0) { sum, pair in
      sum + pair.1.findings.count { $0.rule != pair.0.planted.first?.rawValue }
    }
    #expect(others <= single.count, "\(others) of \(single.count)")
  }

  @Test func `Every kind of flaw is planted somewhere`() {
    let planted = Set(
      [1, 2, 3].flatMap { SampleCounty(seed: $0).forms.flatMap(\.planted) })
    #expect(planted == Set(PlantedFlaw.allCases))
  }

  @Test func `Most sound sums are told`() {
    let targets = Self.county.forms.filter { $0.planted.isEmpty && $0.kind == .projectTarget }
    let results = Self.results(targets)
    let untold = zip(targets, results).filter { $1.sums.isEmpty }.map { form, _ in
      Self.county.projects.first { $0.number == form.project }?.pattern.kind ?? ""
    }
    #expect(untold.count * 10 <= targets.count, "\(untold.sorted())")
  }
}

// The laws of the review over the county's forms: accepted proposals, added sound indicators.
import Findings
import Model
import Review
import RuleSets
import Testing

@testable import Samples

struct ReviewLawsOfSamplesTests {
  private static func findings(of form: Form) -> [ReviewFinding] {
    FormReview().run(ReviewSubject(form: form, rules: .national)).findings
  }

  /// The forms of a county that something was planted in: nearly every rule speaks somewhere among them.
  private static func flawed(_ seed: UInt64) -> [Form] {
    SampleCounty(seed: seed).forms.filter { !$0.planted.isEmpty }.map(\.draft)
  }

  @Test(arguments: [1, 2, 2026])
  func `Accepting a proposal removes its finding and adds none as grave`(seed: UInt64) async {
    var accepted = 0
    for form in Self.flawed(seed) {
      await Task.yield()
      let before = Self.findings(of: form)
      for finding in before {
        for choice in finding.proposal?.choices ?? [] {
          accepted += 1
          let after = Self.findings(of: form.applying(choice.edits))
          let broken = ProposalLaw.broken(finding, before: before, after: after)
          #expect(broken == nil, "\(finding.rule) \(choice.label): \(broken ?? "")")
        }
      }
    }
    #expect(accepted > 20)
  }

  @Test(arguments: [1, 2, 2026])
  func `A sound indicator adds no error`(seed: UInt64) async {
    var random = SampleRandom(seed: seed, 4)
    let targets = SampleCounty(seed: seed).forms.filter { $0.kind == .projectTarget }
    for sample in targets {
      await Task.yield()
      let form = sample.draft
      let row = SoundRow.all[random.number(in: 0...SoundRow.all.count - 1)]
      let place = random.number(in: 0...form.indicators.count)
      var indicators = form.indicators
      var sound = ExampleForm.read(row).form.indicators
      // In a form with points each row has some; the new one's are taken from nobody: it has none.
      for index in sound.indices { sound[index].weight = nil }
      indicators.insert(contentsOf: sound, at: place)
      let before = Set(Self.findings(of: form).filter { $0.severity == .error }.map(\.rule))
      let added = Self.findings(of: form.replacing(indicators: indicators)).filter {
        $0.severity == .error && !before.contains($0.rule)
      }
      #expect(added.isEmpty, "\(sample.number) with \(row): \(added.map(\.message))")
    }
  }
}

/// Indicators that nobody could quarrel with, one of each kind.
private enum SoundRow {
  static let all = [
    "产出指标/数量指标 | 编印工作简报期数 | ≥4期", "产出指标/质量指标 | 资料归档完整率 | ≥96%", "产出指标/时效指标 | 年度总结完成时间 | 12月底前",
    "效益指标/社会效益指标 | 政策知晓率 | ≥85%", "满意度指标/服务对象满意度指标 | 服务对象满意度 | ≥91%",
  ]
}

/// What accepting a proposal has to keep.
enum ProposalLaw {
  /// A sentence where the finding stays or a graver one comes; nil where the law holds.
  static func broken(
    _ finding: ReviewFinding, before: [ReviewFinding], after: [ReviewFinding]
  ) -> String? {
    if let stays = after.first(where: { $0.rule == finding.rule && $0.fields.first == finding.fields.first })
    {
      return "stays: \(stays.message)"
    }
    let added = after.first { new in
      (new.severity ?? .info) >= (finding.severity ?? .info)
        && !before.contains { $0.rule == new.rule && !Set($0.fields).isDisjoint(with: new.fields) }
    }
    return added.map { "adds \($0.rule): \($0.message)" }
  }
}

// Opinions: what was found is said with its figures, what is sound gets the figures for which it is approved.
import Findings
import Model
import Opinions
import Quantities
import Review
import RuleSets
import Testing

@Suite struct OpinionDraftTests {
  /// A form as its review sees it; `isClean` leaves the findings out.
  private static func matter(
    _ text: String, inForce: String? = nil, isClean: Bool = true
  ) -> OpinionMatter {
    let subject = ExampleForm.subject(text, rules: .national)
    let result = FormReview().run(subject)
    let sheet = ReviewSheet(kind: subject.kind, findings: result.findings, rules: subject.rules)
    return OpinionMatter(
      form: subject.form, findings: isClean ? [] : result.findings, sums: result.sums,
      grade: isClean ? .excellent : sheet?.grade,
      lastYear: subject.context.lastYear, lastOutcome: subject.context.lastOutcome,
      inForce: inForce.map { ExampleForm.read($0).form })
  }

  private static let sound = """
    名称 沟渠清淤
    类别 特定目标类
    年度 2026
    起止 2026—2026
    预算 40000
    年度目标 完成镇域 20 公里沟渠清淤，清淤后排水通畅，汛期前全部完工，沿线群众满意。
    成本指标/经济成本指标 | 每公里清淤成本 | ≤2000元/公里
    产出指标/数量指标 | 清淤沟渠长度 | ≥20公里
    产出指标/质量指标 | 清淤验收合格率 | ≥95%
    产出指标/时效指标 | 完工时间 | 2026年5月底前
    效益指标/社会效益指标 | 汛期内涝点减少数量 | ≥3处
    满意度指标/服务对象满意度指标 | 沿线群众满意度 | ≥90%
    """

  @Test func `a sound form is approved for its own figures`() {
    let draft = OpinionDraft(Self.matter(Self.sound))
    #expect(draft.text.hasPrefix("同意。资金与任务相符："))
    #expect(draft.text.contains("4 万元"))
    #expect(draft.text.contains("“清淤沟渠长度”≥20公里"))
    #expect(draft.sentences.dropFirst().allSatisfy { !$0.fields.isEmpty })
  }

  @Test func `what lies below last year is said with both figures`() {
    let text = """
      上年 产出指标/数量指标 | 普法讲座场次 | ≥12场 | actual=15场
      名称 普法宣传
      产出指标/数量指标 | 普法讲座场次 | ≥10场
      """
    var matter = Self.matter(text, isClean: false)
    matter.findings = matter.findings.filter { $0.rule == "A06" }
    matter.grade = .good
    let draft = OpinionDraft(matter)
    #expect(draft.text == "原则同意。“普法讲座场次” 10 场，低于上年的 15 场，请参照上年提高，或说明今年为什么做得少。")
    #expect(draft.sentences.last?.rules == ["A06"])
    #expect(draft.sentences.last?.fields == ["indicators/0/annualValue"])
  }

  @Test
  func `nothing is consented to while something sends the form back, and what is to be mended is named`() {
    let form = ExampleForm.read(Self.sound).form
    var phrases = OpinionPhrases()
    for grade in ReviewSheet.Grade.allCases { phrases.openings[grade] = "同意{项目}" }
    phrases.plainOpening = "同意"
    phrases.closing = "请按批复执行"
    let findings = [
      ReviewFinding(
        rule: "M07", severity: .warning, fields: ["indicators/3/annualValue"], message: "甲"),
      ReviewFinding(rule: "A02", severity: .error, fields: ["indicators/0/annualValue"], message: "乙"),
    ]
    for grade in ReviewSheet.Grade.allCases.map(Optional.some) + [nil] {
      for said in [phrases, OpinionPhrases()] {
        let draft = OpinionDraft(OpinionMatter(form: form, findings: findings, grade: grade), phrases: said)
        #expect(
          draft.text == "暂不批复，有 1 处须先改好。“每公里清淤成本”大于预算，请核对。“完工时间”请写明完成日期、天数或按时完成率。",
          "\(draft.text)")
        #expect(draft.sentences[1].rules == ["A02"])
      }
    }
    let clean = OpinionMatter(form: form, findings: [findings[0]], grade: .good)
    #expect(OpinionDraft(clean, phrases: phrases).text.hasPrefix("同意沟渠清淤。"))
  }

  @Test func `every finding that sends a form back is told without consent`() {
    let form = ExampleForm.read(Self.sound).form
    for rule in RuleCatalogue.all {
      let finding = ReviewFinding(
        rule: rule.code, severity: .error, fields: ["indicators/0/annualValue"], message: "甲")
      let text = OpinionDraft(OpinionMatter(form: form, findings: [finding], grade: .excellent)).text
      #expect(text.hasPrefix("暂不批复，") && !text.contains("同意") && text.count > 18, "\(rule.code): \(text)")
    }
  }

  @Test func `two projects never get the same words`() {
    let other = Self.sound.split(separator: "\n").map { line in
      line.contains("≥20公里") ? "产出指标/数量指标 | 疏浚河道长度 | ≥12公里" : String(line)
    }.joined(separator: "\n")
    #expect(OpinionDraft(Self.matter(Self.sound)).text != OpinionDraft(Self.matter(other)).text)
  }

  @Test func `every rule about targets has words of its own, with an end and without a slot left`() {
    let form = ExampleForm.read(Self.sound).form
    for rule in RuleCatalogue.all where !rule.kinds.isDisjoint(with: Set<FormKind>.targets) {
      let finding = ReviewFinding(
        rule: rule.code, severity: .warning, fields: ["indicators/0/annualValue", "goals/annual"],
        message: "甲")
      let text = OpinionDraft(OpinionMatter(form: form, findings: [finding], grade: .good)).text
      #expect(text.hasSuffix("。"), "\(rule.code)")
      #expect(!text.contains("{") && !text.contains("。。"), "\(rule.code): \(text)")
      #expect(text != "原则同意。甲。", "\(rule.code)")
      #expect(!text.contains("您") && !text.contains("错误") && !text.contains("！"), "\(rule.code)")
    }
  }

  @Test func `a bureau's own words come before the usual ones`() {
    var phrases = OpinionPhrases()
    phrases.openings[.good] = "经审核，原则同意{项目}{年度}年绩效目标（预算{预算}）"
    phrases.clauses["A06"] = "{格}请对照上年完成数"
    phrases.closing = "请按规定公开"
    let finding = ReviewFinding(
      rule: "A06", severity: .warning, fields: ["indicators/1/annualValue"], message: "甲")
    let form = ExampleForm.read(Self.sound).form
    let draft = OpinionDraft(
      OpinionMatter(form: form, findings: [finding], grade: .good), phrases: phrases)
    #expect(
      draft.text
        == "经审核，原则同意沟渠清淤2026年绩效目标（预算4 万元）。“清淤沟渠长度”请对照上年完成数。请按规定公开。")
  }

  @Test func `many findings are told by weight and the rest counted, within what a reader reads`() {
    let form = ExampleForm.read(Self.sound).form
    let findings = (0..<9).map { number in
      ReviewFinding(
        rule: ["M01", "M05", "M07"][number % 3], severity: .warning,
        fields: ["indicators/\(number % 6)/annualValue"], message: "甲")
    }
    let draft = OpinionDraft(OpinionMatter(form: form, findings: findings, grade: .medium))
    #expect(draft.text.contains("另有 5 处"))
    #expect(draft.text.count <= 400)
  }

  @Test func `an adjustment is told from what to what`() {
    let before = Self.sound.replacingOccurrences(of: "≥20公里", with: "≥25公里").replacingOccurrences(
      of: "预算 40000", with: "预算 50000")
    let draft = OpinionDraft(Self.matter(Self.sound, inForce: before))
    #expect(
      draft.text.contains("本次调整：预算由 5 万元调为 4 万元，“清淤沟渠长度”由≥25公里调为≥20公里。"), "\(draft.text)")
    #expect(draft.sentences.contains { $0.fields == ["budget/total", "indicators/1/annualValue"] })
  }

  @Test func `a form without a review sheet opens plainly, and an empty one with its opening alone`() {
    let form = ExampleForm.read("表 自评\n名称 沟渠清淤").form
    #expect(OpinionDraft(OpinionMatter(form: form)).text == "已审核。")
    #expect(
      OpinionDraft(OpinionMatter(form: .projectTarget(ProjectTarget()), grade: .excellent)).text == "同意。")
  }
}

extension String {
  fileprivate func replacingOccurrences(of old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}

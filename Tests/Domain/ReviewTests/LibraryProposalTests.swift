// What the review proposes from the indicator library, and that it heals what it is proposed for.
import Findings
import IndicatorLibrary
import Model
import Review
import RuleSets
import Testing

@Suite struct LibraryProposalTests {
  private func findings(_ form: Form) -> [ReviewFinding] {
    FormReview().run(ReviewSubject(form: form, rules: .national)).findings
  }

  private func first(_ code: String, _ text: String) throws -> ReviewFinding {
    let (form, unknown) = ExampleForm.read(text)
    #expect(unknown.isEmpty)
    return try #require(findings(form).first { $0.rule == code })
  }

  /// The labels of both official trees for a place of the library.
  private static func labels(_ place: IndicatorCategory) -> [String] {
    let label = "\(PlaceLabels.label(of: place))指标"
    switch place {
    case .cost: return ["产出指标/成本指标", "成本指标/经济成本指标"]
    case .satisfaction: return ["满意度指标/服务对象满意度指标"]
    default: return [place.isOutput ? "产出指标/\(label)" : "效益指标/\(label)"]
    }
  }

  private static func project(_ entry: LibraryEntry) -> String {
    let kind = Library.shipped.kinds.first { $0.title == entry.kind }
    return (entry.restrictions.first ?? "临溪镇") + (kind?.words.first ?? "彩云") + "经费"
  }

  @Test func `no entry of the library draws a finding of measurability`() {
    for entry in Library.shipped.entries {
      for label in entry.places.flatMap(Self.labels) {
        let value = entry.value.filled(with: entry.value.isShare ? "96" : "6")
        let form = ExampleForm.read("名称 \(Self.project(entry))\n\(label) | \(entry.name) | \(value)").form
        let doubts = findings(form).filter { finding in
          let isOfRow = finding.fields.contains { $0.hasPrefix("indicators/0/") }
          let isOfValue =
            finding.rule.hasPrefix("M") || ["C06", "C14", "C15", "C16", "A07"].contains(finding.rule)
          return isOfRow && isOfValue
        }
        #expect(doubts.isEmpty, "\(entry.line) \(label) \(entry.name): \(doubts.map(\.message))")
      }
    }
  }

  @Test func `accepting a proposal of the library heals the row and harms nothing`() {
    var accepted = 0
    for entry in Library.shipped.entries {
      for (label, name) in zip(entry.places.flatMap(Self.labels), entry.triggers + entry.triggers) {
        let text = "名称 \(Self.project(entry))\n\(label) | \(name) | 良好\n产出指标/数量指标 | 路灯盏数 | ≥12盏"
        let form = ExampleForm.read(text).form
        let before = findings(form)
        for finding in before where finding.fields.first?.hasPrefix("indicators/0/") == true {
          for choice in finding.proposal?.choices ?? [] {
            accepted += 1
            let after = findings(form.applying(choice.edits))
            #expect(!after.contains { $0.rule == finding.rule && $0.fields.first == finding.fields.first })
            let added = after.filter { new in
              !before.contains { $0.rule == new.rule }
                && (new.severity ?? .info) >= (finding.severity ?? .info)
            }
            #expect(added.isEmpty, "\(entry.line) \(text) → \(choice.label): \(added.map(\.message))")
          }
        }
      }
    }
    #expect(accepted > 60)
  }

  @Test func `words become a share with its method, and the figure is left to be held against the unit`()
    throws
  {
    let finding = try first("M01", "名称 彩虹桥社工站服务\n效益指标/社会效益指标 | 社工服务水平 | 良好")
    #expect(finding.message == "“社工服务水平”的指标值是“良好”，没有数字，年底无法衡量。建议写成“个案目标达成率 ≥80%”。")
    let proposal = try #require(finding.proposal)
    #expect(proposal.text.hasPrefix("“社工服务水平”换成“个案目标达成率 ≥80%”：结案评估"))
    #expect(proposal.text.hasSuffix("这个数是常用取值，请按本单位实际核定。"))
    #expect(proposal.choices.first?.edits.map(\.text) == ["个案目标达成率", "≥80%"])
  }

  @Test func `proposals for several rows are accepted together, each under its row's name`() throws {
    let form = ExampleForm.read(
      """
      名称 彩虹桥社工站服务
      效益指标/社会效益指标 | 社工服务水平 | 良好
      效益指标/社会效益指标 | 促进社会进步 | 有效
      效益指标/可持续影响指标 | 推动社工实务水平 | 提高
      """
    ).form
    let finding = try #require(findings(form).first { $0.rule == "M01" })
    let proposal = try #require(finding.proposal)
    #expect(proposal.text.split(separator: "\n").map { $0.prefix(3) } == ["“社工", "“推动"])
    let after = findings(form.applying(try #require(proposal.choices.first).edits))
    #expect(after.first { $0.rule == "M01" }?.fields == ["indicators/1/annualValue"])
  }

  @Test func `a blank is the clerk's, so that there is nothing to accept`() throws {
    let finding = try first("M01", "名称 茶叶种植基地\n效益指标/经济效益指标 | 带动农民收入 | 有效提升")
    let proposal = try #require(finding.proposal)
    #expect(proposal.text.contains("受益农户户均增收额 ≥__元/户"))
    #expect(proposal.text.hasSuffix("横线处填本单位的数。"))
    #expect(proposal.choices.isEmpty)
  }

  @Test func `where nothing fits the general advice stays`() throws {
    let finding = try first("M01", "名称 监控点位租赁\n效益指标/经济效益指标 | 为经济发展保驾护航 | 正面支撑")
    #expect(finding.proposal == nil)
    #expect(finding.message.hasSuffix("建议改成能查到的数，例如收入、产值或增长幅度。"))
  }

  @Test func `no entry is proposed twice, and none that the form has already`() throws {
    let twice = try first(
      "M01",
      """
      名称 村医轮训经费
      产出指标/质量指标 | 培训效果 | 良好
      产出指标/质量指标 | 培训质量 | 良好
      """)
    let text = try #require(twice.proposal?.text)
    #expect(text.contains("“培训效果”换成") && !text.contains("“培训质量”换成"))
    let known = try first(
      "M01",
      """
      名称 村医轮训经费
      产出指标/质量指标 | 培训效果 | 良好
      产出指标/质量指标 | 培训合格率 | ≥96%
      """)
    #expect(known.proposal == nil)
  }

  @Test func `a figure that would make all rows alike is not offered`() throws {
    let finding = try first(
      "M01",
      """
      名称 村医轮训经费
      产出指标/质量指标 | 培训效果 | 良好
      产出指标/时效指标 | 按时完成率 | ≥95%
      效益指标/社会效益指标 | 政策知晓率 | ≥95%
      满意度指标/服务对象满意度指标 | 群众满意度 | ≥95%
      """)
    #expect(finding.proposal?.choices.isEmpty == true)
  }

  @Test func `sign, figure and unit go to their own columns where the form has them`() throws {
    let form = ExampleForm.read(
      """
      名称 村医轮训经费
      产出指标/质量指标 | 培训效果 | 良好 | operator=定性 | period=良好 | description=培训好不好 | direction=正向
      """
    ).form
    let finding = try #require(findings(form).first { $0.rule == "M01" })
    let mended = form.applying(try #require(finding.proposal?.choices.first).edits).indicators[0]
    #expect(mended.name == "培训合格率" && mended.description == "考核合格人数 ÷ 参加考核人数。")
    #expect(mended.operator == "≥" && mended.annualValue == "95" && mended.unit == "%")
    #expect(mended.periodValue == "95" && mended.direction == "正向指标")
  }

  @Test func `a share counted in things may get another name or a percentage`() throws {
    let finding = try first("M03", "名称 妇女之家\n效益指标/社会效益指标 | 妇女之家覆盖率 | ≥1个")
    #expect(finding.message.hasSuffix("建议二选一：名称改成个数，指标值不变；或名称不变，指标值改成百分比，并写明分子和分母。"))
    let proposal = try #require(finding.proposal)
    #expect(proposal.text.hasPrefix("名称改成“妇女之家覆盖数量”，指标值不变；或“妇女之家覆盖率”的指标值写成“≥__%”：已覆盖数"))
    #expect(proposal.choices.map(\.label) == ["名称改成“妇女之家覆盖数量”"])
  }

  @Test(arguments: [
    ("效益指标/社会效益指标 | 医保参保率 | ≥3000人", "医保参保人数"), ("产出指标/数量指标 | 持证人员比例 | ≥5人", "持证人员数"),
    ("效益指标/社会效益指标 | 受益农户占比 | ≥80户", "受益农户数"), ("产出指标/数量指标 | 巡查完成率 | ≥12次", "巡查完成次数"),
  ])
  func `a share gets the name of what is counted`(row: String, name: String) throws {
    let form = ExampleForm.read("名称 彩云行动\n\(row)").form
    let finding = try #require(findings(form).first { $0.rule == "M03" })
    let choice = try #require(finding.proposal?.choices.first)
    let mended = form.applying(choice.edits)
    #expect(mended.indicators[0].name == name)
    #expect(!findings(mended).contains { $0.rule == "M03" })
  }

  @Test(arguments: ["产出指标/质量指标 | 设备完好率 | ≥5台", "成本指标/经济成本指标 | 经费控制率 | ≤3万元", "产出指标/时效指标 | 按时率 | ≤30天"])
  func `no name is made up where a count would stand in the wrong place`(row: String) throws {
    let finding = try first("M03", "名称 彩云行动\n\(row)")
    #expect(finding.proposal?.choices.allSatisfy { !$0.label.hasPrefix("名称") } != false)
    #expect(!finding.message.contains("__"))
  }

  @Test func `satisfaction keeps its name and becomes a percentage`() throws {
    let finding = try first("M02", "名称 龙舟竞赛活动\n满意度指标/服务对象满意度指标 | 游客满意度 | 满意")
    #expect(finding.proposal?.choices.first?.edits.map(\.text) == ["≥90%"])
    #expect(!finding.message.contains("__"))
  }

  @Test func `timeliness in words gets a share or a month`() throws {
    let share = try first("M07", "名称 河西路改造工程\n产出指标/时效指标 | 施工进度 | 按计划推进")
    #expect(share.proposal?.choices.first?.edits.last?.text == "100%")
    let month = try first("M07", "名称 彩云行动\n产出指标/时效指标 | 任务完成时间 | 及时")
    #expect(month.proposal?.text.contains("“任务完成时间”的指标值写成“__月底前”") == true)
    #expect(month.proposal?.text.hasSuffix("横线处填本单位的计划月份。") == true)
  }

  @Test func `a cost that is none is shown the unit cost of its kind`() throws {
    let finding = try first("M09", "名称 村医轮训经费\n产出指标/成本指标 | 预算执行率 | ≥95%")
    #expect(finding.message.contains("如“人均培训成本 ≤__元/人”"))
    #expect(finding.proposal?.text.hasPrefix("可写“人均培训成本 ≤__元/人”：培训总支出 ÷ 培训人数。") == true)
    let other = try first("M09", "名称 彩云行动\n产出指标/成本指标 | 预算执行率 | ≥95%")
    #expect(other.proposal == nil && other.message.hasSuffix("建议改写成总额上限或单位成本。"))
    let total = try first("M10", "名称 村医轮训经费\n预算 54370\n产出指标/成本指标 | 成本控制在预算内 | 54370元")
    #expect(total.message.contains("如“人均培训成本 ≤__元/人”"))
  }
}

// Laws of recognition on seeded tables of any shape: it is total, places are real, neighbours change nothing.
import Findings
import Model
import TableProbes
import Tables
import Testing

@testable import Recognition

@Suite struct RecognitionLaws {
  private static let words = [
    "", "", "", "项目名称", "主管部门", "实施单位", "预算金额（万元）", "年度资金总额", "其中：财政拨款", "其他资金", "绩效指标", "一级指标", "二级指标",
    "三级指标",
    "指标值", "年度指标值", "实施周期指标值", "实际完成值", "得分", "分值", "指标性质", "计量单位", "产出指标", "数量指标", "质量指标", "成本指标", "效益指标",
    "社会效益指标", "满意度指标", "服务对象满意度指标", "河道清淤", "临溪县水务局", "≥12公里", "100%", "36.5", "—", "√", "总分", "96.5", "优",
    "年度目标",
    "疏浚干渠。", "目标1：\n目标2：", "项目支出绩效目标表", "项目支出绩效自评表", "（2025年度）", "单位：万元", "全年预算数", "全年执行数", "执行率", "年初预算数",
    "任务名称", "主要内容", "合计", "3月底", "支出计划", "批复意见", "确定能", "有可能", "完成目标可能性", "起始年度", "2099",
    "99999999999999999999", "产出指标：数量指标：清淤长度≥12公里", "【年度目标】疏浚。", "<p>清淤</p>", "注：说明", "部门名称", "财政供养人员数",
    "特定目标类/河道清淤",
    "单位名称（项目）", "序号", "临溪镇", "石桥乡", "中期目标", "指标1：", "……", "三级指标⏎", "\u{1F}", "项目\n名称",
  ]

  /// A sound table of random size, spans and words.
  private func table(_ number: Int, using random: inout SeededGenerator) -> Table {
    var builder = GridBuilder()
    let columnCount = Int.random(in: 1...8, using: &random)
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      builder.startRow()
      for _ in 0..<Int.random(in: 1...columnCount, using: &random) {
        let isSpan = Int.random(in: 0..<5, using: &random) == 0
        builder.addCell(
          rowSpan: isSpan ? Int.random(in: 1...4, using: &random) : 1,
          columnSpan: isSpan ? Int.random(in: 1...3, using: &random) : 1,
          text: RecognitionLaws.words.randomElement(using: &random) ?? "")
      }
    }
    var table = builder.finish(number: number)
    table.isRagged = Bool.random(using: &random)
    return table
  }

  /// A form's rows with some cells swapped, blanked or shifted: closer to real layouts than noise is.
  private func shaken(_ number: Int, using random: inout SeededGenerator) -> Table {
    var table = TableText.table(
      """
      项目支出绩效目标表 | < | < | < | <
      项目名称 | 河道清淤 | 主管部门 | 临溪县水务局 | <
      项目资金（万元） | 年度资金总额 | 36.5 | 其他资金 | 1
      年度目标 | 疏浚干渠。 | < | < | <
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
      ^ | ^ | 质量指标 | 验收合格率 | 100%
      ^ | 效益指标 | 社会效益指标 | 受益村数 | ≥30个
      批复意见 | 同意 | < | < | <
      """, number: number)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let one = Int.random(in: 0..<table.cells.count, using: &random)
      let other = Int.random(in: 0..<table.cells.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        let text = table.cells[one].text
        table.cells[one].text = table.cells[other].text
        table.cells[other].text = text
      case 1: table.cells[one].text = RecognitionLaws.words.randomElement(using: &random) ?? ""
      default: table.isRagged.toggle()
      }
    }
    return table
  }

  /// What is wrong with a result's places; empty for a sound one.
  private func brokenPlaces(_ result: RecognitionResult, in document: Document) -> [String] {
    var tables: [Int: Table] = [:]
    for case .table(let table) in document.blocks { tables[table.number] = table }
    var broken: [String] = []
    let places =
      result.forms.flatMap { Array($0.provenance) }.map { ($0.key, $0.value) }
      + result.findings.compactMap { finding in finding.place.map { (finding.rule, $0) } }
    for (path, place) in places {
      guard let number = place.table else {
        if place.line == nil { broken.append("\(path) stands nowhere") }
        continue
      }
      guard let table = tables[number], let row = place.row, let column = place.column,
        (1...table.rowCount).contains(row), (1...table.columnCount).contains(column)
      else {
        broken.append("\(path) stands outside its table")
        continue
      }
    }
    for form in result.forms where !form.confidence.values.allSatisfy({ (0...100).contains($0) }) {
      broken.append("a confidence is no percentage")
    }
    return broken
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `recognising any tables is total and every place is real`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var formCount = 0
    var broken: [String] = []
    for _ in 0..<500 {
      var blocks: [Block] = []
      for number in 1...Int.random(in: 1...3, using: &random) {
        if Bool.random(using: &random) {
          let text = RecognitionLaws.words.randomElement(using: &random) ?? ""
          if !text.isEmpty { blocks.append(.paragraph(Paragraph(text: text, line: number))) }
        }
        let isShaken = Bool.random(using: &random)
        blocks.append(
          .table(isShaken ? shaken(number, using: &random) : table(number, using: &random)))
      }
      let document = Document(format: .docx, blocks: blocks)
      let result = Recognizer().recognize(document)
      formCount += result.forms.count
      broken += brokenPlaces(result, in: document)
    }
    #expect(broken == [])
    #expect(formCount > 50)
  }

  @Test(arguments: [5, 6] as [UInt64])
  func `recognising any lines is total`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var broken: [String] = []
    for _ in 0..<250 {
      var blocks: [Block] = []
      for line in 1...Int.random(in: 1...20, using: &random) {
        var text = ""
        for _ in 0..<Int.random(in: 1...5, using: &random) {
          text += RecognitionLaws.words.randomElement(using: &random) ?? ""
          text += ["  ", "：", "；", "", "\n"].randomElement(using: &random) ?? ""
        }
        blocks.append(.paragraph(Paragraph(text: text, line: line)))
      }
      let document = Document(format: .text, blocks: blocks)
      broken += brokenPlaces(Recognizer().recognize(document), in: document)
    }
    #expect(broken == [])
  }

  @Test func `recognising the same document again gives the same record`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let document = Document(format: .docx, blocks: [.table(shaken(1, using: &random))])
      #expect(try Reading(document).forms == Reading(document).forms)
    }
  }

  private static let neighbours = [
    "姓名 | 职务 | 备注\n李某 | 所长 | 无", "序号 | 采购内容 | 数量 | 单价（元）\n1 | 挖掘机 | 2 | 300",
    "时间 | 地点\n上午 | 会议室\n下午 | 河道所", "科目 | 上年决算 | 本年预算 | 增减 | 说明\n办公费 | 12 | 10 | -2 | 压减",
  ]

  @Test(arguments: RecognitionLaws.neighbours)
  func `a table beside a form does not change its record`(neighbour: String) throws {
    let forms = [
      "项目支出绩效目标表\n项目名称 | 河道清淤 | < | <\n年度资金总额（万元） | 36.5 | 主管部门 | 临溪县水务局\n"
        + "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 清淤长度 | ≥12公里\n^ | 质量指标 | 验收合格率 | 100%",
      "项目支出绩效自评表\n项目名称 | 河道清淤 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值\n"
        + "产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里",
    ]
    for form in forms {
      let alone = try Reading(form).record()
      #expect(!alone.isEmpty)
      let before = try Reading(neighbour + "\n" + form)
      let after = try Reading(form + "\n---\n" + neighbour)
      let both = try Reading(neighbour + "\n" + form + "\n---\n" + neighbour)
      for reading in [before, after, both] {
        #expect(reading.forms.count == 1)
        #expect(reading.record() == alone)
      }
    }
  }

  @Test func `blanks around every text change no record`() throws {
    let form =
      "项目支出绩效目标表\n项目名称 | 河道清淤 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 清淤长度 | ≥12公里"
    var document = TableText.document(form)
    for index in document.blocks.indices {
      guard case .table(var table) = document.blocks[index] else { continue }
      for cell in table.cells.indices {
        table.cells[cell].text = "　\n " + table.cells[cell].text + " \u{A0}\n"
      }
      document.blocks[index] = .table(table)
    }
    #expect(try Reading(document).record() == Reading(form).record())
  }
}

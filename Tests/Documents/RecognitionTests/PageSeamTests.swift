// Labels and rows that a page's end cuts are put together by what they say; rows of their own stay apart.
import Findings
import Tables
import Testing

@testable import Recognition

@Suite struct PageSeamTests {
  /// A form whose second page begins at a row of its indicators, printed as PDF is.
  private static func reading(_ upper: [String], _ lower: [String]) throws -> Reading {
    let rows =
      ["项目名称 | 古桥修缮 | < | <", "一级指标 | 二级指标 | 三级指标 | 指标值"] + upper + lower
    var document = TableText.document(
      (["项目支出绩效目标表"] + rows).joined(separator: "\n"), format: .pdf)
    guard case .table(var table)? = document.blocks.last else { return try Reading(document) }
    var frames = TableFrames()
    for cell in table.cells {
      let page = cell.row < rows.count - lower.count ? 1 : 2
      let box = Box(left: cell.column * 100, top: cell.row * 10, width: 100, height: 10)
      frames.set(TableFrames.Frame(page: page, box: box), row: cell.row, column: cell.column)
    }
    table.frames = frames
    document.blocks[document.blocks.count - 1] = .table(table)
    return try Reading(document)
  }

  private static let last = "满意度指标 | 服务对象满意度指标 | 游客满意度 | ≥95%"

  static let cut: [(upper: [String], lower: [String], expected: [String])] = [
    // the page ends inside a row
    (
      ["满意度指 | 服务对象 | 周边居民满意 | ≥90%"], ["标 | 满意度指标 | 度 |"],
      ["满意度指标 | 服务对象满意度指标 | 周边居民满意度 | ≥90%"]
    ),
    (
      ["满意度指标 | 服务对象 | 周边居民满意度 | ≥90%"], [" | 满意度指标 | |", last],
      ["满意度指标 | 服务对象满意度指标 | 周边居民满意度 | ≥90%", last]
    ),
    (
      ["效益指标 | 可持续影 | 桥的使用年 | ≥20年"], [" | 响指标 | 限 |", last],
      ["效益指标 | 可持续影响指标 | 桥的使用年限 | ≥20年", last]
    ),
    // it ends between two rows of a merged label
    (
      ["效益指标 | 生态效益 | 岸线绿化面积 | ≥500亩"], ["^ | 指标 | 岸线清洁面积 | ≥200亩", last],
      [
        "效益指标 | 生态效益指标 | 岸线绿化面积 | ≥500亩", "效益指标 | 生态效益指标 | 岸线清洁面积 | ≥200亩", last,
      ]
    ),
    (
      ["产出指标 | 数量指标 | 修桥座数 | ≥2座", "^ | 质量 | 验收合格率 | =100%"],
      ["^ | 指标 | 返工率 | ≤1%", last],
      [
        "产出指标 | 数量指标 | 修桥座数 | ≥2座", "产出指标 | 质量指标 | 验收合格率 | =100%", "产出指标 | 质量指标 | 返工率 | ≤1%",
        last,
      ]
    ),
    (
      ["产出指标 | 数量指标 | 修桥座数 | ≥2座"], [" | （20分） | |", last],
      ["产出指标 | 数量指标（20分） | 修桥座数 | ≥2座", last]
    ),
  ]

  @Test(arguments: cut)
  func `what makes a label with its beginning on the page before is the end of it`(
    upper: [String], lower: [String], expected: [String]
  ) throws {
    let reading = try Self.reading(upper, lower)
    #expect(reading.indicators() == expected)
  }

  static let apart: [(upper: [String], lower: [String], expected: [String])] = [
    // two labels stay two
    (
      ["产出指标 | 数量指标 | 修桥座数 | ≥2座"], ["产出指标 | 质量指标 | 验收合格率 | =100%"],
      ["产出指标 | 数量指标 | 修桥座数 | ≥2座", "产出指标 | 质量指标 | 验收合格率 | =100%"]
    ),
    (
      ["效益指标 | 社会效益 | 受益村数 | ≥3个"], ["效益指标 | 生态效益 | 绿化面积 | ≥5亩"],
      ["效益指标 | 社会效益 | 受益村数 | ≥3个", "效益指标 | 生态效益 | 绿化面积 | ≥5亩"]
    ),
    // words that make no label
    (
      ["产出指标 | 数量指标 | 修桥 | ≥2座"], ["产出指标 | 质量指标 | 座数 | ≥3座"],
      ["产出指标 | 数量指标 | 修桥 | ≥2座", "产出指标 | 质量指标 | 座数 | ≥3座"]
    ),
    // slots of a template
    (
      ["产出指标 | 数量指标 | 满意度 | ≥2座"], ["产出指标 | 质量指标 | 指标1： | ≥3座"],
      ["产出指标 | 数量指标 | 满意度 | ≥2座", "产出指标 | 质量指标 | · | ≥3座"]
    ),
  ]

  @Test(arguments: apart)
  func `rows of their own stay apart at a page's end`(
    upper: [String], lower: [String], expected: [String]
  ) throws {
    let reading = try Self.reading(upper, lower)
    #expect(reading.indicators() == expected)
  }

  @Test func `inside a page nothing is put together`() throws {
    let reading = try Self.reading(
      ["效益指标 | 生态效益 | 绿化面积 | ≥500亩", " | 指标 | 清洁面积 | ≥200亩"], [Self.last])
    #expect(!reading.indicators().contains("效益指标 | 生态效益指标 | 绿化面积 | ≥500亩"))
  }

  @Test func `fields of a row that was put together tell the places of their beginnings`() throws {
    let reading = try Self.reading(
      ["满意度指 | 服务对象 | 居民满意 | ≥90%"], ["标 | 满意度指标 | 度 |", Self.last])
    let form = try #require(reading.result.forms.first)
    #expect(form.provenance["indicators/0/name"]?.page == 1)
    #expect(form.provenance["indicators/0/name"]?.row == 3)
    #expect(form.provenance["indicators/1/name"]?.page == 2)
    #expect(form.provenance["indicators/1/name"]?.row == 5)
  }

  // MARK: What no form takes

  @Test func `rows of indicators that no form takes are told`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 古桥修缮 | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 修桥座数 | ≥2座
      ---
      产出指标 | 质量指标 | 验收合格率
      效益指标 | 社会效益指标 | 受益人数
      """)
    #expect(reading.indicators() == ["产出指标 | 数量指标 | 修桥座数 | ≥2座"])
    #expect(reading.rules == ["R14"])
    #expect(reading.result.findings.first?.place?.table == 2)
    #expect(reading.result.findings.first?.message.contains("2 行") == true)
  }

  @Test func `rows of a flat table that do not say whose they are are told`() throws {
    let reading = try Reading(
      """
      部门预算项目绩效目标表
      单位名称 | 项目名称 | 预算数 | 一级指标 | 二级指标 | 三级指标 | 指标值
      水务局 | 古桥修缮 | 20 | 产出指标 | 数量指标 | 修桥座数 | ≥2座
      ---
      项目名称 | 单位名称 | 一级指标 | 二级指标 | 三级指标 | 指标值
       | | 产出指标 | 质量指标 | 验收合格率 | =100%
       | 文化局 | 产出指标 | 时效指标 | 完工时间 | 9月
      """)
    #expect(reading.rules.contains("R14"))
  }

  @Test func `a catalogue alone and a complete form have nothing to tell`() throws {
    let catalogue = try Reading(
      """
      一级指标 | 二级指标 | 三级指标
      产出指标 | 质量指标 | 验收合格率
      """)
    #expect(catalogue.rules.isEmpty)
    let form = try Self.reading(["产出指标 | 数量指标 | 修桥座数 | ≥2座"], [Self.last])
    #expect(form.rules.isEmpty)
  }
}

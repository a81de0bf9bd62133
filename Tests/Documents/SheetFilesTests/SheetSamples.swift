// Invented sheets for tests: a whole form, and random ones that come again.
import FormSheets
import TableProbes

enum SheetSamples {
  /// A form as a county prints it, with labels, merged levels, and as many indicators as wanted.
  static func form(indicators: Int = 9, mark: String? = nil, paper: Paper = .portrait) -> FormSheet {
    var grid = SheetGrid(columns: [220, 260, 260, 420, 290, 290])
    func label(_ text: String, columns: Int = 1, rows: Int = 1) -> SheetPiece {
      SheetPiece(text, role: .label, rows: rows, columns: columns, scope: .row)
    }
    grid.addRow([
      label("项目名称"), SheetPiece("山塘清淤与护坡", columns: 3, path: "/project/name"), label("项目类型"),
      SheetPiece("其他特定目标类"),
    ])
    grid.addRow([
      label("主管部门"), SheetPiece("青澜县水务局", columns: 2), label("实施单位"), SheetPiece("青澜县山塘管理所", columns: 2),
    ])
    grid.addRow([label("资金总额（万元）", columns: 2), SheetPiece("128.60", alignment: .end, columns: 4)])
    grid.addRow([
      label("年度目标"),
      SheetPiece(
        "1.清淤山塘 36 座，护坡 4.2 公里，保障下游 1,560 户用水安全；\n2.建立“一塘一档”，验收合格率达到 95% 以上；\n3.群众满意度不低于 90%。",
        alignment: .start, columns: 5),
    ])
    func head(_ text: String) -> SheetPiece { SheetPiece(text, role: .head, scope: .column) }
    grid.addRow(
      [
        head("一级指标"), head("二级指标"),
        SheetPiece("三级指标", role: .head, columns: 2, scope: .column), head("实施周期指标值"), head("年度指标值"),
      ], row: SheetRow(isHead: true, keepsWithNext: true, height: 90))
    addTree(to: &grid, indicators: indicators)
    grid.close()
    return FormSheet(
      title: "项目支出绩效目标申报表", author: "青澜县水务局", paper: paper, mark: mark,
      blocks: [
        .line(SheetLine([SheetText("项目支出绩效目标申报表", role: .title, alignment: .center)])),
        .line(SheetLine([SheetText("（2026年度）", role: .subtitle, alignment: .center)])),
        .line(
          SheetLine([SheetText("填报单位：青澜县山塘管理所"), SheetText("金额单位：万元", alignment: .end)])),
        .grid(grid),
        .line(SheetLine([SheetText("注：指标值按“≥”“≤”“=”填写；定性指标写明标准。", role: .note)])),
      ])
  }

  private static func addTree(to grid: inout SheetGrid, indicators: Int) {
    let levels = [
      ("产出指标", "数量指标", "清淤山塘座数", "≥108座", "≥36座"), ("产出指标", "质量指标", "工程验收合格率", "≥95%", "≥95%"),
      ("产出指标", "时效指标", "工程完成时间", "2028年12月底前", "2026年11月30日前"),
      ("效益指标", "社会效益指标", "受益农户用水保障情况", "持续改善", "明显改善"),
      ("满意度指标", "服务对象满意度指标", "受益群众满意度", "≥90%", "≥90%"),
    ]
    for (number, level) in levels.enumerated() {
      let count = max(1, indicators * (number + 1) / levels.count - indicators * number / levels.count)
      let isFirst = number == 0 || levels[number - 1].0 != level.0
      let groups = levels.indices.filter { levels[$0].0 == level.0 }
      let total = groups.reduce(0) { sum, index in
        sum + max(1, indicators * (index + 1) / levels.count - indicators * index / levels.count)
      }
      for row in 0..<count {
        var pieces: [SheetPiece] = []
        if isFirst, row == 0 {
          pieces.append(SheetPiece(level.0, role: .label, rows: total, scope: .rowGroup))
        }
        if row == 0 { pieces.append(SheetPiece(level.1, role: .label, rows: count, scope: .rowGroup)) }
        pieces.append(SheetPiece("\(level.2)（\(row + 1)）", alignment: .start, columns: 2, scope: .row))
        pieces.append(SheetPiece(level.3))
        pieces.append(SheetPiece(level.4, path: "/indicators/\(row)/annualValue"))
        grid.addRow(pieces)
      }
    }
  }

  /// Texts that break what is carelessly written.
  static let hostile: [String] = [
    "=HYPERLINK(\"http://example.org\",\"点我\")", "+1-2", "@SUM(A1)", "-3", "007", "1e5", "2026-01-02", "TRUE",
    "#N/A",
    "]]>", "<script>alert(1)</script>", "&amp;&lt;", "\"引号\"'单引号'", "_x0041_", "_x000D_", "{=1+1}",
    "http://example.org",
    "\u{202E}倒写\u{202C}", "\u{200F}右到左", "😀👨‍👩‍👧", "\u{20BB7}野家", "A\u{301}", "两  个空格", "换\n行", "制\t表", "&P &N",
  ]

  /// A sheet with random spans, roles and texts, the same for the same seed.
  static func random(_ seed: UInt64) -> FormSheet {
    var generator = SeededGenerator(seed: seed)
    var blocks: [SheetBlock] = []
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: blocks.append(.line(SheetLine([text(&generator)])))
      case 1: blocks.append(.line(SheetLine((0..<3).map { _ in text(&generator) })))
      case 2 where !blocks.isEmpty: blocks.append(.pageBreak)
      default: blocks.append(.grid(grid(&generator)))
      }
    }
    return FormSheet(
      title: text(&generator).text, author: Bool.random(using: &generator) ? "甲" : nil,
      paper: Bool.random(using: &generator) ? .portrait : .landscape,
      mark: Bool.random(using: &generator) ? "草稿" : nil, blocks: blocks)
  }

  static func grid(_ generator: inout SeededGenerator) -> SheetGrid {
    let columns = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
      Int.random(in: 1...600, using: &generator)
    }
    var grid = SheetGrid(columns: columns)
    for row in 0..<Int.random(in: 1...9, using: &generator) {
      let pieces = (0..<Int.random(in: 0...7, using: &generator)).map { _ -> SheetPiece in
        let text = text(&generator)
        return SheetPiece(
          text.text, role: text.role, alignment: text.alignment,
          rows: Int.random(in: 1...3, using: &generator),
          columns: Int.random(in: 1...3, using: &generator),
          scope: CellScope.allCases.randomElement(using: &generator) ?? .none)
      }
      grid.addRow(
        pieces,
        row: SheetRow(
          isHead: row < 2 && Bool.random(using: &generator), keepsWithNext: Bool.random(using: &generator),
          height: Int.random(in: 0...200, using: &generator)))
    }
    grid.close()
    return grid
  }

  private static func text(_ generator: inout SeededGenerator) -> SheetText {
    let words = hostile + ["", "", "清淤山塘座数", "≥36座", "12.50", "一二三四五六七八九十"]
    let count = Int.random(in: 1...2, using: &generator)
    let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
    return SheetText(
      text, role: TextRole.allCases.randomElement(using: &generator) ?? .body,
      alignment: TextAlignment.allCases.randomElement(using: &generator) ?? .center)
  }
}

// The sentences of the workbook reader's findings.
internal import Findings
internal import Tables

/// Finished findings; the codes are those of all readers: R03 hidden, R04 crossed out, R05 limits,
/// R06 repaired, R07 error values, R08 formulas without a value.
enum SpreadsheetWording {
  static func hiddenSheets(_ names: [String]) -> Finding {
    Finding(rule: "R03", severity: .info, message: "隐藏的工作表未读取：\(list(names))。")
  }

  static func hiddenText(_ sheet: String) -> Finding {
    Finding(
      rule: "R03", severity: .info, message: "工作表“\(sheet)”有隐藏的行或列，打印时看不到，其内容未读取。",
      place: Place(sheet: sheet))
  }

  static func struckText(_ sheet: String) -> Finding {
    Finding(
      rule: "R04", severity: .info, message: "工作表“\(sheet)”有画了删除线的文字，按已删除处理，未读取。",
      place: Place(sheet: sheet))
  }

  static func coveredText(_ sheet: String) -> Finding {
    Finding(
      rule: "R03", severity: .info, message: "工作表“\(sheet)”的合并单元格下面有被盖住的内容，未读取。",
      place: Place(sheet: sheet))
  }

  static func missingSheets(_ names: [String]) -> Finding {
    Finding(rule: "R06", severity: .warning, message: "文件中缺少以下工作表的内容：\(list(names))。")
  }

  static func limitReached(_ limit: ReadingError.Limit, limits: ReadingLimits) -> Finding {
    let sentence =
      switch limit {
      case .rowCount: "工作表超过 \(limits.rowCountMax) 行，其余各行未读取。"
      case .columnCount: "工作表超过 \(limits.columnCountMax) 列，其余各列未读取。"
      default: "工作簿的单元格超过 \(limits.cellCountMax) 个，其余单元格未读取。"
      }
    return Finding(rule: "R05", severity: .warning, message: sentence)
  }

  static let moreSheets = Finding(
    rule: "R05", severity: .warning,
    message: "工作簿超过 \(Workbook.sheetsMax) 张工作表，其余各张未读取；请拆成几个文件后再导入。")

  static func brokenMerges(_ sheet: String) -> Finding {
    Finding(
      rule: "R06", severity: .info, message: "工作表“\(sheet)”的合并区域互相重叠或过大，已忽略其中不合理的部分。",
      place: Place(sheet: sheet))
  }

  static func brokenCells(_ sheet: String) -> Finding {
    Finding(
      rule: "R06", severity: .warning, message: "工作表“\(sheet)”有重复或指向不明的单元格，请核对读出的内容。",
      place: Place(sheet: sheet))
  }

  static let duplicateParts = Finding(
    rule: "R06", severity: .warning, message: "文件内部有重名的部分，已读取最后一份，请核对。")

  static func errorValue(_ text: String, _ place: Place) -> Finding {
    Finding(rule: "R07", severity: .warning, message: "单元格的值是错误“\(text)”，请在原表中改正。", place: place)
  }

  static func moreErrors(_ count: Int) -> Finding {
    Finding(rule: "R07", severity: .warning, message: "另有 \(count) 个单元格的值是错误。")
  }

  static func uncalculated(_ place: Place) -> Finding {
    Finding(
      rule: "R08", severity: .warning, message: "单元格是公式，但文件中没有保存计算结果（形如“=100%”的已按原文读入）；请用表格软件打开并保存后再导入。",
      place: place)
  }

  static func moreUncalculated(_ count: Int) -> Finding {
    Finding(rule: "R08", severity: .warning, message: "另有 \(count) 个公式没有保存计算结果。")
  }

  /// At most ten names, then how many more.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(10).map { "“\($0)”" }.joined(separator: "、")
    return names.count > 10 ? "\(shown)等 \(names.count) 个" : shown
  }
}

// The sentences of findings about a text's encoding.
import Findings
import Tables

enum PlainTextWording {
  static func guessed(_ encoding: TextEncoding) -> Finding {
    Finding(
      rule: "R02", severity: .info,
      message: "文件没有正确注明文字编码，已按 \(name(encoding)) 读取；如有乱码，请另存为 UTF-8 编码后重新导入。")
  }

  static func wrongDeclaration(_ declared: TextEncoding, actual: TextEncoding) -> Finding {
    Finding(
      rule: "R02", severity: .info,
      message: "文件注明的文字编码是 \(name(declared))，内容实际是 \(name(actual))，已按 \(name(actual)) 读取。")
  }

  static let looseQuote = Finding(
    rule: "R06", severity: .warning, message: "有引号没有成对，已当作普通文字读取；请核对引号所在的行。")

  static func replaced(_ replacedCount: Int, nulCount: Int) -> [Finding] {
    var findings: [Finding] = []
    if replacedCount > 0 {
      findings.append(
        Finding(
          rule: "R02", severity: .warning,
          message: "有 \(replacedCount) 处文字无法识别，已用“�”代替，请对照原件核对。"))
    }
    if nulCount > 0 {
      findings.append(
        Finding(rule: "R02", severity: .info, message: "文件中有 \(nulCount) 个空字符，已去除，请对照原件核对。"))
    }
    return findings
  }

  static func limit(_ limit: ReadingError.Limit, limits: ReadingLimits, table: Int) -> Finding {
    let what =
      limit == .rowCount
      ? "行数超过 \(limits.rowCountMax)，其后的行" : "列数超过 \(limits.columnCountMax)，其后的单元格"
    return Finding(
      rule: "R05", severity: .warning, message: "表格\(what)未读取，请拆分后重新导入。", place: Place(table: table))
  }

  private static func name(_ encoding: TextEncoding) -> String {
    switch encoding {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .gb18030: "GB18030（国标）"
    case .big5: "Big5（大五码）"
    case .windows1252: "Windows-1252"
    case .shiftJIS: "Shift_JIS"
    case .eucKorean: "EUC-KR"
    }
  }
}

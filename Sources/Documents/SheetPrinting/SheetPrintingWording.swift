// The sentences about printing and the words that every page carries.

enum SheetPrintingWording {
  /// At the foot of each page.
  static func pageNumber(_ number: Int, of count: Int) -> String { "第 \(number) 页 共 \(count) 页" }
}

extension PrintingNotice {
  /// The notice as a sentence, with the place where the sign stands first.
  package var sentence: String {
    let sign = PrintableText.shown(scalar)
    let times = count == 1 ? "" : "，共 \(count) 处"
    switch matter {
    case .missingGlyph:
      return "\(place.words)的“\(Character(scalar))”\(sign)在已安装的字体中没有字形\(times)，已印出其编码。"
    case .unprintable: return "\(place.words)有不能印刷的字符 \(sign)\(times)，已印出其编码。"
    case .leftOut: return "\(place.words)有不可见的字符 \(sign)\(times)，印刷时略去。"
    }
  }
}

extension SheetPlace {
  fileprivate var words: String {
    let start = "第 \(sheet + 1) 张表"
    guard let row, let column else { return "\(start)第 \(block + 1) 段" }
    return "\(start)第 \(block + 1) 段第 \(row + 1) 行第 \(column + 1) 列"
  }
}

extension FontNotice {
  /// The notice as a sentence.
  package var sentence: String { "没有安装字体“\(wanted)”，改用“\(used)”印刷。" }
}

extension PrintingError {
  /// The error as a sentence.
  package var sentence: String {
    switch self {
    case .nothingToPrint: "没有可印刷的表。"
    case .unusablePaper(let sheet): "第 \(sheet + 1) 张表的纸张或页边距不能用于印刷。"
    case .noFonts: "系统中没有可用的字体。"
    case .drawing(let detail): "生成 PDF 失败：\(detail)。"
    }
  }
}

// The sentences of recognition, in Chinese, made in one place.
import Findings
import FormVocabulary

/// What recognition has to say to the people who can mend it.
enum RecognitionWording {
  static func residue(_ residue: String, field: String, place: Place?) -> Finding {
    Finding(
      rule: "C14", severity: .error, field: field,
      message: "文字中夹有网页代码“\(residue.prefix(20))”，导入时已去除，请在原表中一并删除。", place: place)
  }

  static func doubtful(field: String, confidence: Int, place: Place?) -> Finding {
    Finding(
      rule: "R10", severity: .warning, field: field,
      message: "这一格是按前后行推断的（把握 \(confidence)%），请对照原表确认。", place: place)
  }

  static func unplaced(rowCount: Int, place: Place) -> Finding {
    let page = place.page.map { "第 \($0) 页" } ?? ""
    return Finding(
      rule: "R14", severity: .warning,
      message: "\(page)有 \(rowCount) 行像是绩效指标，看不出属于哪张表，没有导入；请对照原件补录。", place: place)
  }

  static func brokenAmount(_ text: String, place: Place?) -> Finding {
    Finding(
      rule: "R15", severity: .warning,
      message: "“\(text.prefix(24))”读不成金额，没有导入这个数；请对照原件补录。", place: place)
  }

  static func brokenScore(_ text: String, place: Place?) -> Finding {
    Finding(
      rule: "R15", severity: .warning,
      message: "“\(text.prefix(24))”读不成得分，没有导入这个数；请对照原件补录。", place: place)
  }

  static func repaired(_ text: String, as repaired: String, place: Place?) -> Finding {
    Finding(
      rule: "R11", severity: .warning,
      message: "扫描件此处识别为“\(text.prefix(24))”，按表格写法读作“\(repaired.prefix(24))”，请对照原件确认。", place: place)
  }

  /// - Parameter doubtful: the paths and places of fields whose recognition is not sure.
  static func scanned(fieldCount: Int, doubtful: [FieldReading], sureMin: Int) -> Finding {
    let doubt = doubtful.isEmpty ? "" : "其中 \(doubtful.count) 项把握不足 \(sureMin)%，请先核对这些；"
    return Finding(
      rule: "R11", severity: .warning, field: doubtful.first?.path,
      message: "本表由扫描件识别而来，共 \(fieldCount) 项内容待确认，\(doubt)金额、数字和 ≥、≤ 请逐一对照原件。",
      place: doubtful.first?.place)
  }
}

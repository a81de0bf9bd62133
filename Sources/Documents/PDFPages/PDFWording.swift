// The Chinese sentences about PDF files.
import Findings

enum PDFWording {
  static func picture(page: Int) -> Finding {
    Finding(
      rule: "R12", severity: .warning, message: "第 \(page) 页是扫描图片，没有文字，未能读取；请用可选中文字的版本，或先作文字识别。",
      place: Place(page: page))
  }
}

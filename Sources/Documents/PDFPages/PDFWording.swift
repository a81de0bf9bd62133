// The Chinese sentences about PDF files and scans.
import Findings

enum PDFWording {
  /// What is read by recognising its text.
  static let scan = "扫描件"

  static func notAsked(page: Int) -> Finding {
    finding(page, "没有文字，未能读取；请用可选中文字的版本，或勾选“识别扫描件”（命令行 --ocr）后重新导入。")
  }

  static func noRecognizer(page: Int) -> Finding {
    finding(page, "没有文字，而本机没有安装文字识别程序（tesseract 及其中文模型），未能读取；请管理员安装后重新导入。")
  }

  static func unreadable(page: Int) -> Finding {
    finding(page, "画面过大、过小或已损坏，未能识别；请用 300 dpi 重新扫描后导入。")
  }

  private static func finding(_ page: Int, _ end: String) -> Finding {
    Finding(
      rule: "R12", severity: .warning, message: "第 \(page) 页是扫描图片，\(end)", place: Place(page: page))
  }
}

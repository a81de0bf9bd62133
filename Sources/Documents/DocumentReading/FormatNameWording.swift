// The usual names of formats that are known and not read, as people call them.

enum FormatNameWording {
  static let oldWord = "Word 97–2003（.doc）"
  static let oldWorkbook = "Excel 97–2003（.xls）"
  static let wordXML = "Word XML（.xml）"
  static let workbookXML = "Excel 2003 XML 表格（.xml）"
  static let binaryWorkbook = "Excel 二进制工作簿（.xlsb）"
  static let presentation = "PowerPoint 演示文稿"
  static let ofd = "OFD 版式文件"
  static let webArchive = "单个文件网页（.mht）"
  static let picture = "图片"
  static let archive = "压缩包"
  static let zip = "ZIP 压缩包"
  static let mail = "Outlook 邮件（.msg）"
  static let compound = "OLE 复合文档"
  static let book = "EPUB 电子书"
  static let richText = "RTF 文档（.rtf）"

  /// - Parameter statedType: the content of the package's `mimetype` entry.
  static func openDocument(_ statedType: String) -> String {
    if statedType.contains("spreadsheet") { return "OpenDocument 表格（.ods）" }
    if statedType.contains("presentation") { return "OpenDocument 演示文稿（.odp）" }
    return "OpenDocument 文本（.odt）"
  }

  static let bySignature: [([UInt8], String)] = [
    (Array("{\\rtf".utf8), richText), ([0x89, 0x50, 0x4E, 0x47], picture),
    ([0xFF, 0xD8, 0xFF], picture), (Array("GIF8".utf8), picture), ([0x49, 0x49, 0x2A, 0x00], picture),
    ([0x4D, 0x4D, 0x00, 0x2A], picture), ([0x1F, 0x8B, 0x08], archive), (Array("Rar!".utf8), archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], archive),
    (Array("BZh".utf8), archive),
  ]
}

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

  static let openText = "OpenDocument 文本（.odt）"
  static let openSpreadsheet = "OpenDocument 表格（.ods）"
  static let openPresentation = "OpenDocument 演示文稿（.odp）"
}

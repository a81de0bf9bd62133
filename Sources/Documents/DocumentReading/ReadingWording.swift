// One sentence for each way a file can fail to be read: what is the matter, and what to do next.
import Findings
package import Tables

/// The sentences for reading errors. Details in English stay with the operators' log.
package enum ReadingWording {
  /// Example: `.encrypted` gives "文件设有密码，无法读取；请用原来的软件打开并取消密码后重新导入。"
  package static func sentence(for error: ReadingError) -> String {
    switch error {
    case .empty:
      "文件是空的，没有任何内容；请确认选对了文件后重新导入。"
    case .damaged:
      "文件不完整或已损坏，无法读取；请用原来的软件打开并另存后重新导入，或请对方重新发送。"
    case .encrypted:
      "文件设有密码，无法读取；请用原来的软件打开并取消密码后重新导入。"
    case .unsupported(let name):
      "暂不能读取\(spaced(name))；\(advice(for: name))。"
    case .missingTool(let name):
      "本机没有安装读取\(spaced(name)) 的组件；请系统管理员在安装目录运行 make setup 后重新导入。"
    case .unknownFormat:
      "认不出文件的格式；请导入 Word、Excel、WPS、PDF、网页或文本格式的绩效表。"
    case .limit(let limit, let value):
      sentence(for: limit, value: value)
    case .refused:
      "文件中含有不允许的内容（外部引用或自定义实体），为安全起见未读取；请用 Word、Excel 或 WPS 打开并另存后重新导入。"
    case .timeout(let seconds):
      "读取超过 \(seconds) 秒仍未完成，已停止；请拆分文件，或导入 docx 或 xlsx 原件。"
    case .crashed:
      "读取这个文件时解析程序异常中止，其他文件不受影响；请用 Word、Excel 或 WPS 打开并另存后重新导入。"
    case .memory:
      "读取这个文件所需内存超过上限，已停止；请拆分文件，或只保留绩效表后重新导入。"
    case .noReader:
      "这类文件要在隔离进程中读取，但隔离读取程序 plumbline-reader 无法启动；请管理员检查安装是否完整。"
    }
  }

  /// Said of an office file that holds pictures and hardly a word.
  static let picturesAlone = Finding(
    rule: "R12", severity: .warning,
    message: "文件里只有图片，没有文字和表格，未能读取；请用 Word 或 WPS 另存为 PDF，勾选“识别扫描件”（命令行 --ocr）后导入，或向填报单位索取可编辑的原件。")

  static func replaced(_ count: Int, place: Place?) -> Finding {
    Finding(
      rule: "R02", severity: .warning,
      message: "有 \(count) 个字无法识别，已用“�”代替；请对照原件核对，或用原来的软件打开并另存后重新导入。", place: place)
  }

  private static func advice(for formatName: String) -> String {
    switch formatName {
    case FormatNameWording.archive, FormatNameWording.zip: "请先解压，再导入其中的绩效表文件"
    case FormatNameWording.picture: "请勾选“识别扫描件”（命令行 --ocr）后重新导入，或向填报单位索取 docx 或 xlsx 原件"
    case FormatNameWording.ofd: "请导入 docx 或 xlsx 原件，或先用 WPS 等软件转为 docx"
    case FormatNameWording.compound, FormatNameWording.mail, FormatNameWording.book:
      "请把其中的绩效表另存为 docx 或 xlsx 后导入"
    default: "请用 Word、Excel 或 WPS 打开，另存为 docx 或 xlsx 后重新导入"
    }
  }

  private static func sentence(for limit: ReadingError.Limit, value: Int) -> String {
    switch limit {
    case .fileBytes: "文件超过 \(size(value))，未读取；请拆分文件，或删去其中的图片后重新导入。"
    case .unpackedBytes: "文件解开后超过 \(size(value))，未读取；请拆分文件，或删去其中的图片后重新导入。"
    case .entryCount: "文件内部的部分超过 \(value) 个，未读取；请用 Word、Excel 或 WPS 打开并另存后重新导入。"
    case .compressionRatio: "文件的压缩率异常（超过 \(value) 倍），为安全起见未读取；请用原来的软件打开并另存后重新导入。"
    case .depth: "文件的嵌套超过 \(value) 层，未读取；请把绩效表复制到新文件中重新导入。"
    case .cellCount: "文件的单元格或段落超过 \(value) 个，未读取；请只保留绩效表后重新导入。"
    case .rowCount: "表格超过 \(value) 行，未读取；请拆分后重新导入。"
    case .columnCount: "表格超过 \(value) 列，未读取；请删去多余的列后重新导入。"
    case .answerBytes: "读出的内容超过 \(size(value))，未采用；请拆分文件，或只保留绩效表后重新导入。"
    case .temporaryBytes: "读取时产生的临时文件超过 \(size(value))，已停止；请拆分文件，或导入 docx 或 xlsx 原件。"
    case .pageCount: "文件超过 \(value) 页，未读取；请只保留绩效表所在的页后重新导入。"
    case .objectCount: "页面上的线条和图形超过 \(value) 个，未读取；请用原来的软件另存为 docx 后重新导入。"
    case .textBytes: "文字超过 \(size(value))，未读取；请拆分后重新导入。"
    }
  }

  /// A name in Latin letters stands off the Chinese before it by a blank.
  private static func spaced(_ name: String) -> String {
    let before = name.utf8.first.map { $0 < 0x80 } ?? false
    return (before ? " " : "") + name
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : bytes >= 1 << 10 ? "\(bytes >> 10) KB" : "\(bytes) 字节"
  }
}

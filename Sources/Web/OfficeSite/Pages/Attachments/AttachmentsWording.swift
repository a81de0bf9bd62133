// The Chinese words of attached files.
import OfficeOperations

enum AttachmentsWording {
  static let none = "还没有附件"
  static let noneAdvice = "立项批文、会议纪要、测算表等佐证材料可以传在这里。"
  static let noneToRead = "这张表没有附佐证材料。"
  static let name = "文件"
  static let size = "大小"
  static let person = "谁传的"
  static let digest = "校验值"
  static let remove = "去掉"
  static let attach = "上传附件"
  static let choose = "选择文件"
  static let notAttached = "附件没有传上"
  static let hint =
    "一次最多 \(AttachmentUpload.filesMax) 个，每个最大 \(AttachFile.bytesMax >> 20) MB；提交以后不能再增减"

  static func title(_ name: String) -> String { "\(name)的附件" }
  static func files(_ count: Int) -> String { "附件，\(count) 个" }

  /// `38 KB`, `1.2 MB`
  static func size(_ bytes: Int64) -> String {
    if bytes < 1024 { return "\(bytes)\u{A0}字节" }
    if bytes < 1 << 20 { return "\(bytes >> 10)\u{A0}KB" }
    let tenths = bytes * 10 >> 20
    return "\(tenths / 10).\(tenths % 10)\u{A0}MB"
  }
}

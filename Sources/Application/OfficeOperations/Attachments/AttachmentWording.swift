// The Chinese sentences about attached files.

enum AttachmentWording {
  static let empty = "没有选文件，或者文件是空的，请重新选择。"
  static let name = "文件名是空的、太长，或者有不能用的字符，请改名后再传。"
  static let notKept = "附件暂时存不进去，请稍后再试；如一直如此，请告诉系统管理员。"
  static let full = "磁盘满了，附件没有存上，已有的不受影响。请告诉系统管理员清理磁盘。"
  static let lost = "附件的内容找不到，或者与登记的校验值不符。请告诉系统管理员从备份恢复。"

  static func tooLong(mebibytes: Int64) -> String { "一个附件最大 \(mebibytes) MB，请压缩或拆开后再传。" }
  static func tooMany(_ max: Int) -> String { "一张表最多 \(max) 个附件，请先删掉不用的，或合并后再传。" }
}

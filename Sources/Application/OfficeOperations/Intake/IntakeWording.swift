// The Chinese sentences about documents that are read into drafts.
import Quantities

enum IntakeWording {
  static let nameless = "未命名的文件"
  static let lost = "这份文件的内容在磁盘上找不到了，请重新上传；如再次发生，请告诉系统管理员。"
  static let notKept = "读到的内容暂时存不下，稍后会再读一次。"
  static let notRead = "这份文件还没有读好，请等它读完再办。"
  static let noSuchForm = "这份文件里没有这一张表，请回到上一页重新选择。"
  static let noSuchField = "这张表里没有这一格，请刷新后再办。"
  static let notMoney = "这一格是金额，请写成数，例如 213764.00 或 21.3764万元。"
  static let notWhole = "这一格是数，请只写数字，例如 2026。"
  static let tooLong = "内容太长，请控制在两万字以内。"
  static let taken = "这一张已经存为草稿，请到草稿里修改。"
  static let projectNeeded = "请选择项目，或写明新项目的名称。"
  static let yearNeeded = "请选择开放的年度。"
}

/// Units of money as people type them behind a number, and the power of ten that they stand for.
enum MoneyWords {
  static let powers = ["": 0, "元": 0, "圆": 0, "百元": 2, "千元": 3, "万": 4, "万元": 4, "百万元": 6, "亿元": 8, "亿": 8]
}

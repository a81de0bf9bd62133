// The Chinese sentences about what is typed of projects.

enum ProjectWording {
  static let codeShape = "项目编码应为 21 位：6 位地区、2 位年份、1 个字母、12 位序号，请照预算系统核对；还没有编码的请留空。"
  static let codeCheck = "项目编码的最后一位对不上前面的各位，可能抄错了一位，请照预算系统核对。"
  static let yearsOutsideForms = "这个项目已经有这段时间以外年度的绩效表，请把起止年度放宽。"

  static func codeTaken(_ name: String?) -> String {
    name.map { "这个编码已经是“\($0)”的，请打开那个项目，或核对编码。" } ?? "这个编码已经有别的项目使用，请核对。"
  }
}

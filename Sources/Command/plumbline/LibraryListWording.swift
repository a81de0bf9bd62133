// The Chinese words of `plumbline library`.

/// What the command says around the entries.
enum LibraryListWording {
  static let nothing = "指标库里没有找到。请换一个词，或不写词列出全部。"

  static func replaces(_ wordings: [String]) -> String { "替代：" + wordings.joined(separator: "、") }

  static func sum(_ count: Int, of all: Int) -> String {
    (count == all ? "共 \(all) 项。" : "共 \(all) 项，找到 \(count) 项。") + "横线处由填表单位填数；写明的数字是常用取值，请按实际核定。"
  }
}

// The Chinese words that the terminal shows when an office starts.
enum ServeWording {
  static func listening(at place: String) -> String { "准绳已启动：\(place)/\n" }

  static let noReader =
    "没有找到读文件的程序 plumbline-reader：上传的绩效表和名单都读不了，其他功能照常。"
    + "请把它放在 plumbline 旁边，或用 PLUMBLINE_READER 指明它的位置，再重新启动。\n"

  static func setUp(at place: String) -> String {
    "首次使用，请在浏览器里打开下面的地址完成设置（只显示这一次，24 小时内有效）：\n  \(place)\n"
  }

  static let diskFull = "磁盘空间不足，没有写入；请清理数据所在的磁盘，已确认的数据没有受损。"

  static func loading(_ done: Int, of total: Int) -> String { "正在生成演示县：\(done) / \(total) 张表\n" }

  static func demonstration(_ accounts: [(account: String, label: String)], password: String) -> String {
    let width = accounts.map(\.account.utf8.count).max() ?? 0
    let lines = accounts.map { account, label in
      "  \(account)\(String(repeating: " ", count: width - account.utf8.count))  \(label)\n"
    }
    return "演示县已备好，密码都是 \(password)：\n" + lines.joined()
  }

  static func migrated(_ steps: [Int]) -> String {
    steps.isEmpty ? "数据结构已是最新，没有要做的。\n" : "数据结构已更新：第 \(steps.map(String.init).joined(separator: "、")) 步。\n"
  }

  static func backedUp(_ path: String, entries: Int64, versions: Int64, attachments: Int, head: String)
    -> String
  {
    "已备份到 \(path)：台账 \(entries) 条，表格版本 \(versions) 个，附件 \(attachments) 个。\n链头 \(head)\n"
  }

  static func restored(entries: Int64, versions: Int64, attachments: Int, head: String) -> String {
    "已恢复并核对：台账 \(entries) 条，表格版本 \(versions) 个，附件 \(attachments) 个。\n链头 \(head)\n"
  }

  static func sound(entries: Int64, versions: Int64, head: String) -> String {
    "台账完好：\(entries) 条，表格版本 \(versions) 个，逐条核对无误。\n链头 \(head)\n"
  }

  static func faulty(_ count: Int) -> String { "台账有 \(count) 处对不上：\n" }

  static func more(_ count: Int) -> String { "  …… 另有 \(count) 处\n" }
}

// Pages for the benchmark: a short one with a form, and one with a table as long as a reviewer's morning.
import Design
import HTTP

enum WebBenchPages {
  private static let blank = FormToken(secret: [UInt8](repeating: 0, count: 32))

  /// A form with two fields.
  static func signIn(_ context: PlainContext) -> Page {
    let form = PageForm(
      .root, context.parts.formToken ?? blank,
      [
        Questions([
          Question("name", "账号", .text(value: "", placeholder: "")), Question("password", "密码", .password),
        ]), Buttons([Button.send("登录")]),
      ])
    return Page("登录", masthead: Masthead(place: "临溪县"), content: [Frame([Panel("登录", [form])])])
  }

  /// A table of 60 projects: some 30 KB.
  static func home(_ context: PlainContext) -> Page {
    let rows = (1...60).map { number in
      ListTable.Row(
        Lead("乡镇巡展经费 \(number)", .root, below: "县文化馆本级"),
        [
          Words("\(number * 1_000).00"), Tag(.waiting, "财政审核中"), Filled(number % 29, of: 29),
          Mark(.ask, "\(number % 5)", spoken: "处应说明"),
        ])
    }
    let table = ListTable(
      "我的项目", columns: [.init("项目"), .init("预算，元", isNumber: true), .init("走到哪"), .init("填好"), .init("发现")],
      rows: rows)
    return Page(
      "首页", masthead: Masthead(place: "临溪县"), content: [Frame([Panel("我的项目", isPadded: false, [table])])])
  }
}

// Specimens of colour, type, buttons and fields.
import HTML
import HTTP

extension LivingPage {
  private static let swatches: [(style: StaticString, name: String, text: String)] = [
    ("fill-ink", "--ink", "墨，正文，16.5 : 1"), ("fill-ink-soft", "--ink-soft", "次要，8.7 : 1"),
    ("fill-ink-faint", "--ink-faint", "注，5.9 : 1"), ("fill-pen", "--pen", "人写的、能按的，9.6 : 1"),
    ("fill-pen-deep", "--pen-deep", "按下，13 : 1"), ("fill-pen-wash", "--pen-wash", "选中底"),
    ("fill-stop", "--stop", "朱，应退回，6.9 : 1"), ("fill-ask", "--ask", "应说明，6.6 : 1"),
    ("fill-pass", "--pass", "做到、通过，6.8 : 1"), ("fill-tell", "--tell", "提示，6.7 : 1"),
    ("fill-halo", "--halo", "只作焦点"), ("fill-marker", "--marker", "原件出处"),
    ("fill-paper", "--paper", "纸"), ("fill-desk", "--desk", "案"), ("fill-shade", "--shade", "印好的格"),
    ("fill-line", "--line", "行线"), ("fill-rule", "--rule", "格线，3.6 : 1"),
    ("fill-frame", "--frame", "外框，12 : 1"),
  ]

  static let colours = Specimen(
    id: "colour", title: "颜色",
    content: [
      Finished { page in
        page.element("div", ["class": "swatches"]) { page in
          for swatch in swatches {
            page.markup("<div><svg viewBox=\"0 0 100 44\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
            page.markup("<rect width=\"100\" height=\"44\" class=\"")
            page.markup(swatch.style)
            page.markup("\"/></svg><b>")
            page.text(swatch.name)
            page.markup("</b>")
            page.text(swatch.text)
            page.markup("</div>")
          }
        }
      }, Paragraph(.note, "比值是与纸白的对比度。"),
    ])

  static let type = Specimen(
    id: "type", title: "字",
    content: [
      Paragraph(.title, "照这些数，一年要花多少　28 宋"), Paragraph(.smallTitle, "项目支出绩效目标申报表　18 宋"),
      Paragraph(.head, "先看发现，3 处　15 黑，小标题"),
      Paragraph(.read, "由 5 名讲解员接待参观，全年办展 12 期，开放不少于 300 天，接待不少于 8 万人次。　16，行高 1.85，用来读"),
      Paragraph(.plain, "县财政局 11 月 12 日退回，请在 11 月 16 日下班前改好 2 格。　14，用来办"),
      Paragraph(.note, "剩下 31,400 元已交回国库。　13，注"), Paragraph(.small, "至少 12 期　12，最小"),
      Paragraph(.written, "≥12期　蓝黑，人写的值"),
      SumColumn([
        .init("", "数字等宽，右对齐，两位小数", "486,200.00"), .init("", "第二行", "31,400.00"),
      ]),
    ])

  static let buttons = Specimen(
    id: "buttons", title: "按钮",
    content: [
      Line([
        Button("提交审核", .go(path()), look: .main), Button("打印、导出", .go(path())),
        Button("退回 1 格", .go(path()), look: .giveBack), Button("取消", .go(path()), look: .quiet),
        off("提交审核"), Finished { $0.markup("<a class=\"button show-focus\" href=\"#buttons\">键盘焦点</a>") },
      ]),
      Line([
        small("对", .main, key: "↵"), small("看下一处", .plain, key: "F8"),
        Offer("年度值改为 ≥10期", name: "offer", value: "1"),
      ]),
      Paragraph(.note, "一屏只有一个实心按钮。建议写明按下后格里会变成什么。"),
    ])

  private static func off(_ text: String) -> Button {
    var button = Button(text, .go(path()))
    button.isOff = true
    return button
  }

  private static func small(_ text: String, _ look: Button.Look, key: String? = nil) -> Button {
    var button = Button(text, .go(path()), look: look)
    button.isSmall = true
    button.key = key
    return button
  }

  static func questions(_ token: FormToken) -> Specimen {
    var plain = Question("rate", "观众满意率", .text(value: "≥95%", placeholder: ""))
    plain.hint = "例如 ≥95%"
    plain.reading = "至少 95 %"
    var wrong = Question("end", "到期年度", .text(value: "2023", placeholder: ""))
    wrong.fault = "到期年度 2023 早于起始年度 2025。请填 2025 或以后的年份。"
    let words = Question("words", "给审核人的话", .lines(value: "", rows: 2))
    var locked = Question("period", "实施周期", .text(value: "2025 年 — 2027 年", placeholder: ""))
    locked.isLocked = true
    let select = Question(
      "kind", "项目类型", .select(value: "b", options: [("a", "运转类"), ("b", "特定目标类")]))
    let day = Question("day", "完成日期", .day(value: "2026-11-20"))
    var file = Question("file", "去年的表", .file(accept: ".docx,.xlsx,.pdf", takesMany: true))
    file.hint = "Word、Excel、PDF 都行，一次可以选几份"
    let form = PageForm(
      path(), token,
      [
        Questions([plain, wrong, words, locked, select, day, file], isPaired: true),
        Line([
          Tick("last", "对照 2025 年", isOn: true), Tick("unlock", "同时解锁周期值"),
          Choice(
            "grade", "指标科学", [("1", "优"), ("2", "良"), ("3", "中"), ("4", "差")], value: "2"),
        ]),
      ])
    return Specimen(id: "forms", title: "填写", content: [form])
  }
}

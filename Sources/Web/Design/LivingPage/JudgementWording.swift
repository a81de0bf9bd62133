// Specimens of marks, notices, findings and the cells of the official sheet.
import HTML
import HTTP

extension LivingPage {
  static let marks = Specimen(
    id: "marks", title: "标记与状态",
    content: [
      Line([
        Mark(.stop, "1　应退回"), Mark(.ask, "3　应说明"), Mark(.tell, "5　提示"), Mark(.pass, "没有发现"),
      ]),
      Line([
        Tag(.draft, "草稿"), Tag(.waiting, "财政审核中"), Tag(.returned, "退回，改 2 格"), Tag(.approved, "审核通过"),
        Tag(.soon, "还有 3 天"), Tag(.late, "过期 2 天"), Tag(.plain, "第 3 版"),
      ]),
      Line([
        SavingState(.saved, "已存 10:24:08"), SavingState(.waiting, "正在存"),
        SavingState(.lost, "没存上，先留在这台电脑，连上就补存"),
      ]),
      Line([Filled(25, of: 27), Filled(29, of: 29), Filled(0, of: 12)]),
    ])

  static let notices = Specimen(
    id: "notices", title: "提示条",
    content: [
      Notice(.stop, "县财政局 11 月 12 日退回，请在 11 月 16 日下班前改好 2 格。", text: "只有这两格可以改，其余原样锁定。"),
      Notice(.ask, "还有 2 天截止，2 个项目没有提交。"),
      Notice(.tell, "2026 年起，成本指标单列为一级指标。", text: "旧表已照对应关系搬好，3 格请看一眼。"),
      Notice(
        .pass, "已提交。审核人会在 11 月 15 日前看。", text: "看之前，你都可以撤回。",
        buttons: [Button("撤回", .go(path()), look: .quiet)]),
    ])

  static let findings: Specimen = {
    var dear = FindingCard(.stop, 1, "照这些数，要花 36 万元")
    dear.anchor = "c-shows"
    dear.sum = SumColumn([
      .init("", "全年展览期数", "12 期"), .init("×", "每期布展费", "30,000 元/期"),
      .init("=", "算下来要花", "360,000 元", .total), .init("−", "2026 年预算", "300,000 元"),
      .init("", "差", "60,000 元", .gap),
    ])
    dear.buttons = [Offer("年度值改为 ≥10期", name: "offer", value: "1")]
    dear.reason = ("为什么看这个（A01）", "钱和事对不上，审核一定会问。")
    var vague = FindingCard(.ask, 4, "“有效提升”年底没法打分", text: "换成数得出来的说法，例如：")
    vague.buttons = [Offer("接待观众 ≥80000人次", name: "offer", value: "2")]
    vague.isCurrent = true
    return Specimen(
      id: "findings", title: "发现",
      content: [
        Line(
          [
            FindingList([dear]),
            FindingList([vague, FindingCard(.ask, 5, "执行率低于 90 %", text: "请说明去向。")]),
            FindingList([
              FindingCard(.tell, 6, "三年合计与一年相同", text: "都是 12 期。若是三年累计，周期值应当更大。"),
              FindingCard(.pass, nil, "满意度“满意”已改为 ≥90%"),
            ]),
          ], style: "thirds")
      ])
  }()

  static let cells: Specimen = {
    var plain = SheetCell(id: "c-plain", "平常", "≥95%", reading: "至少 95 %")
    var wrong = SheetCell(id: "c-shows", "应退回", "≥12期", reading: "至少 12 期，算下来超过预算")
    wrong.judgement = .stop
    wrong.finding = (1, "findings")
    var vague = SheetCell(id: "c-vague", "应说明", "有效提升", reading: "只有方向，没有尺度")
    vague.judgement = .ask
    vague.finding = (4, "findings")
    var hint = SheetCell(id: "c-hint", "提示", "≥12期", reading: "至少 12 期")
    hint.judgement = .tell
    hint.finding = (6, "findings")
    var locked = SheetCell(id: "c-locked", "锁定", "≥300天")
    locked.isLocked = true
    plain.reading = "至少 95 %"
    let blank = SheetCell(id: "c-blank", "空着", "", reading: "有名称，还没有值")
    let pairs = [(plain, wrong), (vague, hint), (locked, blank)]
    return Specimen(
      id: "cells", title: "官方表的格",
      content: [
        Finished { page in
          page.markup("<div class=\"scroller\" tabindex=\"0\" role=\"region\" aria-label=\"官方表\">")
          page.markup("<table class=\"sheet\"><caption class=\"unseen\">单元格的各种状态</caption><tbody>")
          for (left, right) in pairs {
            page.markup("<tr><th scope=\"row\">")
            page.text(left.label)
            page.markup("</th>")
            page.add(left)
            page.markup("<th scope=\"row\">")
            page.text(right.label)
            page.markup("</th>")
            page.add(right)
            page.markup("</tr>")
          }
          page.markup("<tr><th scope=\"row\">算式行</th><td class=\"sum-row\" colspan=\"3\">")
          page.add(equation)
          page.markup("</td></tr><tr><th scope=\"row\">对得上</th>")
          page.markup("<td class=\"sum-row is-pass\" colspan=\"3\">")
          page.add(sound)
          page.markup("</td></tr><tr><th scope=\"row\">朱批</th><td class=\"remark-row\" colspan=\"3\">")
          page.markup("<p class=\"remark\"><b>写到哪天完成。</b>“100%完成”没有日期，年底无从对照。")
          page.markup("<span class=\"source\">县财政局绩效岗，11 月 12 日</span></p></td></tr>")
          page.markup("</tbody></table></div>")
        }, Paragraph(.note, "竖线在左：实线应退回，虚线应说明，点线提示。编号与发现一致。"),
      ])
  }()

  private static let equation = Equation([
    .number("12 期", from: "全年展览期数"), .sign("×", isBreach: false), .number("3 万元/期", from: "每期布展费"),
    .sign("=", isBreach: false), .number("36 万元", from: "算下来要花"), .sign(">", isBreach: true),
    .number("预算 30 万元", from: "2026 年预算"), .outcome("超出 6 万元", note: "是预算的 1.2 倍", .stop),
  ])

  private static let sound = Equation([
    .number("100 人", from: "培训人数"), .sign("×", isBreach: false), .number("200 元/人", from: "人均培训成本"),
    .sign("=", isBreach: false), .number("2 万元", from: "算下来要花"), .sign("≤", isBreach: false),
    .number("预算 2 万元", from: "2026 年预算"), .outcome("正好", note: "预算的 100 %", .pass),
  ])
}

// Specimens of tables, bars, tabs, dialogs, the season, empty places, refusals and high contrast.
import HTML
import HTTP

extension LivingPage {
  static let tables: Specimen = {
    var money = ListTable.Column("预算，元", isNumber: true)
    money.sorting = path()
    money.order = .descending
    var table = ListTable(
      "我的项目",
      columns: [.init("项目"), money, .init("走到哪"), .init("填好"), .init("发现")],
      rows: [
        .init(
          Lead("展览与讲解服务", path(), below: "县文化馆本级"),
          [Words("486,200.00"), Tag(.waiting, "财政审核中"), Filled(29, of: 29), Mark(.pass, "没有")]),
        .init(
          Lead("乡镇巡展经费", path(), below: "县文化馆本级"),
          [Words("300,000.00"), Tag(.draft, "草稿"), Filled(25, of: 27), Mark(.stop, "2", spoken: "处应退回")]),
      ])
    table.rows[1].isCurrent = true
    table.total = [Words("合计"), Words("786,200.00"), Words(""), Words(""), Words("")]
    return Specimen(
      id: "tables", title: "表格", content: [Panel("我的项目", note: "按预算排", isPadded: false, [table])])
  }()

  static func frame(_ token: FormToken) -> Specimen {
    var bar = PageBar(
      "乡镇巡展经费", back: Destination("我的项目", path()),
      beside: [Tag(.draft, "草稿"), Pager(3, of: 7, previous: path(), next: path())],
      buttons: [SavingState(.saved, "已存 10:24:08"), small("历史"), small("打印、导出")])
    bar.isHeading = false
    let foot = FootBar(
      left: [Mark(.stop, "2 处会被退回"), Mark(.ask, "2 处要写说明")],
      keys: [("Tab", "下一格"), ("F8", "下一处"), ("?", "全部快捷键")], note: "截止 11 月 20 日 18:00，还有 6 天",
      buttons: [Button("提交审核", .go(path()), look: .main)])
    return Specimen(
      id: "bars", title: "顶栏、页栏、底栏",
      content: [
        Sample(content: [
          Finished { page in
            page.add(Masthead(place: SpecimenWording.place))
            page.add(bar)
            page.add(foot)
          }
        ])
      ])
  }

  private static func small(_ text: String) -> Button {
    var button = Button(text, .go(path()))
    button.isSmall = true
    return button
  }

  static let tabs = Specimen(
    id: "tabs", title: "页签",
    content: [
      Tabs(
        "样例",
        [
          (Destination("变化与发现", path(), isHere: true), 5), (Destination("全部", path()), 29),
          (Destination("整张表", path()), nil),
        ])
    ])

  static let dialog: Specimen = {
    let title = "还有 2 处会被退回，仍要提交吗？"
    let text = Paragraph(.plain, "照目标要花 36 万元，预算 30 万元；一年 20 场，三年合计 15 场。现在改，比退回再改快。")
    let buttons = [
      Button("仍要提交", .close(otherwise: path())), Button("先改", .close(otherwise: path()), look: .main),
    ]
    var shown = Dialog(id: "ask-shown", title, [text], buttons: buttons)
    shown.isShown = true
    let keys = Dialog(
      id: "keys", "快捷键",
      [
        Finished { page in
          page.markup("<dl class=\"facts\">")
          for (key, text) in [("/", "搜索"), ("F8", "下一处发现"), ("J K", "下一行、上一行"), ("Esc", "收起")] {
            page.markup("<dt><kbd>")
            page.text(key)
            page.markup("</kbd></dt><dd>")
            page.text(text)
            page.markup("</dd>")
          }
          page.markup("</dl>")
        }
      ], buttons: [Button("知道了", .close(otherwise: path()), look: .main)])
    return Specimen(
      id: "dialog", title: "对话框",
      content: [
        shown, Dialog(id: "ask", title, [text], buttons: buttons), keys,
        Line([
          Button("打开", .open(dialog: "ask", otherwise: path())),
          Button("快捷键", .open(dialog: "keys", otherwise: path()), look: .quiet),
        ]),
      ])
  }()

  static let season = Specimen(
    id: "season", title: "垂线",
    content: [
      Panel(
        nil, isPadded: false,
        [
          Season([
            .init(.past, "通知下发", "10 月 8 日"),
            .init(.now, "目标申报", "11 月 20 日", note: "已提交 4，退回 1，草稿 2"),
            .init(.ahead, "部门、财政审核", "11 月 30 日"), .init(.ahead, "批复", "人代会后"),
          ])
        ]), Paragraph(.note, "实线走过，垂锤在此，点线未到。"),
    ])

  static let empty = Specimen(
    id: "empty", title: "空着的地方",
    content: [
      EmptyPlace("这里还没有项目", "把去年的 Word 拖进来，或从一张空表开始。", buttons: [small("导入"), small("新建项目")]),
      EmptyPlace("没有等你办的", "都办完了。新的会在这里出现。"),
    ])

  static let errors = Specimen(
    id: "errors", title: "办不成的时候",
    content: [
      Panel(
        "没有这一页",
        [
          Paragraph(.second, "可能已经移走，或地址少了一段。请从首页重新找。"),
          Buttons([Button("回首页", .go(path()))]),
          Paragraph(.small, FrameWording.requestNumber("0123456789abcdef")),
        ]),
      Notice(.stop, "没存上，先留在这台电脑。", text: "连上就补存，不用重写。", buttons: [small("再试一次")]),
    ])

  static let contrast = Specimen(
    id: "contrast", title: "高反差",
    content: [
      Sample(
        content: [
          Line([
            Button("提交审核", .go(path()), look: .main), Button("历史", .go(path())), Mark(.stop, "1　应退回"),
            Mark(.ask, "3　应说明"), Mark(.tell, "5　提示"), Tag(.returned, "退回，改 2 格"),
          ]), Notice(.stop, "县财政局退回，请改好 2 格。"), Notice(.pass, "已提交。"),
        ], contrast: .high), Paragraph(.note, "跟随系统设置，也可在右上角自己打开。"),
    ])
}

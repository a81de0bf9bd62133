// Looking an indicator up: what is found, and where nothing is better than something.
import IndicatorLibrary
import RuleSets
import Testing

@Suite struct LibraryMatchingTests {
  private func match(
    _ project: String, _ place: IndicatorCategory?, _ name: String, _ value: String = "良好", goal: String = "",
    wantsLess: Bool = false, wantsShare: Bool = false
  ) -> LibraryMatch? {
    let library = Library.shipped
    let query = LibraryQuery(
      name: name, category: place, value: value, wantsLess: wantsLess, wantsShare: wantsShare)
    return library.match(for: query) { library.surroundings(project: project, goal: goal) }
  }

  @Test(
    arguments: [
      ("村医轮训经费", .quality, "培训效果", "培训合格率"), ("村医轮训经费", .quantity, "举办培训班", "培训期数"),
      ("干部轮训经费", .socialBenefit, "提升干部业务能力", "训后测试成绩提高率"), ("行业座谈会经费", .socialBenefit, "会议精神落实", "议定事项办结率"),
      ("除雪装备购置", .quality, "装备质量", "采购验收合格率"), ("除雪装备购置", .sustainability, "长期使用", "设备使用年限"),
      ("智慧停车平台运维", .quality, "平台运行稳定性", "系统可用率"), ("智慧停车平台运维", .timeliness, "故障响应", "故障平均修复时长"),
      ("智慧停车平台运维", .socialBenefit, "保障数据安全", "信息安全事件数"), ("彩虹桥社工站服务", .socialBenefit, "社工服务水平", "个案目标达成率"),
      ("彩虹桥社工站服务", .sustainability, "推动社工实务水平", "社工持证率"),
      ("巾帼维权驿站（妇女）", .sustainability, "持续提供维权平台", "维权咨询办结率"),
      ("龙舟竞赛活动", .quality, "活动效果", "活动方案执行率"), ("工会趣味赛活动", .socialBenefit, "增强职工归属感", "愿意再次参加比例"),
      ("临时救助", .quality, "救助对象认定", "对象认定准确率"), ("高龄津贴", .timeliness, "津贴发放", "补助发放及时率"),
      ("临时救助", .socialBenefit, "减轻群众生活负担", "受助家庭户均减支额"), ("河西路改造工程", .timeliness, "施工进度", "工程按期完工率"),
      ("河西路改造工程", .socialBenefit, "改善群众出行", "受益人口数量"), ("禁放烟花宣传", .socialBenefit, "提升群众意识", "宣传内容知晓率"),
      ("水资源课题研究", .socialBenefit, "为科学决策提供依据", "建议采纳率"), ("水资源课题研究", .quantity, "完成研究报告", "成果报告数量"),
      ("机关物业服务", .quality, "保洁质量", "服务考核达标率"), ("机关物业服务", .sustainability, "保障机关正常运转", "办公保障中断次数"),
      ("中小微企业贴息", .economicBenefit, "促进产业发展", "企业营业收入增长率"), ("执法车辆运行", .socialBenefit, "安全行车", "责任交通事故数"),
      ("公用经费", .cost, "三公经费控制", "三公经费变动率"), ("镇区环卫一体化", .timeliness, "垃圾清运及时", "垃圾日产日清率"),
      ("幸福庭院评选", .quality, "居住环境", "评定通过庭院占比"), ("乡村学校助学", .socialBenefit, "减轻家庭负担", "困难学生资助比例"),
      ("两癌筛查", .socialBenefit, "早诊早治", "阳性对象随访率"), ("茶叶种植基地", .economicBenefit, "带动农民收入", "受益农户户均增收额"),
      ("森林消防队伍", .quality, "隐患排查质量", "隐患整改率"), ("便民热线", .timeliness, "诉求办理时限", "事项按时办结率"),
    ] as [(String, IndicatorCategory, String, String)])
  func `an indicator finds its entry`(
    project: String, place: IndicatorCategory, name: String, entry: String
  ) throws {
    let found = try #require(match(project, place, name))
    #expect(found.entry.name == entry)
  }

  @Test(
    arguments: [
      // Grand words fit nothing.
      ("监控点位租赁", .socialBenefit, "为全市经济发展保驾护航"), ("监控点位租赁", .ecologicalBenefit, "为生态环境提供支撑"),
      ("独生子女家庭扶助", .sustainability, "实现社会稳定和谐发展"), ("彩虹桥社工站服务", .socialBenefit, "促进社会进步"),
      // The word is there, the kind is not.
      ("财务审计", .quality, "苗木长势"), ("茶叶种植基地", .quality, "运行稳定性"), ("", .quality, "卫生质量"),
      ("河西路改造工程", .socialBenefit, "提升群众意识"),
      // The kind is there, the place is another.
      ("村医轮训经费", .economicBenefit, "培训效果"), ("村医轮训经费", .satisfaction, "培训效果"), ("高龄津贴", .quantity, "发放及时性"),
      // A restriction is not met, an exclusion speaks.
      ("镇区环卫一体化", .quality, "居住环境"), ("镇区绿化", .socialBenefit, "绿化覆盖率"),
      ("彩虹桥社工站服务", .quantity, "购买服务人数"), ("文化活动", .quality, "资金使用率"),
      // Names that say nothing.
      ("村医轮训经费", .quality, "质量"), ("村医轮训经费", .quality, "其他"), ("村医轮训经费", .quality, ""),
      ("村医轮训经费", .quality, "a"), ("龙舟竞赛活动", .economicBenefit, "推动经济"),
    ] as [(String, IndicatorCategory, String)])
  func `no entry is better than a wrong one`(project: String, place: IndicatorCategory, name: String) {
    #expect(match(project, place, name) == nil)
  }

  @Test func `without a place nothing is found, with a branch what stands there`() {
    #expect(match("村医轮训经费", nil, "培训效果") == nil)
    let library = Library.shipped
    let surroundings = library.surroundings(project: "村医轮训经费")
    let query = LibraryQuery(name: "培训效果", category: nil, branch: .output)
    #expect(library.match(for: query) { surroundings }?.entry.name == "培训合格率")
    let other = LibraryQuery(name: "培训效果", category: nil, branch: .cost)
    #expect(library.match(for: other) { surroundings } == nil)
  }

  @Test func `the goal tells the kind only where the name does not`() {
    #expect(match("彩云行动", .quality, "卫生质量", goal: "全镇清运垃圾。")?.entry.name == "保洁考核达标率")
    #expect(match("村医轮训经费", .quality, "卫生质量", goal: "讲授垃圾清运。") == nil)
  }

  @Test func `a name stays where it is sound`() throws {
    #expect(try #require(match("村医轮训经费", .quality, "村医培训合格率")).keepsName)
    #expect(try #require(match("村医轮训经费", .quantity, "参训人次", "完成")).keepsName)
    #expect(try #require(match("村医轮训经费", .quantity, "参训人数", "完成")).keepsName == false)
    #expect(try #require(match("", .timeliness, "物资分发及时率", "及时")).keepsName)
    #expect(try #require(match("龙舟竞赛活动", .timeliness, "活动完成时限", "按期")).entry.value.isDeadline)
    #expect(try #require(match("", .socialBenefit, "反诈知晓率")).keepsName)
    #expect(try #require(match("", .socialBenefit, "妇女之家覆盖率")).keepsName)
    #expect(try #require(match("村医轮训经费", .quality, "培训效果")).keepsName == false)
    #expect(try #require(match("", .socialBenefit, "提升工作效率")).keepsName == false)
    #expect(try #require(match("", .quantity, "形成方案并形成机制", "完成")).keepsName == false)
    #expect(try #require(match("村医轮训经费", .quantity, "组织全体村医参训人数和场次完成情况", "完成")).keepsName == false)
  }

  @Test func `what is to go down finds no entry that goes up`() {
    #expect(match("机关物业服务", .ecologicalBenefit, "能耗", "下降", wantsLess: true)?.entry.name == "单位面积能耗下降率")
    #expect(match("中小微企业贴息", .economicBenefit, "税收", "下降", wantsLess: true) == nil)
    #expect(match("困境妇女关爱", .socialBenefit, "生活负担", "减轻", wantsLess: true)?.entry.name == "服务对象困难缓解率")
    #expect(match("", .socialBenefit, "群众投诉", "下降", wantsLess: true)?.entry.name == "有效投诉件数")
  }

  @Test func `only a share where a share is asked for`() {
    #expect(match("河西路改造工程", .socialBenefit, "群众受益率") != nil)
    #expect(match("河西路改造工程", .socialBenefit, "群众受益率", wantsShare: true) == nil)
    #expect(match("河西路改造工程", .socialBenefit, "路灯覆盖率", wantsShare: true)?.entry.name == "覆盖率")
  }

  @Test func `costs of every tree find the unit cost of the surest kind`() {
    let library = Library.shipped
    func unitCost(_ project: String) -> String? {
      library.unitCost(in: library.surroundings(project: project))?.name
    }
    #expect(unitCost("村医轮训经费") == "人均培训成本")
    // The head of a Chinese name comes last.
    #expect(unitCost("学校食堂物业服务") == "单位面积物业成本")
    #expect(unitCost("物业管理人员培训") == "人均培训成本")
    #expect(unitCost("彩云行动") == nil)
    // A kind told by the goal alone is not sure enough, and a restriction of the entry speaks.
    #expect(library.unitCost(in: library.surroundings(project: "彩云行动", goal: "开展培训。")) == nil)
    #expect(unitCost("智慧停车平台运维") == "单套系统运维成本")
    #expect(unitCost("智慧停车机房租赁") == nil)
    for place in [IndicatorCategory.cost, .economicCost] {
      #expect(match("村医轮训经费", place, "培训费用")?.entry.name == "人均培训成本")
    }
  }

  @Test func `the same question has the same answer`() {
    let names = Library.shipped.entries.flatMap(\.triggers)
    for name in names {
      let first = match("综合培训活动与系统建设工程", .socialBenefit, name)
      #expect(first == match("综合培训活动与系统建设工程", .socialBenefit, name))
    }
  }

  @Test func `every entry is found by each of its words under each of its places`() {
    let library = Library.shipped
    for entry in library.entries {
      let kind = library.kinds.first { $0.title == entry.kind }
      let project = (entry.restrictions.first ?? "") + (kind?.words.first ?? "")
      for place in entry.places {
        for word in [entry.name] + entry.triggers {
          let found = match(project, place, word, entry.replaces[0])?.entry
          #expect(found != nil, "\(entry.line): \(word)")
          // Another kind may know the word better; of its own kind it is the first to.
          if word == entry.name { #expect(found?.name == entry.name, "\(entry.line): \(word) \(place)") }
        }
      }
    }
  }

  @Test func `searching finds words anywhere, names first`() {
    let library = Library.shipped
    #expect(library.entries(holding: []).count == library.entries.count)
    #expect(library.entries(holding: ["培训合格率"]).first?.name == "培训合格率")
    #expect(
      library.entries(holding: ["培训", "质量"]).first?.name == "培训合格率")
    #expect(library.entries(holding: ["噼里啪啦"]).isEmpty)
    let found = library.entries(holding: ["良好"])
    #expect(found.contains { $0.replaces.contains("服务水平良好") })
  }
}

// The words of the unit registry, dimension by dimension.

/// The tables that the unit registry is built from. A reference must stand above the units that are counted
/// in it.
enum UnitVocabulary {
  /// One unit: symbol, other ways to write it, the reference unit and how many of it (numerator over
  /// denominator).
  struct Row {
    let symbol: String
    let dimension: Dimension
    let synonyms: [String]
    let reference: String?
    let factor: ExactFraction

    init(
      _ symbol: String, _ dimension: Dimension, _ synonyms: [String] = [], of reference: String? = nil,
      _ numerator: Int128 = 1, over denominator: Int128 = 1
    ) {
      self.symbol = symbol
      self.dimension = dimension
      self.synonyms = synonyms
      self.reference = reference
      factor = ExactFraction(numerator, over: denominator) ?? .one
    }
  }

  static let rows: [Row] =
    money + people + events + measures + time + technology + shares
    + things.split(separator: " ").map { Row(String($0), .things) }

  static let money: [Row] = [
    Row("元", .money, ["元人民币", "人民币元", "块钱", "圆", "RMB", "rmb", "CNY", "￥", "¥"]),
    Row("角", .money, of: "元", 1, over: 10),
    Row("美元", .money, ["美金", "USD"]),
    Row("港元", .money, ["港币", "HKD"]),
    Row("欧元", .money, ["EUR"]),
  ]

  static let people: [Row] = [
    Row("人", .people, ["名", "位", "个人", "人数"]),
    Row("人次", .personTimes, ["人次数", "名次", "人(次)"]),
    Row("人份", .things),
    Row("人口", .people, of: "人"),
    Row("户", .households, ["户数"]),
    Row("户次", .events),
  ]

  static let events: [Row] = [
    Row("次", .events, ["次数"]),
    Row("场", .events),
    Row("场次", .events, ["场(次)", "场数"], of: "场"),
    Row("期", .events),
    Row("批次", .events, ["批(次)"]),
    Row("班次", .events, ["班(次)"]),
    Row("批", .events),
    Row("班", .events),
    Row("轮", .events), Row("轮次", .events), Row("届", .events), Row("趟", .events), Row("例次", .events),
    Row("车次", .events), Row("台次", .events), Row("件次", .events), Row("辆次", .events), Row("架次", .events),
    Row("艘次", .events), Row("航次", .events), Row("频次", .events), Row("家次", .events), Row("床次", .events),
    Row("个次", .events), Row("头次", .events), Row("只次", .events), Row("项次", .events), Row("村次", .events),
    Row("课时", .events, ["个课时"]), Row("学时", .events, ["个学时"]), Row("课次", .events), Row("剂次", .events),
    Row("站次", .events), Row("点次", .events), Row("册次", .events), Row("回", .events), Row("起", .events),
    Row("宗", .events), Row("人天", .events), Row("人日", .events), Row("人月", .events), Row("人年", .events),
  ]

  static let measures: [Row] = [
    Row("米", .length, ["m", "公尺"]),
    Row("公里", .length, ["km", "KM", "Km", "㎞"], of: "米", 1000),
    Row("千米", .length, of: "米", 1000),
    Row("里", .length, of: "米", 500),
    Row("厘米", .length, ["cm", "㎝", "公分"], of: "米", 1, over: 100),
    Row("毫米", .length, ["mm", "㎜"], of: "米", 1, over: 1000),
    Row("延米", .length, ["延长米"], of: "米"),
    Row("海里", .length, of: "米", 1852),
    Row("平方米", .area, ["㎡", "m²", "m2", "M2", "M²", "平米", "平方", "平"]),
    Row("亩", .area, of: "平方米", 2000, over: 3),
    Row("公顷", .area, ["hm²", "ha", "㏊"], of: "平方米", 10000),
    Row("平方公里", .area, ["km²", "km2", "㎢"], of: "平方米", 1_000_000),
    Row("平方千米", .area, of: "平方米", 1_000_000),
    Row("平方厘米", .area, ["cm²"], of: "平方米", 1, over: 10000),
    Row("立方米", .volume, ["m³", "m3", "M3", "M³", "㎥", "立方", "方"]),
    Row("升", .volume, ["L"], of: "立方米", 1, over: 1000),
    Row("毫升", .volume, ["ml", "mL", "ML"], of: "立方米", 1, over: 1_000_000),
    Row("公斤", .weight, ["kg", "KG", "Kg", "㎏"]),
    Row("千克", .weight, of: "公斤"),
    Row("斤", .weight, ["市斤"], of: "公斤", 1, over: 2),
    Row("克", .weight, ["g"], of: "公斤", 1, over: 1000),
    Row("毫克", .weight, ["mg", "㎎"], of: "公斤", 1, over: 1_000_000),
    Row("微克", .weight, ["μg", "µg", "ug"], of: "公斤", 1, over: 1_000_000_000),
    Row("吨", .weight, ["t", "T"], of: "公斤", 1000),
    Row("摄氏度", .temperature, ["℃", "°C"]),
    Row("分贝", .sound, ["dB", "db", "DB"]),
    Row("兆帕", .pressure, ["MPa"]),
    Row("米/秒", .speed, ["m/s"]),
  ]

  static let time: [Row] = [
    Row("秒", .time, ["秒钟", "s"]),
    Row("分钟", .time, ["min", "个分钟"], of: "秒", 60),
    Row("小时", .time, ["个小时", "h", "H", "钟头", "个钟头"], of: "秒", 3600),
    Row("天", .time, of: "秒", 86400),
    Row("日", .time, of: "秒", 86400),
    Row("自然日", .time, ["个自然日", "自然天"], of: "秒", 86400),
    Row("日历天", .time, ["个日历天", "日历日", "个日历日"], of: "秒", 86400),
    Row("周", .time, ["星期", "个星期", "个周", "礼拜"], of: "秒", 604_800),
    Row("个工作日", .time, ["工作日", "工作天", "个工作天"]),
    Row("交易日", .time, ["个交易日"]),
    Row("月", .time, ["个月", "月份", "个月份"]),
    Row("旬", .time),
    Row("季度", .time, ["个季度", "季"], of: "月", 3),
    Row("半年", .time, ["个半年"], of: "月", 6),
    Row("年", .time, ["年度", "个年度", "周年", "整年"], of: "月", 12),
    Row("双月", .time, ["个双月"], of: "月", 2),
    Row("学期", .time, ["个学期"]),
    Row("学年", .time, ["个学年"]),
    Row("工时", .time, ["个工时"]),
    Row("工日", .time, ["个工日"]),
    Row("周岁", .time), Row("岁", .time),
  ]

  static let technology: [Row] = [
    Row("KB", .storage, ["kb", "Kb"]),
    Row("MB", .storage, ["mb", "Mb"], of: "KB", 1024),
    Row("GB", .storage, ["gb", "Gb"], of: "KB", 1024 * 1024),
    Row("TB", .storage, ["tb", "Tb"], of: "KB", 1024 * 1024 * 1024),
    Row("PB", .storage, ["pb"], of: "KB", 1024 * 1024 * 1024 * 1024),
    Row("M", .storage), Row("G", .storage), Row("兆", .storage),
    Row("Mbps", .dataRate, ["mbps", "MBPS", "Mb/s", "Mbit/s"]),
    Row("Gbps", .dataRate, ["gbps", "GBPS"], of: "Mbps", 1000),
    Row("千瓦时", .energy, ["kWh", "KWH", "kwh", "KWh"]),
    Row("度", .energy, of: "千瓦时"),
    Row("千瓦", .energy, ["kW", "KW", "kw"]), Row("兆瓦", .energy, ["MW"]), Row("瓦", .energy, ["W"]),
    Row("千伏", .energy, ["kV", "KV"]), Row("千伏安", .energy, ["kVA", "KVA"]), Row("伏", .energy),
    Row("吨标准煤", .energy, ["tce", "吨标煤"]),
    Row("像素", .things),
  ]

  static let shares: [Row] = [
    Row("%", .share, ["百分比", "﹪", "(%)", "百分率", "个百分比"]),
    Row("‰", .share, ["千分比"], of: "%", 1, over: 10),
    Row("‱", .share, ["万分比"], of: "%", 1, over: 100),
    Row("比例", .share, of: "%", 100),
    Row("百分点", .percentagePoints, ["个百分点", "个点", "pct"]),
    Row("千分点", .percentagePoints, ["个千分点"], of: "百分点", 1, over: 10),
    Row("分", .score), Row("倍", .multiple),
  ]

  /// Counters (量词): each is its own reference, nothing converts.
  static let things = """
    个 项 份 台 套 件 册 篇 条 座 所 处 间 辆 架 部 只 头 株 种 类 家 张 本 支 只次 棵 根 块 片 面 幅 枚 颗 粒 盏 口 眼 孔 \
    盒 箱 袋 包 瓶 桶 罐 桌 床 床位 艘 列 匹 峰 羽 尾 窝 笼 栋 幢 层 扇 门 樘 组 队 支队 双 对 副 把 顶 盆 束 捆 垛 \
    卷 页 字 句 首 曲 集 出 幕 则 例 单 笔 票 宗地 证 案 卡 枪 剂 针 人份 台套 台班 机位 车位 泊位 学位 席 席位 岗 岗位 \
    点 点位 站 段 路 线 环 标段 地块 图斑 村 社区 镇 乡 县 市 区 街道 校 学校 企业 部门 单位 机构 项目 课题 平台 站点 样 样本 \
    批件 版 刊 帧 路口 车 船 井 泵 亩次 工程 品种 品类 款 科 目 级 星 档 栏 期刊 门课 门次 株苗 苗 树 \
    团 团队 基地 系统 套次 卷宗 条次 篇次 户籍 家庭 吨公里 人公里 车公里 标准箱 TEU 台时 机时 核 节点 端口 账号 用户 终端 生 学生 农户 教师 职工 病人 考生 员工 \
    员 尊 堂 讲 课 节 节次 堂次 管道
    """
}

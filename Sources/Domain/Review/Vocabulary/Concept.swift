// The things that rules look for in names, goals and explanations.

/// What a word stands for; at most 128. The words are in `ConceptVocabulary`.
package enum Concept: Int, Sendable, CaseIterable {
  // Names of indicators, for every rule
  /// 率, 比例, 占比 at the end of a name
  case share
  /// 满意
  case satisfaction
  /// 覆盖
  case coverage
  /// 合格, 达标
  case passing
  /// 次数, 人数, 数量 … at the end of a name
  case count
  /// 平均, 人均, 每场
  case average
  /// 预算执行率, 资金使用率 …
  case budgetExecution
  /// 支付, 拨付, 发放
  case payment

  // Completeness
  /// 建设, 修缮, 采购 …: what needs a cost indicator
  case construction
  /// 补贴, 救助, 慰问, 培训: people are served
  case peopleServed
  /// 运行, 办公, 物业, 机房: an office or a building is kept
  case upkeep
  /// 购置补贴: others buy or build, the project pays a part
  case subsidised
  /// 普查, 竞赛, 试点, 一次性: done once
  case oneOff
  /// 运营, 系列, 每年: done for ever
  case standing
  /// 合格, 覆盖, 及时 …: shares that end at 100 %
  case boundedShare
  /// 系数, 指数, 排名: numbers without a unit
  case dimensionless
  /// 增长, 提升: changes that may pass 100 %
  case growth

  /// 增产, 减排: changes that can be worked out
  case gain

  /// 广场, 管网, 用房, 桥: what is built
  case structure
  /// 建设, 工程, 清淤: building, of whatever
  case building
  /// 完成, 增长, 使用: shares of which there may be more than all
  case openShare
  /// `<`, `**`, XX, 待补充: a machine or a template may have left it
  case leftover

  // Measurability
  /// 应保尽保, 无事故, 全覆盖: words that facts can contradict
  case verifiable
  /// 全县, 每年, 通过: facts by themselves, and none beside 提升
  case placeOnly
  /// 提升, 明显, 不断: words that say only the direction
  case vague
  /// 频率, 效率: names that end like shares and are none
  case noShare
  /// 程度, 制度, 长度: end like a degree and are none
  case noDegree
  /// 完成, 控制率: a share that says how much was done
  case doneShare
  /// 合格率, 准确率: shares of quality
  case qualityShare
  /// 合格, 完好, 差错: a share with one of them is of quality, whatever the share is called
  case qualityWord
  /// 带动, 促进, 推动: something is brought about
  case promotes
  /// 发展, 增收, 振兴: what is brought about
  case outcomeNoun
  /// 提升, 改善, 营造: what begins so is an effect
  case raising
  /// 服务质量, 管理水平, 精度: how well the work itself is done
  case workQuality
  /// 幸福感, 获得感: what people get of it
  case socialEffect
  /// 每月, 频次: a rhythm in a name
  case rhythm
  /// 当日, 汛期前: a time in words
  case dayWord
  /// 覆盖, 知晓: a share that says nothing of when
  case timelessShare
  /// 按期, 完成, 到位: what was done by a time
  case byThen
  /// 资金支付及时率, 预算资金及时率
  case fundTimeliness
  /// 补贴, 津贴: paying is the work
  case allowance
  /// 捐赠, 资助, 收入: money that comes in
  case income
  /// 节约: the more the better
  case saving
  /// 投诉, 故障, 事故
  case harm
  /// 响应时间, 等候: the shorter the better
  case timeLimit
  /// 公示, 保存, 质保: the longer the better
  case keeping
  /// 参与率, 就业率: the more the better
  case goodShare
  /// 受益人数, 巡查次数: counts that nobody wants to bound
  case wantedCount
  /// 控制, 压减, 公务: counts that are bounded on purpose
  case restrained
  /// 处理, 整改, 下降: against harm
  case remedy
  /// 率, 度, 情况, 增长: names of what is measured as a share
  case ratioWord
  /// 能力, 意识, 氛围: what nobody can count
  case immaterial
  /// 新建, 改造, 疏浚: works that are done once and add up
  case making
  /// 收入, 产量, 面积: what can be counted of an effect
  case countable
  /// 和, 且, 并, ；: two clauses may stand in one name
  case joining
  /// 达到, 得到, 能够: a clause says something of its subject
  case predicate
  /// 以上, 左右, 约
  case measureWord
  /// 问卷, 台账, 验收单
  case dataSource
  /// 标准, 计划, 文件: what a value can rest on
  case goodBasis

  /// 开展, 举办, 发放: something is done
  case activity
  /// 购置, 安装, 走访: work that is done and counted
  case outputVerb
  /// 访问, 借阅, 获奖: events that others bring about
  case visits
  /// 发放, 印制: a thing is handed out
  case handingOut
  /// 张贴, 悬挂: what is put up, wherever in the name
  case posting
  /// 就业率, 增收率: shares of what comes of it
  case effectShare
  /// 合格, 优良, 验收通过: a share with one of them tells how well a thing was made
  case outputWord
  /// 水质, 空气: what the surroundings are like
  case surroundings
  /// 资金投入, 资金到位率: money put in
  case moneyPutIn
  /// 投入人力: staff put in
  case staffPutIn
  /// 经费, 资金, 投资: money by its name
  case moneyWord
  /// 进度, 安排, 推进
  case progress
  /// 老年, 学生, 残疾, 军人, 患者, 游客, 企业, 农户, 职工, 妇女, 民族, 低保: whom a project is for
  case elderly, pupils, disabled, veterans, patients, tourists, enterprises, farmers, workers, women, peoples
  case needy
  /// 学员, 参训: people who learn in a course
  case trainees
  /// 运动员, 参赛
  case athletes
  /// 乘客, 旅客
  case passengers
  /// 现有, 目前, 其中: a number is told, not promised
  case told
  /// 认可, 好评, 点赞: satisfaction in other words
  case approval

  // Money
  /// 受益, 惠及, 观众: people whom a work reaches, for whom nothing is paid
  case reachedPeople
  /// 费用, 支出, 花费: money spent
  case costWord
  /// 标准, 单价 at the end of a name
  case unitPrice
  /// 成本, 费用, 标准, 单价
  case cost
  /// 岗位, 配备, 社工人数: posts that are filled each year
  case staff
  /// 持证
  case certified
  /// 不合格, 未达标
  case negated

  // Self-evaluation
  /// 正在施工, 待验收, 尚未完工
  case unfinished
  /// 招标中, 正在装修, 明年实施: in the row's own words a part is still to come
  case stillToCome
  /// 未完成, 部分完成: a target was missed in words
  case missed
  /// 无投诉, 未接到投诉
  case noComplaint
  /// 反映良好, 口头: satisfaction by hearsay
  case hearsay
  /// 问卷, 调查, 回访: how satisfaction was found out
  case survey
  /// 预算, 资金, 支付, 结余: an explanation speaks of money
  case moneyExplained
  /// 调整, 调减, 追加: a plan was changed
  case adjusted
  /// 总成本, 项目支出: a cost that is the whole money
  case wholeCost
  /// 部分达成, 部分完成
  case partlyReached
  /// 未达成
  case notReached
  /// 达成预期
  case reached
}

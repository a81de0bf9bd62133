// A14: words of another field were copied in.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let a14 = Rule(
    code: "A14", title: "指标里的对象与项目不符",
    why: "别的项目的对象出现在这里，多半是复制来的。", advice: "核对服务对象，改成本项目的。",
    severity: .warning, source: "实例", dimension: .relevance, kinds: [.projectTarget],
    example: """
      名称 中小学生营养改善计划
      年度目标 为全县中小学生提供营养餐，学生营养状况得到改善。
      满意度指标/服务对象满意度指标 | 老年人满意度 | ≥90%
      """,
    counterExample: """
      名称 中小学生营养改善计划
      年度目标 为全县中小学生提供营养餐，学生营养状况得到改善。
      满意度指标/服务对象满意度指标 | 学生家长满意度 | ≥90%
      满意度指标/服务对象满意度指标 | 教师满意度 | ≥90%
      """
  ) { subject in
    let stated = Audience.stated(by: subject)
    let strange = subject.rows.filter { row in
      let named = row.name.concepts(among: Audience.all)
      // Who gives is not whom it is for, nor is a trade that earns.
      return !named.isEmpty && !named.meets(stated) && !row.name.speaks(of: .income)
        && row.dimension != .money
    }
    guard !strange.isEmpty else { return [] }
    let own = Audience.served(by: subject)
    var hinted: ConceptSet?
    return strange.compactMap { row in
      let named = row.name.concepts(among: Audience.all)
      guard !named.meets(own) else { return nil }
      // A form that names nobody may be for anybody; yet a course or a school is not asked about the air.
      if own.isEmpty, row.category != .satisfaction || !Audience.isSpecial(row.name) { return nil }
      // What another row counts too belongs to the project.
      let isShared = subject.rows.contains { other in
        other.index != row.index && other.name.speaks(ofAny: named)
      }
      guard !isShared else { return nil }
      let hints = hinted ?? Audience.hinted(by: subject)
      hinted = hints
      guard !named.meets(hints) else { return nil }
      return ReviewFinding(
        rule: "A14", fields: [row.path(.name)],
        message: "“\(row.shortName)”说的对象，项目名称和目标里都没有提到。请核对是否从别的项目复制而来。")
    }
  }
}

/// Groups of people that projects are for.
private enum Audience {
  static let all = ConceptSet(
    .elderly, .pupils, .disabled, .veterans, .patients, .tourists, .enterprises, .farmers, .workers, .women,
    .peoples, .needy, .trainees, .athletes, .passengers)

  /// Those whom a project without a word about them is not for.
  private static let special = ConceptSet(.pupils, .patients, .disabled, .veterans, .trainees, .athletes)

  /// Farmers of one crop: 农户 may live along any road, they not.
  private static let growers = ["种粮", "果农", "茶农", "菜农", "烟农", "蔗农", "奶农"]

  /// True where a name speaks of those.
  static func isSpecial(_ name: ReviewText) -> Bool {
    name.speaks(ofAny: special) || growers.contains(where: name.text.holds)
  }

  /// Those of whom name, goals and category speak.
  static func stated(by subject: ReviewSubject) -> ConceptSet {
    var groups = subject.name.concepts(among: all)
    groups.formUnion(subject.category.concepts(among: all))
    if let goal = subject.annualGoal { groups.formUnion(goal.concepts(among: all)) }
    if let goal = subject.periodGoal { groups.formUnion(goal.concepts(among: all)) }
    return groups
  }

  /// Those of whom the form speaks in prose.
  static func served(by subject: ReviewSubject) -> ConceptSet {
    var groups = stated(by: subject)
    for text in subject.plainStatements { groups.formUnion(ReviewText(text).concepts(among: all)) }
    return groups
  }

  /// Those at whom a shorter word hints: 行政村 at farmers.
  static func hinted(by subject: ReviewSubject) -> ConceptSet {
    let texts = [subject.name.text] + subject.statements
    var groups = ConceptSet()
    for (audience, roots) in ConceptVocabulary.audienceRoots
    where texts.contains(where: { text in roots.contains { text.holds($0) } }) { groups.insert(audience) }
    return groups
  }
}

extension ReviewSubject {
  /// What the form says in prose about its purpose.
  var statements: [String] {
    [annualGoal?.text, periodGoal?.text, projectTarget?.project.category].compactMap { $0 } + plainStatements
  }

  /// Those of them that are not read for their concepts beforehand.
  fileprivate var plainStatements: [String] {
    guard let target = projectTarget else { return [] }
    return [target.fundUse, target.unit.name, target.department.name].compactMap { $0 }
  }
}

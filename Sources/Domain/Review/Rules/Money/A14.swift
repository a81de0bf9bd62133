// A14: words of another field were copied in.
import Findings
import Model
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
    let own = Audience.all(in: ([subject.name.text] + subject.statements).joined(separator: "\n"))
    guard !own.isEmpty else { return [] }
    return subject.rows.compactMap { row in
      let named = Audience.all(in: row.name.text)
      guard !named.isEmpty, named.isDisjoint(with: own), let word = Audience.word(in: row.name.text) else {
        return nil
      }
      // What another row counts too belongs to the project.
      let others = subject.rows.filter {
        $0.index != row.index && !Audience.all(in: $0.name.text).isDisjoint(with: named)
      }
      guard others.isEmpty else { return nil }
      return ReviewFinding(
        rule: "A14", fields: [row.path(.name)],
        message: "“\(row.shortName)”说的是\(word)，项目名称和目标里都没有提到。请核对是否从别的项目复制而来。")
    }
  }
}

/// Groups of people that projects are for.
private enum Audience {
  /// Groups, each with its words; a word of several groups fits each of them.
  private static let groups: [[String]] = [
    ["老年", "老人", "高龄", "长者", "养老", "敬老", "离退休", "退休"],
    ["儿童", "幼儿", "婴幼", "学生", "青少年", "未成年", "学校", "教师", "家长", "学前", "中小学", "教育", "幼儿园", "校园"],
    ["残疾", "残障", "助残"], ["退役", "军人", "优抚", "军属", "双拥"], ["患者", "病人", "就诊", "医疗", "医院", "卫生", "健康"],
    ["游客", "旅游", "景区", "文旅"], ["企业", "商户", "经营", "招商"],
    ["农户", "农民", "村民", "农业", "农村", "种植", "养殖", "乡村"],
    ["职工", "工会", "员工", "劳动者"], ["妇女", "女性", "妇联", "巾帼", "母亲"], ["民族", "少数民族", "宗教"],
    ["低保", "特困", "困难", "救助"],
  ]

  static func all(in text: String) -> Set<Int> {
    var found: Set<Int> = []
    for (index, words) in groups.enumerated() where words.contains(where: { text.contains($0) }) {
      found.insert(index)
    }
    return found
  }

  /// The first word of a group in a text.
  static func word(in text: String) -> String? { groups.lazy.joined().first { text.contains($0) } }
}

extension ReviewSubject {
  /// What the form says in prose about its purpose.
  var statements: [String] {
    var texts = [annualGoal?.text, periodGoal?.text].compactMap { $0 }
    if let target = projectTarget {
      texts += [target.fundUse, target.project.category, target.unit.name, target.department.name].compactMap
      { $0 }
    }
    return texts
  }
}

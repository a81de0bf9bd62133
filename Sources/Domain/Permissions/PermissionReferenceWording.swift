// The table of permissions as a page of the reference, written from the table itself.
import Organisations
import Workflow

extension Permission {
  /// The page `docs/reference/permissions.md`, in Markdown: a table for each area, a column for each role.
  package static var reference: String {
    var lines = [
      "# 权限表", "",
      "本页由程序中的权限表生成，`make snapshots` 重新写出；测试逐项核对每个操作 × 角色 × 位置 × 阶段。", "",
      "- “本单位”“本级及下级”以授予角色时指定的单位为准；“—”表示不能。括号内是表所处的阶段，没有括号表示与阶段无关。",
      "- 三个管理员互相独立：任何人担任其中之一，就不能再有别的角色；他们都看不到绩效表。",
      "- 代办人在代办期间具有被代办人的角色，管理员角色除外；台账同时记录代办人和被代办人。",
      "- 转报和批复不得由填报人本人办理。", "- 审核人看到的是最近一次提交的版本；草稿只有经办人能看；评价和只读看到的是执行中的版本，调整期间也不变。", "",
    ]
    for area in Right.Area.allCases {
      lines += ["## \(area.label)", ""]
      lines += table(of: Right.allCases.filter { $0.area == area })
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func table(of rights: [Right]) -> [String] {
    let head = "| 操作 | " + Role.allCases.map(\.label).joined(separator: " | ") + " |"
    let rule = "|" + String(repeating: "---|", count: Role.allCases.count + 1)
    return [head, rule]
      + rights.map { right in
        let cells = Role.allCases.map { cell(right, $0) }
        return "| \(right.label) | " + cells.joined(separator: " | ") + " |"
      }
  }

  private static func cell(_ right: Right, _ role: Role) -> String {
    switch right.rule {
    case .everyone: return Reach.everywhere.label
    case .oneself: return "自己"
    case .holders(let grants):
      let texts = grants.filter { $0.role == role }.map { $0.reach.label + stages(of: $0) }
      return texts.isEmpty ? "—" : texts.joined(separator: "；")
    }
  }

  private static func stages(of grant: PermissionRule.Grant) -> String {
    guard let stages = grant.stages else { return "" }
    let others = Stage.allCases.filter { !stages.contains($0) }
    if others.isEmpty { return "（任何阶段）" }
    if others.count == 1 { return "（除\(others[0].label)）" }
    return "（" + Stage.allCases.filter(stages.contains).map(\.label).joined(separator: "、") + "）"
  }
}

// The table of transitions as a page of the reference, written from the table itself.
import Organisations

extension Transition {
  /// The page `docs/reference/workflow.md`, in Markdown.
  package static var reference: String {
    var lines = [
      "# 表的阶段与流转", "",
      "本页由程序中的流转表生成，`make snapshots` 重新写出。每一步都留下记录：谁、何时、以什么身份、为什么；记录只增不改，阶段由记录推出。",
      "", "经办只处理本单位的表，审核人处理本单位及下级的表。转报和批复不得由填报人本人办理。", "",
    ]
    for stage in Stage.allCases {
      let rows = Step.allCases.compactMap { line(from: stage, by: $0) }
      lines += ["## \(stage.label)", "", "| 操作 | 谁 | 条件 | 之后 | 留下 |", "|---|---|---|---|---|"]
      lines += rows.map { row in
        let takers = row.takers.map(\.role.label).joined(separator: "、")
        return "| \(row.step.label) | \(takers) | \(row.condition.label) | \(row.destination.label) | "
          + "\(row.step.recordLabel) |"
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}

// 部门整体绩效目标 as Hebei's budget texts print it: headings and paragraphs, no table.
import FormSheets
import Model

/// Three parts: the overall goal, sub-goals with indicators in running text, measures.
struct HebeiDepartmentText {
  func write(to draft: inout SheetDraft) {
    draft.addTitle()
    let department = draft.partyText("/department")
    if !department.isEmpty { draft.add(line: SheetText(FormWords.departmentLine(department))) }
    guard case .departmentTarget(let form) = draft.form else { return }
    var number = 0
    func part(_ name: String) {
      number += 1
      draft.add(line: SheetText(FormWords.part(number, name), role: .head))
    }
    if let period = form.goals.period {
      part(FormWords.midTermGoals)
      draft.hold("/goals/period")
      paragraphs(period, &draft)
    }
    part(form.goals.period == nil ? FormWords.overallGoals : FormWords.annualGoals)
    draft.hold("/goals/annual")
    paragraphs(form.goals.annual ?? "", &draft)
    if !form.subgoals.isEmpty { part(FormWords.subgoals) }
    for (index, subgoal) in form.subgoals.enumerated() {
      let path = "/subgoals/\(index)"
      for field in ["name", "goal", "indicators"] { draft.hold("\(path)/\(field)") }
      draft.add(line: SheetText(subgoal.name ?? "", role: .label))
      if let goal = subgoal.goal { paragraphs(FormWords.goalLine(goal), &draft) }
      if let indicators = subgoal.indicators { paragraphs(FormWords.indicatorLine(indicators), &draft) }
    }
    if !form.measures.isEmpty { part(FormWords.safeguards) }
    for (index, measure) in form.measures.enumerated() {
      draft.hold("/measures/\(index)")
      paragraphs(measure, &draft)
    }
  }

  /// One line a paragraph, each with two blanks before it.
  private func paragraphs(_ text: String, _ draft: inout SheetDraft) {
    for line in text.split(separator: "\n") {
      draft.add(line: SheetText(FormWords.indent + String(line)))
    }
  }
}

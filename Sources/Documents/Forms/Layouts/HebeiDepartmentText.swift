// 部门整体绩效目标 as Hebei's budget texts print it: headings and paragraphs, no table.
import FormSheets
import Model

/// Three parts: the overall goal, sub-goals with indicators in running text, measures.
struct HebeiDepartmentText {
  func write(to draft: inout SheetDraft) {
    draft.addTitle()
    let department = draft.partyText("/department")
    let isForWriting = draft.options.isForWriting
    if isForWriting || !department.isEmpty {
      draft.add(FormWords.departmentLine(department), SheetEntry(["/department/code", "/department/name"]))
    }
    guard case .departmentTarget(let form) = draft.form else { return }
    var number = 0
    func part(_ name: String) {
      number += 1
      draft.add(line: SheetText(FormWords.part(number, name), role: .head))
    }
    if isForWriting || form.goals.period != nil {
      part(FormWords.midTermGoals)
      draft.hold("/goals/period")
      paragraphs(form.goals.period ?? "", "/goals/period", &draft)
    }
    part(!isForWriting && form.goals.period == nil ? FormWords.overallGoals : FormWords.annualGoals)
    draft.hold("/goals/annual")
    paragraphs(form.goals.annual ?? "", "/goals/annual", &draft)
    if isForWriting || !form.subgoals.isEmpty { part(FormWords.subgoals) }
    for (index, subgoal) in form.subgoals.enumerated() {
      let path = "/subgoals/\(index)"
      for field in ["name", "goal", "indicators"] { draft.hold("\(path)/\(field)") }
      draft.add(subgoal.name ?? "", role: .label, SheetEntry([path + "/name"]))
      if isForWriting || subgoal.goal != nil {
        paragraphs(subgoal.goal ?? "", path + "/goal", label: FormWords.goalLine, &draft)
      }
      if isForWriting || subgoal.indicators != nil {
        paragraphs(subgoal.indicators ?? "", path + "/indicators", label: FormWords.indicatorLine, &draft)
      }
    }
    if isForWriting { draft.add("", SheetEntry(list: "/subgoals")) }
    if isForWriting || !form.measures.isEmpty { part(FormWords.safeguards) }
    for (index, measure) in form.measures.enumerated() {
      draft.hold("/measures/\(index)")
      paragraphs(measure, "/measures/\(index)", &draft)
    }
    if isForWriting { draft.add("", SheetEntry(list: "/measures")) }
  }

  /// One line a paragraph, each with two blanks before it; for writing the whole text at once.
  private func paragraphs(
    _ text: String, _ path: String, label: (String) -> String = { $0 }, _ draft: inout SheetDraft
  ) {
    if draft.options.isForWriting {
      draft.add(label(text), SheetEntry([path]))
      return
    }
    for line in label(text).split(separator: "\n") {
      draft.add(line: SheetText(FormWords.indent + String(line)))
    }
  }
}

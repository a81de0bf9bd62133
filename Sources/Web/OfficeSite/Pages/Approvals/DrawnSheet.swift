// What a reviewer reads of a drawn form: goal, money and promises, in the order of the form.
import Design
import Findings
import FormExport
import FormSheets
import Forms
import HTML
import HTTP
import JSONText
import Ledger
import Model
import OfficeOperations
import Opinions
import Organisations
import Permissions
import Quantities
import Records
import Review
import Workflow

/// The form in short; the whole sheet is one press away.
struct DrawnSheet: Component {
  var record: Form

  func write(to page: inout MarkupWriter) {
    var facts: [(name: String, value: String)] = []
    switch record {
    case .projectTarget(let target):
      facts = [
        (ApprovalsWording.unit, target.unit.name ?? ""),
        (ApprovalsWording.amount, target.budget.total.map(OfficeWording.money) ?? ""),
        (ApprovalsWording.goal, target.goals.annual ?? target.goals.period ?? ""),
      ]
    case .departmentTarget(let target):
      facts = [
        (ApprovalsWording.unit, target.department.name ?? ""),
        (ApprovalsWording.goal, target.goals.annual ?? target.goals.period ?? ""),
      ]
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      facts = [
        (ApprovalsWording.unit, outcome.unit.name ?? outcome.department.name ?? ""),
        (ApprovalsWording.goal, outcome.actualGoal ?? outcome.expectedGoal ?? ""),
      ]
    }
    let rows = record.indicators.map { indicator in
      ListTable.Row(
        Lead(indicator.name ?? "", nil, below: indicator.level2 ?? indicator.level1),
        [Words(indicator.annualValue ?? indicator.periodValue ?? ""), Words(indicator.actualValue ?? "")])
    }
    page.add(Panel(ApprovalsWording.form, [Facts(facts)]))
    guard !rows.isEmpty else { return }
    page.add(
      Panel(
        ApprovalsWording.indicators, isPadded: false,
        [
          ListTable(
            ApprovalsWording.indicators,
            columns: [
              .init(ApprovalsWording.indicator), .init(ApprovalsWording.annualValue),
              .init(ApprovalsWording.actualValue),
            ], rows: rows)
        ]))
  }
}

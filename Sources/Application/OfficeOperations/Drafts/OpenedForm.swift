// A form as its page, its end points and the command line show it.
package import FormDrafts
package import Forms
package import Model
package import Organisations
package import Quantities
package import Records
package import RuleSets
package import Workflow

/// A form with everything that is said about it while it is written or read.
package struct OpenedForm: Sendable {
  /// The form; its revision is what steps are decided on.
  package let stored: Stored<FormEntry>
  package let organisation: Organisation
  /// Nil for forms of a whole department.
  package let project: ProjectEntry?
  /// Stage, objections, who wrote it.
  package let course: FormCourse
  package let draft: FormDraft
  /// The draft's revision: what changes are saved onto.
  package let revision: Int64
  /// Which fields the reader may change now; none for those who only read.
  package let open: OpenFields
  /// The rules of the region, year and kind.
  package let rules: RuleSet
  /// The official layout by the rule set.
  package let layout: FormLayout
  /// What helps while writing: record, findings, sums, readings, what is missing.
  package let help: DraftHelp
  /// The same project a year earlier; nil where there is nothing.
  package let lastYear: LastYearForm?
  /// Who wrote which field last, by draft path.
  package let writers: [String: FieldWriter]
  /// What serves what; nil for forms without links, and for those who neither write nor review it.
  package let links: DepartmentLinks?

  package var entry: FormEntry { stored.value }
}

/// Who gave a field its value, and when.
package struct FieldWriter: Sendable, Hashable {
  package let person: PersonID
  package let name: String
  package let moment: Moment
  /// The draft's revision with which it was saved.
  package let revision: Int64
}

/// What a project promised a year earlier, and what became of it.
package struct LastYearForm: Sendable {
  package let year: FiscalYear
  /// The target form; nil where there was none.
  package let target: Form?
  /// The self-evaluation, with actual values; nil where there is none.
  package let outcome: Form?

  /// Last year's indicator of the same name, target first.
  package func indicator(named name: String) -> (target: Indicator?, outcome: Indicator?) {
    func find(_ form: Form?) -> Indicator? { form?.indicators.first { $0.name == name } }
    return (find(target), find(outcome))
  }
}

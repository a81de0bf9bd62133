// A record in a layout: the sheet, what of the record it could not hold, and the record that it shows.
package import FormSheets
package import Model

/// The outcome of laying a form out.
package struct LaidOutForm: Sendable {
  package var layout: FormLayout
  package var sheet: FormSheet
  /// The filled fields that the layout has no place for, in the record's order.
  package var losses: [FieldLoss]
  /// The record as the sheet shows it: without what was lost, with the layout's own title where it had none.
  /// Reading the sheet in again gives exactly this; it is the record itself where nothing was lost.
  package var printed: Form

  /// A record that is not printed: bare data, nothing of it lost.
  package init(unprinted form: Form) {
    layout = FormLayout.layouts(for: form).first ?? .nationalApplication
    sheet = FormSheet(title: form.title ?? "", blocks: [])
    losses = []
    printed = form
  }

  init(layout: FormLayout, sheet: FormSheet, losses: [FieldLoss], printed: Form) {
    self.layout = layout
    self.sheet = sheet
    self.losses = losses
    self.printed = printed
  }
}

/// A filled field that a layout cannot hold.
package struct FieldLoss: Sendable, Equatable {
  /// The field's path in the record: `indicators/3/weight`.
  package var path: String
  /// What people call it: 第 4 项指标“…”的分值.
  package var label: String
  /// What it says; money in yuan.
  package var text: String
}

extension FormLayout {
  /// Lays a form out.
  ///
  /// - Parameter form: of any kind; fields that the layout does not know are told as losses. For a kind that
  ///   the layout does not print (`kinds`), nearly everything is lost.
  package func layOut(_ form: Form, options: FormSheetOptions = .init()) -> LaidOutForm {
    laidOut(draft(of: RecordFields(form), options: options))
  }

  func laidOut(_ draft: SheetDraft) -> LaidOutForm {
    LaidOutForm(
      layout: self, sheet: draft.sheet, losses: showsRecord ? draft.losses : [],
      printed: showsRecord ? draft.printedForm : draft.form)
  }

  /// The sheet in the making, all blocks in it.
  func draft(of fields: RecordFields, options: FormSheetOptions) -> SheetDraft {
    var draft = SheetDraft(fields: fields, layout: self, options: options)
    switch self {
    case .townApproval: TownProjectForm(style: .approval).write(to: &draft)
    case .townTarget: TownProjectForm(style: .target).write(to: &draft)
    case .townDepartment: TownDepartmentForm().write(to: &draft)
    case .hebeiProject: HebeiProjectForm().write(to: &draft)
    case .hebeiDepartment: HebeiDepartmentText().write(to: &draft)
    case .nationalApplication: NationalApplicationForm().write(to: &draft)
    case .sichuanFlat: SichuanFlatTable().write(to: &draft)
    case .targetReview: TargetReviewForm().write(to: &draft)
    case .monitoring: MonitoringForm().write(to: &draft)
    case .selfEvaluation: SelfEvaluationForm(isOfDepartment: false).write(to: &draft)
    case .departmentSelfEvaluation: SelfEvaluationForm(isOfDepartment: true).write(to: &draft)
    case .evaluationScores: EvaluationScoreTable().write(to: &draft)
    }
    return draft
  }

  /// The filled fields of a record that a layout cannot hold.
  package static func losses(of form: Form, in layout: FormLayout) -> [FieldLoss] {
    layout.layOut(form).losses
  }
}

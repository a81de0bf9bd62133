// Chooses the layout of a record: the one that loses least, and of several the one that it most resembles.
package import Model

extension FormLayout {
  /// The layout that holds most of a record; of several that hold the same, the one whose generation and
  /// title fit.
  package static func choice(for form: Form) -> FormLayout {
    best(for: form, options: .init())?.layout ?? .nationalApplication
  }

  /// Lays a record out in the layout that `choice` takes.
  package static func layOutByChoice(_ form: Form, options: FormSheetOptions = .init()) -> LaidOutForm {
    guard let best = best(for: form, options: options) else { return LaidOutForm(unprinted: form) }
    return best.layout.laidOut(best.draft)
  }

  /// Every kind of form has a layout, so that nothing is nil but the impossible.
  private static func best(
    for form: Form, options: FormSheetOptions
  ) -> (layout: FormLayout, draft: SheetDraft)? {
    let fields = RecordFields(form)
    var best: (layout: FormLayout, draft: SheetDraft, rank: (Int, Int))?
    for layout in layouts(for: form) where layout.showsRecord {
      let draft = layout.draft(of: fields, options: options)
      let rank = (draft.lossCount, -layout.likeness(to: form))
      if let best, best.rank <= rank { continue }
      best = (layout, draft, rank)
    }
    return best.map { ($0.layout, $0.draft) }
  }

  /// How much a record looks as if it came from this layout; larger is more.
  private func likeness(to form: Form) -> Int {
    let title = form.title ?? ""
    let hasCostBranch = FormTrees.hasCostBranch(form.indicators)
    switch self {
    case .townApproval: return title.contains(FormWords.approvalMark) ? 6 : 0
    case .townTarget:
      guard case .projectTarget(let target) = form, target.project.startYear != nil else { return 0 }
      return hasCostBranch ? 5 : 4
    case .nationalApplication: return title.contains(FormWords.applicationMark) ? 6 : 3
    case .hebeiProject: return 1
    case .evaluationScores: return title.contains(FormWords.scoresMark) ? 2 : 0
    case .townDepartment: return 2
    case .selfEvaluation, .departmentSelfEvaluation, .monitoring: return 1
    case .hebeiDepartment, .sichuanFlat, .targetReview: return 0
    }
  }
}

// Chooses the layout of a record: the one that loses least, and of several the one that it most resembles.
package import Model

extension FormLayout {
  /// The layout that holds most of a record; of several that hold the same, the one whose generation and
  /// title fit.
  package static func choice(for form: Form) -> FormLayout {
    let candidates = layouts(for: form).filter(\.showsRecord)
    var best: (layout: FormLayout, losses: Int, likeness: Int)?
    for layout in candidates {
      let losses = losses(of: form, in: layout).count
      let likeness = layout.likeness(to: form)
      if let known = best, (known.losses, -known.likeness) <= (losses, -likeness) { continue }
      best = (layout, losses, likeness)
    }
    return best?.layout ?? .nationalApplication
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

// The number of an approval: the next of its bureau and year, given in the transaction of the approval.
import Ledger
import Model
import Opinions
import Organisations
import Permissions
import Quantities
import Records
import Workflow

extension RecordTransaction {
  /// The number with which a form is approved; nil where the bureau gives none.
  ///
  /// Approvals of one bureau take turns at the row of its place, so that numbers follow each other without a
  /// gap; an approval that fails gives its number back with everything else. A form whose approval was taken
  /// back keeps its number for the next one.
  ///
  /// - Parameter place: where whoever approves has the role.
  func approvalNumber(
    for ground: FormGround, at place: OrganisationPath, on moment: Moment
  ) throws(RecordError) -> String? {
    guard let owner = try owner(at: place), let pattern = try approvalStyle(of: owner.id).style.pattern else {
      return nil
    }
    return try approvalNumber(
      for: ground.entry, by: pattern, of: owner.id, kept: ground.decisions.numberTakenBack, on: moment)
  }

  /// The same where pattern and owner are known.
  func approvalNumber(
    for form: FormEntry, by pattern: ApprovalNumberPattern, of owner: OrganisationID, kept: String?,
    on moment: Moment
  ) throws(RecordError) -> String {
    _ = try organisation(owner)
    if let kept,
      try approvalNumbers(of: form.id).contains(where: { $0.text == kept && $0.organisation == owner })
    {
      return kept
    }
    let year = pattern.year(budgetYear: form.year, approvedOn: moment.day())
    let running = try lastApprovalNumber(of: owner, in: year) + 1
    let text = pattern.number(running, in: year)
    try add(
      ApprovalNumber(
        organisation: owner, year: year, running: running, form: form.id, text: text, moment: moment))
    return text
  }
}

extension [Decision] {
  /// The number of an approval that was taken back and not given again.
  var numberTakenBack: String? {
    var given: String?
    var taken: String?
    for decision in self {
      switch Step(rawValue: decision.action) {
      case .approve:
        if case .approval(_, let number)? = Deed(of: decision) { given = number }
        taken = nil
      case .reopen where decision.stageBefore == Stage.approved.rawValue: taken = given
      default: break
      }
    }
    return taken
  }

  /// The number of the approval that counts; nil for none.
  var approvalNumber: String? {
    for decision in reversed() {
      switch Step(rawValue: decision.action) {
      case .reopen where decision.stageBefore == Stage.approved.rawValue: return nil
      case .approve:
        if case .approval(_, let number)? = Deed(of: decision) { return number }
        return nil
      default: continue
      }
    }
    return nil
  }
}

// From an opened form to what its page shows.
import Design
import FormDrafts
import FormSheets
import Forms
import HTTP
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Review
import RuleSets
import Workflow

/// What the page shows beyond the opened form itself.
struct FormSurroundings: Sendable {
  var links: FormView.Links
  var person: String
  /// The last day of the step, where there is one.
  var deadline: Day?
  var today: Day
  var now: Moment
  /// The version that was returned, and who did so when.
  var returned: (form: Form?, source: String)?
  /// Fields that two people wrote, by draft path.
  var conflicts: [DisputedField] = []
  /// What was typed and not taken, by draft path.
  var typed: [String: String] = [:]
  var notices: [any Component] = []
  /// As `FormFace.act`.
  var act: (@Sendable (String) -> FormFace.CellAct?)?
}

extension FormView {
  /// - Parameter isSheetAlone: true for paper: the sheet without what was found and said about it.
  init(
    _ opened: OpenedForm, _ around: FormSurroundings, isWritable: Bool = true, isSheetAlone: Bool = false
  ) {
    let draft = opened.draft
    var face = FormFace(opened.help.record, draft: draft)
    face.isWritable = isWritable && !opened.open.isEmpty
    face.open = opened.open
    face.act = around.act
    face.tell(opened)
    face.show(around, draft: draft)
    let anchors = FormFace.anchors(of: opened.help.findings)
    if !isSheetAlone { face.findings(opened.help.findings, anchors: anchors, draft: draft) }
    if opened.course.stage == .returned, !isSheetAlone { face.remark(opened, around.returned) }
    face.compare(opened.lastYear)
    var options = FormSheetOptions(tree: opened.rules.tree)
    // Whoever acts on cells acts on blank ones too.
    options.isForWriting = face.isWritable || face.act != nil
    let sheet = EditorSheet(opened.layout.layOut(opened.help.record, options: options).sheet, face)
    let panel = LinksPanel(opened, around, isWritable: face.isWritable)
    let name = opened.project?.name ?? FormPageWording.whole(opened.organisation.label)
    self.init(
      title: name, links: around.links, tag: Tag(opened.course.stage), sheet: sheet,
      saved: FormPageWording.notSavedYet, revision: opened.revision,
      digest: FieldDigest.text(of: sheet.written + (panel?.written ?? []), stored: around, draft: draft),
      form: opened.entry.id.description, person: around.person)
    linksPanel = panel
    findings = zip(opened.help.findings, anchors).enumerated().map { index, found in
      var card = Self.card(found.0, number: index + 1, anchors: sheet.anchors, isWritable: face.canChangeRows)
      card.id = found.1
      return card
    }
    unreadable = opened.help.faults.count
    sums = opened.help.sums.map(\.sum.message)
    scale = Self.scale(of: opened.help)
    gaps = opened.help.missing.map { path in
      Gap(
        label: FieldWording.label(draft.pointer(ofPath: path).map { String($0.dropFirst()) } ?? path),
        anchor: sheet.anchors[path])
    }
    filled =
      opened.help.completeness.filled == 0 && opened.help.completeness.wanted == 0
      ? (0, 0) : (opened.help.completeness.filled, opened.help.completeness.wanted)
    if opened.course.stage == .returned {
      answered = (
        face.remarks.values.joined().count(where: \.isAnswered), face.remarks.values.joined().count
      )
    }
    deadline = around.deadline.map { FormPageWording.deadline($0, today: around.today) }
    if face.isWritable {
      mainButton =
        opened.course.stage == .returned ? FormPageWording.submitAgain : FormPageWording.submit
    }
    if let last = opened.writers.values.max(by: { $0.moment < $1.moment }), opened.revision > 0 {
      saved = FormPageWording.savedAt(OfficeWording.clock(last.moment), opened.revision)
    }
    notices = around.notices
    if opened.course.stage == .returned {
      notices.insert(
        Notice(
          .stop, FormPageWording.returned(opened.course.objections.count),
          text: FormPageWording.returnedAdvice),
        at: 0)
    }
  }

  private static func card(
    _ found: DraftFinding, number: Int, anchors: [String: String], isWritable: Bool
  ) -> FindingCard {
    let finding = found.finding
    let rule = RuleCatalogue.rule(finding.rule)
    var card = FindingCard(
      Judgement(finding.severity), number, rule?.title ?? finding.rule, text: finding.message)
    card.anchor = ([found.path] + found.paths).lazy.compactMap { $0 }.compactMap { anchors[$0] }.first
    if isWritable {
      card.buttons = FormFace.offers(of: found).map { ActButton($0.label, $0.act, isOffer: true) }
    }
    if let rule {
      card.reason = (
        FormPageWording.why(rule.code), FormPageWording.source(rule.why, rule.source)
      )
    }
    return card
  }

  /// Quantity times cost against the budget, from the finding that it is too much or the sum that holds.
  private static func scale(of help: DraftHelp) -> Scale? {
    let terms =
      help.findings.first { $0.finding.rule == "A01" }?.finding.terms
      ?? help.sums.first { $0.sum.terms.last?.field == "budget/total" }?.sum.terms
    guard let terms, terms.count >= 3, terms.count % 2 == 1, let budget = terms.last?.number,
      !budget.isZero
    else { return nil }
    var promised = ExactDecimal.zero
    for pair in stride(from: 0, to: terms.count - 1, by: 2) {
      guard let product = terms[pair].number.multiplied(by: terms[pair + 1].number),
        let sum = promised.adding(product)
      else { return nil }
      promised = sum
    }
    guard let thousand = promised.multiplied(by: ExactDecimal(1_000)),
      let share = ExactFraction(thousand, dividedBy: budget)?.decimal(places: 0),
      let whole = Int(share.description)
    else { return nil }
    return Scale(
      budget: FormPageWording.budgetOf(FormPageWording.amount(budget)),
      promised: FormPageWording.promised(FormPageWording.amount(promised)), thousandths: whole)
  }
}

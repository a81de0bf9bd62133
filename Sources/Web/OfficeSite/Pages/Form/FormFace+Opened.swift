// What an opened form says about its fields, bound to the places of its record.
import Design
import Findings
import FormDrafts
import Forms
import Model
import OfficeOperations
import Quantities
import Review
import Workflow

extension FormFace {
  /// Texts that cannot be read, and what values mean.
  mutating func tell(_ opened: OpenedForm) {
    let draft = opened.draft
    for (path, text) in opened.help.readings {
      guard let pointer = draft.pointer(ofPath: path) else { continue }
      readings[pointer] = Reading(text: text)
    }
    for fault in opened.help.faults {
      guard let pointer = draft.pointer(ofPath: fault.field) else { continue }
      texts[pointer] = draft.text(at: fault.field) ?? ""
      readings[pointer] = Reading(text: fault.sentence, understanding: .wrong)
    }
  }

  /// Fields that two people wrote, and what was typed and not taken.
  mutating func show(_ around: FormSurroundings, draft: FormDraft) {
    for (path, text) in around.typed {
      if let pointer = draft.pointer(ofPath: path) { texts[pointer] = text }
    }
    for conflict in around.conflicts {
      guard let pointer = draft.pointer(ofPath: conflict.path) else { continue }
      let mine = around.typed[conflict.path] ?? conflict.mine ?? ""
      texts[pointer] = mine
      conflicts[pointer] = Conflict(
        mine: mine, theirs: conflict.theirs ?? "",
        who: FormPageWording.wrote(conflict.name, OfficeWording.clock(conflict.moment)))
    }
  }

  /// The numbers of findings at their cells, and the sums of those that have one.
  ///
  /// - Parameter anchors: their ids in the page.
  mutating func findings(_ findings: [DraftFinding], anchors: [String], draft: FormDraft) {
    for (index, (found, anchor)) in zip(findings, anchors).enumerated() {
      let judgement = Judgement(found.finding.severity)
      var pointers = found.paths.compactMap { draft.pointer(ofPath: $0) }
      let shown = found.path.flatMap { draft.pointer(ofPath: $0) }
      if let shown, !pointers.contains(shown) { pointers.insert(shown, at: 0) }
      for pointer in pointers {
        marks[pointer, default: []].append(
          CellMark(judgement: judgement, number: index + 1, anchor: anchor))
      }
      // a sum of several cells stands below the first of them
      if let first = shown ?? pointers.first, found.finding.terms.count > 1, judgement != .tell {
        sums[first, default: []].append(
          SumRow(
            judgement: judgement, text: found.finding.message, finding: (index + 1, anchor),
            offers: Self.offers(of: found)))
      }
    }
  }

  /// The ids of findings in the page: the same for the same finding wherever it comes to stand in the list.
  static func anchors(of findings: [DraftFinding]) -> [String] {
    var counts: [String: Int] = [:]
    return findings.map { found in
      let count = counts[found.key, default: 0]
      counts[found.key] = count + 1
      return count == 0 ? "f-\(found.key)" : "f-\(found.key)-\(count + 1)"
    }
  }

  /// The choices of a finding's proposal, as buttons.
  static func offers(of found: DraftFinding) -> [(label: String, act: FormAct)] {
    (found.finding.proposal?.choices ?? []).enumerated().map { number, choice in
      (choice.label, .accept(finding: found.key, choice: number))
    }
  }

  /// The reviewer's words at the cells that were returned.
  mutating func remark(_ opened: OpenedForm, _ returned: (form: Form?, source: String)?) {
    let before = returned?.form.map(RecordFields.init)
    for objection in opened.course.objections {
      let path = opened.draft.path(ofPointer: objection.field) ?? objection.field
      guard let pointer = opened.draft.pointer(ofPath: path) else { continue }
      let was = before?[pointer]
      let isAnswered = before != nil && was != fields[pointer]
      remarks[pointer, default: []].append(
        Remark(
          words: objection.words, source: returned?.source ?? "", was: isAnswered ? was ?? "" : nil,
          isAnswered: isAnswered,
          proposal: objection.proposal.map { ($0, .take(path)) }))
    }
  }

  /// Last year beside each indicator of the same name.
  mutating func compare(_ lastYear: LastYearForm?) {
    guard let lastYear else { return }
    var indicators: [Int: Past] = [:]
    for (index, indicator) in form.indicators.enumerated() {
      guard let name = indicator.name else { continue }
      let (target, outcome) = lastYear.indicator(named: name)
      guard let value = target?.annualValue ?? outcome?.annualValue else { continue }
      indicators[index] = Past(value: value, outcome: outcome?.actualValue.map(FormPageWording.actual))
    }
    past = (lastYear.year.year, indicators)
  }
}

extension Judgement {
  /// The shape of a severity.
  init(_ severity: Severity?) {
    switch severity {
    case .error: self = .stop
    case .warning: self = .ask
    case .info, nil: self = .tell
    }
  }
}

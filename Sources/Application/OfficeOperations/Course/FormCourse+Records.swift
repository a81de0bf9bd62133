// The course of a form as its decisions in the store tell it.
package import FormDrafts
import Organisations
import Quantities
package import Records
package import Workflow

extension FormCourse {
  /// Goes through the decisions of a form.
  ///
  /// The hands of a version are those who submitted it and those whose writing stands in the draft: a field
  /// counts for the version that was being written when it got its value. What is written while nobody may
  /// write makes nobody a hand, and neither does the opinion of an approval.
  ///
  /// - Parameter fields: of the draft; without them hands are those of the decisions alone, which is enough
  ///   for everything but a step that needs other hands.
  /// - Throws: `.damaged` where the decisions could not have been taken in this order.
  package init(decisions: [Decision], fields: [DraftField] = []) throws(RecordError) {
    self.init()
    var since = Moment.first
    for decision in decisions {
      let record = try decision.stepRecord()
      note(fields, from: since, to: record.moment)
      do throws(StepRefusal) { try take(record) } catch {
        throw .damaged(Decision.subject(form: decision.form.rawValue, decision: decision.id.rawValue))
      }
      since = record.moment
    }
    note(fields, from: since, to: .last)
  }

  private mutating func note(_ fields: [DraftField], from first: Moment, to last: Moment) {
    guard stage.isEditing else { return }
    for field in fields where first <= field.moment && field.moment <= last && !field.isOpinion {
      noteHand(field.person)
    }
  }
}

extension DraftField {
  /// True for what the bureau writes into a form.
  fileprivate var isOpinion: Bool { path.utf8.starts(with: "approval/".utf8) }
}

extension RecordView {
  /// The course of a form, with everybody who wrote it.
  ///
  /// - Throws: `.damaged`.
  package func course(of form: FormID) throws(RecordError) -> FormCourse {
    try FormCourse(decisions: decisions(on: form), fields: fields(of: form, after: 0))
  }
}

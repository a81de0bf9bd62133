// The record of a version: read, and as it is with the opinion of its approval.
import FormDrafts
import JSONText
package import Model
package import Quantities
package import Records

extension FormVersion {
  /// The record as a form.
  ///
  /// - Throws: `.damaged` where the bytes are no record.
  package func form() throws(RecordError) -> Form {
    guard let json = try? JSONReader.read(record), let form = try? Form(json) else {
      throw .damaged(Self.subject(form: self.form, number: number))
    }
    return form
  }

  /// The record with an opinion in its cell, and what changes in the draft by it; nil where the kind of form
  /// has no such cell, or it says the same already.
  ///
  /// - Parameter authority: who approves, where the form does not say it yet.
  func approved(
    opinion: String, authority: String
  ) throws(RecordError) -> (record: [UInt8], changes: [FieldChange])? {
    let form = try form()
    guard var approval = form.approval else { return nil }
    let before = approval
    approval.opinion = opinion
    if approval.authority == nil { approval.authority = authority }
    if approval == before { return nil }
    var changes = [FieldChange(path: "approval/opinion", value: Self.json(approval.opinion))]
    if approval.authority != before.authority {
      changes.append(FieldChange(path: "approval/authority", value: Self.json(approval.authority)))
    }
    return (form.with(approval).recordBytes, changes)
  }

  private static func json(_ text: String?) -> String? {
    guard let text else { return nil }
    var json = JSONWriter()
    json.value(text)
    return json.text
  }
}

extension Form {
  /// The record as JSON, as versions keep it.
  package var recordBytes: [UInt8] {
    var json = JSONWriter()
    json.object { writeMembers(to: &$0) }
    return json.bytes
  }

  /// Who approved and with which opinion; nil for kinds that have no cell for it.
  var approval: Approval? {
    switch self {
    case .projectTarget(let target): target.approval
    case .departmentTarget(let target): target.approval
    case .projectMonitoring, .projectSelfEvaluation, .departmentSelfEvaluation: nil
    }
  }

  func with(_ approval: Approval) -> Form {
    switch self {
    case .projectTarget(var target):
      target.approval = approval
      return .projectTarget(target)
    case .departmentTarget(var target):
      target.approval = approval
      return .departmentTarget(target)
    case .projectMonitoring, .projectSelfEvaluation, .departmentSelfEvaluation: return self
    }
  }

  /// The sum by which queues are sorted: what a target asks for, what an outcome had at the year's beginning.
  package var amountAsked: Money? {
    switch self {
    case .projectTarget(let target): target.budget.total
    case .departmentTarget(let target):
      target.budget.basic.flatMap { basic in target.budget.project.flatMap { basic.adding($0) } }
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      outcome.funds.first?.initial
    }
  }
}

// The operations of projects, forms and steps, for the walk through the table of permissions.
import Organisations
import Permissions
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

extension WalkedOperation {
  static var projects: [WalkedOperation] {
    let place = FormDesk.unitPlace
    return [
      WalkedOperation("ListProjects", .search, at: place) { walk in
        { _ = try await ListProjects(organisation: walk.county.unit).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadProject", .search, at: place) { walk in
        let project = try await walk.project()
        return { _ = try await ReadProject(id: project).run(in: walk.office, by: $0) }
      },
      WalkedOperation("AddProject", .changeProjects, at: place) { walk in
        let typed = TypedProject(name: "第\(walk.number())项", firstYear: "2026")
        return {
          _ = try await AddProject(organisation: walk.county.unit, typed: typed).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("ChangeProject", .changeProjects, at: place) { walk in
        let project = try await walk.project()
        let typed = TypedProject(name: "第\(walk.number())项", firstYear: "2026")
        return {
          try await ChangeProject(id: project, revision: 1, typed: typed).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("ListForms", .search, at: place) { walk in
        { _ = try await ListForms(organisation: walk.county.unit).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadClerkDesk", .makeForms, at: place) { walk in
        { _ = try await ReadClerkDesk(organisation: walk.county.unit).run(in: walk.office, by: $0) }
      },
    ]
  }

  static var forms: [WalkedOperation] {
    let place = FormDesk.unitPlace
    var all: [WalkedOperation] = []
    for stage in [Stage.draft, .awaitingDepartment, .returned, .approved, .withheld] {
      all += [
        WalkedOperation("ReadFormHistory", .readHistory, at: place, stage: stage) { walk in
          let form = try await walk.form(at: stage)
          return { _ = try await ReadFormHistory(form: form).run(in: walk.office, by: $0) }
        },
        WalkedOperation("ListAttachments", .readForms, at: place, stage: stage) { walk in
          let form = try await walk.form(at: stage)
          return { _ = try await ListAttachments(form: form).run(in: walk.office, by: $0) }
        },
        WalkedOperation("AttachFile", .attachFiles, at: place, stage: stage) { walk in
          let form = try await walk.form(at: stage)
          let path = try walk.county.file([1, 2, 3])
          return {
            _ = try await AttachFile(form: form, name: "a.txt", path: path).run(in: walk.office, by: $0)
          }
        },
      ]
    }
    all += [
      WalkedOperation("CompareVersions", .readHistory, at: place, stage: .approved) { walk in
        let form = try await walk.form(at: .approved)
        return {
          _ = try await CompareVersions(form: form, earlier: .version(1), later: .version(2)).run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("ReadAttachment", .readForms, at: place, stage: .draft) { walk in
        let (form, file) = try await walk.attachment()
        return { _ = try await ReadAttachment(form: form, attachment: file).run(in: walk.office, by: $0) }
      },
      WalkedOperation("RemoveAttachment", .attachFiles, at: place, stage: .draft) { walk in
        let (form, file) = try await walk.attachment()
        return { try await RemoveAttachment(form: form, attachment: file).run(in: walk.office, by: $0) }
      },
    ]
    return all
  }

  /// Every line of the table of transitions, but the withdrawal of a form that went straight to the bureau:
  /// no form of this unit does, because somebody at its department reviews.
  static var steps: [WalkedOperation] {
    Transition.table.compactMap { line in
      guard line.condition != .directRoute else { return nil }
      let isInForce = line.condition == .versionInForce
      let name = line.step == .submit ? "SubmitForm" : line.step == .withdraw ? "WithdrawForm" : "TakeStep"
      return WalkedOperation(name, .step(line.step), at: FormDesk.unitPlace, stage: line.from) { walk in
        let form = try await walk.form(at: line.from, isInForce: isInForce)
        let length = try await walk.desk.course(form).length
        if line.condition == .justReturned {
          // Each side takes back its own return.
          let other = try await walk.formReturnedByFinance()
          let otherLength = try await walk.desk.course(other).length
          return { person in
            let isFinance = person.actor.holdings.contains { $0.role == .financeReviewer }
            _ = try await TakeStep(
              form: isFinance ? other : form, deed: .retraction, length: isFinance ? otherLength : length
            ).run(in: walk.office, by: person)
          }
        }
        return { person in
          switch line.step {
          case .submit:
            _ = try await SubmitForm(form: form, length: length, explanation: "已核对").run(
              in: walk.office, by: person)
          case .withdraw:
            _ = try await WithdrawForm(form: form, length: length).run(in: walk.office, by: person)
          default:
            _ = try await TakeStep(form: form, deed: Walk.deed(of: line.step), length: length).run(
              in: walk.office, by: person)
          }
        }
      }
    }
  }
}

extension Walk {
  func project() async throws -> ProjectID {
    try await AddProject(
      organisation: county.unit, typed: TypedProject(name: "第\(number())项", firstYear: "2026")
    ).run(in: office, by: desk.clerk)
  }

  /// A form that the bureau has returned.
  func formReturnedByFinance() async throws -> FormID {
    let form = try await form(at: .financeReview)
    try await desk.take(FormDesk.objecting, on: form, by: desk.finance)
    return form
  }

  /// A file on a draft.
  func attachment() async throws -> (FormID, AttachmentID) {
    let form = try await form(at: .draft)
    let lines = try await ListAttachments(form: form).run(in: office, by: desk.clerk).lines
    if let line = lines.first { return (form, line.attachment.id) }
    let path = try county.file([1, 2, 3])
    let file = try await AttachFile(form: form, name: "a.txt", path: path).run(in: office, by: desk.clerk)
    return (form, file.id)
  }

  static func deed(of step: Step) -> Deed {
    switch step {
    case .submit: .submission(route: .viaDepartment)
    case .withdraw: .withdrawal
    case .open: .opening
    case .release: .release
    case .forward: .forwarding(note: nil)
    case .recall: .recall
    case .sendBack: FormDesk.objecting
    case .retract: .retraction
    case .approve: .approval(opinion: "同意", number: nil)
    case .reopen: .reopening(reason: "复核")
    case .disclose: .disclosure
    case .withhold: .withholding(reason: "涉密")
    case .adjust: .adjustment(reason: "追加")
    case .abandon: .abandonment(reason: nil)
    case .lapse: .lapse(reason: "取消")
    }
  }
}

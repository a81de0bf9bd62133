// The operations on drafts, for the walk through the table of permissions.
import FormDrafts
import Model
import Permissions
import Records
import Review
import Testing
import Workflow

@testable import OfficeOperations

extension WalkedOperation {
  static var drafts: [WalkedOperation] {
    let place = FormDesk.unitPlace
    var all: [WalkedOperation] = []
    for stage in [Stage.draft, .awaitingDepartment, .returned, .approved, .withheld] {
      all += [
        WalkedOperation("ReadForm", .readForms, at: place, stage: stage) { walk in
          let form = try await walk.form(at: stage)
          return { _ = try await ReadForm(form: form).run(in: walk.office, by: $0) }
        },
        WalkedOperation("SaveFields", .editForms, at: place, stage: stage) { walk in
          let form = try await walk.form(at: stage)
          let revision = try await walk.desk.entry(form).draftRevision
          let typed = "第\(walk.number())次"
          return {
            _ = try await SaveFields(
              form: form, onto: revision, edits: [.set(path: "goals/annual", typed: typed)]
            ).run(in: walk.office, by: $0)
          }
        },
      ]
    }
    all += [
      WalkedOperation("SuggestForField", .editForms, at: place, stage: .draft) { walk in
        let form = try await walk.form(at: .draft)
        return {
          _ = try await SuggestForField(form: form, path: "indicators/k1/name").run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("AcceptProposal", .editForms, at: place, stage: .draft) { walk in
        let form = try await walk.desk.form(.projectTarget(FormDesk.misplaced), project: "第\(walk.number())项")
        let opened = try await ReadForm(form: form).run(in: walk.office, by: walk.desk.clerk)
        let finding = try #require(
          opened.help.findings.first { $0.finding.proposal?.choices.isEmpty == false })
        return {
          _ = try await AcceptProposal(form: form, onto: opened.revision, finding: finding.key).run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("BeginForm", .makeForms, at: place) { walk in
        let project = try await walk.project()
        return {
          _ = try await BeginForm(
            kind: .projectTarget, year: walk.desk.year, organisation: walk.county.unit, project: project,
            beginning: .blank
          ).run(in: walk.office, by: $0)
        }
      },
    ]
    return all
  }
}

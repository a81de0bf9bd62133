// The operations of the review, for the walk through the table of permissions.
import Permissions
import Records
import Review
import Testing
import Workflow

@testable import OfficeOperations

extension WalkedOperation {
  static var reviews: [WalkedOperation] {
    let place = FormDesk.unitPlace
    var all: [WalkedOperation] = []
    for stage in [Stage.draft, .awaitingDepartment, .financeReview, .returned, .approved] {
      all += [
        WalkedOperation("ReadReview", .readNotes, at: place, stage: stage) { walk in
          let form = try await walk.form(at: stage)
          return { _ = try await ReadReview(form: form).run(in: walk.office, by: $0) }
        },
        WalkedOperation("NoteGlance", .readNotes, at: place, stage: stage) { walk in
          let form = try await walk.form(at: stage)
          return { _ = try await NoteGlance(form: form).run(in: walk.office, by: $0) }
        },
        WalkedOperation("AddReviewNote", .writeNotes, at: place, stage: stage) { walk in
          let form = try await walk.form(at: stage)
          let words = "第\(walk.number())条"
          return { _ = try await AddReviewNote(form: form, words: words).run(in: walk.office, by: $0) }
        },
      ]
    }
    for stage in [Stage.departmentReview, .financeReview, .approved] {
      all += writing(at: stage, place)
    }
    return all + deciding(place)
  }

  /// What changes the paper of a side.
  private static func writing(at stage: Stage, _ place: String) -> [WalkedOperation] {
    [
      WalkedOperation("SaveObjection", .objectToCells, at: place, stage: stage) { walk in
        let form = try await walk.form(at: stage)
        return {
          try await SaveObjection(form: form, path: "goals/annual", words: "请写明数量").run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("DropObjection", .objectToCells, at: place, stage: stage) { walk in
        let form = try await walk.form(at: stage)
        return { try await DropObjection(form: form, path: "goals/annual").run(in: walk.office, by: $0) }
      },
      WalkedOperation("AcknowledgeFinding", .objectToCells, at: place, stage: stage) { walk in
        let form = try await walk.form(at: stage)
        return {
          try await AcknowledgeFinding(form: form, finding: "A01@budget/total", isSeen: true).run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("GradePoint", .gradeForms, at: place, stage: stage) { walk in
        let form = try await walk.form(at: stage)
        return {
          try await GradePoint(form: form, point: .clear, grade: .good, reason: "写得不细").run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("SaveOpinion", .gradeForms, at: place, stage: stage) { walk in
        let form = try await walk.form(at: stage)
        return { try await SaveOpinion(form: form, opinion: "同意").run(in: walk.office, by: $0) }
      },
    ]
  }

  private static func deciding(_ place: String) -> [WalkedOperation] {
    [
      WalkedOperation("OpenForReview", .step(.open), at: place, stage: .awaitingDepartment) { walk in
        let form = try await walk.form(at: .awaitingDepartment)
        let length = try await walk.desk.course(form).length
        return { _ = try await OpenForReview(form: form, length: length).run(in: walk.office, by: $0) }
      },
      WalkedOperation("TakeStepBack", .step(.open), at: place, stage: .awaitingFinance) { walk in
        let form = try await walk.form(at: .awaitingFinance)
        let length = try await walk.desk.course(form).length
        return {
          _ = try await OpenForReview(form: form, length: length).run(in: walk.office, by: $0)
          _ = try await TakeStepBack(form: form, length: length + 1).run(in: walk.office, by: $0)
        }
      },
      decision(.forward(note: ""), .forward, at: .departmentReview, place),
      decision(.approve(opinion: "同意", number: nil), .approve, at: .financeReview, place),
      WalkedOperation("DecideReview", .step(.sendBack), at: place, stage: .financeReview) { walk in
        let form = try await walk.desk.form(at: .financeReview, project: "第\(walk.number())项")
        let length = try await walk.desk.course(form).length
        try await SaveObjection(form: form, path: "goals/annual", words: "请写明数量").run(
          in: walk.office, by: walk.desk.finance)
        return {
          _ = try await DecideReview(form: form, decision: .sendBack, length: length).run(
            in: walk.office, by: $0)
        }
      },
    ]
  }

  private static func decision(
    _ decision: ReviewDecision, _ step: Step, at stage: Stage, _ place: String
  ) -> WalkedOperation {
    WalkedOperation("DecideReview", .step(step), at: place, stage: stage) { walk in
      let form = try await walk.desk.form(at: stage, project: "第\(walk.number())项")
      let length = try await walk.desk.course(form).length
      return {
        _ = try await DecideReview(form: form, decision: decision, length: length).run(
          in: walk.office, by: $0)
      }
    }
  }
}

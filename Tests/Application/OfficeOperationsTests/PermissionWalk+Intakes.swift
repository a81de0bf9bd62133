// The operations on documents that are read into drafts, for the walk through the table of permissions.
import Accounts
import Operations
import Organisations
import Permissions
import Records
import Testing

@testable import OfficeOperations

extension WalkedOperation {
  static var intakes: [WalkedOperation] {
    let place = FormDesk.unitPlace
    return [
      WalkedOperation("ListIntakes", .importForms, at: place) { walk in
        return { _ = try await ListIntakes(organisation: walk.county.unit).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReceiveDocument", .importForms, at: place) { walk in
        let office = walk.readingOffice
        let kept = try await walk.keptDocument()
        return {
          _ = try await ReceiveDocument(organisation: walk.county.unit, name: "目标表.txt", kept: kept).run(
            in: office, by: $0)
        }
      },
      walk("ReadIntake") { _ = try await ReadIntake(id: $0).run(in: $1, by: $2) },
      walk("ReadIntakeState") { _ = try await ReadIntakeState(id: $0).run(in: $1, by: $2) },
      walk("ReadIntakeOriginal") { _ = try await ReadIntakeOriginal(id: $0).run(in: $1, by: $2) },
      walk("CutOutField") {
        _ = try await CutOutField(id: $0, form: 0, path: "goals/annual").run(in: $1, by: $2)
      },
      walk("ConfirmField") {
        try await ConfirmField(id: $0, form: 0, path: "goals/annual").run(in: $1, by: $2)
      },
      walk("CorrectField") {
        try await CorrectField(id: $0, form: 0, path: "goals/annual", text: "维护全镇桥梁").run(in: $1, by: $2)
      },
      WalkedOperation("TakeIntoDraft", .importForms, at: place) { walk in
        let id = try await walk.intake()
        let project = try await walk.project()
        return {
          _ = try await TakeIntoDraft(
            id: id, form: 0, year: walk.desk.year, project: .existing(project)
          ).run(in: walk.readingOffice, by: $0)
        }
      },
      walk("DiscardIntake") { try await DiscardIntake(id: $0).run(in: $1, by: $2) },
      walk("ReadIntakeAgain") { try await ReadIntakeAgain(id: $0).run(in: $1, by: $2) },
    ]
  }

  /// An operation on a document that has been read, a new one for each attempt.
  private static func walk(
    _ name: String, _ attempt: @escaping (IntakeID, Office, SignedIn) async throws -> Void
  ) -> WalkedOperation {
    WalkedOperation(name, .importForms, at: FormDesk.unitPlace) { walk in
      let id = try await walk.intake()
      return { try await attempt(id, walk.readingOffice, $0) }
    }
  }
}

extension Walk {
  /// The office with somebody who reads.
  var readingOffice: Office {
    let clock = county.town.clock
    return Office(
      records: office.records, key: office.key, attachments: office.attachments, reading: OpenReadingDesk(),
      clock: { clock.now }, chance: .machine)
  }

  /// The bytes of a document as they came in.
  func keptDocument() async throws -> KeptBytes {
    let incoming = try IncomingDocument(in: readingOffice)
    await incoming.add(IntakeProbe.form)
    return try await incoming.finish()
  }

  /// A document that was handed in and read.
  func intake() async throws -> IntakeID {
    let office = readingOffice
    let id = try await ReceiveDocument(
      organisation: county.unit, name: "目标表.txt", kept: try await keptDocument()
    ).run(in: office, by: desk.clerk)
    while try await ReadWaitingIntake().run(in: office) {}
    return id
  }
}

// The operations on notices, mail and reminders.
import Organisations
import Permissions
import Quantities
import Records
import Testing

@testable import OfficeOperations

extension WalkedOperation {
  static var notices: [WalkedOperation] { ownNotices + mail + reminders }

  private static var ownNotices: [WalkedOperation] {
    [
      WalkedOperation("ListNotices", .readOwnNotices) { walk in
        { _ = try await ListNotices().run(in: walk.office, by: $0) }
      },
      WalkedOperation("MarkNoticesRead", .readOwnNotices) { walk in
        { _ = try await MarkNoticesRead(.all(upTo: .last)).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadMailChoice", .readOwnNotices) { walk in
        { _ = try await ReadMailChoice().run(in: walk.office, by: $0) }
      },
      WalkedOperation("ChangeMailChoice", .readOwnNotices) { walk in
        { person in
          let revision = try await ReadMailChoice().run(in: walk.office, by: person).revision
          try await ChangeMailChoice(address: "", pace: "off", revision: revision).run(
            in: walk.office, by: person)
        }
      },
    ]
  }

  private static var mail: [WalkedOperation] {
    [
      WalkedOperation("ReadMailSettings", .changeSettings, at: Walk.root) { walk in
        { _ = try await ReadMailSettings().run(in: walk.office, by: $0) }
      },
      WalkedOperation("ChangeMailSettings", .changeSettings, at: Walk.root) { walk in
        let revision = try await ReadMailSettings().run(in: walk.office, by: walk.county.system).revision
        return {
          try await ChangeMailSettings(MailProbe.typed, revision: revision).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("SendTestMail", .changeSettings, at: Walk.root) { walk in
        let revision = try await ReadMailSettings().run(in: walk.office, by: walk.county.system).revision
        try await ChangeMailSettings(MailProbe.typed, revision: revision).run(
          in: walk.office, by: walk.county.system)
        return { _ = try await SendTestMail(address: "a@linxi.example").run(in: walk.office, by: $0) }
      },
    ]
  }

  private static var reminders: [WalkedOperation] {
    [
      WalkedOperation("ListWaitingWork", .remindUnits) { walk in
        _ = try await walk.project()
        return {
          let work = try await ListWaitingWork(year: walk.desk.year, step: .targetSubmission).run(
            in: walk.office, by: $0)
          // It lists what lies at one's own places.
          guard work.contains(where: { $0.organisation.id == walk.county.unit }) else {
            throw OfficeRefusal.permission(.elsewhere(.remindUnits))
          }
        }
      },
      WalkedOperation("RemindUnits", .remindUnits) { walk in
        _ = try await walk.project()
        return {
          _ = try await RemindUnits(
            year: walk.desk.year, step: .targetSubmission, which: .chosen([walk.county.unit])
          ).run(in: walk.office, by: $0)
        }
      },
    ]
  }
}

// The commands that keep an office's records: migrate, backup, restore, verify.
import CommandLineParsing
import Ledger
import Quantities
import Records
import StorageOpening

/// `plumbline migrate`.
struct MigrateCommand {
  var settings: OfficeSettings
  var console: Console

  func run() -> ExitCode {
    KeepingWork(name: "migrate", console: console).run {
      let storage = try await OpenedStorage.open(try settings.place(), for: .migrate, now: ServeCommand.now())
      await storage.close()
      return (.success, ServeWording.migrated(storage.addedSteps))
    }
  }
}

/// `plumbline backup`.
struct BackupCommand {
  var settings: OfficeSettings
  var path: String
  var console: Console

  func run() -> ExitCode {
    KeepingWork(name: "backup", console: console).run {
      let storage = try await OpenedStorage.open(try settings.place(), for: .read, now: ServeCommand.now())
      let report = try await Backup.make(of: storage, at: path, now: ServeCommand.now())
      await storage.close()
      return (
        .success,
        ServeWording.backedUp(
          DisplayText.harmless(path), entries: report.ledger.entryCount, versions: report.ledger.versionCount,
          attachments: report.attachmentCount, head: report.ledger.head.description)
      )
    }
  }
}

/// `plumbline restore`.
struct RestoreCommand {
  var settings: OfficeSettings
  var path: String
  var console: Console

  func run() -> ExitCode {
    KeepingWork(name: "restore", console: console).run {
      let report = try await Backup.restore(path, into: try settings.place(), now: ServeCommand.now())
      return (
        .success,
        ServeWording.restored(
          entries: report.ledger.entryCount, versions: report.ledger.versionCount,
          attachments: report.attachmentCount, head: report.ledger.head.description)
      )
    }
  }
}

/// `plumbline verify`.
struct VerifyCommand {
  var settings: OfficeSettings
  /// Heads that were printed or posted.
  var heads: [LedgerHead]
  var console: Console

  /// So many faults are told one by one.
  private static let faultsShown = 50

  func run() -> ExitCode {
    KeepingWork(name: "verify", console: console).run {
      let storage = try await OpenedStorage.open(try settings.place(), for: .read, now: ServeCommand.now())
      let report = try await storage.records.verify(expecting: heads)
      await storage.close()
      guard !report.faults.isEmpty else {
        return (
          .success,
          ServeWording.sound(
            entries: report.entryCount, versions: report.versionCount, head: report.head.description)
        )
      }
      let shown = report.faults.prefix(Self.faultsShown).map { "  \($0.sentence)\n" }.joined()
      let rest = report.faults.count - min(report.faults.count, Self.faultsShown)
      return (
        .found, ServeWording.faulty(report.faults.count) + shown + (rest > 0 ? ServeWording.more(rest) : "")
      )
    }
  }
}

/// Runs work on the storage and says how it ended.
private struct KeepingWork {
  var name: String
  var console: Console

  func run(_ work: @escaping @Sendable () async throws -> (ExitCode, String)) -> ExitCode {
    waiting { [console, name] in
      do {
        let (code, words) = try await work()
        return console.output.write(words) ? code : .outputFailed
      } catch {
        _ = console.errors.write("plumbline \(name): \(ServeCommand.sentence(of: error))\n")
        if case StorageProblem.faults = error { return .found }
        return .unavailable
      }
    }
  }
}

// Which command on an office answers which request.
import CommandLineParsing
import Ledger

/// The commands that run or keep an office.
enum OfficeProgram {
  static func run(_ invocation: Invocation, console: Console) throws(UsageFailure) -> ExitCode {
    let settings: OfficeSettings
    do throws(OfficeSettings.Fault) {
      settings = try OfficeSettings(invocation)
    } catch {
      _ = console.errors.write("plumbline \(invocation.command): \(error.sentence)\n")
      return .unavailable
    }
    switch invocation.command {
    case DemoCommand.description.name: return demonstrate(invocation, console: console)
    case OfficeSyntax.serve.name: return ServeCommand(settings: settings, console: console).run()
    case OfficeSyntax.migrate.name: return MigrateCommand(settings: settings, console: console).run()
    case OfficeSyntax.backup.name:
      return BackupCommand(settings: settings, path: invocation.arguments[0], console: console).run()
    case OfficeSyntax.restore.name:
      return RestoreCommand(settings: settings, path: invocation.arguments[0], console: console).run()
    case OfficeSyntax.verify.name: return verify(invocation, settings, console: console)
    default: throw UsageFailure(.unknownCommand(invocation.command, suggestion: nil))
    }
  }

  private static func demonstrate(_ invocation: Invocation, console: Console) -> ExitCode {
    do throws(OfficeSettings.Fault) {
      return try DemoCommand(invocation, console: console).run()
    } catch {
      _ = console.errors.write("plumbline demo: \(error.sentence)\n")
      return .unavailable
    }
  }

  private static func verify(
    _ invocation: Invocation, _ settings: OfficeSettings, console: Console
  ) -> ExitCode {
    var heads: [LedgerHead] = []
    if let text = invocation.text(of: OfficeSyntax.headOption) {
      guard let head = LedgerHead(text) else {
        _ = console.errors.write("plumbline verify: --head is not a head; one looks like 1204:9f86…\n")
        return .usage
      }
      heads = [head]
    }
    return VerifyCommand(settings: settings, heads: heads, console: console).run()
  }
}

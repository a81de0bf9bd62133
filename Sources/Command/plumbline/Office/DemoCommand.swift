// `plumbline demo`: an invented county in a folder of its own, served at once.
import CommandLineParsing
import Glibc
import OfficeOperations
import OfficeSite
import Organisations
import Quantities
import Samples

/// Runs a demonstration.
struct DemoCommand {
  var settings: OfficeSettings
  var console: Console

  static let dataOption = OptionDescription(
    "data", kind: .text(placeholder: "DIR"),
    "An empty folder to keep the demonstration in; without it a temporary one, gone with the next restart "
      + "of the machine.")

  static let description = CommandDescription(
    name: "demo", summary: "Serves an invented county: 32 units, 300 projects, forms in every stage.",
    discussion: [
      "Everything in it is invented. The accounts, one for each part, stand on the terminal and on the page "
        + "of signing in. A folder that holds a demonstration already is served as it is."
    ],
    options: [dataOption, OfficeSettings.listenOption],
    examples: [
      .init("plumbline demo", "Serves at http://127.0.0.1:8680."),
      .init("plumbline demo --listen 127.0.0.1:9000 --data ./county", "Keeps it in a folder."),
    ],
    exitCodes: [.success, .usage, .unavailable])

  /// Long enough for the rules, and easy to type.
  static let password = "Qingshan-2026"

  init(_ invocation: Invocation, console: Console) throws(OfficeSettings.Fault) {
    settings = try OfficeSettings(invocation)
    settings.database = nil
    if let folder = invocation.text(of: Self.dataOption) {
      settings.data = folder
    } else {
      settings.data = try Self.temporaryFolder()
    }
    self.console = console
  }

  private static func temporaryFolder() throws(OfficeSettings.Fault) -> String {
    let parent = OfficeSettings.variable("TMPDIR") ?? "/tmp"
    var pattern = Array("\(parent)/plumbline-demo-XXXXXX".utf8CString)
    guard mkdtemp(&pattern) != nil else {
      throw OfficeSettings.Fault(sentence: "cannot make a folder in \(parent)")
    }
    return String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func run() -> ExitCode {
    let county = SampleCounty(on: ServeCommand.now().day())
    let accounts = county.signIns.map { signIn in
      let place = county.organisations.first { $0.id == signIn.organisation }?.label ?? ""
      return (account: signIn.account.text, label: "\(signIn.role.label)　\(place)")
    }
    var serve = ServeCommand(settings: settings, console: console)
    serve.site.isDemo = true
    serve.site.demoAccounts = accounts
    serve.site.demoPassword = Self.password
    let errors = console.errors
    serve.prepare = { office in
      _ = try await LoadCounty(county, password: Self.password).run(in: office) { done, total in
        if done == total || done % 300 == 0 { _ = errors.write(ServeWording.loading(done, of: total)) }
      }
      return { _ in ServeWording.demonstration(accounts, password: Self.password) }
    }
    return serve.run()
  }
}

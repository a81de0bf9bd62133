// The commands that run and keep an office, as the command line describes them.
import CommandLineParsing

/// The words of `serve`, `migrate`, `backup`, `restore` and `verify`.
enum OfficeSyntax {
  private static let place = [OfficeSettings.dataOption, OfficeSettings.configOption]
  private static let environment =
    "Every setting can stand on the command line, in the environment (PLUMBLINE_DATA, PLUMBLINE_DATABASE, "
    + "PLUMBLINE_LISTEN, PLUMBLINE_TRUSTED_PROXIES) or in a file; the first of these that has it counts. "
    + "PLUMBLINE_DATABASE=postgresql://… keeps the records on a PostgreSQL server, else they are one SQLite "
    + "file in the data folder."

  static let serve = CommandDescription(
    name: "serve", summary: "Runs the office in the browser until it is told to stop.",
    discussion: [
      environment,
      "The first start prints a link, once, with which the office is set up. A line of JSON for each request "
        + "goes to standard error, without names and addresses. SIGTERM lets requests in flight finish.",
    ],
    options: [
      OfficeSettings.dataOption, OfficeSettings.listenOption, OfficeSettings.proxyOption,
      OfficeSettings.configOption,
    ],
    examples: [
      .init("plumbline serve --data ./office", "Serves at http://127.0.0.1:8680."),
      .init("plumbline serve --config /etc/plumbline.conf", "As a service does it."),
    ],
    exitCodes: [.success, .usage, .unavailable])

  static let migrate = CommandDescription(
    name: "migrate", summary: "Adds what a new version of the program needs to the records.",
    discussion: [
      environment, "Steps that are there already are left alone. `serve` does the same at its start.",
    ],
    options: place,
    examples: [.init("plumbline migrate --data ./office", "Brings the records of a folder up to date.")],
    exitCodes: [.success, .usage, .unavailable])

  static let backup = CommandDescription(
    name: "backup", summary: "Writes records, ledger and attachments into one file, while the office works.",
    discussion: [
      environment, "The file is checked before it gets its name, and is never written over another.",
    ],
    argument: ArgumentDescription("FILE", "Where to; nothing may be there yet.", count: 1...1),
    options: place,
    examples: [
      .init("plumbline backup --data ./office monday.plumbline", "Backs up a folder's office.")
    ],
    exitCodes: [.success, .found, .usage, .unavailable])

  static let restore = CommandDescription(
    name: "restore", summary: "Puts a backup into an empty data folder or database, and checks it there.",
    discussion: [environment, "The backup may come from the other engine and from an earlier version."],
    argument: ArgumentDescription("FILE", "A file that `backup` wrote.", count: 1...1),
    options: place,
    examples: [
      .init("plumbline restore --data ./office monday.plumbline", "Restores into a new folder.")
    ],
    exitCodes: [.success, .found, .usage, .unavailable])

  static let headOption = OptionDescription(
    "head", kind: .text(placeholder: "N:HASH"),
    "A head that was printed or posted earlier; it must lie on the chain.")

  static let verify = CommandDescription(
    name: "verify", summary: "Holds every ledger entry and every version of a form against its hash.",
    discussion: [
      environment,
      "Works without a running office. Says which entry was altered, is missing or stands in another place, "
        + "and prints the head, which is worth keeping on paper.",
    ],
    options: place + [headOption],
    examples: [
      .init("plumbline verify --data ./office", "Checks all of it."),
      .init("plumbline verify --head 1204:9f86…", "Checks also that the chain goes through a known head."),
    ],
    exitCodes: [.success, .found, .usage, .unavailable])
}

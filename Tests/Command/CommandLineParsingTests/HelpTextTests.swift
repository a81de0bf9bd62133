// The help and error texts as people see them.
import Testing

@testable import CommandLineParsing

@Suite struct HelpTextTests {
  @Test func `the overview lists the commands`() {
    #expect(
      HelpText(bakery).overview == """
        Bakes bread and sells it to whoever comes by.

        Usage: bakery <command> [options] [arguments]

        Commands:
          bake  Bakes loaves.
          sell  Sells everything.
          help  Shows the help of a command.

        Options:
          -h, --help  Shows this help.
          --version   Shows the version.

        'bakery help <command>' tells the details of one command.

        """)
  }

  @Test func `the help of a command tells all of it`() {
    #expect(
      HelpText(bakery).text(ofCommand: "bake") == """
        Bakes loaves.

        Usage: bakery bake [options] <LOAF>

        A loaf is baked once.

        Arguments:
          LOAF  What to bake.

        Options:
          -d, --dark       Longer.
          --light          Shorter.
          -s, --seed NAME  Sprinkled on top.
          -o, --ovens N    Ovens to use at once.
          -h, --help       Shows this help.

        Examples:
          bakery bake rye
              Bakes rye bread.

        Exit codes:
          0   Everything was read and written.
          64  The command line could not be understood.
          66  A file or folder does not exist or may not be opened.

        """)
  }

  @Test func `there is no help of an unknown command`() {
    #expect(HelpText(bakery).text(ofCommand: "dance") == nil)
  }

  @Test func `long sentences are wrapped at eighty columns under their column`() {
    let long = Array(repeating: "crumbs", count: 30).joined(separator: " ")
    var program = bakery
    program.commands[0].options = [OptionDescription("dark", long)]
    program.commands[0].summary = long
    let lines = (HelpText(program).text(ofCommand: "bake") ?? "").split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.filter { $0.contains("crumbs") }.count > 4)
    #expect(lines.contains { $0.hasPrefix("              crumbs") })
  }

  @Test func `the reference holds every help text`() {
    let help = HelpText(bakery)
    for text in [help.overview, help.text(ofCommand: "bake"), help.text(ofCommand: "sell")] {
      #expect(text.map(help.reference.contains) == true)
    }
  }

  static let sentences: [(error: UsageError, sentence: String)] = [
    (.noCommand, "no command given"),
    (.unknownCommand("bkae", suggestion: "bake"), "unknown command 'bkae'; did you mean 'bake'?"),
    (.unknownOption("-x", suggestion: nil), "unknown option '-x'"),
    (.missingValue(option: "--seed", placeholder: "NAME"), "option '--seed' needs a value: --seed NAME"),
    (.unexpectedValue(option: "-d", value: "yes"), "option '-d' takes no value, but was given 'yes'"),
    (
      .badNumber(option: "-o", value: "9", range: 1...8),
      "option '-o' needs a whole number from 1 to 8, not '9'"
    ),
    (.repeatedOption("-d"), "option '-d' is given more than once"),
    (.conflictingOptions("--dark", "--light"), "options '--dark' and '--light' exclude each other"),
    (.missingArgument("LOAF"), "LOAF is missing"),
    (.unexpectedArgument("oat"), "unexpected argument 'oat'"),
  ]

  @Test(arguments: sentences)
  func `an error is a sentence and points at the help`(error: UsageError, sentence: String) {
    #expect(
      UsageFailure(error, command: "bake").message(program: "bakery")
        == "bakery bake: \(sentence)\nTry 'bakery bake --help'.\n")
    #expect(
      UsageFailure(error).message(program: "bakery") == "bakery: \(sentence)\nTry 'bakery --help'.\n")
  }
}

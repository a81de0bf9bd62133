// Tables of command lines, good and bad, and what they mean.
import Testing

@testable import CommandLineParsing

/// An invented program: a baker's.
let bakery = ProgramDescription(
  name: "bakery", version: "1.2", summary: "Bakes bread and sells it to whoever comes by.",
  commands: [
    CommandDescription(
      name: "bake", summary: "Bakes loaves.", discussion: ["A loaf is baked once."],
      argument: ArgumentDescription("LOAF", "What to bake.", count: 1...2),
      options: [Baking.dark, Baking.light, Baking.seed, Baking.ovens],
      exclusive: [[Baking.dark, Baking.light]],
      examples: [.init("bakery bake rye", "Bakes rye bread.")], exitCodes: [.success, .usage, .notFound]),
    CommandDescription(name: "sell", summary: "Sells everything."),
  ])

enum Baking {
  static let dark = OptionDescription("dark", letter: "d", "Longer.")
  static let light = OptionDescription("light", "Shorter.")
  static let seed = OptionDescription(
    "seed", letter: "s", kind: .text(placeholder: "NAME"), "Sprinkled on top.")
  static let ovens = OptionDescription(
    "ovens", letter: "o", kind: .number(placeholder: "N", range: 1...8), "Ovens to use at once.")
}

@Suite struct ReadingCommandLinesTests {
  struct Good: Sendable {
    let line: String
    let arguments: [String]
    var values: [String: Invocation.Value] = [:]

    init(_ line: String, _ arguments: [String], _ values: [String: Invocation.Value] = [:]) {
      self.line = line
      self.arguments = arguments
      self.values = values
    }
  }

  static let good: [Good] = [
    Good("bake rye", ["rye"]),
    Good("bake rye wheat", ["rye", "wheat"]),
    Good("bake --dark rye", ["rye"], ["dark": .present]),
    Good("bake rye --dark", ["rye"], ["dark": .present]),
    Good("bake -d rye", ["rye"], ["dark": .present]),
    Good("bake --seed poppy rye", ["rye"], ["seed": .text("poppy")]),
    Good("bake --seed=poppy rye", ["rye"], ["seed": .text("poppy")]),
    Good("bake --seed= rye", ["rye"], ["seed": .text("")]),
    Good("bake --seed=a=b rye", ["rye"], ["seed": .text("a=b")]),
    Good("bake -s poppy rye", ["rye"], ["seed": .text("poppy")]),
    Good("bake -spoppy rye", ["rye"], ["seed": .text("poppy")]),
    Good("bake -s=poppy rye", ["rye"], ["seed": .text("poppy")]),
    Good("bake --seed - rye", ["rye"], ["seed": .text("-")]),
    Good("bake --seed -5 rye", ["rye"], ["seed": .text("-5")]),
    Good("bake --ovens 8 rye", ["rye"], ["ovens": .number(8)]),
    Good("bake -o1 --dark rye", ["rye"], ["ovens": .number(1), "dark": .present]),
    Good("bake -", ["-"]),
    Good("bake -- --dark", ["--dark"]),
    Good("bake --dark -- -h --", ["-h", "--"], ["dark": .present]),
    Good("bake -5%", ["-5%"]),
    Good("bake -≥3 —", ["-≥3", "—"]),
    Good("bake ---", ["---"]),
    Good("sell", []),
  ]

  @Test(arguments: good)
  func `a good line is understood`(line: Good) throws {
    let words = line.line.split(separator: " ").map(String.init)
    let request = try bakery.read(words)
    #expect(request == .run(Invocation(command: words[0], arguments: line.arguments, values: line.values)))
  }

  static let bad: [(line: String, error: UsageError)] = [
    ("", .noCommand),
    ("bkae rye", .unknownCommand("bkae", suggestion: "bake")),
    ("dance", .unknownCommand("dance", suggestion: nil)),
    ("hlep", .unknownCommand("hlep", suggestion: "help")),
    ("help dance", .unknownCommand("dance", suggestion: nil)),
    ("help bake sell", .unexpectedArgument("sell")),
    ("--versoin", .unknownOption("--versoin", suggestion: "--version")),
    ("-x", .unknownOption("-x", suggestion: nil)),
    ("bake --drak rye", .unknownOption("--drak", suggestion: "--dark")),
    ("bake --ovens-of-stone rye", .unknownOption("--ovens-of-stone", suggestion: nil)),
    ("bake -x rye", .unknownOption("-x", suggestion: nil)),
    ("bake --sed=poppy rye", .unknownOption("--sed", suggestion: "--seed")),
    ("bake rye --seed", .missingValue(option: "--seed", placeholder: "NAME")),
    ("bake --seed --dark rye", .missingValue(option: "--seed", placeholder: "NAME")),
    ("bake --seed -- rye", .missingValue(option: "--seed", placeholder: "NAME")),
    ("bake rye -s", .missingValue(option: "-s", placeholder: "NAME")),
    ("bake --dark=yes rye", .unexpectedValue(option: "--dark", value: "yes")),
    ("bake -dyes rye", .unexpectedValue(option: "-d", value: "yes")),
    ("bake --ovens 9 rye", .badNumber(option: "--ovens", value: "9", range: 1...8)),
    ("bake --ovens 0 rye", .badNumber(option: "--ovens", value: "0", range: 1...8)),
    ("bake --ovens -1 rye", .badNumber(option: "--ovens", value: "-1", range: 1...8)),
    ("bake --ovens two rye", .badNumber(option: "--ovens", value: "two", range: 1...8)),
    (
      "bake -o99999999999999999999 rye", .badNumber(option: "-o", value: "99999999999999999999", range: 1...8)
    ),
    ("bake --dark -d rye", .repeatedOption("-d")),
    ("bake --seed=a --seed=b rye", .repeatedOption("--seed")),
    ("bake --light rye --dark", .conflictingOptions("--dark", "--light")),
    ("bake", .missingArgument("LOAF")),
    ("bake --dark --", .missingArgument("LOAF")),
    ("bake rye wheat oat", .unexpectedArgument("oat")),
    ("sell bread", .unexpectedArgument("bread")),
  ]

  @Test(arguments: bad)
  func `a bad line is refused with what is wrong`(line: String, error: UsageError) {
    let words = line.split(separator: " ").map(String.init)
    let failure = #expect(throws: UsageFailure.self) { try bakery.read(words) }
    #expect(failure?.error == error)
    #expect(failure?.command == bakery.commands.map(\.name).first { $0 == words.first })
  }

  static let other: [(line: String, request: Request)] = [
    ("--help", .help(command: nil)), ("-h", .help(command: nil)), ("help", .help(command: nil)),
    ("help help", .help(command: nil)), ("help bake", .help(command: "bake")),
    ("bake --help", .help(command: "bake")), ("bake --dark -h --nonsense", .help(command: "bake")),
    ("--version", .version),
  ]

  @Test(arguments: other)
  func `help and version are requests of their own`(line: String, request: Request) throws {
    #expect(try bakery.read(line.split(separator: " ").map(String.init)) == request)
  }

  @Test func `an invocation answers by the description of its options`() throws {
    guard case .run(let invocation) = try bakery.read(["bake", "rye", "-o", "3", "--seed", "poppy"]) else {
      Issue.record("not an invocation")
      return
    }
    #expect(invocation.number(of: Baking.ovens) == 3)
    #expect(invocation.text(of: Baking.ovens) == nil)
    #expect(invocation.text(of: Baking.seed) == "poppy")
    #expect(invocation.number(of: Baking.seed) == nil)
    #expect(!invocation.has(Baking.dark))
    #expect(invocation.has(Baking.ovens))
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("bake", "bkae", 1), ("bake", "cake", 1), ("bake", "bakes", 1),
    ("bake", "sell", 4),
    ("abcd", "badc", 2),
  ])
  func `edits are counted the same both ways`(one: String, other: String, count: Int) {
    #expect(Suggestion.edits(from: Array(one), to: Array(other)) == count)
    #expect(Suggestion.edits(from: Array(other), to: Array(one)) == count)
  }
}

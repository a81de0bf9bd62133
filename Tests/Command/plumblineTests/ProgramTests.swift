// The program's own requests: help, version, values.
import CommandLineParsing
import Testing

@testable import plumbline

@Suite struct ProgramTests {
  @Test func `help and version are written to the output`() throws {
    try withProbe { probe in
      let version = try probe.run(["--version"])
      #expect(version.output == "plumbline \(Program.version)\n")
      let help = try probe.run(["import", "--help"])
      #expect(help.code == .success)
      #expect(help.output.contains("Usage: plumbline import [options] <FILE|FOLDER|-...>\n"))
    }
  }

  @Test func `a value is read in its context`() throws {
    try withProbe { probe in
      let answer = try probe.run(["value", "95", "--name", "资金支付及时率(%)", "--json"])
      #expect(answer.code == .success)
      #expect(answer.output.contains(#""number":"95""#))
      #expect(answer.output.contains(#""unit":"%""#))
    }
  }

  @Test func `values come line by line`() throws {
    try withProbe { probe in
      let answer = try probe.run(["value", "--jsonl"], input: "≥15场\n100%\t覆盖率\n")
      #expect(answer.code == .success)
      #expect(answer.output.split(separator: "\n").count == 2)
    }
  }

  @Test(arguments: [["value"], ["value", "--jsonl", "1"], ["value", "--year", "12", "1"]])
  func `a value command that says nothing sensible is refused`(words: [String]) throws {
    try withProbe { probe in
      let answer = try probe.run(words)
      #expect(answer.code == .usage)
    }
  }
}

// What `plumbline import` writes is the same wherever files are read.
import CommandLineParsing
import Foundation
import Testing

@testable import plumbline

@Suite struct IsolatedImportTests {
  private static let root: URL = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root
  }()

  /// The samples of the repository, and the corpus beside it where there is one.
  private static let folders: [String] = {
    let shared =
      ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    let corpus = shared.appendingPathComponent("corpus")
    let folders = [root.appendingPathComponent("Samples"), corpus]
    return folders.map(\.path).filter { FileManager.default.fileExists(atPath: $0) }
  }()

  @Test(arguments: [["--jsonl"], []])
  func `isolated reading writes the same, byte for byte`(output: [String]) throws {
    try withProbe { probe in
      for folder in Self.folders {
        let here = try probe.run(["import"] + output + [folder])
        let apart = try probe.run(["import", "--isolated"] + output + [folder])
        #expect(!here.output.isEmpty)
        let (lines, others) = (here.output.split(separator: "\n"), apart.output.split(separator: "\n"))
        let unequal = zip(lines, others).filter { $0.0 != $0.1 }.map { $0.0.prefix(80) }
        #expect(unequal == [] && lines.count == others.count)
        #expect(apart.errors == here.errors)
        #expect(apart.code == here.code)
      }
    }
  }

  @Test func `one file as JSON is the same too`() throws {
    try withProbe { probe in
      try probe.add("a.txt", form(named: "桥梁\u{7F}\u{1}维护"))
      let here = try probe.run(["import", "--json", "@/a.txt"])
      #expect(try probe.run(["import", "--isolated", "--json", "@/a.txt"]).output == here.output)
    }
  }
}

// `plumbline import` from the outside: words in, exit code and two streams out.
import CommandLineParsing
import Foundation
import Testing

@testable import plumbline

@Suite struct ImportCommandTests {
  @Test func `one file is shown as a table`() throws {
    try withProbe { probe in
      try probe.add("a.txt", form(named: "桥梁维护"))
      let answer = try probe.run(["import", "@/a.txt"])
      #expect(answer.code == .success)
      #expect(answer.errors == "")
      #expect(answer.output.hasPrefix("@/a.txt（文本）\n\n  临溪县项目支出绩效目标申报表  [项目绩效目标]\n"))
      #expect(answer.output.contains("    项目名称  桥梁维护"))
      #expect(answer.output.contains("产出指标  数量指标  维护桥梁座数  ≥3座"))
    }
  }

  @Test func `one file as JSON is one object`() throws {
    try withProbe { probe in
      try probe.add("a.txt", form(named: "桥梁维护"))
      let answer = try probe.run(["import", "--json", "@/a.txt"])
      let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
      let forms = object?["forms"] as? [[String: Any]]
      #expect(answer.code == .success)
      #expect((object?["source"] as? [String: Any])?["format"] as? String == "text")
      #expect((forms?.first?["project"] as? [String: Any])?["name"] as? String == "桥梁维护")
      #expect(forms?.first?["fiscalYear"] as? Int == 2025)
    }
  }

  @Test(arguments: [1, 2, 3, 64])
  func `lines come in the order of the input, whatever the jobs`(jobs: Int) throws {
    try withProbe { probe in
      for number in 0..<40 {
        try probe.add("\(number % 3)/f\(number + 100).txt", form(named: "桥梁\(number)"))
      }
      let answer = try probe.run(["import", "--jsonl", "--jobs", "\(jobs)", "@"])
      let names = answer.output.split(separator: "\n").map { line in
        line.split(separator: "\"").first { $0.hasPrefix("桥梁") && !$0.hasPrefix("桥梁座") } ?? ""
      }
      let expected = (0..<3).flatMap { folder in (0..<40).filter { $0 % 3 == folder } }
      #expect(names.map(String.init) == expected.map { "桥梁\($0)" })
      #expect(answer.code == .success)
      #expect(answer.errors.hasSuffix("共 40 个文件，读出 40 个，绩效表 40 张，发现 0 处。\n"))
    }
  }

  @Test func `a bad file does not keep the others from being read`() throws {
    try withProbe { probe in
      try probe.add("a.txt", form(named: "甲"))
      try probe.add("b.docx", Data([0x50, 0x4B, 0x03, 0x04]))
      try probe.add("c.txt", "")
      try probe.add("d.txt", form(named: "丁"))
      let answer = try probe.run(["import", "--jsonl", "@"])
      let lines = answer.output.split(separator: "\n")
      #expect(answer.code == .unreadable)
      #expect(lines.count == 4)
      #expect(lines.map { $0.contains(#""error":{"#) } == [false, true, true, false])
      #expect(answer.errors.contains("plumbline import: @/b.docx："))
      #expect(answer.errors.contains("plumbline import: @/c.txt：文件是空的"))
      #expect(answer.errors.hasSuffix("共 4 个文件，读出 2 个，绩效表 2 张，发现 0 处，无法读取 2 个。\n"))
    }
  }

  @Test func `a path that is not there is told, and the others are read`() throws {
    try withProbe { probe in
      try probe.add("a.txt", form(named: "甲"))
      let answer = try probe.run(["import", "--jsonl", "@/none.txt", "@/a.txt"])
      #expect(answer.code == .notFound)
      #expect(answer.output.split(separator: "\n").count == 1)
      #expect(answer.errors.hasPrefix("plumbline import: @/none.txt：文件或文件夹不存在"))
    }
  }

  @Test func `folders are searched in order, hidden files and other kinds passed over`() throws {
    try withProbe { probe in
      for path in [
        "b/2.HTML", "b/1.txt", "a.docx", "b/.hidden.txt", ".git/x.txt", "b/picture.png", "c", "z/y.xls",
      ] {
        try probe.add("in/\(path)", "x")
      }
      let inputs = InputFiles(places: [SystemPath(probe.folder.path + "/in"), SystemPath("-")])
      let names = inputs.files.map { $0.path.replacing(probe.folder.path, with: "@") }
      #expect(names == ["@/in/a.docx", "@/in/b/1.txt", "@/in/b/2.HTML", "@/in/z/y.xls", "-"])
      #expect(inputs.hasFolder)
      #expect(inputs.passedOver == 2)
    }
  }

  @Test func `a link in a circle is walked once`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "甲"))
      try FileManager.default.createSymbolicLink(
        at: probe.folder.appendingPathComponent("in/again"), withDestinationURL: probe.folder)
      #expect(InputFiles(places: [SystemPath(probe.folder.path + "/in")]).files.count == 1)
    }
  }

  @Test func `a dash is the standard input`() throws {
    try withProbe { probe in
      let answer = try probe.run(["import", "--json", "-"], input: form(named: "管道"))
      #expect(answer.code == .success)
      #expect(answer.output.contains(#""file": "-""#))
      #expect(answer.output.contains("管道"))
    }
  }

  @Test func `a text without a form says so`() throws {
    try withProbe { probe in
      let answer = try probe.run(["import", "-"], input: "天气晴朗。\n")
      #expect(answer.code == .success)
      #expect(answer.output == "标准输入（文本）\n  没有找到绩效表。\n\n  没有发现问题。\n\n")
    }
  }

  @Test(arguments: [
    ["import"], ["import", "--json", "--jsonl", "a"], ["import", "--jobs", "0", "a"], ["improt"],
  ])
  func `a bad command line ends with the code for usage`(words: [String]) throws {
    try withProbe { probe in
      let answer = try probe.run(words)
      #expect(answer.code == .usage)
      #expect(answer.output == "")
      #expect(answer.errors.contains("--help'.\n"))
    }
  }

  @Test func `--json is for one file only`() throws {
    try withProbe { probe in
      try probe.add("a.txt", form(named: "甲"))
      for words in [["@/a.txt", "@/a.txt"], ["@"]] {
        let answer = try probe.run(["import", "--json"] + words)
        #expect(answer.code == .usage)
        #expect(answer.output == "")
      }
    }
  }

  @Test func `an output that cannot be written ends with its own code`() throws {
    try withProbe { probe in
      try probe.add("a.txt", form(named: "甲"))
      let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      let errors = try #require(FileHandle(forWritingAtPath: "/dev/null"))
      let console = Console(
        input: ByteSource(descriptor: 0), output: ByteSink(descriptor: full.fileDescriptor),
        errors: ByteSink(descriptor: errors.fileDescriptor), columns: 80, isColoured: false)
      #expect(Program.run(["import", probe.folder.path + "/a.txt"], console: console) == .outputFailed)
    }
  }
}

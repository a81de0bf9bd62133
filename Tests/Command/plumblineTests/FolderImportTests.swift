// Folders of many files: duplicates, journal, table of findings, summary.
import CommandLineParsing
import Foundation
import Testing

@testable import plumbline

@Suite struct FolderImportTests {
  @Test(arguments: [1, 4])
  func `a content that comes again is read once and told once`(jobs: Int) throws {
    try withProbe { probe in
      for name in ["a", "b", "c", "d"] {
        try probe.add("in/\(name).txt", form(named: name == "b" ? "乙" : "甲"))
      }
      let answer = try probe.run(["import", "--jsonl", "--jobs", "\(jobs)", "@/in"])
      let lines = answer.output.split(separator: "\n")
      #expect(lines.map { $0.contains(#""forms":[]"#) } == [false, false, true, true])
      #expect(lines.map { $0.contains(#""rule":"R13""#) } == [false, false, true, true])
      #expect(lines[2].contains("与 @/in/a.txt 内容完全相同"))
      #expect(answer.errors.hasSuffix("共 4 个文件，读出 4 个，绩效表 2 张，发现 2 处，内容重复 2 个。\n"))
    }
  }

  @Test func `files that are named one by one are each read`() throws {
    try withProbe { probe in
      for name in ["a", "b"] { try probe.add("\(name).txt", form(named: "甲")) }
      let answer = try probe.run(["import", "--jsonl", "@/a.txt", "@/b.txt"])
      #expect(!answer.output.contains("R13"))
      #expect(answer.errors == "共 2 个文件，读出 2 个，绩效表 2 张，发现 0 处。\n")
    }
  }

  @Test func `what programs leave beside documents is passed over`() throws {
    try withProbe { probe in
      for name in ["~$a.docx", ".DS_Store", "Thumbs.db", ".~lock.a.docx#", "scan.png"] {
        try probe.add("in/\(name)", "x")
      }
      try probe.add("in/a.txt", form(named: "甲"))
      let folder = probe.folder.path + "/in"
      #expect(InputFiles(places: [SystemPath(folder)]).files.map(\.path) == [folder + "/a.txt"])
      #expect(InputFiles(places: [SystemPath(folder)], taking: ["txt", "png"]).files.count == 2)
    }
  }

  // MARK: Journal

  @Test(arguments: [["--jsonl"], []])
  func `a second run gives the same and reads nothing again`(output: [String]) throws {
    try withProbe { probe in
      for number in 0..<6 { try probe.add("in/\(number).txt", form(named: "项目\(number % 4)")) }
      try probe.add("in/x.docx", Data([0x50, 0x4B, 3, 4]))
      let words = ["import", "--state", "@/journal"] + output + ["@/in"]
      let plain = try probe.run(["import"] + output + ["@/in"])
      let first = try probe.run(words)
      let second = try probe.run(words)
      #expect(first.output == plain.output)
      #expect(first.errors == plain.errors)
      #expect(first.code == .unreadable)
      // Only the closing line may differ.
      let lines = second.output.split(separator: "\n").filter { !$0.hasPrefix("共 ") }
      #expect(lines == first.output.split(separator: "\n").filter { !$0.hasPrefix("共 ") })
      #expect((second.output + second.errors).contains("沿用上次结果 5 个。"))
    }
  }

  @Test func `a file that has changed is read again, and a file that came later too`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "甲"))
      try probe.add("in/b.txt", form(named: "乙"))
      let words = ["import", "--jsonl", "--state", "@/journal", "@/in"]
      _ = try probe.run(words)
      try probe.add("in/a.txt", form(named: "甲甲"))
      try probe.add("in/c.txt", form(named: "丙"))
      for kept in [1, 3] {
        let answer = try probe.run(words)
        #expect(answer.output.contains("甲甲") && answer.output.contains("丙"))
        #expect(answer.errors.contains("绩效表 3 张") && answer.errors.contains("沿用上次结果 \(kept) 个"))
      }
    }
  }

  @Test func `a duplicate whose first file has gone is read`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "甲"))
      try probe.add("in/b.txt", form(named: "甲"))
      let words = ["import", "--jsonl", "--state", "@/journal", "@/in"]
      #expect(try probe.run(words).output.contains("R13"))
      try FileManager.default.removeItem(at: probe.folder.appendingPathComponent("in/a.txt"))
      let answer = try probe.run(words)
      #expect(!answer.output.contains("R13") && answer.output.contains(#""name":"甲""#))
    }
  }

  @Test func `a journal cut off at any byte is taken up again`() throws {
    try withProbe { probe in
      for name in ["a", "b", "c"] { try probe.add("in/\(name).txt", form(named: name)) }
      let words = ["import", "--jsonl", "--state", "@/journal", "@/in"]
      let whole = try probe.run(words).output
      let journal = try Data(contentsOf: probe.folder.appendingPathComponent("journal"))
      let lineEnds = journal.indices.filter { journal[$0] == 0x0A }
      #expect(lineEnds.count == 3)
      for cut in stride(from: 0, to: journal.count, by: 211) + [journal.count - 1] {
        try probe.add("journal", journal.prefix(cut))
        let answer = try probe.run(words)
        #expect(answer.output == whole)
        let kept = lineEnds.count { $0 < cut }
        #expect(kept == 0 || answer.errors.contains("沿用上次结果 \(kept) 个"))
        let healed = try Data(contentsOf: probe.folder.appendingPathComponent("journal"))
        #expect(healed.count == journal.count)
      }
    }
  }

  @Test func `a journal with foreign lines does no harm`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "甲"))
      try probe.add("journal", "{\"path\":1,\"result\":}\nx\n{}\n,\"result\":\n")
      let answer = try probe.run(["import", "--jsonl", "--state", "@/journal", "@/in"])
      #expect(answer.code == .success && answer.output.contains("甲"))
    }
  }

  @Test func `a file that is no journal is refused and stays as it was`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "甲"))
      try probe.add("notes", "会议记录\n没有换行的末行")
      let answer = try probe.run(["import", "--jsonl", "--state", "@/notes", "@/in"])
      #expect(answer.code == .outputFailed && answer.output == "")
      #expect(answer.errors == "plumbline import: @/notes：这不是导入的状态文件，没有改动它；请换一个文件名。\n")
      #expect(try String(contentsOf: probe.folder.appending(path: "notes"), encoding: .utf8).hasSuffix("末行"))
    }
  }

  @Test func `a pipe that nobody writes into holds up no folder`() throws {
    try withProbe { probe in
      try probe.add("in/b.txt", form(named: "乙"))
      #expect(mkfifo(probe.folder.path + "/in/a.docx", 0o600) == 0)
      let answer = try probe.run(["import", "--jsonl", "@/in"])
      #expect(answer.output.contains("乙"))
      #expect(answer.errors.hasPrefix("plumbline import: @/in/a.docx：文件或文件夹不存在，不是普通文件，或无权打开。\n"))
    }
  }

  @Test func `a journal that cannot be used is told before anything is read`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "甲"))
      let answer = try probe.run(["import", "--jsonl", "--state", "@/none/journal", "@/in"])
      #expect(answer.code == .outputFailed && answer.output == "")
      let path = probe.folder.path + "/journal"
      let held = try ImportState(path: path, readsPictures: false)
      let busy = try probe.run(["import", "--jsonl", "--state", "@/journal", "@/in"])
      #expect(busy.code == .outputFailed && busy.errors.contains("正被另一次导入使用"))
      withExtendedLifetime(held) {}
    }
  }

  // MARK: Findings and summary

  @Test(arguments: [
    ("", ""), ("甲", "甲"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"),
    ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\t=1", "'\t=1"), ("  =1", "'  =1"), ("1-1", "1-1"),
    ("=A,\"B\"", "\"'=A,\"\"B\"\"\""),
  ])
  func `a cell is written so that it stays a text`(cell: String, written: String) {
    #expect(TableLine.bytes([cell, "x"]) == Array((written + ",x\r\n").utf8))
  }

  @Test func `all findings stand in the table, and files that could not be read`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "<p>甲</p>"))
      try probe.add("in/b.docx", Data([0x50, 0x4B, 3, 4]))
      let answer = try probe.run(["import", "--jsonl", "--findings-csv", "@/f.csv", "@/in"])
      #expect(answer.code == .unreadable)
      let bytes = try Data(contentsOf: probe.folder.appendingPathComponent("f.csv"))
      let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
      #expect(bytes.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
      #expect(lines.first?.hasPrefix("文件,表序号,表名,规则,程度,") == true)
      #expect(lines.count { $0.contains(",C14,") } == 1)
      #expect(lines.last?.contains(",错误,") == true)
      let columns = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
      #expect(Set(columns) == [13])
    }
  }

  @Test func `the summary counts by kind, year and unit, and gives reasons`() throws {
    try withProbe { probe in
      for name in ["甲", "乙"] { try probe.add("in/\(name).txt", form(named: name)) }
      try probe.add("in/x.docx", Data([0x50, 0x4B, 3, 4]))
      let answer = try probe.run(["import", "--jsonl", "@/in"])
      #expect(answer.errors.contains("绩效表汇总\n"))
      #expect(answer.errors.contains("  项目绩效目标  2025  2"))
      #expect(answer.errors.contains("  临溪县交通局  2"))
      #expect(answer.errors.contains("1     @/in/x.docx") || answer.errors.contains("@/in/x.docx"))
    }
  }
}

// `plumbline export` as its users call it: files, names, losses, verification, exit codes.
import CommandLineParsing
import Foundation
import Testing

@testable import plumbline

@Suite struct ExportCommandTests {
  private static let record = """
    {"kind":"project-target","title":"云岭镇财政项目支出绩效目标批复表","fiscalYear":2025,
     "project":{"name":"河道清淤"},"unit":{"name":"云岭镇水利所"},"budget":{"total":"341250.50"},
     "goals":{"annual":"清淤河道12公里。"},
     "indicators":[{"level1":"产出指标","level2":"数量指标","name":"清淤长度","annualValue":"≥12公里","weight":"10"}]}
    """

  @Test(arguments: ["html", "docx", "xlsx", "json", "csv"])
  func `a record becomes a file that is read again as the same record`(format: String) throws {
    try withProbe { probe in
      try probe.add("record.json", Self.record)
      let answer = try probe.run(["export", "-f", format, "--verify", "-o", "@/out", "@/record.json"])
      #expect(answer.code == .success)
      #expect(answer.output == "@/out/2025-云岭镇水利所-河道清淤.\(format)\n")
      #expect(answer.errors.contains("读回核对一致"))
    }
  }

  @Test func `what a layout has no place for is told and is no failure`() throws {
    try withProbe { probe in
      try probe.add("record.json", Self.record)
      let answer = try probe.run([
        "export", "-f", "html", "-l", "dongguan-approval", "-o", "@/out", "@/record.json",
      ])
      #expect(answer.code == .success)
      #expect(answer.errors.contains("放不下：第 1 项指标“清淤长度”的分值“10”。"))
    }
  }

  @Test func `a document is imported first, a folder's files are numbered where names meet`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "道路养护"))
      try probe.add("in/b.txt", form(named: "道路养护"))
      let words = ["export", "-f", "html", "-o", "@/out", "@/in"]
      let answer = try probe.run(words)
      #expect(answer.code == .success)
      #expect(
        answer.output == "@/out/2025-临溪县交通局-道路养护.html\n@/out/2025-临溪县交通局-道路养护-2.html\n")
      // nothing that is there is written over, unless that is asked for
      #expect(try probe.run(words).output.hasPrefix("@/out/2025-临溪县交通局-道路养护-3.html\n"))
      #expect(try probe.run(words + ["--overwrite"]).output == answer.output)
    }
  }

  @Test func `all forms go into one file, or to the standard output`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "道路养护"))
      try probe.add("in/b.txt", form(named: "古树保护"))
      let merged = try probe.run(["export", "--verify", "-o", "@/all.docx", "@/in"])
      #expect(merged.code == .success)
      #expect(merged.output == "")
      #expect(merged.errors == "共导出绩效表 2 张，写出文件 1 个，读回核对一致。\n")
      let again = try probe.run(["export", "-f", "json", "-o", "-", "@/all.docx"])
      #expect(again.output.hasPrefix("{\n  \"forms\": ["))
      #expect(again.output.contains("古树保护"))
    }
  }

  @Test func `one bad input never keeps the others from being exported`() throws {
    try withProbe { probe in
      try probe.add("bad.json", "{\"kind\":\"project-target\",\"budget\":{\"total\":\"viel\"}}")
      try probe.add("record.json", Self.record)
      let answer = try probe.run([
        "export", "-f", "csv", "-o", "@/out", "@/bad.json", "@/none.json", "@/record.json",
      ])
      #expect(answer.code == .notFound)
      #expect(answer.output == "@/out/2025-云岭镇水利所-河道清淤.csv\n")
      #expect(answer.errors.contains("@/none.json"))
      #expect(answer.errors.contains("无法读取 1 个，找不到 1 个"))
    }
  }

  @Test func `a layout that does not print the form ends in code 1`() throws {
    try withProbe { probe in
      try probe.add("record.json", Self.record)
      let answer = try probe.run(["export", "-f", "html", "-l", "monitoring", "-o", "@/out", "@/record.json"])
      #expect(answer.code == .found)
      #expect(answer.errors.contains("不能印这张表"))
    }
  }

  @Test(arguments: [["-f", "odt"], ["--layout", "none"], ["--months", "13"], []])
  func `words that say nothing are refused`(words: [String]) throws {
    try withProbe { probe in
      let answer = try probe.run(["export"] + words + (words.isEmpty ? [] : ["@/record.json"]))
      #expect(answer.code == .usage)
    }
  }

  @Test func `an output that cannot be written is told`() throws {
    try withProbe { probe in
      try probe.add("record.json", Self.record)
      try probe.add("file", "x")
      let answer = try probe.run(["export", "-f", "html", "-o", "@/file/below", "@/record.json"])
      #expect(answer.code == .outputFailed)
      let named = try probe.run(["export", "-o", "@/none/all.html", "@/record.json"])
      #expect(named.code == .outputFailed)
    }
  }
}

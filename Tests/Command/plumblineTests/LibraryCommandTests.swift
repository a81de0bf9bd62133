// `plumbline library`: the list, what words find in it, and the same as JSON.
import CommandLineParsing
import Testing

@testable import plumbline

@Suite struct LibraryCommandTests {
  @Test func `without words everything is listed by kind`() throws {
    try withProbe { probe in
      let answer = try probe.run(["library"])
      #expect(answer.code == .success && answer.errors.isEmpty)
      #expect(answer.output.hasPrefix("【通用】\n"))
      #expect(answer.output.contains("\n  培训合格率  ≥95%  [质量]\n      考核合格人数 ÷ 参加考核人数。\n      替代："))
      #expect(answer.output.contains("横线处由填表单位填数"))
      #expect(answer.output.split(separator: "\n").allSatisfy { DisplayText.width(of: String($0)) <= 100 })
    }
  }

  @Test func `words narrow the list`() throws {
    try withProbe { probe in
      let answer = try probe.run(["library", "垃圾", "时效"])
      #expect(answer.output.contains("垃圾日产日清率"))
      #expect(!answer.output.contains("培训合格率"))
      let nothing = try probe.run(["library", "噼里啪啦"])
      #expect(nothing.code == .success && nothing.output.contains("没有找到"))
    }
  }

  @Test func `entries come as JSON with their typed values`() throws {
    try withProbe { probe in
      let answer = try probe.run(["library", "人均培训成本", "--json"])
      #expect(
        answer.output.hasPrefix(
          #"{"entries":[{"kind":"培训","name":"人均培训成本","places":["cost"],"labels":["成本"],"#
            + #""value":"≤__元/人","comparator":"≤","number":null,"unit":"元","per":["人"],"isBlank":true,"#))
      #expect(try probe.run(["library", "噼里啪啦", "--json"]).output == "{\"entries\":[]}\n")
    }
  }

  @Test func `an option that there is not is refused`() throws {
    try withProbe { probe in
      let answer = try probe.run(["library", "--csv"])
      #expect(answer.code == .usage)
    }
  }
}

// One file in, one result out: forms and findings, or one error with its sentence.
import JSONText
import Operations
import Testing

@Suite struct ImportDocumentTests {
  private static let form = """
    临溪县项目支出绩效目标申报表
    项目名称\t桥梁维护
    主管部门\t临溪县交通局
    绩效指标\t一级指标\t二级指标\t三级指标\t指标值
    \t产出指标\t数量指标\t维护桥梁座数\t≥3座

    """

  private func imported(_ bytes: some Sequence<UInt8>, as file: String = "a.txt") -> String {
    var json = JSONWriter()
    ImportDocument().run(file: file, bytes: Array(bytes)).write(to: &json)
    return json.text
  }

  @Test func `a form becomes a record with its source`() {
    let json = imported(Self.form.utf8)
    #expect(json.hasPrefix(#"{"source":{"file":"a.txt","sha256":""#))
    #expect(json.contains(#""format":"text"},"forms":[{"kind":"project-target""#))
    #expect(json.contains(#""name":"桥梁维护""#))
    #expect(json.contains(#""annualValue":"≥3座""#))
    #expect(json.contains(#""provenance":{"#))
    #expect(json.contains(#""confidence":{"#))
  }

  @Test func `the name decides nothing`() {
    let named = imported(Self.form.utf8, as: "x.pdf")
    #expect(named == imported(Self.form.utf8).replacing(#""file":"a.txt""#, with: #""file":"x.pdf""#))
  }

  @Test func `a text without a form gives no form and no error`() {
    let json = imported("今日天气晴朗，适合出游。\n".utf8)
    #expect(json.contains(#""forms":[]"#))
    #expect(!json.contains(#""error""#))
  }

  @Test(
    arguments: [
      ([], "empty"), (Array("GIF89a".utf8), "unsupported"),
      ([0x50, 0x4B, 0x03, 0x04, 0, 0, 0], "unsupported"),
      ([0, 1, 2, 0xFF, 0xFE, 0, 0xD8, 0, 0xD8], "unknown-format"),
    ] as [([UInt8], String)])
  func `what cannot be read is told, not thrown`(bytes: [UInt8], code: String) {
    let json = imported(bytes)
    #expect(json.contains(#""format":null},"error":{"code":"\#(code)","message":""#))
    #expect(json.hasSuffix(#""forms":[],"findings":[]}"#))
  }
}

// Import results written, read back, and written again; and answers that were tampered with.
import JSONText
import Tables
import Testing

@testable import Operations

@Suite struct ImportedDocumentReadingTests {
  private static let form = """
    临溪县项目支出绩效目标申报表
    （2025年度）
    项目名称\t<p>桥梁维护</p>
    主管部门\t临溪县交通局
    年度资金总额（万元）\t36.50
    绩效指标\t一级指标\t二级指标\t三级指标\t指标值
    \t产出指标\t数量指标\t维护桥梁座数\t≥3座
    \t效益指标\t社会效益指标\t通行安全水平\t有效提升

    """

  private func text(_ document: ImportedDocument) -> String {
    var json = JSONWriter()
    document.write(to: &json)
    return json.text
  }

  private func again(_ text: String, _ document: ImportedDocument) throws -> ImportedDocument? {
    ImportedDocument(
      try JSONReader.read(Array(text.utf8)), file: document.source.file,
      fingerprint: document.source.fingerprint)
  }

  @Test(arguments: [form, "今日天气晴朗。\n", "", "<table><tr><td>项目名称<td>桥<tr><td>主管部门<td>局</table>"])
  func `a result is read as it was written`(content: String) throws {
    let document = ImportDocument().run(file: "a", bytes: Array(content.utf8))
    let written = text(document)
    let read = try #require(try again(written, document))
    #expect(text(read) == written)
  }

  @Test func `every error is read as it was written`() throws {
    let errors: [ReadingError] =
      [
        .empty, .damaged(detail: "zip"), .encrypted, .unsupported(formatName: "图片"), .unknownFormat,
        .missingTool(formatName: "PDF"), .refused(detail: "DOCTYPE"), .timeout(seconds: 60), .crashed,
        .memory,
        .noReader(detail: "none"),
      ] + ReadingError.Limit.allCases.map { .limit(name: $0, value: 7) }
    for error in errors {
      let document = ImportedDocument(
        source: .init(file: "a", fingerprint: nil, format: nil), outcome: .unreadable(error))
      guard case .unreadable(let read)? = try again(text(document), document)?.outcome else {
        Issue.record("\(error) is not read back")
        continue
      }
      #expect(read == error)
    }
    #expect(Set(errors.map(\.code)).count == 12)
  }

  @Test func `name and fingerprint are the caller's, whatever the answer says`() throws {
    let document = ImportDocument().run(file: "a", bytes: Array(Self.form.utf8))
    let lie = text(document).replacing(#""file":"a""#, with: #""file":"/etc/passwd""#)
    let read = try #require(try again(lie, document))
    #expect(text(read) == text(document))
  }

  private static func form(_ members: String) -> String {
    #"{"source":{},"forms":[{"kind":"project-target",\#(members)}],"findings":[]}"#
  }

  @Test(arguments: [
    "[]", "{}", #"{"source":{},"forms":[]}"#, #"{"source":1,"forms":[],"findings":[]}"#,
    #"{"source":{"format":"exe"},"forms":[],"findings":[]}"#, #"{"source":{},"error":{"code":"x"}}"#,
    #"{"source":{},"error":{"code":"limit","limit":"fileBytes"}}"#,
    #"{"source":{},"forms":[{}],"findings":[]}"#,
    #"{"source":{},"forms":[],"findings":[{"rule":"R1","severity":"info","form":0,"message":"m"}]}"#,
    #"{"source":{},"forms":[],"findings":[{"rule":"R1","severity":"grave","message":"m"}]}"#,
    form(#""provenance":{},"confidence":{"title":2}"#), form(#""provenance":{"title":{}},"confidence":{}"#),
    form(#""provenance":{},"confidence":{"indicators/9/name":1}"#), form(#""provenance":{}"#),
  ])
  func `what is no result is none`(answer: String) throws {
    let json = try JSONReader.read(Array(answer.utf8))
    #expect(ImportedDocument(json, file: "a", fingerprint: nil) == nil)
  }

  @Test func `an answer with changed bytes is read or refused, and can be written`() {
    let document = ImportDocument().run(file: "a", bytes: Array(Self.form.utf8))
    let bytes = Array(text(document).utf8)
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pieces = ["9999999999999999999", "-1", "null", "\"", "[", "{", "}", "0.5", ":", ",", "/", "1e9"]
    var count = 0
    for _ in 0..<3000 {
      var changed = bytes
      let start = next(changed.count)
      let end = min(changed.count, start + next(6))
      changed.replaceSubrange(start..<end, with: pieces[next(pieces.count)].utf8)
      guard let json = try? JSONReader.read(changed),
        let read = ImportedDocument(json, file: "a", fingerprint: nil)
      else { continue }
      count += text(read).isEmpty ? 0 : 1
    }
    #expect(count > 0)
  }

  @Test(arguments: ["", "00", String(repeating: "g", count: 64), String(repeating: "0", count: 63)])
  func `a fingerprint is 64 hexadecimal digits`(text: String) {
    #expect(FileFingerprint(hexadecimal: text) == nil)
    let made = FileFingerprint(of: Array(text.utf8))
    #expect(made?.description.count == 64)
    #expect(made.flatMap { FileFingerprint(hexadecimal: $0.description) } == made)
  }
}

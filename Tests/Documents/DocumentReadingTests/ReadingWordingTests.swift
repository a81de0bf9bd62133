// Every reading error has one sentence that says what to do next.
import DocumentReading
import Tables
import Testing

@Suite struct ReadingWordingTests {
  private var errors: [ReadingError] {
    [
      .empty, .damaged(detail: "zip: no end record"), .encrypted, .unknownFormat, .refused(detail: "DOCTYPE"),
      .timeout(seconds: 60),
    ]
      + [.crashed, .memory, .noReader(detail: "ENOENT")]
      + ["PDF", "图片", "压缩包", "Word 97–2003（.doc）"].map { .unsupported(formatName: $0) }
      + ReadingError.Limit.allCases.map { .limit(name: $0, value: 1 << 21) }
  }

  @Test func `each error has its own sentence, with what to do next`() {
    let sentences = errors.map { ReadingWording.sentence(for: $0) }
    #expect(Set(sentences).count == sentences.count)
    for sentence in sentences {
      #expect(sentence.hasSuffix("。") && sentence.contains("；") && sentence.contains("请"), "\(sentence)")
    }
  }

  @Test func `details for operators stay out of the sentence`() {
    #expect(!ReadingWording.sentence(for: .damaged(detail: "zip: no end record")).contains("zip"))
  }

  @Test(arguments: [
    (ReadingError.encrypted, "文件设有密码，无法读取；请用原来的软件打开并取消密码后重新导入。"),
    (.limit(name: .fileBytes, value: 64 << 20), "文件超过 64 MB，未读取；请拆分文件，或删去其中的图片后重新导入。"),
    (
      .unsupported(formatName: "RTF 文档（.rtf）"),
      "暂不能读取 RTF 文档（.rtf）；请用 Word、Excel 或 WPS 打开，另存为 docx 或 xlsx 后重新导入。"
    ),
    (.unsupported(formatName: "压缩包"), "暂不能读取压缩包；请先解压，再导入其中的绩效表文件。"),
    (.unsupported(formatName: "图片"), "暂不能读取图片；请勾选“识别扫描件”（命令行 --ocr）后重新导入，或向填报单位索取 docx 或 xlsx 原件。"),
  ]) func `sentences read well`(error: ReadingError, sentence: String) {
    #expect(ReadingWording.sentence(for: error) == sentence)
  }
}

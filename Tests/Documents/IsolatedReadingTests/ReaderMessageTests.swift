// The words between the two sides, written and read back.
import DocumentReading
import JSONText
import Testing

@testable import IsolatedReading

@Suite struct ReaderMessageTests {
  @Test func `a request is read as it was written`() {
    for (isOCR, question) in [false, true].flatMap({ ocr in ReaderQuestion.allCases.map { (ocr, $0) } }) {
      let request = ReaderRequest(
        id: 3, question: question, byteCount: 20480, options: .init(readsPictures: isOCR),
        processorSeconds: 60)
      #expect(ReaderRequest(Array(request.line.dropLast())) == request)
    }
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"id\":1}", "{\"id\":1,\"bytes\":-1,\"ocr\":false,\"processorSeconds\":1}",
    "{\"id\":1,\"bytes\":1,\"ocr\":false,\"processorSeconds\":0}", "x",
    "{\"id\":1,\"ask\":\"everything\",\"bytes\":1,\"ocr\":false,\"processorSeconds\":1}",
  ])
  func `what is no request is none`(text: String) {
    #expect(ReaderRequest(Array(text.utf8)) == nil)
  }

  @Test func `a greeting tells protocol and network`() {
    for isClosed in [false, true] {
      let greeting = ReaderGreeting(isNetworkClosed: isClosed)
      #expect(ReaderGreeting(Array(greeting.line.dropLast())) == greeting)
    }
    #expect(ReaderGreeting(Array("{\"plumbline-reader\":2,\"network\":\"closed\"}".utf8)) == nil)
    #expect(ReaderGreeting(Array("ready".utf8)) == nil)
  }

  @Test func `an answer to another request is none`() {
    let line = ReaderAnswer.line(id: 7) { $0.object { $0.member("a", 1) } }
    #expect(ReaderAnswer.result(of: Array(line.dropLast()), id: 7)?["a"]?.whole == 1)
    #expect(ReaderAnswer.result(of: Array(line.dropLast()), id: 8) == nil)
    #expect(ReaderAnswer.result(of: Array("{\"id\":7".utf8), id: 7) == nil)
  }
}

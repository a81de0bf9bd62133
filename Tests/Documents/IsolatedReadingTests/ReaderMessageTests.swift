// The words between the two sides, written and read back.
import DocumentReading
import Findings
import JSONText
import Tables
import Testing

@testable import IsolatedReading

@Suite struct ReaderMessageTests {
  private func cutOut() throws -> ReaderQuestion {
    let turn = try #require(PageTurn(page: 7, quarters: 3, skew: -1_225))
    return .cutOut(try #require(PagePart(Box(left: -3, top: 20, width: 1_000, height: 300), on: turn)))
  }

  @Test func `a request is read as it was written`() throws {
    let questions = [.forms, .formsAndDocument, .tables, try cutOut()]
    for (isOCR, question) in [false, true].flatMap({ ocr in questions.map { (ocr, $0) } }) {
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

  @Test func `the part that is asked for stands in the request`() throws {
    let request = ReaderRequest(
      id: 1, question: try cutOut(), byteCount: 1, options: .init(), processorSeconds: 1)
    #expect(
      String(decoding: request.line.dropLast(), as: UTF8.self)
        == #"{"id":1,"ask":"cut-out","bytes":1,"ocr":false,"processorSeconds":1,"#
        + #""part":[7,3,-1225,-3,20,1000,300]}"#
    )
  }

  @Test(arguments: [
    "", #","part":[]"#, #","part":7"#, #","part":[1,0,0,0,0,10]"#, #","part":[1,0,0,0,0,10,10,10]"#,
    #","part":[0,0,0,0,0,10,10]"#, #","part":[1,4,0,0,0,10,10]"#, #","part":[1,0,9000,0,0,10,10]"#,
    #","part":[1,0,0,0,0,-10,10]"#, #","part":[1,0,0,0,0,0,0]"#, #","part":[1,0,0,-99999999,0,10,10]"#,
    #","part":[1,0,0,0,0,1e400,10]"#, #","part":[1,0,0,0.5,0,10,10]"#, #","part":[1,0,0,NaN,0,10,10]"#,
    #","part":[1,0,0,"0",0,10,10]"#, #","part":[1,0,0,null,0,10,10]"#,
    #","part":[1,0,0,9223372036854775807,0,9223372036854775807,1]"#,
    #","part":[1,0,0,0,0,99999999999999999999,1]"#,
  ])
  func `a cut-out of what is no part of a page is no request`(part: String) {
    let head = #"{"id":1,"ask":"cut-out","bytes":1,"ocr":false,"processorSeconds":1"#
    #expect(ReaderRequest(Array((head + #","part":[1,0,0,0,0,10,10]}"#).utf8)) != nil)
    #expect(ReaderRequest(Array((head + part + "}").utf8)) == nil)
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

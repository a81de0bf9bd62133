// The XML scanner: events, names, text, encodings, broken input, limits, and the library as a judge.
import Archives
import CXML
import OfficePackages
import TableProbes
import Tables
import Testing

@Suite struct XMLScannerTests {
  @Test(
    arguments: [
      ("<a/>", "<a></a>"),
      ("<a>x</a>", "<a>x</a>"),
      ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\n</a>\n", "<a>\n</a>"),
      ("<a p='1' q = \"2\"><b /></a>", "<a p=1 q=2><b></b></a>"),
      ("<a><!-- <b> --><?x <c>?>y</a>", "<a>y</a>"),
      ("<a>1 &lt; 2 &amp;&#38; &#x4E00;&#19968; &quot;&apos;&gt;</a>", "<a>1 < 2 && 一一 \"'></a>"),
      ("<a>x<![CDATA[<b>&amp;]]>y</a>", "<a>x<b>&amp;y</a>"),
      ("<a>1\r\n2\r3</a>", "<a>1\n2\n3</a>"),
      ("<a p='x &#10;&lt;\ty'/>", "<a p=x \n< y></a>"),
      ("\u{FEFF}<a/>", "<a></a>"),
      ("<a xmlns='urn:one'><b/></a>", "<1:a><1:b></1:b></1:a>"),
      (
        "<x:a xmlns:x='urn:one'><b/><x:b xmlns:x='urn:two'><x:c/></x:b><x:c/></x:a>",
        "<1:a><b></b><2:b><2:c></2:c></2:b><1:c></1:c></1:a>"
      ),
      ("<a xmlns='urn:one'><b xmlns=''/><b/></a>", "<1:a><b></b><1:b></1:b></1:a>"),
      ("<a><长名 值='1'/></a>", "<a><?></?></a>"),
      (
        "<a><verylongelementnamewhichisnotknown><b/></verylongelementnamewhichisnotknown></a>",
        "<a><?><b></b></?></a>"
      ),
    ])
  func `well-formed text gives its events`(text: String, events: String) throws {
    #expect(try dump(Array(text.utf8)) == events)
  }

  @Test(
    arguments: [
      "", " ", "x", "<", "<a", "<a ", "<a/", "<a p", "<a p=", "<a p='", "<a p='1", "<a>", "<a>x",
      "<a><b></a>",
      "<a></b>", "</a>", "<a/><b/>", "<a/>x", "x<a/>", "<a p=1/>", "<a p/>", "<a p='<'/>", "< a/>", "<>",
      "<a></a",
      "<a>&</a>", "<a>&x;</a>", "<a>&#;</a>", "<a>&#xD800;</a>", "<a>&#xDFFF;</a>", "<a>&#0;</a>",
      "<a>&#x110000;</a>",
      "<a>&#99999999999999999999;</a>", "<a>&#xFFFE;</a>", "<a>&#-1;</a>", "<a>&#x;</a>", "<a>&amp</a>",
      "<a>\u{0}</a>", "<a>\u{1}</a>", "<a \u{0}/>", "<a p='\u{0}'/>", "<a><!-- </a>", "<a><![CDATA[</a>",
      "<a><?x</a>",
      "<a><!x></a>", "<![CDATA[x]]><a/>", "<?xml version='1.0' encoding='GB18030'?><a/>",
      "<?xml version='1.0' encoding='utf-7'?><a/>", "<a b='1'</a>", "<a></a b>",
    ])
  func `broken text is damaged`(text: String) {
    #expect(failure(Array(text.utf8))?.isDamage == true)
  }

  @Test(
    arguments: [
      "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
      "<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    ])
  func `a DOCTYPE is refused`(text: String) {
    guard case .refused = failure(Array(text.utf8)) else {
      Issue.record("not refused: \(text)")
      return
    }
  }

  @Test func `depth is bounded`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
    }
    #expect(failure(nested(256)) == nil)
    #expect(failure(nested(257)) == .limit(name: .depth, value: 256))
    #expect(failure(Array(String(repeating: "<a>", count: 100_000).utf8)) == .limit(name: .depth, value: 256))
  }

  @Test func `UTF-16 is read in both byte orders, with and without a mark`() throws {
    let text = "<a p='é'>一二\u{1F600}三</a>"
    for isBig in [true, false] {
      for hasMark in [true, false] {
        let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
        let bytes = units.flatMap {
          isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
        }
        #expect(try dump(bytes) == "<a p=é>一二\u{1F600}三</a>")
      }
    }
  }

  @Test func `UTF-16 with a lone surrogate or half a unit is damaged`() {
    let open: [UInt8] = [0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x3E, 0]
    let close: [UInt8] = [0x3C, 0, 0x2F, 0, 0x61, 0, 0x3E, 0]
    #expect(failure(open + [0x00, 0xD8] + close)?.isDamage == true)
    #expect(failure(open + [0x00, 0xDC] + close)?.isDamage == true)
    #expect(failure(open + close + [0x20])?.isDamage == true)
    #expect(failure(open + close) == nil)
  }

  @Test(arguments: [1, 3, 10]) func `a part larger than the window is read to its end`(megabytes: Int) throws
  {
    var text = "<a>"
    var count = 0
    while text.utf8.count < megabytes << 20 {
      text += "<b p=\"值\(count)\">文字 &amp; 更多\(count)</b><!-- \(count) -->"
      count += 1
    }
    let (starts, bytes) = try measure(Array((text + "</a>").utf8))
    #expect(starts == count + 1)
    let digits = (0..<count).map { String($0).count }.reduce(0, +)
    #expect(bytes == 15 * count + digits)
    #expect(failure(Array(text.utf8))?.isDamage == true)
  }

  @Test func `a large part in UTF-16 is read to its end`() throws {
    let text = "<a>" + String(repeating: "<b>一\u{1F600}</b>", count: 200_000) + "</a>"
    let (starts, bytes) = try measure(
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    #expect(starts == 200_001)
    #expect(bytes == 7 * 200_000)
  }

  @Test func `one long text is whole, and one beyond the bound ends the reading`() throws {
    let long = Array("<a>".utf8) + [UInt8](repeating: 0x78, count: 3 << 20) + Array("</a>".utf8)
    #expect(try measure(long).bytes == 3 << 20)
    let tooLong = Array("<a>".utf8) + [UInt8](repeating: 0x78, count: 40 << 20) + Array("</a>".utf8)
    guard case .limit(.textBytes, _) = failure(tooLong) else {
      Issue.record("a text of 40 MB was kept")
      return
    }
  }

  @Test func `thousands of distinct names and namespaces end in an error, not in a crash`() {
    let names = (0..<30_000).map { "<n\($0)/>" }.joined()
    #expect(failure(Array("<a>\(names)</a>".utf8))?.isDamage == true)
    let spaces = (0..<500).map { "xmlns:n\($0)='urn:\($0)' " }.joined()
    #expect(failure(Array("<a \(spaces)/>".utf8)) == nil)
    let nested =
      (0..<250).map { "<a xmlns:n\($0)='urn:\($0)'>" }.joined() + String(repeating: "</a>", count: 250)
    #expect(failure(Array(nested.utf8))?.isDamage == true)
  }

  @Test(arguments: 0..<300) func `what the library accepts gives the same events`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let sample = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?><x:a xmlns:x="urn:one" xmlns="urn:two" p="1">\
      <b q='&lt;2' x:p="三">文 &amp; 字\
      <!-- c --><c/></b><?i j?><x:b><![CDATA[<&]]></x:b><b xmlns="">&#x4E00;\r\n</b></x:a>
      """.utf8)
    for _ in 0..<20 {
      var bytes = sample
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = bytes.randomElement(using: &random) ?? 0
        case 1: bytes.remove(at: index)
        default: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: index)
        }
      }
      guard let expected = libraryDump(bytes) else { continue }
      #expect((try? dump(bytes)) == expected, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}

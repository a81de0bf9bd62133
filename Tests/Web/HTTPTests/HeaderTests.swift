// No header can be made of anything that ends its line.
import HTTP
import Testing

struct HeaderTests {
  @Test(arguments: [
    "a\r\nSet-Cookie: b=1", "a\nb", "a\rb", "a\u{0}b", "a\u{7F}", "a\u{1B}[2J", "\u{85}", "值", "a\u{2028}b",
  ])
  func `a value with a control or foreign sign is refused`(text: String) {
    #expect(throws: HeaderFault.self) { try HeaderValue(text) }
  }

  @Test(arguments: ["", "a", "text/html; charset=utf-8", "a\tb", "W/\"x\"", "~!@#$%^&*()"])
  func `a visible value is kept as it is`(text: String) throws {
    #expect(try HeaderValue(text).text == text)
  }

  @Test(arguments: ["", "a b", "a:b", "a\r\n", "名", "a/b", "(a)", String(repeating: "a", count: 101)])
  func `a name that is no token is refused`(text: String) {
    #expect(HeaderName(text) == nil)
  }

  @Test func `names are compared without regard to case`() {
    #expect(HeaderName("Content-TYPE") == .contentType)
    var headers = Headers()
    headers["X-A"] = "1"
    #expect(headers.text("x-a") == "1")
  }

  @Test func `setting replaces all fields of a name and leaves the others in order`() {
    var headers = Headers()
    headers.append("a", "1")
    headers.append("b", "2")
    headers.append("a", "3")
    headers["a"] = "4"
    #expect(headers.fields.map(\.value.text) == ["4", "2"])
    headers["a"] = nil
    #expect(headers.fields.map(\.name.text) == ["b"])
  }

  @Test func `vary names each field once`() {
    var headers = Headers()
    headers.vary(by: .accept)
    headers.vary(by: .acceptEncoding)
    headers.vary(by: .accept)
    #expect(headers.text(.vary) == "accept, accept-encoding")
  }

  @Test(arguments: [
    ("gzip", 1000), ("gzip;q=0.5, br", 500), ("br, *;q=0.1", 100), ("gzip;q=0", 0), ("br", 0),
    ("GZIP ; Q=1.0", 1000), ("gzip;q=zz", 1000), ("gzip;q=9", 1000), ("", 0), (",,,", 0),
  ])
  func `lists tell how much a member is wanted`(text: String, quality: Int) {
    #expect(HeaderList(text).quality(of: "gzip") == quality)
  }

  @Test(arguments: [
    ("绩效目标表.docx", "filename*=UTF-8''%E7%BB%A9%E6%95%88%E7%9B%AE%E6%A0%87%E8%A1%A8.docx"),
    ("a\"; x=\"b.pdf", "filename=\"a__ x=_b.pdf\""),
    ("../../etc/passwd", "filename=\".._.._etc_passwd\""),
    ("a\r\nX: b", "filename=\"aX: b\""),
  ])
  func `the name of a download cannot leave its field`(name: String, part: String) {
    let text = ContentDisposition.attachment(name).text
    #expect(text.contains(part))
    #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }
}

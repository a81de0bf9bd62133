// Single files with a web page and its parts: boundaries, encodings, workbooks of frames, damage.
import TableProbes
import Tables
import Testing
import WebPages

@Suite struct WebArchiveTests {
  private func read(_ archive: String) throws -> String {
    outline(try WebArchiveReader().read(Array(archive.utf8)))
  }

  /// An archive of parts, each with its headers and its body.
  private func archive(_ parts: [(headers: String, body: String)], lineEnd: String = "\r\n") -> String {
    let lines =
      ["MIME-Version: 1.0", "Content-Type: multipart/related;", "\tboundary=\"----=_x\"", "", "no part"]
      + parts.flatMap { ["------=_x", $0.headers, "", $0.body] } + ["------=_x--", "behind"]
    return lines.joined(separator: "\n").replacing("\n", with: lineEnd)
  }

  private let page = "Content-Type: text/html; charset=\"utf-8\""

  @Test(arguments: ["\n", "\r\n"])
  func `the page is read and its other parts are not`(lineEnd: String) throws {
    let drawn = try read(
      archive(
        [
          ("Content-Type: image/png", "<p>picture</p>"), (page, "<table><tr><td>甲<td>乙</table>"),
          ("Content-Type: text/css", "p { }"),
        ], lineEnd: lineEnd))
    #expect(drawn.contains("甲") && drawn.contains("乙"))
    #expect(!drawn.contains("picture") && !drawn.contains("no part") && !drawn.contains("behind"))
  }

  @Test func `a page that was encoded for the way is as it was`() throws {
    let quoted = "<p>=E7=\r\n=94=B2 1=3D1 =zz</p>="
    #expect(
      try read(archive([("\(page)\nContent-Transfer-Encoding: Quoted-Printable", quoted)])).contains(
        "甲 1=1 =zz"))
    let packed = "PHA+55Sy\r\nPC9w\r\nPg==\r\nrest"
    #expect(try read(archive([("\(page)\nContent-Transfer-Encoding: base64", packed)])).contains("甲"))
  }

  @Test func `what the part says of its encoding counts before the page's own word`() throws {
    let body = "<meta charset=utf-8><p>=BC=D7</p>"
    let headers = "Content-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: quoted-printable"
    #expect(try read(archive([(headers, body)])).contains("甲"))
  }

  @Test func `a workbook of frames is its sheets`() throws {
    let drawn = try read(
      archive([
        (page, "<html><frameset rows='*,39'><frame src='a/sheet001.htm'></frameset></html>"),
        ("\(page)\nContent-Location: file:///C:/a/tabstrip.htm", "<table><tr><td>Sheet1</table>"),
        ("\(page)\nContent-Location: file:///C:/a/sheet001.htm", "<table><tr><td>甲</table>"),
        ("\(page)\nContent-Location: file:///C:/a/sheet002.htm", "<table><tr><td>乙</table>"),
      ]))
    #expect(drawn.contains("甲") && drawn.contains("乙") && !drawn.contains("Sheet1"))
  }

  @Test func `parts within parts are found, as deep as programs write them`() throws {
    let inner = "------=_y\n\(page)\n\n<p>甲</p>\n------=_y--"
    #expect(
      try read(archive([("Content-Type: multipart/alternative; boundary=----=_y", inner)])).contains("甲"))
    var nested = "\(page)\n\n<p>甲</p>"
    for level in 0..<9 {
      nested = "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(nested)\n--b\(level)--"
    }
    #expect(throws: ReadingError.self) { try read(nested) }
  }

  @Test func `a page alone is a page`() throws {
    #expect(try read("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>甲</p>").contains("甲"))
  }

  @Test func `what is cut off anywhere is read as far as it goes, or said to be damaged`() throws {
    let whole = Array(archive([(page, "<p>甲</p><p>乙</p>")]).utf8)
    for length in 0..<whole.count {
      guard let document = try? WebArchiveReader().read(Array(whole.prefix(length))) else { continue }
      #expect(document.blocks.count <= 3)
    }
    #expect(outline(try WebArchiveReader().read(Array(whole.dropLast(20)))).contains("甲"))
    #expect(throws: ReadingError.damaged(detail: "no page among the parts")) {
      try WebArchiveReader().read(Array("MIME-Version: 1.0\nContent-Type: multipart/related".utf8))
    }
  }
}

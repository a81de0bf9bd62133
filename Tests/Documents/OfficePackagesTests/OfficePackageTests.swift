// Packages: the main part is found by relationships or by content types, and other packages are told apart.
import Archives
import OfficePackages
import Tables
import Testing

@Suite struct OfficePackageTests {
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
  private static let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  private func types(_ overrides: [(String, String)]) -> String {
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
      + overrides.map { "<Override PartName='\($0.0)' ContentType='\($0.1)'/>" }.joined() + "</Types>"
  }

  private func relationships(_ target: String, kind: String = "officeDocument", mode: String = "") -> String {
    """
    <Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>
    <Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)'
    Target='\(target)' \(mode)/></Relationships>
    """
  }

  private func mainPart(_ parts: [(String, String)]) throws(ReadingError) -> (String, OfficePackage.Kind?) {
    var writer = ArchiveWriter()
    for (name, text) in parts { writer.add(name, text) }
    return try OfficePackage.reading(try writer.finish()) { (package) throws(ReadingError) in
      (package.mainPart.text, package.kind)
    }
  }

  private func failure(_ parts: [(String, String)]) -> ReadingError? {
    do throws(ReadingError) {
      _ = try mainPart(parts)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("word/document.xml", "word/document.xml"), ("/word/document.xml", "word/document.xml"),
      ("./odd/./main%20part.xml", "odd/main part.xml"), ("odd\\main.xml", "odd/main.xml"),
      ("x/../WORD/Document.XML", "WORD/Document.XML"),
    ])
  func `the main part is where the relationship leads`(target: String, name: String) throws {
    let found = try mainPart([
      ("_rels/.rels", relationships(target)), (name.lowercased(), "<x/>"),
      ("[Content_Types].xml", types([("/" + name, Self.word)])),
    ])
    #expect(found.0 == name)
    #expect(found.1 == .wordDocument)
  }

  @Test func `without a relationship the content types tell the main part`() throws {
    let found = try mainPart([
      ("a/b.xml", "<x/>"), ("[Content_Types].xml", types([("/a/b.xml", Self.sheet)])),
    ])
    #expect(found.0 == "a/b.xml")
    #expect(found.1 == .spreadsheet)
  }

  @Test func `without content types the kind is open`() throws {
    let found = try mainPart([("_rels/.rels", relationships("a.xml")), ("a.xml", "<x/>")])
    #expect(found.0 == "a.xml")
    #expect(found.1 == nil)
  }

  @Test func `another zip is no package`() {
    #expect(failure([("readme.txt", "hello")]) == .unknownFormat)
    #expect(failure([("mimetype", "application/vnd.oasis.opendocument.text")]) == .unknownFormat)
    #expect(failure([("_rels/.rels", relationships("core.xml", kind: "metadata"))]) == .unknownFormat)
  }

  @Test func `a main part that is named and missing is damage`() {
    #expect(failure([("_rels/.rels", relationships("word/document.xml"))])?.isDamage == true)
    #expect(failure([("[Content_Types].xml", types([("/a.xml", Self.word)]))])?.isDamage == true)
  }

  @Test(arguments: ["../../etc/passwd", "", "/", "..", "#x"])
  func `a target that leads nowhere is not followed`(target: String) {
    #expect(failure([("_rels/.rels", relationships(target))]) == .unknownFormat)
  }

  @Test func `a target outside the package is not followed`() {
    let parts = [("_rels/.rels", relationships("word/document.xml", mode: "TargetMode='External'"))]
    #expect(failure(parts) == .unknownFormat)
  }

  @Test func `presentations and binary workbooks are told by name`() {
    let slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    #expect(
      failure([("p.xml", "<x/>"), ("[Content_Types].xml", types([("/p.xml", slides)]))])
        == .unsupported(formatName: "pptx"))
    let binary = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    #expect(
      failure([("w.bin", "x"), ("[Content_Types].xml", types([("/w.bin", binary)]))])
        == .unsupported(formatName: "xlsb"))
  }

  @Test func `a DOCTYPE in any part is refused`() {
    guard case .refused = failure([("_rels/.rels", "<!DOCTYPE x><Relationships/>")]) else {
      Issue.record("a DOCTYPE was read")
      return
    }
  }
}

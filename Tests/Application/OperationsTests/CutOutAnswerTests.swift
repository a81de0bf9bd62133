// Pictures of parts through the pipe: what comes out is what went in, of the size that was asked for.
import Findings
import JSONText
import Operations
import Tables
import Testing

@Suite struct CutOutAnswerTests {
  private func part() throws -> PagePart {
    let turn = try #require(PageTurn(page: 1, quarters: 0, skew: 0))
    return try #require(PagePart(Box(left: 0, top: 0, width: 40, height: 15), on: turn))
  }

  private func passed(_ outcome: Result<PagePicture, ReadingError>) throws -> Result<
    PagePicture, ReadingError
  >? {
    var json = JSONWriter()
    CutOutAnswer.write(outcome, to: &json)
    return CutOutAnswer.read(try JSONReader.read(json.bytes), of: try part())
  }

  @Test func `a picture comes out as it went in`() throws {
    let part = try part()
    let shades = (0..<(part.width * part.height)).map { UInt8($0 % 16) }
    let picture = try #require(PagePicture(width: part.width, height: part.height, shades: shades))
    #expect(try passed(.success(picture)) == .success(picture))
  }

  @Test(arguments: [ReadingError.refused(detail: "there is no page 9"), .empty, .damaged(detail: "pdf")])
  func `an error comes out as it went in`(error: ReadingError) throws {
    #expect(try passed(.failure(error)) == .failure(error))
  }

  @Test func `a picture of another size is none`() throws {
    let part = try part()
    let other = try #require(PagePicture(width: 3, height: 2, shades: [1, 2, 3, 4, 5, 6]))
    #expect(part.width * part.height != 6)
    #expect(try passed(.success(other)) == nil)
  }

  @Test(arguments: [
    "{}", "[]", "{\"picture\":7}", "{\"picture\":\"\"}", "{\"picture\":[15]}", "{\"error\":{}}",
    "{\"error\":{\"code\":\"odd\"}}", "{\"picture\":\"<svg>\"}",
  ])
  func `what is no answer is none`(text: String) throws {
    #expect(CutOutAnswer.read(try JSONReader.read(Array(text.utf8)), of: try part()) == nil)
  }

  @Test func `only small hexadecimal digits are shades`() throws {
    let part = try part()
    for digit in ["F", "g", "/", ":", "`", "é"] {
      let text = String(repeating: "0", count: part.width * part.height - 1) + digit
      #expect(CutOutAnswer.read(.object([.init(key: "picture", value: .text(text))]), of: part) == nil)
    }
    let sound = String(repeating: "0", count: part.width * part.height)
    #expect(CutOutAnswer.read(.object([.init(key: "picture", value: .text(sound))]), of: part) != nil)
  }
}

// Parts of pages: what is one, and how large its picture is.
import Findings
import Tables
import Testing

@Suite struct PagePartTests {
  private func part(_ left: Int, _ top: Int, _ width: Int, _ height: Int) throws -> PagePart? {
    PagePart(
      Box(left: left, top: top, width: width, height: height),
      on: try #require(PageTurn(page: 1, quarters: 0, skew: 0)))
  }

  @Test func `a cell has two pixels a point, with a little around it`() throws {
    let cell = try #require(try part(1000, 500, 1200, 300))
    #expect(cell.area == Box(left: 970, top: 470, width: 1260, height: 360))
    #expect(cell.width == 252 && cell.height == 72)
  }

  @Test(arguments: [(1, 1), (6000, 6000), (200_000, 1), (1, 200_000), (200_000, 200_000), (7000, 300)])
  func `no part has more pixels than a screen, and none has no pixel`(width: Int, height: Int) throws {
    let part = try #require(try part(0, 0, width, height))
    #expect((1...1200).contains(part.width) && (1...1200).contains(part.height))
    // The picture has the shape of the part, but for the last pixel.
    #expect(abs(part.width * part.area.height - part.height * part.area.width) <= max(width, height) + 60)
  }

  @Test(arguments: [
    (0, 0, 0, 10), (0, 0, 10, 0), (0, 0, -10, 10), (-1001, 0, 10, 10), (0, 200_001, 10, 10),
    (0, 0, 200_001, 10), (.max, 0, 10, 10), (0, .min, 10, 10), (0, 0, .max, .max), (.min, .min, .max, .max),
  ])
  func `what lies on no page is no part`(left: Int, top: Int, width: Int, height: Int) throws {
    #expect(try part(left, top, width, height) == nil)
  }

  @Test(arguments: [
    (0, 0, 0), (-1, 0, 0), (100_001, 0, 0), (.max, 0, 0), (1, 4, 0), (1, -1, 0), (1, 0, 5001),
    (1, 0, .min),
  ])
  func `no page lies so`(page: Int, quarters: Int, skew: Int) {
    #expect(PageTurn(page: page, quarters: quarters, skew: skew) == nil)
  }

  @Test func `a place is found on a page of which it is known how it lay`() throws {
    let turn = try #require(PageTurn(page: 2, quarters: 1, skew: -250))
    let document = Document(format: .pdf, blocks: [], turns: [turn])
    let box = Box(left: 1, top: 2, width: 3, height: 4)
    #expect(document.part(at: Place(page: 2, box: box)) == PagePart(box, on: turn))
    for place in [nil, Place(page: 2), Place(page: 1, box: box), Place(table: 1, box: box)] as [Place?] {
      #expect(document.part(at: place) == nil)
    }
  }

  @Test func `sizes and shades that do not belong together are no picture`() {
    #expect(PagePicture(width: 2, height: 1, shades: [0, 15]) != nil)
    #expect(PagePicture(width: 2, height: 1, shades: [0, 16]) == nil)
    #expect(PagePicture(width: 2, height: 2, shades: [0, 15]) == nil)
    #expect(PagePicture(width: 0, height: 5, shades: []) == nil)
    #expect(PagePicture(width: -1, height: -1, shades: [1]) == nil)
    #expect(PagePicture(width: .max, height: .max, shades: [1]) == nil)
  }
}

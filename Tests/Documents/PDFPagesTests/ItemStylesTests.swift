// Numbers before items, and whether items run on in lines or begin them.
import Testing

@testable import PDFPages

@Suite struct ItemStylesTests {
  /// A line of wide characters, each ten points wide.
  private func line(_ text: String, y: Double) -> TextLine {
    TextLine(
      text.unicodeScalars.enumerated().map { index, scalar in
        let left = Double(index) * 10
        return Glyph(
          scalar: scalar, box: PageBox(left: left, top: y, right: left + 10, bottom: y + 10), size: 10)
      })
  }

  private func lines(_ texts: [String]) -> [TextLine] {
    texts.enumerated().map { line($0.element, y: Double($0.offset) * 14) }
  }

  @Test(arguments: [
    ("3、清淤", "3", "2"), ("（二）加固", "二", "一"), ("12.验收", "12", "11"), ("1、开工", "1", nil), ("(3)收尾", "3", "2"),
  ])
  func `a number before an item is known with the one before it`(
    text: String, numeral: String, previous: String?
  ) {
    let item = ItemNumber(Array(text.unicodeScalars)[...])
    #expect(item?.numeral == numeral)
    #expect(item?.previous == previous)
  }

  @Test(arguments: ["3.5公里", "2025年", "清淤", "（含税）", "", "1234、", "三峡"])
  func `other beginnings are no items`(text: String) {
    #expect(ItemNumber(Array(text.unicodeScalars)[...]) == nil)
  }

  @Test func `items that run on inside lines do not begin lines of their own`() {
    let lines = lines(["1、清淤十公里；2、加固堤防；", "3、验收合格。"])
    #expect(!ItemStyles(lines).isBreak(between: lines[0], lines[1]))
    #expect(WrappedText.text(of: lines, left: -3, right: 143) == "1、清淤十公里；2、加固堤防；3、验收合格。")
  }

  @Test func `items that begin lines are breaks, after a sentence or after their predecessor`() {
    let ended = lines(["1、清淤河道共十二公里整；", "2、验收合格。"])
    #expect(ItemStyles(ended).isBreak(between: ended[0], ended[1]))
    let open = lines(["1、清淤河道共十二公里以上", "2、验收合格"])
    #expect(ItemStyles(open).isBreak(between: open[0], open[1]))
    let other = lines(["清淤河道共十二公里以上的", "2、验收合格"])
    #expect(!ItemStyles(other).isBreak(between: other[0], other[1]))
  }

  @Test func `a character is not parted from a quotation mark beside it`() {
    let lines = lines(["为个人及家庭提供全面", "的“一站”服务"])
    #expect(WrappedText.text(of: lines, left: -3, right: 123) == "为个人及家庭提供全面的“一站”服务")
    let apart = self.lines(["为个人及家庭提供全面", "的服务"])
    #expect(WrappedText.text(of: apart, left: -3, right: 123) == "为个人及家庭提供全面\n的服务")
  }
}

// Texts are broken as Chinese is: nothing is added, lost, or wider than its cell.
import FormSheets
import TableProbes
import Testing

@testable import SheetPrinting

@Suite struct TextSetterTests {
  private func setter() throws -> TextSetter { try TextSetter(fonts: PrintingProbes.fonts.get()) }

  private func lines(_ laid: LaidText) -> [String] { laid.lines.indices.map { laid.text($0) } }

  @Test func `a blank text has no lines and no height`() throws {
    let laid = try setter().laid("", .body, width: 100)
    #expect(laid.lines.isEmpty && laid.height == 0)
  }

  @Test func `lines have the height of their role, whatever stands in them`() throws {
    let setter = try setter()
    for text in ["目标", "goal", "35.60", "≥①㎡"] {
      #expect(abs(setter.laid(text, .body, width: 200).height - 13.65) < 0.01, "\(text)")
    }
    #expect(abs(setter.laid("标题\n二", .title, width: 200).height - 2 * 23.4) < 0.01)
  }

  @Test(arguments: 0..<60)
  func `no line begins with closing punctuation or ends with opening`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "目标", "资金，", "办法。", "事项；", "如下：", "甲、", "完成！", "（含材料）", "《条例》", "“好评”", "35%", "12.50万元",
      "≥3座，", "——", "……",
    ]
    let text = (0..<80).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let width = Double.random(in: 130...300, using: &random)
    let lines = try lines(setter().laid(text, .body, width: width))
    #expect(lines.joined() == text)
    for line in lines.dropFirst() {
      #expect(!"，。；：、！》）”%…".contains(line.first ?? "年"), "\(line)")
    }
    for line in lines.dropLast() { #expect(!"（《“≥".contains(line.last ?? "年"), "\(line)") }
  }

  @Test(arguments: [
    ("标", "“", true), ("，", "“", true), ("”", "“", true), ("（", "“", false), ("a", "“", false),
    ("”", "标", true),
    ("”", "，", false), ("”", "）", false), ("”", "a", false), ("“", "标", false), ("标", "”", false),
    ("标", "标", false),
  ])
  func `a line may end outside of quotation marks, never inside`(left: String, right: String, mayEnd: Bool)
    throws
  {
    let pair = try (#require(left.unicodeScalars.first), #require(right.unicodeScalars.first))
    #expect(QuotationBreaks.mayEnd(pair.0, pair.1) == mayEnd)
  }

  @Test func `a line is filled up to an opening quotation mark`() throws {
    #expect(try lines(setter().laid("创建目标“平安”桥梁", .body, width: 45)) == ["创建目标", "“平安”", "桥梁"])
  }

  @Test func `long words are broken without a hyphen, and no line is too wide`() throws {
    let word = String(repeating: "Supercalifragilistic", count: 30)
    let laid = try setter().laid(word, .body, width: 70)
    #expect(lines(laid).joined() == word)
    #expect(laid.lines.count > 20)
    #expect(laid.lines.allSatisfy { $0.width <= 70.5 })
  }

  @Test func `a sign that is wider than its cell is set smaller`() throws {
    let laid = try setter().laid("绩效", .title, width: 9)
    #expect(lines(laid) == ["绩", "效"])
    #expect(laid.lines.allSatisfy { $0.width <= 9.5 })
  }

  @Test(arguments: [
    ("1,234,567.89", 60.0, 1), ("2025年12月31日", 24, 4), ("≥95.50%", 38, 1), ("项目Abc", 17, 2),
  ])
  func `a number that nearly fits is set smaller and stays in one piece`(
    text: String, width: Double, count: Int
  ) throws {
    let laid = try setter().laid(text, .body, width: width)
    #expect(!laid.breaksWord)
    #expect(laid.lines.count == count, "\(lines(laid))")
    #expect(laid.lines.allSatisfy { $0.width <= width + 0.5 })
  }

  @Test func `a number that is much too long is broken in its usual size`() throws {
    let laid = try setter().laid("1234567890123", .body, width: 30)
    #expect(laid.breaksWord)
    #expect(abs(laid.height - 13.65 * Double(laid.lines.count)) < 0.01)
  }

  @Test func `a glyph missing in all fonts is shown by number and told`() throws {
    let laid = try setter().laid("灯\u{10FFFD}会", .body, width: 200)
    #expect(lines(laid) == ["灯〔U+10FFFD〕会"])
    #expect(laid.changes == [TextChange(matter: .missingGlyph, scalar: "\u{10FFFD}", count: 1)])
  }

  @Test func `rare characters come from the large font`() throws {
    let laid = try setter().laid("滹沱𠮷㙍龘", .body, width: 200)
    #expect(lines(laid) == ["滹沱𠮷㙍龘"])
    #expect(laid.changes.isEmpty)
  }

  @Test func `labels that come again are set once`() throws {
    let setter = try setter()
    #expect(setter.laid("产出指标", .label, width: 60) === setter.laid("产出指标", .label, width: 60))
    #expect(setter.laid("产出指标", .label, width: 60) !== setter.laid("产出指标", .label, width: 61))
    #expect(setter.laid("产出指标", .label, width: 60) !== setter.laid("产出指标", .head, width: 60))
  }

  @Test(arguments: ["年度绩效目标一二三，", "Supercalifragilistic", "一\n\n二三\n", "字", "“甲”，", "a\u{301}b "])
  func `long texts keep each character, and lines are those of the whole text`(piece: String) throws {
    let text = String(repeating: piece, count: 12_000 / piece.count) + "末"
    let laid = try setter().laid(text, .body, width: 300)
    let bare = { (text: String) in text.filter { $0 != "\n" && $0 != " " } }
    #expect(bare(lines(laid).joined()) == bare(text))
    // The same text far in the middle is broken as at the beginning of a text.
    let short = try setter().laid(String(repeating: piece, count: 3_000 / piece.count), .body, width: 300)
    for line in 0..<(short.lines.count - 2) where line < 20 { #expect(laid.text(line) == short.text(line)) }
    #expect(laid.lines.dropLast(2).allSatisfy { $0.width > (piece.contains("\n") ? -1 : 250) })
  }

  @Test func `a text of four hundred thousand characters is no more than many lines`() throws {
    let laid = try setter().laid(String(repeating: "年", count: 400_000), .body, width: 210.5)
    #expect(laid.lines.count == 20_000)
    #expect(laid.count(from: 5, fitting: 100 * 13.65) == 100)
  }
}

// Texts are made safe for paper: what is replaced or left out is told.
import Testing

@testable import SheetPrinting

@Suite struct PrintableTextTests {
  @Test(arguments: ["", "产出指标", "≥30座", "a b\nc", "①②③ ㎡ ‰ ℃", "“引号”……——《书名》", "𠮷野家", "ئۇيغۇر", "café"])
  func `usual texts stay as they are`(text: String) {
    let printable = PrintableText(text)
    #expect(printable.text == text)
    #expect(printable.changes.isEmpty)
  }
}

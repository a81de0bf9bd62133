// What is measured is real: the invented forms can be read in every format, and figures say what they mean.
import Model
import Operations
import Recognition
import SheetFiles
import Testing

@testable import bench

@Suite struct InventedFormTests {
  @Test(arguments: BenchFormat.allCases, [6, 60])
  func `an invented form is read with all its indicators`(format: BenchFormat, rows: Int) throws {
    let document = ImportDocument().run(file: "a", bytes: InventedForm.file(format, rows: rows))
    guard case .read(let result) = document.outcome else {
      Issue.record("unreadable: \(document.outcome)")
      return
    }
    #expect(result.forms.count == 1)
    #expect(result.forms.first?.form.indicators.count == rows)
  }

  @Test(arguments: [BenchFormat.docx, .xlsx, .html])
  func `an invented sheet is read with all its indicators`(format: BenchFormat) throws {
    let (writer, sheet) = (SheetWriter(created: 0), InventedSheet.form(indicators: 20))
    let file =
      switch format {
      case .docx: try writer.word([sheet])
      case .xlsx: try writer.workbook([sheet])
      default: try writer.html([sheet])
      }
    guard case .read(let result) = ImportDocument().run(file: "a", bytes: file.bytes).outcome else {
      Issue.record("unreadable")
      return
    }
    #expect(result.forms.map(\.form.indicators.count) == [20])
  }

  @Test(arguments: [(0.4, "0"), (999, "999"), (1000, "1,000"), (1_234_567.8, "1,234,568")])
  func `counts have commas`(number: Double, text: String) {
    #expect(Figures.count(number) == text)
  }

  @Test(arguments: [(0, "0.0 kB"), (1_500, "1.5 kB"), (20_040_000, "20.0 MB")])
  func `sizes have units`(bytes: Int, text: String) {
    #expect(Figures.bytes(bytes) == text)
  }

  @Test func `a reading is told from process to process`() {
    let reading = OneReading(microseconds: 12, peakBytes: 3_456)
    #expect(OneReading(reading.line + "\n") == reading)
    #expect(OneReading("") == nil)
    #expect(OneReading("1 2 3") == nil)
  }
}

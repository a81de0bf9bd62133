// Files that are built otherwise than expected stay as they are.
import TableProbes
import Testing

@testable import SheetPrinting

@Suite struct PDFCompletionTests {
  @Test(arguments: [
    "", "no PDF", String(repeating: "x", count: 300) + "startxref\n99999\n%%EOF\n",
    String(repeating: "x", count: 300) + "startxref\n12\n%%EOF\n",
    String(repeating: "x", count: 200) + "xref\n0 9\n0000000000 65535 f \nstartxref\n200\n%%EOF\n",
    String(repeating: "x", count: 200) + "xref\n0 99999999999999999999\nstartxref\n200\n%%EOF\n",
  ])
  func `an unknown file is left alone`(text: String) {
    #expect(PDFCompletion().completed(Array(text.utf8)) == Array(text.utf8))
  }

  @Test func `a file whose cells are not those that were drawn is left alone`() throws {
    let bytes = try PrintingProbes.printer().pdf([PrintingProbes.form(rows: 2)], PrintingProbes.properties)
      .bytes
    #expect(PDFCompletion(cells: ["/A << /O /Table >>"]).completed(bytes) == bytes)
  }

  @Test(arguments: 0..<40)
  func `damaged files never trap`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = try PrintingProbes.printer().pdf([PrintingProbes.form(rows: 1)], PrintingProbes.properties)
      .bytes
    for _ in 0..<20 {
      // Most of what matters stands in the last part.
      let place = Int.random(in: (bytes.count - 3_000)..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
    }
    bytes.removeLast(Int.random(in: 0...40, using: &random))
    #expect(PDFCompletion().completed(bytes).count >= bytes.count)
  }
}

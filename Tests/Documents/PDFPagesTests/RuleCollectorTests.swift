// What is filled on a page becomes lines where people see lines.
import Testing

@testable import PDFPages

@Suite struct RuleCollectorTests {
  private func square(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [(Double, Double)] {
    [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
  }

  private var collector: RuleCollector { RuleCollector(view: .identity, pageWidth: 600, pageHeight: 800) }

  @Test func `a row of dots is a line, a few dots are none`() {
    var lines = collector
    for index in 0..<40 { lines.addFill(square(60 + Double(index) * 1.5, 100, 0.75, 0.75), isCurved: false) }
    for index in 0..<30 { lines.addFill(square(60, 200 + Double(index) * 1.5, 0.75, 0.75), isCurved: false) }
    for index in 0..<4 { lines.addFill(square(300 + Double(index) * 1.5, 400, 0.75, 0.75), isCurved: false) }
    lines.finish()
    #expect(lines.horizontal.map(\.position) == [100.375])
    #expect(lines.horizontal.first.map { $0.length > 57 } == true)
    #expect(lines.vertical.map(\.position) == [60.375])
  }

  @Test func `light cells on a dark ground have lines between them, light shapes elsewhere none`() {
    var lines = collector
    lines.addLight(square(300, 300, 50, 20))
    #expect(lines.horizontal.isEmpty)
    lines.addFill(square(50, 50, 201, 42), isCurved: false)
    lines.addLight(square(51, 51, 99, 40))
    lines.addLight(square(151, 51, 99, 40))
    lines.addLight(square(300, 300, 50, 20))
    let joined = RulingLines(horizontal: lines.horizontal, vertical: lines.vertical)
    #expect(joined.horizontal.count == 2)
    #expect(joined.vertical.count == 3)
  }
}

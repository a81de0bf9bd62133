// Borders are closed, drawn once, and absent inside of merged cells.
import Testing

@testable import SheetPrinting

@Suite struct BorderLinesTests {
  @Test func `a merged cell has lines around it and none inside`() {
    var borders = BorderLines(columns: [0, 10, 20], rows: [0, 5, 10])
    borders.cover(0..<2, 0..<1, cell: 0)
    borders.cover(0..<1, 1..<2, cell: 1)
    borders.cover(1..<2, 1..<2, cell: 2)
    let rules = borders.rules
    #expect(rules.count == 6)
    #expect(rules.contains(TableRule(fromX: 0, fromY: 0, toX: 20, toY: 0)))
    #expect(rules.contains(TableRule(fromX: 10, fromY: 5, toX: 20, toY: 5)))
    #expect(rules.contains(TableRule(fromX: 0, fromY: 10, toX: 20, toY: 10)))
    for x in [0.0, 10, 20] { #expect(rules.contains(TableRule(fromX: x, fromY: 0, toX: x, toY: 10))) }
  }

  @Test func `squares without a cell are ruled too`() {
    #expect(BorderLines(columns: [0, 10, 20], rows: [0, 5]).rules.count == 5)
  }

  @Test func `a table without rows has no lines`() {
    #expect(BorderLines(columns: [0, 10], rows: [0]).rules.allSatisfy { $0.fromY == $0.toY })
    #expect(BorderLines(columns: [0], rows: [0]).rules.isEmpty)
  }
}

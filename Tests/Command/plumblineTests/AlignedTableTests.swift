// Tables in columns: aligned by what the eye sees, never wider than allowed.
import Testing

@testable import plumbline

@Suite struct AlignedTableTests {
  private func table(_ rows: [[String]]) -> AlignedTable {
    var table = AlignedTable()
    for row in rows { table.add(row) }
    return table
  }

  @Test func `Chinese and Latin letters stand in the same columns`() {
    let lines = table([["项目", "a", "1%"], ["x", "预算绩效", "98%"]]).lines(columns: 60, indent: 2)
    #expect(lines == ["  项目  a         1%", "  x     预算绩效  98%"])
  }

  @Test func `the widest column gives way and long cells go on below`() {
    let lines = table([["目标", "三年内举办灯会三届", "98%"]]).lines(columns: 21, indent: 0)
    #expect(lines == ["目标  三年内举办  98%", "      灯会三届"])
  }

  @Test func `a very long cell is cut and marked`() {
    let lines = table([["a", String(repeating: "长", count: 100)]]).lines(columns: 20, indent: 0)
    #expect(lines.count == 4)
    #expect(lines.last == "   …")
  }

  @Test(arguments: [10, 20, 40, 80, 200], [0, 4])
  func `no line is wider than allowed, down to four columns a cell`(columns: Int, indent: Int) {
    let rows = [["指标", "≥30场", "一个很长很长的名字，长到一行放不下"], ["", "x\ny", "短"]]
    let floor = indent + 3 * 4 + 2 * 2
    for line in table(rows).lines(columns: columns, indent: indent) {
      #expect(DisplayText.width(of: line) <= max(columns, floor))
    }
  }

  @Test func `a table without rows has no lines`() {
    #expect(table([]).lines(columns: 80, indent: 0) == [])
    #expect(table([[]]).lines(columns: 80, indent: 0) == [])
  }
}

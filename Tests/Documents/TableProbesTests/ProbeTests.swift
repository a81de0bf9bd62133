// The probes themselves: a broken table is caught, a drawing is exact, random numbers come again.
import TableProbes
import Tables
import Testing

@Suite struct ProbeTests {
  private func table(_ cells: [Cell], rows: Int = 2, columns: Int = 2) -> Table {
    Table(number: 1, rowCount: rows, columnCount: columns, cells: cells)
  }

  @Test func `a sound table breaks no law`() {
    let sound = table([
      Cell(row: 0, column: 0, rowSpan: 2, text: "甲"), Cell(row: 0, column: 1, text: "乙"),
      Cell(row: 1, column: 1, text: ""),
    ])
    #expect(sound.brokenLaws == [])
  }

  @Test func `each breach of the law is named with its place`() {
    let before = table([Cell(row: 0, column: 1, text: ""), Cell(row: 0, column: 0, text: "")])
    #expect(before.brokenLaws == ["order at (0, 0)"])
    let beyond = table([Cell(row: 1, column: 1, columnSpan: 2, text: "")])
    #expect(beyond.brokenLaws == ["edge at (1, 1)"])
    let twice = table([Cell(row: 0, column: 0, columnSpan: 2, text: ""), Cell(row: 0, column: 1, text: "")])
    #expect(twice.brokenLaws == ["overlap at (0, 1)"])
    let none = table([Cell(row: 0, column: 0, rowSpan: 0, text: "")])
    #expect(none.brokenLaws == ["number at (0, 0)"])
  }

  @Test func `a nested table is held to the law too`() {
    var outer = Cell(row: 0, column: 0, text: "")
    outer.tables = [table([Cell(row: 5, column: 0, text: "")])]
    #expect(table([outer]).brokenLaws == ["edge at (5, 0)"])
  }

  @Test func `a drawing shows texts, spans and line ends`() {
    let drawn = table([
      Cell(row: 0, column: 0, rowSpan: 2, text: "甲\n乙"), Cell(row: 0, column: 1, text: ""),
    ])
    #expect(
      outline([.paragraph(Paragraph(text: "标题", line: 1)), .table(drawn)]) == """
        ¶ 标题
        ▦1 2×2
        0,0 2×1 甲⏎乙
        0,1 ·
        """)
  }

  @Test func `the same seed gives the same numbers, another seed others`() {
    func numbers(_ seed: UInt64) -> [UInt64] {
      var random = SeededGenerator(seed: seed)
      return (0..<8).map { _ in random.next() }
    }
    #expect(numbers(1) == numbers(1))
    #expect(numbers(1) != numbers(2))
    #expect(Set(numbers(1)).count == 8)
  }
}

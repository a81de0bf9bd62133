// Grids are parted between rows; heads come again, labels are cut and repeated, long texts go on.
import FormSheets
import Testing

@testable import SheetPrinting

@Suite struct GridPaginationTests {
  /// The fragments on pages of a height, in points, with their rows' numbers and what each cell prints.
  private func fragments(
    _ grid: SheetGrid, page: Double, first: Double? = nil
  ) throws -> [(rows: [Int], words: [String], height: Double)] {
    let setter = try TextSetter(fonts: PrintingProbes.fonts.get())
    let measured = MeasuredGrid(grid, width: 400, setter: setter, bodySize: 10.5)
    var pagination = GridPagination(measured)
    var room = GridPagination.Room(left: first ?? page, page: page)
    var fragments: [(rows: [Int], words: [String], height: Double)] = []
    for _ in 0..<1_000 where !pagination.isFinished {
      if let fragment = pagination.next(room) {
        let words = fragment.pieces.map { piece in
          piece.lines.map { measured.cells[piece.cell].text.text($0) }.joined()
        }
        fragments.append((fragment.rows.map(\.number), words, fragment.height))
        #expect(fragment.height <= room.left + 0.02)
      } else {
        #expect(!room.isFresh)
      }
      room = GridPagination.Room(left: page, page: page)
    }
    #expect(pagination.isFinished)
    return fragments
  }

  /// Rows 28.35 points high.
  private func plain(_ rows: Int, head: Int = 0, keeps: Set<Int> = []) -> SheetGrid {
    var grid = SheetGrid(columns: [100, 100])
    for row in 0..<rows {
      grid.addRow(
        [SheetPiece("r\(row)"), SheetPiece("v\(row)")],
        row: SheetRow(isHead: row < head, keepsWithNext: keeps.contains(row), height: 100))
    }
    return grid
  }

  @Test func `pages take whole rows and repeat the heads`() throws {
    let rows = try fragments(plain(8, head: 1), page: 120).map(\.rows)
    #expect(rows == [[0, 1, 2, 3], [0, 4, 5, 6], [0, 7]])
  }

  @Test func `heads do not stand alone at the end of a page`() throws {
    let rows = try fragments(plain(4, head: 2), page: 120, first: 60).map(\.rows)
    #expect(rows == [[0, 1, 2, 3]])
  }

  @Test func `a page begins with the last run of heads above it`() throws {
    var grid = plain(3, head: 1)
    grid.addRow([SheetPiece("h"), SheetPiece("h")], row: SheetRow(isHead: true, height: 100))
    for row in 4..<8 { grid.addRow([SheetPiece("r\(row)"), SheetPiece("")], row: SheetRow(height: 100)) }
    #expect(try fragments(grid, page: 180).map(\.rows) == [[0, 1, 2, 3, 4, 5], [3, 6, 7]])
    // A page that begins with heads needs no others.
    #expect(try fragments(grid, page: 90).map(\.rows).prefix(2) == [[0, 1, 2], [3, 4, 5]])
  }

  @Test func `rows that keep with the next go to the next page together`() throws {
    #expect(try fragments(plain(6, keeps: [3]), page: 115).map(\.rows) == [[0, 1, 2], [3, 4, 5]])
    // A chain that is longer than a page has to end somewhere.
    #expect(
      try fragments(plain(6, keeps: [0, 1, 2, 3, 4]), page: 115).map(\.rows) == [[0, 1, 2, 3], [4, 5]])
  }

  @Test func `a merged label is cut at the page's end and repeated`() throws {
    var grid = SheetGrid(columns: [100, 300])
    for row in 0..<6 {
      let label = row == 0 ? [SheetPiece("产出指标", role: .label, rows: 6, scope: .rowGroup)] : []
      grid.addRow(label + [SheetPiece("r\(row)")], row: SheetRow(height: 100))
    }
    let parts = try fragments(grid, page: 120)
    #expect(parts.map(\.words) == [["产出指标", "r0", "r1", "r2", "r3"], ["产出指标", "r4", "r5"]])
  }

  @Test func `rows grow where a repeated label needs it`() throws {
    var grid = SheetGrid(columns: [16, 300])
    for row in 0..<5 {
      let label = row == 0 ? [SheetPiece("满意度指标", role: .label, rows: 5, scope: .rowGroup)] : []
      grid.addRow(label + [SheetPiece("r\(row)")], row: SheetRow(height: 100))
    }
    // The label has five lines: 73.25 points with its blank, more than two rows.
    let parts = try fragments(grid, page: 190, first: 120)
    #expect(parts.map(\.rows) == [[0, 1, 2, 3], [4]])
    #expect(abs(parts[1].height - 73.25) < 0.1)
  }

  @Test func `a long text over several rows goes on with its next line`() throws {
    var grid = SheetGrid(columns: [200, 200])
    let text = (1...30).map { "第\($0)行" }.joined(separator: "\n")
    for row in 0..<4 {
      let first = row == 0 ? [SheetPiece(text, rows: 4)] : []
      grid.addRow(first + [SheetPiece("r\(row)")], row: SheetRow(height: 100))
    }
    let parts = try fragments(grid, page: 200)
    #expect(parts.count == 3)
    #expect(parts.flatMap(\.words).filter { $0.hasPrefix("第") }.joined() == text.filter { $0 != "\n" })
    for row in 0..<4 { #expect(parts.flatMap(\.words).count { $0 == "r\(row)" } == 1) }
  }

  @Test func `a row taller than a page is parted between lines, its label printed again`() throws {
    var grid = SheetGrid(columns: [100, 300])
    let text = (1...45).map { "第\($0)行" }.joined(separator: "\n")
    grid.addRow([SheetPiece("前"), SheetPiece("后")])
    grid.addRow([SheetPiece("目标", role: .label), SheetPiece(text)])
    grid.addRow([SheetPiece("末"), SheetPiece("尾")])
    let parts = try fragments(grid, page: 200)
    #expect(parts.flatMap(\.words).filter { $0.hasPrefix("第") }.joined() == text.filter { $0 != "\n" })
    #expect(parts.map(\.rows) == [[0, 1], [1], [1], [1, 2]])
    #expect(parts.allSatisfy { $0.words.contains("目标") })
  }

  @Test func `a row as high as a page stays whole, without the heads`() throws {
    var grid = SheetGrid(columns: [100, 300])
    grid.addRow([SheetPiece("头", role: .head), SheetPiece("头")], row: SheetRow(isHead: true, height: 100))
    grid.addRow([SheetPiece("a"), SheetPiece("b")], row: SheetRow(height: 100))
    grid.addRow([SheetPiece("c"), SheetPiece((1...13).map { "\($0)" }.joined(separator: "\n"))])
    #expect(try fragments(grid, page: 190).map(\.rows) == [[0, 1], [2]])
  }

  @Test func `a page lower than a line still prints every line`() throws {
    var grid = SheetGrid(columns: [100])
    grid.addRow([SheetPiece("一\n二\n三")])
    let setter = try TextSetter(fonts: PrintingProbes.fonts.get())
    var pagination = GridPagination(MeasuredGrid(grid, width: 400, setter: setter, bodySize: 10.5))
    var lines: [Range<Int>] = []
    for _ in 0..<20 where !pagination.isFinished {
      lines += pagination.next(GridPagination.Room(left: 5, page: 5))?.pieces.map(\.lines) ?? []
    }
    #expect(lines == [0..<1, 1..<2, 2..<3])
  }

  @Test func `a table without rows has no fragment`() throws {
    #expect(try fragments(SheetGrid(columns: [100]), page: 100).isEmpty)
  }
}

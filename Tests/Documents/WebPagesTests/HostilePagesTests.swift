// Pages that want to break the reader: nesting, sizes, faults, mutations.
import Findings
import TableProbes
import Tables
import Testing
import WebPages

@Suite struct HostilePagesTests {
  private func repeated(_ unit: String, _ count: Int) -> [UInt8] {
    Array(("<html><table>" + String(repeating: unit, count: count)).utf8)
  }

  @Test func `no bytes are no page`() {
    #expect(throws: ReadingError.empty) { try WebPageReader().read([]) }
    #expect(throws: ReadingError.unknownFormat) {
      try WebPageReader().read([UInt8](repeating: 0xFF, count: 999))
    }
  }

  @Test func `a million empty cells are read`() throws {
    let document = try WebPageReader().read(repeated("<tr>" + String(repeating: "<td>", count: 500), 2000))
    guard case .table(let table) = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.cells.count == 1_000_000 && table.rowCount == 2000 && table.columnCount == 500)
  }

  @Test func `too many cells, or tables in each other, end in a limit`() {
    var limits = ReadingLimits()
    limits.cellCountMax = 1000
    let reader = WebPageReader(limits: limits)
    #expect(throws: ReadingError.limit(name: .cellCount, value: 1000)) {
      try reader.read(repeated("<tr><td>", 1001))
    }
    #expect(throws: ReadingError.limit(name: .cellCount, value: 1000)) {
      try reader.read(repeated("<p>x", 1001))
    }
    #expect(throws: Never.self) { try reader.read(repeated("<tr><td>", 999)) }
    #expect(throws: ReadingError.limit(name: .depth, value: 256)) {
      try WebPageReader().read(repeated("<table><td>", 100_000))
    }
  }

  @Test func `rows and columns beyond the limit are left out and told`() throws {
    var limits = ReadingLimits()
    limits.rowCountMax = 2
    limits.columnCountMax = 2
    let document = try WebPageReader(limits: limits).read(
      Array("<table><tr><td>甲<td>乙<td>丙<tr><td>丁<tr><td>戊</table>".utf8))
    #expect(outline(document) == "▦1 2×2\n0,0 甲\n0,1 乙\n1,0 丁")
    #expect(document.findings.map(\.rule) == ["R05"])
  }

  @Test(arguments: [
    "<div>", "</div>", "<td rowspan=2000000000>", "<tr><td colspan=2000000000 rowspan=0>", "<!--", "<script>",
    "<title>",
    "&", "&#", "&nbsq", "<", "</", "<!", "<?", "<a ", "<a b=", "<p hidden>", "<select><option>", "<textarea>",
    "<pre>",
    "<input value=", "<span style=display:none>", "<template><iframe>", "\u{0}", "<caption>", "</table>",
    "]]>",
  ]) func `endless repetition ends`(unit: String) {
    let bytes = repeated(unit, 4000)
    let document = Result { try WebPageReader().read(bytes) }
    if case .failure(let error) = document { #expect(error is ReadingError) }
  }

  @Test func `comments and scripts without an end are told`() throws {
    for opening in ["<!-- ", "<script>", "<style>", "<td class=\"a>", "</p class='a>"] {
      let document = try WebPageReader().read(Array("<p>一</p>\(opening)<p>二</p>".utf8))
      #expect(outline(document) == "¶ 一")
      #expect(document.findings.map(\.rule) == ["R03"])
    }
    #expect(outline(try WebPageReader().read(Array("<title>网站<p>一</p>".utf8))) == "¶ 网站\n¶ 一")
  }

  @Test(arguments: [
    ("<html><body><table><tr><td>甲<tr><td>乙", ["R06"]),
    ("<html><body><table><tr><td>甲<tr><td>乙</table>", []),
    ("<html><body><table><tr><td>甲<tr><td>乙</body></html>", []),
    ("<html><body><table><tr><td>甲<tr><td cla", ["R03"]),
  ])
  func `a page that ends within its table is told`(page: String, rules: [String]) throws {
    #expect(try WebPageReader().read(Array(page.utf8)).findings.map(\.rule) == rules)
  }

  @Test(arguments: [
    ("<html><frameset rows=\"*,39\"><frame src=\"a.files/sheet001.htm\"></frameset></html>", ["R03"]),
    ("<html><body><iframe src=\"/forms/1\"></iframe></body></html>", ["R03"]),
    ("<html><body><p>附件</p><iframe src=\"/forms/1\"></iframe></body></html>", []),
  ])
  func `a page that is nothing but frames is told`(page: String, rules: [String]) throws {
    #expect(try WebPageReader().read(Array(page.utf8)).findings.map(\.rule) == rules)
  }

  @Test func `an attribute of a million bytes is passed over`() throws {
    let page = "<table><tr><td style=\"" + String(repeating: "a;", count: 500_000) + "\" rowspan=1>甲</table>"
    #expect(outline(try WebPageReader().read(Array(page.utf8))) == "▦1 1×1\n0,0 甲")
  }

  @Test func `mutated pages give sound tables or an error`() {
    var generator = SeededGenerator(seed: 5)
    let seed = Array(
      """
      <html><meta charset=utf-8><body><h2>表</h2><table><thead><tr><td rowspan=2>一<td colspan='3'>二</thead>
      <tr><td>
      <table><tr><td>三<p hidden>四</p></table><select><option>五</select></td>
      <td rowspan=9 style="display:none">六
      <tr><td>&nbsp;&ge;7<!-- x --><pre>a\tb</pre><script>1<2</script><input type=checkbox></table>尾
      """.utf8)
    let pieces = [
      "<", ">", "\"", "<table>", "</table>", "<tr>", "<td rowspan=3>", "</td>", "&#x", "<!--", "\0", "=", "",
    ]
    for round in 0..<800 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...10, using: &generator) {
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...9, using: &generator))
        bytes.replaceSubrange(start..<end, with: Array((pieces.randomElement(using: &generator) ?? "").utf8))
        if bytes.isEmpty { bytes = seed }
        if Int.random(in: 0..<8, using: &generator) == 0 {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
            in: 0...255, using: &generator)
        }
      }
      guard let document = try? WebPageReader().read(bytes) else { continue }
      var number = 0
      for case .table(let table) in document.blocks {
        #expect(isSound(table, &number), "page \(round)")
      }
    }
  }

  /// The law of tables, for nested ones too, and numbers that run from 1 in document order.
  private func isSound(_ table: Table, _ number: inout Int) -> Bool {
    number += 1
    guard table.number == number, !table.cells.isEmpty else { return false }
    var taken: Set<[Int]> = []
    for cell in table.cells {
      guard cell.row + cell.rowSpan <= table.rowCount, cell.column + cell.columnSpan <= table.columnCount
      else {
        return false
      }
      for row in cell.row..<(cell.row + cell.rowSpan) {
        for column in cell.column..<(cell.column + cell.columnSpan)
        where !taken.insert([row, column]).inserted {
          return false
        }
      }
      for nested in cell.tables where !isSound(nested, &number) { return false }
    }
    return true
  }
}

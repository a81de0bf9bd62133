// What is typed: read where it can be read, kept where it cannot, cleaned, bounded.
import Model
import Testing

@testable import FormDrafts

@Suite struct TypingTests {
  private func typed(_ text: String, at path: String, _ scale: MoneyScale = .yuan) throws -> FormDraft {
    var random = DraftRandom(seed: 1)
    let draft = FormDraft(kind: .projectTarget)
    return draft.applying(
      try draft.changes(for: .set(path: path, typed: text, scale: scale), using: &random))
  }

  @Test(arguments: [
    ("40000", "40000.00"), ("40,000", "40000.00"), ("１，２３４．５", "1234.50"), ("4万", "40000.00"),
    ("4 万元", "40000.00"), ("￥12.30元", "12.30"), ("-3", "-3.00"), ("0.01亿元", "1000000.00"), ("3千元", "3000.00"),
  ])
  func `money is read`(text: String, money: String) throws {
    let draft = try typed(text, at: "budget/total")
    #expect(draft.text(at: "budget/total") == money)
    #expect(draft.faults.isEmpty)
  }

  @Test(arguments: [
    "4w", "约4万", "无", "1,23", "12,34", "1.", "--3", "1.234", "万元", "1e5", "4万5千",
    "99999999999999999999999999999999999999999", "1,234,5",
  ])
  func `money that cannot be read is kept as typed and told`(text: String) throws {
    let draft = try typed(text, at: "budget/total")
    #expect(draft.text(at: "budget/total") == text)
    #expect(draft.faults.map(\.path) == ["budget/total"])
    #expect(draft.faults.first?.sentence.last == "。")
    guard case .projectTarget(let target) = draft.record else {
      Issue.record("another kind")
      return
    }
    #expect(target.budget.total == nil)
  }

  @Test func `a bare number counts in the unit that the sheet prints, a unit of its own wins`() throws {
    #expect(try typed("4", at: "budget/total", .tenThousandYuan).text(at: "budget/total") == "40000.00")
    #expect(try typed("4元", at: "budget/total", .tenThousandYuan).text(at: "budget/total") == "4.00")
    #expect(
      try typed("34.1234", at: "budget/total", .tenThousandYuan).text(at: "budget/total") == "341234.00")
    #expect(try typed("0.0000001", at: "budget/total", .tenThousandYuan).faults.count == 1)
  }

  @Test func `years are read, and kept where they are no numbers`() throws {
    #expect(try typed("２０２６ 年", at: "project/startYear").json(at: "project/startYear") == "2026")
    #expect(try typed("二零", at: "project/startYear").json(at: "project/startYear") == "\"二零\"")
    #expect(try typed("二零", at: "project/startYear").faults.first?.typed == "二零")
    #expect(try typed("2026.5", at: "project/startYear").faults.count == 1)
  }

  @Test func `what nobody sees goes, what people wrote stays`() throws {
    let draft = try typed("\u{FEFF} 第一段\r\n第二\u{0}段\u{7}\u{B}末\u{3000}\u{FFFE}\n", at: "goals/annual")
    #expect(draft.text(at: "goals/annual") == "第一段\n第二段\n末")
    let hostile = "<script>alert(1)</script>\n=HYPERLINK(\"x\")"
    #expect(try typed(hostile, at: "goals/annual").text(at: "goals/annual") == hostile)
    #expect(try typed(" \u{200A}\u{0}\n", at: "goals/annual").fields.isEmpty)
  }

  @Test func `texts, rows and forms have an end`() throws {
    var random = DraftRandom(seed: 1)
    let draft = FormDraft(kind: .projectTarget)
    func refusal(_ edits: [DraftEdit]) throws -> DraftRefusal? {
      do throws(DraftRefusal) {
        _ = try draft.changes(for: edits, using: &random)
        return nil
      } catch {
        #expect(error.sentence.last == "。")
        return error
      }
    }
    let most = DraftLimits.charactersMax
    #expect(try refusal([.set(path: "goals/annual", typed: String(repeating: "好", count: most))]) == nil)
    for count in [most + 1, 1_000_000] {
      #expect(
        try refusal([.set(path: "goals/annual", typed: String(repeating: "好", count: count))])
          == .textTooLong(path: "goals/annual", charactersMax: most))
    }
    #expect(
      try refusal([.set(path: "budget/total", typed: String(repeating: "9", count: 300))])
        == .textTooLong(path: "budget/total", charactersMax: DraftLimits.numberCharactersMax))
    let rows = PastedBlock(
      list: .indicators, start: .insert(.last), columns: ["name"], texts: (0..<5_000).map { ["第 \($0) 项"] })
    #expect(try refusal([.paste(rows)]) == .tooManyRows(.indicators, rowsMax: DraftLimits.rowsMax))
    let long = (0..<120).map {
      DraftEdit.addRow(
        .indicators, at: .last, cells: ["name": "\($0)", "note": String(repeating: "长", count: 9_000)])
    }
    #expect(try refusal(long) == .formTooLong(bytesMax: DraftLimits.bytesMax))
    let many = (0..<400).map { _ in DraftEdit.addRow(.spendingPlan, at: .last) }
    #expect(try refusal(many) == .tooManyRows(.spendingPlan, rowsMax: DraftLimits.rowsMax))
  }

  @Test(arguments: [
    "", "x", "budget", "indicators", "indicators/k1", "indicators/K1/name", "indicators/0/name",
    "indicators/k1/kind", "indicators/k1/order", "tasks/k1/name", "kind", "indicators/k1/name/x", "goals/",
    "indicators/abcdefghijklmnopq/name", "indicators//name", "indicators/k\u{0}/name",
  ])
  func `fields that the form does not have are refused`(path: String) throws {
    var random = DraftRandom(seed: 1)
    let draft = FormDraft(kind: .projectTarget)
    #expect(throws: DraftRefusal.unknownField(path: path)) {
      try draft.changes(for: .set(path: path, typed: "x"), using: &random)
    }
    #expect(draft.applying([FieldChange(path: path, value: "1")]).fields.isEmpty || path.hasSuffix("/order"))
  }

  @Test(arguments: ["", "x", "{}", "[1]", "true", "null", "\"a", "1 2", "\"a\u{0}\""])
  func `ready changes have to be texts or numbers of JSON`(json: String) throws {
    var random = DraftRandom(seed: 1)
    let draft = FormDraft(kind: .projectTarget)
    #expect(throws: DraftRefusal.unknownField(path: "goals/annual")) {
      try draft.changes(for: .write([FieldChange(path: "goals/annual", value: json)]), using: &random)
    }
  }

  @Test(arguments: ["", "0", "a0", "A", "a-b", "好", String(repeating: "z", count: 60)])
  func `a place that sorts nowhere is refused`(order: String) throws {
    var random = DraftRandom(seed: 1)
    let draft = FormDraft(kind: .projectTarget)
    #expect(throws: DraftRefusal.unknownField(path: "indicators/k1/order")) {
      try draft.changes(
        for: .write([FieldChange(path: "indicators/k1/order", value: "\"\(order)\"")]), using: &random)
    }
  }

  @Test func `a month that is not there is told, and its row is kept`() throws {
    var random = DraftRandom(seed: 1)
    let draft = FormDraft(kind: .projectTarget)
    let after = draft.applying(
      try draft.changes(for: .addRow(.spendingPlan, at: .last, cells: ["percent": "30％"]), using: &random))
    #expect(after.faults.count == 1)
    #expect(after.faults.first?.typed == nil)
    #expect(after.record == .blank(.projectTarget))
    let key = try #require(after.keys(of: .spendingPlan).first)
    let mended = after.applying(
      try after.changes(for: .set(path: "spendingPlan/\(key)/month", typed: "6月"), using: &random))
    guard case .projectTarget(let target) = mended.record else {
      Issue.record("another kind")
      return
    }
    #expect(target.spendingPlan == [PlannedShare(month: 6, percent: "30")])
  }
}

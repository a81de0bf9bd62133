// Patterns of approval numbers: what is one, and what it prints.
import Opinions
import Quantities
import Testing

@Suite struct ApprovalNumberPatternTests {
  private static let good: [(String, Int, String)] = [
    ("云财绩〔{年度}〕{号}号", 12, "云财绩〔2026〕12号"),
    ("{年}-{号:4}", 7, "2026-0007"),
    ("{号:2}/{年度}", 123, "123/2026"),
    ("{年度}{号}", 1, "20261"),
  ]

  @Test(arguments: good.indices) func `a pattern prints its numbers`(_ index: Int) throws {
    let (text, running, printed) = Self.good[index]
    let year = try #require(FiscalYear(2026))
    #expect(try ApprovalNumberPattern(text).number(running, in: year) == printed)
  }

  private static let bad: [(String, ApprovalNumberPattern.Fault)] = [
    ("云财绩〔{年度}〕号", .running),
    ("{年度}{号}{号}", .running),
    ("{号}号", .year),
    ("{年}{年度}{号}", .year),
    ("{年度}{号", .slot),
    ("{年度}号}{号}", .slot),
    ("{年度}{号:0}", .slot),
    ("{年度}{号:9}", .slot),
    ("{年度}{号}{人}", .slot),
    ("", .running),
    (String(repeating: "财", count: 61) + "{年度}{号}", .tooLong),
  ]

  @Test(arguments: bad.indices) func `what is no pattern is told`(_ index: Int) {
    #expect(throws: Self.bad[index].1) { try ApprovalNumberPattern(Self.bad[index].0) }
    #expect(Self.bad[index].1.sentence.hasSuffix("。"))
  }

  @Test func `numbers are counted by the budget's year or by that of the approval`() throws {
    let budgetYear = try #require(FiscalYear(2027))
    let day = try #require(Day(year: 2026, month: 12, day: 20))
    #expect(try ApprovalNumberPattern("{年度}{号}").year(budgetYear: budgetYear, approvedOn: day).year == 2027)
    #expect(try ApprovalNumberPattern("{年}{号}").year(budgetYear: budgetYear, approvedOn: day).year == 2026)
  }
}

// Money in 分, days and fiscal years.

import Testing

@testable import Quantities

@Suite struct MoneyAndDayTests {
  @Test(arguments: [
    ("0", "0.00"), ("0.05", "0.05"), ("77541300", "77541300.00"), ("-1.2", "-1.20"), ("10.5", "10.50"),
  ])
  func `money is yuan with two digits`(yuan: String, printed: String) {
    #expect(ExactDecimal(yuan).flatMap { Money(yuan: $0) }?.description == printed)
  }

  @Test(arguments: ["0.001", "99999999999999999999"])
  func `parts of a 分 and sums beyond 64 bits are refused`(yuan: String) {
    #expect(ExactDecimal(yuan).flatMap { Money(yuan: $0) } == nil)
  }

  @Test func `sums of money do not trap`() {
    #expect(Money(fen: .max).adding(Money(fen: 1)) == nil)
    #expect(Money(fen: .min).subtracting(Money(fen: 1)) == nil)
    #expect(Money(fen: .max).multiplied(by: 2) == nil)
    #expect(Money(fen: 5).adding(Money(fen: 7)) == Money(fen: 12))
    #expect(Money(fen: 150).yuan.description == "1.5")
    #expect(Money(fen: .min).description == "-92233720368547758.08")
  }

  @Test(arguments: [(2024, 2, 29), (2023, 12, 31), (1, 1, 1)])
  func `days of the calendar are days`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) != nil)
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2023, 13, 1), (2023, 0, 1), (2023, 4, 31), (2023, 1, 0), (0, 1, 1),
    (10000, 1, 1),
  ])
  func `other days are none`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `days have an order, a distance and an ISO text`() throws {
    let first = try #require(Day(year: 2023, month: 12, day: 31))
    let second = try #require(Day(year: 2024, month: 3, day: 1))
    #expect(first < second)
    #expect(second.number - first.number == 61)
    #expect(second.description == "2024-03-01")
    #expect(Day(year: 7, month: 1, day: 2)?.description == "0007-01-02")
  }

  @Test func `a fiscal year holds its days`() throws {
    let year = try #require(FiscalYear(2024))
    #expect(year.contains(try #require(Day(year: 2024, month: 12, day: 31))))
    #expect(!year.contains(try #require(Day(year: 2025, month: 1, day: 1))))
    #expect(year.next == FiscalYear(2025))
    #expect(FiscalYear(1900) == nil)
    #expect(FiscalYear(99999) == nil)
  }
}

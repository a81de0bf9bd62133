// Exact decimals: text, order, arithmetic, limits.

import Testing

@testable import Quantities

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("007", "7"), ("1.50", "1.5"), ("-12.50", "-12.5"), (".5", "0.5"), ("5.", "5"),
    ("+3", "3"),
    ("0.00012", "0.00012"), ("1200", "1200"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ("0.10000000000000000000000000000000000000000000000", "0.1"),
  ])
  func `plain text is read exactly and printed the shortest way`(text: String, printed: String) {
    #expect(ExactDecimal(text)?.description == printed)
  }

  @Test(arguments: [
    "", "-", ".", "1.2.3", "1,000", "12a", "１２", "1e5", "--1", "1-",
    "999999999999999999999999999999999999999", " 1",
  ])
  func `what is no plain number is refused`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func `equal numbers are one value`() {
    #expect(ExactDecimal("1.50") == ExactDecimal("1.5"))
    #expect(ExactDecimal(significand: 1200, exponent: -2) == ExactDecimal(12))
    #expect(Set([ExactDecimal("100"), ExactDecimal(100), ExactDecimal("1e2")].compactMap { $0 }).count == 1)
  }

  @Test(arguments: [
    ("1", "2"), ("-2", "-1"), ("-1", "0"), ("0.9", "1"), ("9.99", "10"), ("-10", "9"), ("0", "0.0001"),
    ("99999999999999999999999999999999999998", "99999999999999999999999999999999999999"),
    ("0.1", "100000000000000000000000000000000000000"),
  ])
  func `order follows the number`(low: String, high: String) throws {
    let low = try #require(ExactDecimal(low))
    let high = try #require(ExactDecimal(high))
    #expect(low < high)
    #expect(!(high < low))
    #expect(!(low < low))
  }

  @Test func `sums, products and scales are exact or nil`() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    let fifth = try #require(ExactDecimal("0.2"))
    #expect(tenth.adding(fifth) == ExactDecimal("0.3"))
    #expect(tenth.subtracting(tenth) == .zero)
    #expect(tenth.multiplied(by: fifth) == ExactDecimal("0.02"))
    #expect(ExactDecimal("10.5")?.scaled(byPowerOfTen: 4)?.description == "105000")
    let largest = try #require(ExactDecimal(String(repeating: "9", count: 38)))
    #expect(largest.adding(.one) == ExactDecimal(significand: 1, exponent: 38))
    #expect(largest.multiplied(by: largest) == nil)
    #expect(largest.adding(tenth) == nil)
    #expect(ExactDecimal.one.scaled(byPowerOfTen: 1000) == nil)
    #expect(ExactDecimal(significand: 1, exponent: 4000) == nil)
    #expect(ExactDecimal(significand: .max, exponent: 0) == nil)
  }

  @Test(arguments: [
    ("2.345", 2, "2.35"), ("-2.345", 2, "-2.35"), ("2.344", 2, "2.34"), ("5", 2, "5"), ("0.5", 0, "1"),
    ("0.0001", 2, "0"),
  ])
  func `rounding is half up, away from zero`(text: String, places: Int, expected: String) {
    #expect(ExactDecimal(text)?.rounded(toPlaces: places)?.description == expected)
  }

  @Test(arguments: [("5", 5), ("1200", 1200), ("-3", -3)])
  func `whole numbers come out as integers`(text: String, expected: Int) {
    #expect(ExactDecimal(text)?.whole == expected)
  }

  @Test(arguments: ["0.5", "99999999999999999999", "-1.01"])
  func `what is not whole or too large does not`(text: String) {
    #expect(ExactDecimal(text)?.whole == nil)
  }
}

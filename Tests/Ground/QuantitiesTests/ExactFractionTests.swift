// Exact fractions: reduction, arithmetic, limits and what is refused.

import Testing

@testable import Quantities

@Suite struct ExactFractionTests {
  @Test func `fractions are reduced with the sign above`() {
    #expect(ExactFraction(2, over: 4)?.description == "1/2")
    #expect(ExactFraction(3, over: -6)?.description == "-1/2")
    #expect(ExactFraction(6, over: 3)?.description == "2")
    #expect(ExactFraction(0, over: 5)?.description == "0")
  }

  @Test func `a zero denominator and what does not fit are refused`() {
    #expect(ExactFraction(1, over: 0) == nil)
    #expect(ExactFraction(.min, over: 1) == nil)
    #expect(ExactFraction(ExactDecimal(1), dividedBy: .zero) == nil)
    let wide = ExactFraction(.max, over: 1)
    #expect(wide?.multiplied(by: ExactFraction(whole: 2)) == nil)
    #expect(ExactFraction(whole: 1).divided(by: ExactFraction(whole: 0)) == nil)
  }

  @Test func `division of decimals, products and order are exact`() throws {
    #expect(ExactFraction(ExactDecimal(1), dividedBy: ExactDecimal(18))?.description == "1/18")
    let oneAndHalf = try #require(ExactDecimal("1.5"))
    #expect(ExactFraction(.one, dividedBy: oneAndHalf)?.description == "2/3")
    let third = try #require(ExactFraction(1, over: 3))
    #expect(third.multiplied(by: ExactFraction(whole: 3)) == .one)
    #expect(third.compared(to: .one) == -1)
    #expect(third.decimal(places: 4)?.description == "0.3333")
    #expect(ExactFraction(2, over: 3)?.decimal(places: 2)?.description == "0.67")
    #expect(ExactFraction(-1, over: 2)?.decimal(places: 0)?.description == "-1")
  }
}

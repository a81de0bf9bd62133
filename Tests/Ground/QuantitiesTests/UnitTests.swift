// Units: synonyms, conversion, algebra.

import Testing

@testable import Quantities

@Suite struct UnitTests {
  @Test(arguments: [
    ("㎡", "平方米"), ("km", "公里"), ("名", "人"), ("个月", "月"), ("工作日", "个工作日"), ("百分比", "%"), ("￥", "元"),
  ])
  func `a synonym is the unit itself`(synonym: String, symbol: String) {
    #expect(Unit(synonym) == Unit(symbol))
    #expect(Unit(synonym).symbol == symbol)
  }

  @Test(arguments: ["畦", "", "2年", "人 次", "元元"])
  func `an unknown counter is a unit of its own`(symbol: String) {
    #expect(!Unit(symbol).isKnown)
    #expect(Unit(symbol).symbol == symbol)
    #expect(Unit(symbol).dimension == .unknown)
    #expect(Unit(symbol).factor(to: Unit(symbol)) == .one)
    #expect(Unit(symbol).factor(to: .person) == nil)
  }

  @Test(arguments: [
    ("公顷", "平方米", "10000"), ("亩", "平方米", "2000/3"), ("平方公里", "亩", "1500"), ("吨", "公斤", "1000"),
    ("小时", "分钟", "60"),
    ("年", "月", "12"), ("季度", "年", "1/4"), ("‰", "%", "1/10"), ("比例", "%", "100"), ("场次", "场", "1"),
    ("日", "天", "1"),
  ])
  func `conversion is exact`(from: String, to: String, factor: String) {
    #expect(Unit(from).factor(to: Unit(to))?.description == factor)
    #expect(
      Unit(to).factor(to: Unit(from))
        == Unit(from).factor(to: Unit(to)).flatMap { ExactFraction.one.divided(by: $0) })
  }

  @Test(arguments: [
    ("人", "人次"), ("元", "%"), ("%", "百分点"), ("年", "天"), ("个工作日", "天"), ("台", "个"), ("M", "MB"),
  ])
  func `what differs in kind does not convert`(from: String, to: String) {
    #expect(Unit(from).factor(to: Unit(to)) == nil)
  }

  @Test func `every word of the registry leads to one unit, and every reference is its own`() {
    let registry = UnitRegistry.standard
    #expect(Set(registry.words.map(\.word)).count == registry.words.count)
    for definition in registry.definitions {
      let unit = Unit(definition.symbol)
      #expect(unit.symbol == definition.symbol)
      #expect(unit.reference.unit.reference.unit == unit.reference.unit)
    }
  }

  @Test func `quantity times unit cost is money`() throws {
    let households = try #require(Quantity(ExactDecimal(1560), over: [Unit("户")]))
    let price = try #require(Quantity(ExactDecimal(200), over: [.yuan], under: [Unit("户")]))
    #expect(
      households.multiplied(by: price)
        == .quantity(try #require(Quantity(ExactDecimal(312_000), over: [.yuan]))))
  }

  @Test func `months cancel against years with their factor`() throws {
    let wage = try #require(Quantity(ExactDecimal(1200), over: [.yuan], under: [.person, .year]))
    let work = try #require(Quantity(ExactDecimal(6), over: [.person, .month]))
    #expect(wage.multiplied(by: work) == .quantity(try #require(Quantity(ExactDecimal(600), over: [.yuan]))))
    #expect(wage.unit.description == "元/人·年")
  }

  @Test func `sums convert, and unlike units are told`() throws {
    let square = try #require(Quantity(ExactDecimal(5000), over: [Unit("平方米")]))
    let hectare = try #require(Quantity(ExactDecimal(1), over: [Unit("公顷")]))
    #expect(
      square.adding(hectare) == .quantity(try #require(Quantity(ExactDecimal(15000), over: [Unit("平方米")]))))
    let people = try #require(Quantity(ExactDecimal(3), over: [.person]))
    #expect(square.adding(people) == .unlike(square.unit, people.unit))
    let huge = Quantity(try #require(ExactFraction(.max, over: 1)), CompoundUnit(over: [.person]))
    #expect(huge.adding(people) == .tooLarge)
    #expect(huge.multiplied(by: people) == .tooLarge)
  }

  @Test func `the order of factors has no meaning`() {
    #expect(
      CompoundUnit(over: [.yuan], under: [.person, .month])
        == CompoundUnit(over: [.yuan], under: [.month, .person]))
    #expect(
      CompoundUnit(over: [.yuan], under: [.person]) != CompoundUnit(over: [.yuan], under: [.person, .person]))
  }
}

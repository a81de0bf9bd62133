// Printed amounts, counts, decimals, years: units, separators, dashes, rounding, numbers that do not fit.
import Quantities
import TableProbes
import Testing

@testable import FormVocabulary

@Suite struct MoneyAndNumbersTests {
  @Test(
    arguments: [
      ("190000", nil, "190000.00"),
      ("8,827,620.53", nil, "8827620.53"),
      ("８，８２７，６２０．５３", nil, "8827620.53"),
      ("12.5", .tenThousandYuan, "125000.00"),
      ("12.5万元", nil, "125000.00"),
      ("12.5万", nil, "125000.00"),
      ("3亿元", .tenThousandYuan, "300000000.00"),
      ("0.35亿", nil, "35000000.00"),
      ("500元", .tenThousandYuan, "500.00"),
      ("7千元", nil, "7000.00"),
      ("2", .thousandYuan, "2000.00"),
      ("1.5", .hundredMillionYuan, "150000000.00"),
      ("854万元（沟渠清淤400万元，其余用于管护）", nil, "8540000.00"),
      ("育苗补助资金36.2万元", nil, "362000.00"),
      ("-120.5", nil, "-120.50"),
      ("0", .tenThousandYuan, "0.00"),
      ("￥ 1 200.00", nil, "1200.00"),
      ("1.2E+06", nil, "1200000.00"), ("1.9e5元", nil, "190000.00"), ("1.9×10^5", nil, "190000.00"),
      ("12E-1", .tenThousandYuan, "12000.00"), ("4.9E-5", nil, "0.00"),
      ("2024年118.00", .tenThousandYuan, "1180000.00"),
      ("2024年度预算数：118万元", nil, "1180000.00"), ("约12万元", nil, "120000.00"), ("RMB12", nil, "12.00"),
      ("118.00，其中省级100.00", .tenThousandYuan, "1180000.00"), ("12元。", nil, "12.00"),
      ("2E0万元", nil, "20000.00"), ("-1.5E2", nil, "-150.00"),
    ] as [(String, MoneyScale?, String)])
  func `an amount is read in its unit`(text: String, scale: MoneyScale?, yuan: String) {
    #expect(Amount.money(text, scale: scale)?.description == yuan)
  }

  @Test(arguments: [
    "", "—", "-", "－－", "无", "/", "见附件", "万元", "12345678901234567890123456789",
    "1e999", "1E+308", "4.9E-324", "1e99999", "4\u{FFFD}0000", "5e", "详见附件2", "见表3", "=SUM(D5:D7)", "1,18.00",
    "118.O0", "1O0", "（118.00）", "118.00-120.00", "118~120", "#DIV/0!", "=E5/D5", "2025年3月",
  ])
  func `what holds no amount gives none`(text: String) {
    #expect(Amount.money(text, scale: .tenThousandYuan) == nil)
  }

  @Test(arguments: [
    ("1e999", true), ("4\u{FFFD}000", true), ("12345678901234567890123456789", true), ("12", false),
    ("见附件", false), ("详见附件2", true), ("118-120", true), ("（118）", true), ("2024年118万元", false),
    ("", false), ("/", false),
  ])
  func `a number that is no amount is told from a text`(text: String, isBroken: Bool) {
    #expect(Amount.isBroken(text) == isBroken)
  }

  @Test(arguments: [
    ("0.004", "0.00"), ("0.005", "0.01"), ("0.015", "0.02"), ("1.994999", "1.99"), ("1.995", "2.00"),
    ("-0.005", "-0.01"), ("0.333333333333333333", "0.33"),
  ])
  func `parts below one fen are rounded half up`(text: String, yuan: String) {
    #expect(Amount.money(text, scale: nil)?.description == yuan)
  }

  @Test(
    arguments: [
      ("92233720368547758.06", .yuan, "92233720368547758.06"),
      ("92233720368547758.07", .yuan, nil),
      ("99999999999999999", .yuan, nil),
      ("184467440737095516", .yuan, nil),
      ("999999999999999999", .hundredMillionYuan, nil),
      ("9223372036854775807", .yuan, nil),
      ("9223372036.8547758", .tenThousandYuan, "92233720368547.76"),
      ("0.00000000000000000001", .yuan, nil),
    ] as [(String, MoneyScale, String?)])
  func `amounts at the edge of what fits are exact or none`(text: String, scale: MoneyScale, yuan: String?) {
    #expect(Amount.money(text, scale: scale)?.description == yuan)
  }

  @Test func `no text of digits makes an amount trap`() {
    var random = SeededGenerator(seed: 11)
    let scales: [MoneyScale?] = [nil, .yuan, .thousandYuan, .tenThousandYuan, .hundredMillionYuan]
    var read = 0
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...26, using: &random) {
        text.append("0123456789999.,-万亿元 ".randomElement(using: &random) ?? "0")
      }
      if let money = Amount.money(text, scale: scales.randomElement(using: &random) ?? nil) {
        read += 1
        #expect(Money(fen: money.fen) == money)
      }
    }
    #expect(read > 1_000)
  }

  @Test(arguments: [
    ("100.00%", "100.00"), ("85.25％", "85.25"), ("10分", "10"), ("96.5", "96.5"), ("１０", "10"), ("-3", "-3"),
    ("1,234.50", "1234.50"), ("（20分）", "20"), ("—", nil), ("", nil), ("/", nil), ("优", nil),
  ])
  func `a decimal keeps its digits and loses its sign of percent`(text: String, decimal: String?) {
    #expect(Amount.decimal(text) == decimal)
  }

  @Test(arguments: [
    ("4", 4), ("4人", 4), ("共 12 个", 12), ("1,024", 1024), ("0", 0), ("4.5", nil), ("-4", nil), ("四", nil),
    ("", nil),
    ("999999999999999999999", nil),
  ])
  func `a count is a whole number or none`(text: String, count: Int?) {
    #expect(Amount.count(text) == count)
  }

  @Test(arguments: [
    ("2022年3月-2023年11月", [2022, 2023]), ("2024.01—2026.12", [2024, 2026]),
    ("20240101至20251231", [2024, 2025]),
    ("202401-202612", [2024, 2026]), ("长期", []), ("1年", []), ("1899年", []), ("2100年", []), ("12024年", []),
    ("2024", [2024]),
  ])
  func `years of a span are read in order`(text: String, years: [Int]) {
    #expect(Amount.years(in: text) == years)
  }

  @Test(arguments: [
    ("", true), ("12.5", true), ("—", true), ("/", true), ("无", true), ("￥300", true), ("12万元", true),
    ("-8", true),
    ("2024年度", false), ("其他资金", false), ("≥5", false), ("人均200元", false),
  ])
  func `a money cell holds numbers, dashes or nothing`(text: String, isNumeric: Bool) {
    #expect(Amount.looksNumeric(text) == isNumeric)
  }
}

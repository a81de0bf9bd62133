// Random meanings for the law of printing and reading.

import Quantities

@testable import IndicatorValues

/// Makes meanings that a text without context can have.
struct RandomMeanings {
  var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func meaning() -> IndicatorValue.Meaning {
    switch Int.random(in: 0..<12, using: &random) {
    case 0...4: .measure(measure())
    case 5: .frequency(frequency())
    case 6, 7: .deadline(deadline())
    case 8: .composite(composite())
    case 9: .grade(grade())
    case 10: .yesNo(random.pick([true, false, nil]))
    default: .qualitative(qualitative())
    }
  }

  mutating func number() -> ExactDecimal {
    let significand = Int128(
      Int64.random(in: 0...random.pick([9, 99, 9999, 99_999_999, Int64.max]), using: &random))
    return ExactDecimal(significand: significand, exponent: random.pick([0, 0, 0, -1, -2, 4, -7, 12])) ?? .one
  }

  private mutating func unit() -> Unit {
    Unit(
      random.pick(["人", "场", "%", "元", "个", "人次", "亩", "公里", "份", "天", "小时", "‰", "百分点", "立方米", "畦", "个工作日"]))
  }

  private mutating func subject() -> String? {
    random.chance(30) ? random.pick(["合格率", "培训", "服务群众", "覆盖面积", "群众满意度", "设备购置"]) : nil
  }

  mutating func measure(withSubject: Bool? = nil) -> Measure {
    var measure = Measure(number: number())
    if random.chance(85) { measure.unit = unit() }
    if let unit = measure.unit, random.chance(25), unit.dimension == .money || unit.dimension == .people {
      measure.per = random.pick([
        [Unit("户")], [Unit("人次"), Unit("年")], [Unit("月")], [Unit("村")], [Unit("场")],
      ])
    }
    if withSubject ?? random.chance(30) { measure.subject = subject() ?? (withSubject == true ? "合格率" : nil) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: measure.comparator = .plusMinus
    case 1:
      measure.comparator = .between
      measure.upper = measure.number.adding(ExactDecimal(7))
      // 2024-2031 is a span of years.
      let mayBeYears = measure.number > ExactDecimal(1900) && measure.number < ExactDecimal(2300)
      if measure.upper == nil || mayBeYears {
        measure.upper = nil
        measure.comparator = nil
      }
    case 2:
      measure.comparator = .about
      measure.isApproximate = true
    case 3: measure.comparator = .atMost
    case 4, 5: measure.comparator = .atLeast
    case 6: measure.comparator = random.pick([.moreThan, .lessThan, .equal])
    case 7: measure.number = measure.number.negated
    default: break
    }
    if measure.comparator == .plusMinus, random.chance(40) { measure.center = number() }
    if measure.comparator == nil, measure.number > .zero, random.chance(8) {
      measure.ratioTo = ExactDecimal(Int.random(in: 2...99, using: &random))
      measure.unit = .ratio
      measure.per = []
    }
    return measure
  }

  mutating func frequency() -> Frequency {
    let per: [Unit] = random.pick([
      [Unit("月")], [Unit("年")], [Unit("季度")], [Unit("2年")], [Unit("年"), Unit("村")],
    ])
    guard random.chance(85) else {
      return Frequency(number: nil, unit: nil, per: [random.pick([Unit("月"), Unit("年"), Unit("季度")])])
    }
    var frequency = Frequency(
      number: ExactDecimal(Int.random(in: 1...400, using: &random)),
      unit: Unit(random.pick(["次", "场", "场次", "期", "批次"])),
      per: per, subject: subject())
    switch Int.random(in: 0..<4, using: &random) {
    case 0: frequency.comparator = .atLeast
    case 1:
      frequency.comparator = .between
      frequency.upper = frequency.number?.adding(ExactDecimal(3))
    case 2: frequency.comparator = .atMost
    default: break
    }
    return frequency
  }

  mutating func deadline() -> Deadline {
    let year = random.chance(70) ? Int.random(in: 2018...2035, using: &random) : nil
    let month = Int.random(in: 1...12, using: &random)
    let monthEnd = Day.length(ofMonth: month, in: year)
    var deadline: Deadline
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      let day = Int.random(in: 1...monthEnd, using: &random)
      deadline = Deadline(to: DatePoint(year: year, month: month, day: day), precision: .day)
    case 1:
      let day = random.pick([10, 20, monthEnd])
      return Deadline(to: DatePoint(year: year, month: month, day: day), precision: .tenDays, subject: nil)
    case 2, 3: deadline = Deadline(to: DatePoint(year: year, month: month, day: monthEnd), precision: .month)
    case 4:
      let end = random.pick([3, 6, 9, 12])
      deadline = Deadline(
        to: DatePoint(year: year, month: end, day: Day.length(ofMonth: end, in: year)), precision: .quarter)
    case 5: deadline = Deadline(to: DatePoint(year: year, month: 12, day: 31), precision: .year)
    case 6:
      let first = DatePoint(year: year, month: Int.random(in: 1...month, using: &random), day: 1)
      deadline = Deadline(
        from: first, to: DatePoint(year: year, month: month, day: monthEnd), precision: .span)
    case 7:
      deadline = Deadline(
        to: DatePoint(year: nil, month: month, day: Day.length(ofMonth: month, in: nil)), precision: .month,
        anchor: random.pick([.everyYear, .followingYear]))
    default: return Deadline(to: nil, precision: .span, anchor: .named(random.pick(["“十四五”期间", "十五五期间"])))
    }
    if random.chance(15), deadline.anchor == .calendar, deadline.precision != .span {
      deadline.comparator = .atMost
    }
    if random.chance(20), deadline.comparator == nil { deadline.subject = random.pick(["资金", "项目验收"]) }
    return deadline
  }

  mutating func composite() -> Composite {
    if random.chance(30) {
      let count = Measure(number: ExactDecimal(Int.random(in: 1...90, using: &random)), unit: .person)
      let price = Measure(number: number(), unit: .yuan, per: [.person])
      return Composite(connective: .times, terms: [term(.measure(count)), term(.measure(price))])
    }
    let terms = (0..<Int.random(in: 2...4, using: &random)).map { _ -> IndicatorValue in
      if random.chance(15) {
        return term(.deadline(Deadline(to: DatePoint(year: 2025, month: 6, day: 30), precision: .month)))
      }
      var measure = measure(withSubject: true)
      measure.per = []
      return term(.measure(measure))
    }
    return Composite(connective: random.pick([.and, .or]), terms: terms)
  }

  private func term(_ meaning: IndicatorValue.Meaning) -> IndicatorValue {
    IndicatorValue(source: "", meaning: meaning)
  }

  mutating func grade() -> Grade {
    if random.chance(20) { return Grade(choice: nil, scale: ["优", "良", "中", "差"]) }
    return Grade(
      comparator: random.pick([nil, nil, .atLeast, .atMost]),
      choice: random.pick(["优", "合格", "二级", "Ⅲ类", "A级", "优秀"]))
  }

  mutating func qualitative() -> Qualitative {
    random.pick([
      Qualitative(text: "有效提升", direction: .up), Qualitative(text: "逐步减少", direction: .down),
      Qualitative(text: "长期", direction: nil), Qualitative(text: "全覆盖", direction: nil),
      Qualitative(text: "无重大安全事故", direction: .down),
    ])
  }
}

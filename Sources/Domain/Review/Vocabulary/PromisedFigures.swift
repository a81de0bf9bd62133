// The numbers that a goal promises in prose, each with its unit and the clause it stands in.
import IndicatorValues
import Quantities

/// One promised number: `100个以上普通家庭`, `80%`, `至少一场`.
struct PromisedFigure: Equatable {
  var number: ExactDecimal
  /// As printed behind the number: 场, 人次, %.
  var unit: String
  /// What it means.
  var counter: Unit
  /// True for % and ‰.
  var isShare: Bool { counter.dimension == .share }
  /// The clause around it, shortened.
  var clause: String
  /// True where words bound it: 至少, 不多于, 以上.
  var isBounded: Bool
  /// True for so many for each of others: 每家每月不少于 100 批次.
  var isRate = false

  /// True where a measure counts the same kind of thing.
  func matchesUnit(of measure: Measure) -> Bool { measure.unit.map(matches) ?? false }

  /// True for a unit that counts the same kind of thing.
  func matches(_ other: Unit) -> Bool {
    counter == other
      || counter.dimension == other.dimension && counter.dimension != .unknown && counter.dimension != .things
  }
}

/// Finds promised numbers; list numbers, years, names, money, spans of time and what is only told are none.
///
/// Source: rules.md, How the rules are read, 5 and 14.
enum PromisedFigures {
  static func all(in text: String) -> [PromisedFigure] {
    Numeral.mayStand(in: text) ? all(in: text.scalars) : []
  }

  /// Those of a text that is taken apart already.
  static func all(in scalars: [Unicode.Scalar]) -> [PromisedFigure] {
    var found: [PromisedFigure] = []
    var start = 0
    var hasNumber = false
    for place in scalars.indices {
      if Numeral.begins(scalars[place]) {
        hasNumber = true
      } else if endsClause(place, in: scalars) {
        if hasNumber { found += figures(in: scalars[start..<place]) }
        start = place + 1
        hasNumber = false
      }
    }
    if hasNumber { found += figures(in: scalars[start...]) }
    return found
  }

  // MARK: Clauses

  /// True for a mark that parts clauses; commas between digits part nothing.
  private static func endsClause(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    switch scalars[place] {
    case "，", "。", "；", ";", "！", "？", "\n", "：", ":": true
    case ",":
      !(place > 0 && place + 1 < scalars.count && scalars[place - 1].isDigit && scalars[place + 1].isDigit)
    default: false
    }
  }

  /// What is told of the present or of others (目前, 其中) is no promise.
  private static func isTold(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    clause.withUnsafeBufferPointer { ConceptVocabulary.lexicon.read($0).anywhere.contains(.told) }
  }

  private static func figures(in clause: ArraySlice<Unicode.Scalar>) -> [PromisedFigure] {
    var figures: [PromisedFigure] = []
    var quoted = 0
    var place = clause.startIndex
    while place < clause.endIndex {
      switch clause[place] {
      case "“", "《", "〔": quoted += 1
      case "”", "》", "〕": quoted = max(0, quoted - 1)
      default:
        guard quoted == 0, Numeral.begins(clause[place]), let number = Numeral(at: place, in: clause)
        else { break }
        if let figure = figure(number, in: clause) { figures.append(figure) }
        place = max(number.end, place + 1)
        continue
      }
      place += 1
    }
    return figures.isEmpty || isTold(clause) ? [] : figures
  }

  /// True for 各配置1台 and 各1台; not for 各类人员100人.
  private static func isForEach(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let each = before.lastIndex(of: "各") else { return false }
    return before[each...].dropFirst().first.map { !togethers.contains($0) } ?? true
  }

  /// Behind 各 these speak of all together.
  private static let togethers = ScalarSet("类级种项界族乡村镇街县市区部单校院所站点")

  private static func figure(_ number: Numeral, in clause: ArraySlice<Unicode.Scalar>) -> PromisedFigure? {
    let before = clause[..<number.start]
    if let last = before.last, last == "第" || last == "每" || last == "前" { return nil }
    let isWhere = isWhere(number, in: clause)
    guard let (unit, counter, end) = unit(at: number.end, in: clause) else { return nil }
    // 24小时内, 5个工作日内 bound as 以内 does.
    let isWithin = counter.dimension == .time && clause[end...].first == "内"
    let isBounded = bounds(before: before) || bounds(behind: clause[end...]) || isWithin
    if number.isWord, !isBounded && !counts(number, unit, clause[end...]) { return nil }
    switch counter.dimension {
    case .money, .score, .multiple: return nil
    case .time where !isBounded || unit == "年" || unit.hasSuffix("月"): return nil
    // 5G, 1:5比例 name things.
    case .storage where !isBounded && number.value <= ExactDecimal(6): return nil
    case .share where unit == "比例": return nil
    default: break
    }
    if isWhere, !isBounded { return nil }
    // 32个村 is where, 3类 is how it is sorted.
    if unit == "个", !isBounded, let next = clause[end...].first, places.contains(next) { return nil }
    if let kind = unit.unicodeScalars.first, unit.utf8.count == 3, kinds.contains(kind),
      !(number.isWord && spoken.contains(unit)),
      kind != "期" || !isCourse(before, behind: clause[end...])
    {
      return nil
    }
    if unit == "周岁" { return nil }
    return PromisedFigure(
      number: number.value, unit: unit, counter: counter,
      clause: shortened(clause, around: number.start..<end), isBounded: isBounded,
      isRate: before.suffix(10).contains("每") || isForEach(before.suffix(4)))
  }

  /// True for 三场讲座, 十名干部: words before a counter of events or people; 一次, 两个, 三方 are parts of words.
  private static func counts(
    _ number: Numeral, _ unit: String, _ behind: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard number.value > .one, spoken.contains(unit) else { return false }
    // 三期工程 is a name; so is 二期 beside 两期.
    return !(behind.first.map { namesBehind.contains($0) } ?? false)
  }

  /// True for 举办培训班 4 期; 分 3 期 and 2 期工程 are how a work is parted.
  private static func isCourse(
    _ before: ArraySlice<Unicode.Scalar>, behind: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    before.last(where: { $0 != " " }) != "分" && !(behind.first.map { namesBehind.contains($0) } ?? false)
      && before.contains { courses.contains($0) }
  }

  private static let courses = ScalarSet("班训课讲刊报")
  private static let namesBehind = ScalarSet("会性产项工建改平系扩标规债攻")
  private static let spoken: Set<String> = ["场", "场次", "名", "户", "篇", "公里", "人次", "台", "期"]

  /// True behind 在, and behind 为, 对 where another number follows: 为 26 所学校 13,000 名学生.
  private static func isWhere(_ number: Numeral, in clause: ArraySlice<Unicode.Scalar>) -> Bool {
    switch clause[..<number.start].last(where: { $0 != " " }) {
    case "在": true
    case "为", "对", "向", "给": clause[number.end...].contains { $0.isDigit }
    default: false
    }
  }

  /// True behind 至少, 不少于, 不超过, 达.
  private static func bounds(before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = before.last else { return false }
    if last == "达" || last == "≥" || last == "≤" { return true }
    let first = before.dropLast().last ?? " "
    return switch last {
    case "少": first == "至"
    case "于": compared.contains(first)
    case "过": first == "超"
    case "到": first == "达"
    default: false
    }
  }

  /// True before 以上, 以内, 以下, 左右.
  private static func bounds(behind: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = behind.first, let second = behind.dropFirst().first else { return false }
    return first == "以" && (second == "上" || second == "内" || second == "下") || first == "左" && second == "右"
  }

  private static let compared = ScalarSet("少低多高")
  private static let kinds = ScalarSet("类种级期批届年月代层号岁")
  private static let listMarks = ScalarSet(" .、（）()．")
  private static let places = ScalarSet("片村社镇街乡县区市行自园校站点馆室部单机院科方环阶月工步层级小主重")

  private static let firstOfUnits = ScalarSet(
    String(String.UnicodeScalarView(UnitRegistry.standard.words.compactMap(\.word.unicodeScalars.first))))

  /// The counter behind a number, behind 余, 多 and 万; nil where none is known.
  private static func unit(at place: Int, in clause: ArraySlice<Unicode.Scalar>) -> (String, Unit, Int)? {
    var place = place
    while place < clause.endIndex, clause[place] == " " || clause[place] == "余" || clause[place] == "多" {
      place += 1
    }
    guard place < clause.endIndex else { return nil }
    if clause[place] == "%" || clause[place] == "％" { return ("%", .percent, place + 1) }
    guard firstOfUnits.contains(clause[place]) else { return nil }
    let isWorkday = workday.elementsEqual(clause[place...].prefix(4))
    if isWorkday { return ("个工作日", Unit("个工作日"), place + 4) }
    for length in stride(from: min(3, clause.endIndex - place), to: 0, by: -1) {
      guard let (symbol, unit) = units[packed(clause[place..<(place + length)])] else { continue }
      return (symbol, unit, place + length)
    }
    return nil
  }

  private static let workday = "个工作日".scalars

  /// The known units of up to three characters, by these.
  private static let units: [UInt64: (symbol: String, unit: Unit)] = {
    var units: [UInt64: (symbol: String, unit: Unit)] = [:]
    for (word, code) in UnitRegistry.standard.words where word.unicodeScalars.count <= 3 {
      units[packed(word.scalars[...])] = (word, Unit(code: code))
    }
    return units
  }()

  /// Up to three characters as one number.
  private static func packed(_ letters: ArraySlice<Unicode.Scalar>) -> UInt64 {
    letters.reduce(0) { $0 << 21 | UInt64($1.value) }
  }

  /// At most 18 characters of a clause, with the number in it.
  private static func shortened(_ clause: ArraySlice<Unicode.Scalar>, around range: Range<Int>) -> String {
    var clause = clause
    // `1.`, `（2）` and blanks at the front are the list's; the year in 2027年 is the clause's.
    while let first = clause.first, clause.startIndex < range.lowerBound {
      let behind = clause.drop(while: \.isDigit).first.map { listMarks.contains($0) } ?? false
      guard listMarks.contains(first) || first.isDigit && behind else { break }
      clause.removeFirst()
    }
    guard clause.count > 18 else { return String(of: clause) }
    var start = max(clause.startIndex, min(range.lowerBound - 8, clause.endIndex - 18))
    // no cut through 2027年
    while start > clause.startIndex, clause[start - 1].isDigit { start -= 1 }
    let end = min(clause.endIndex, max(range.upperBound + 2, start + 18))
    return (start > clause.startIndex ? "…" : "") + String(of: clause[start..<end])
      + (end < clause.endIndex ? "…" : "")
  }
}

/// A number in digits or in Chinese words, with its scale.
private struct Numeral {
  var start: Int
  var end: Int
  var value: ExactDecimal
  /// True for 三, 十二: many of them are parts of words.
  var isWord: Bool

  /// A look at the bytes: most names hold nothing that a number can begin with.
  static func mayStand(in text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var place = 0
      while place < bytes.count {
        let (value, behind) = Lexicon.scalar(at: place, in: bytes)
        if let scalar = Unicode.Scalar(value), begins(scalar) { return true }
        place = behind
      }
      return false
    } ?? true
  }

  /// True for what a number can begin with.
  static func begins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  /// 一 to 九 and 两; 0 for other characters.
  private static func ones(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: 0
    }
  }

  init?(at place: Int, in clause: ArraySlice<Unicode.Scalar>) {
    start = place
    guard Self.begins(clause[place]) else { return nil }
    guard let first = Self.digit(clause[place]) else {
      guard let (value, end) = Self.word(at: place, in: clause) else { return nil }
      (self.end, self.value, isWord) = (end, value, true)
      return
    }
    // Parts of names and documents: A4, 12345热线, 2026-03.
    if place > clause.startIndex, clause[place - 1].isASCII, clause[place - 1].properties.isAlphabetic {
      return nil
    }
    var significand = Int128(first)
    var length = 1
    var places: Int?
    var end = place + 1
    while end < clause.endIndex, length <= 12 {
      if let digit = Self.digit(clause[end]) {
        significand = significand * 10 + Int128(digit)
        length += 1
        places = places.map { $0 + 1 }
      } else if clause[end] == ".", end + 1 < clause.endIndex, Self.digit(clause[end + 1]) != nil,
        places == nil
      {
        places = 0
        length += 1
      } else if clause[end] == ",", end + 1 < clause.endIndex, Self.digit(clause[end + 1]) != nil {
        // thousands
      } else {
        break
      }
      end += 1
    }
    guard length <= 12, var value = ExactDecimal(significand: significand, exponent: -(places ?? 0)) else {
      return nil
    }
    // 2 万册: a blank may stand before the scale, but 100 百姓 are no scale.
    var mark = end
    if mark + 1 < clause.endIndex, clause[mark] == " ", clause[mark + 1] == "万" || clause[mark + 1] == "亿" {
      mark += 1
    }
    if mark < clause.endIndex, let scale = Self.scale(clause[mark]),
      let scaled = value.scaled(byPowerOfTen: scale)
    {
      value = scaled
      end = mark + 1
    }
    (self.end, self.value, isWord) = (end, value, false)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 0x30
    case "０"..."９": scalar.value - 0xFF10
    default: nil
    }
  }

  private static func scale(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "百": 2
    case "千": 3
    case "万": 4
    case "亿": 8
    default: nil
    }
  }

  /// 一 to 九十九.
  private static func word(at place: Int, in clause: ArraySlice<Unicode.Scalar>) -> (ExactDecimal, Int)? {
    var end = place
    var value = 0
    if ones(clause[end]) > 0 {
      value = ones(clause[end])
      end += 1
    }
    if end < clause.endIndex, clause[end] == "十" {
      value = max(1, value) * 10
      end += 1
      if end < clause.endIndex, ones(clause[end]) > 0 {
        value += ones(clause[end])
        end += 1
      }
    }
    return end > place ? (ExactDecimal(value), end) : nil
  }
}

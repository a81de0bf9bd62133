// The numbers that a goal promises in prose, each with its unit and the clause it stands in.
import IndicatorValues
import Quantities

/// One promised number: `100个以上普通家庭`, `80%`, `至少一场`.
struct PromisedFigure: Equatable {
  var number: ExactDecimal
  /// As printed behind the number: 场, 人次, %.
  var unit: String
  /// True for % and ‰.
  var isShare: Bool { Unit(unit).dimension == .share }
  /// The clause around it, shortened.
  var clause: String
  /// True where words bound it: 至少, 不多于, 以上.
  var isBounded: Bool

  /// True where a measure counts the same kind of thing.
  func matchesUnit(of measure: Measure) -> Bool {
    guard let other = measure.unit else { return false }
    let own = Unit(unit)
    return own == other
      || own.dimension == other.dimension && own.dimension != .unknown && own.dimension != .things
  }
}

/// Finds promised numbers; list numbers, years, names, money, spans of time and what is only told are none.
///
/// Source: rules.md, How the rules are read, 5 and 14.
enum PromisedFigures {
  static func all(in text: String) -> [PromisedFigure] {
    guard text.unicodeScalars.contains(where: Numeral.begins) else { return [] }
    return clauses(of: text).flatMap { figures(in: $0) }
  }

  // MARK: Clauses

  private static func clauses(of text: String) -> [[Unicode.Scalar]] {
    let scalars = Array(text.unicodeScalars)
    var clauses: [[Unicode.Scalar]] = [[]]
    for (place, scalar) in scalars.enumerated() {
      let isInNumber =
        scalar == "," && place > 0 && place + 1 < scalars.count && scalars[place - 1].isDigit
        && scalars[place + 1].isDigit
      if "，。；;！？\n：:,".unicodeScalars.contains(scalar), !isInNumber {
        clauses.append([])
      } else {
        clauses[clauses.count - 1].append(scalar)
      }
    }
    return clauses.filter { !$0.isEmpty }
  }

  /// What is told of the present or of others (目前, 其中) is no promise.
  private static func isTold(_ clause: [Unicode.Scalar]) -> Bool {
    ReviewText(String(String.UnicodeScalarView(clause))).speaks(of: .told)
  }

  private static func figures(in clause: [Unicode.Scalar]) -> [PromisedFigure] {
    var figures: [PromisedFigure] = []
    var quoted = 0
    var place = 0
    while place < clause.count {
      let scalar = clause[place]
      if "“《〔".unicodeScalars.contains(scalar) { quoted += 1 }
      if "”》〕".unicodeScalars.contains(scalar) { quoted = max(0, quoted - 1) }
      guard quoted == 0, let number = Numeral(at: place, in: clause) else {
        place += 1
        continue
      }
      if let figure = figure(number, in: clause) { figures.append(figure) }
      place = max(number.end, place + 1)
    }
    return figures.isEmpty || isTold(clause) ? [] : figures
  }

  private static func figure(_ number: Numeral, in clause: [Unicode.Scalar]) -> PromisedFigure? {
    let before = clause[..<number.start]
    if let last = before.last, "第每前".unicodeScalars.contains(last) { return nil }
    guard let (unit, end) = unit(at: number.end, in: clause) else { return nil }
    let isBounded = bounds(before: before) || bounds(behind: clause[end...])
    if number.isWord, !isBounded || number.value < ExactDecimal(1) { return nil }
    switch Unit(unit).dimension {
    case .money, .score, .multiple: return nil
    case .time where !isBounded || unit == "年" || unit == "月": return nil
    default: break
    }
    // 32个村 is where, 3类 is how it is sorted.
    if unit == "个", !isBounded, let next = clause[end...].first, places.contains(next) { return nil }
    if "类种级期条批届年月代层号".contains(unit) { return nil }
    return PromisedFigure(
      number: number.value, unit: unit, clause: shortened(clause, around: number.start..<end),
      isBounded: isBounded)
  }

  /// True behind 至少, 不少于, 不超过, 达.
  private static func bounds(before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = before.last else { return false }
    if "达≥≤".unicodeScalars.contains(last) { return true }
    let first = before.dropLast().last ?? " "
    return switch last {
    case "少": first == "至"
    case "于": "少低多高".unicodeScalars.contains(first)
    case "过": first == "超"
    case "到": first == "达"
    default: false
    }
  }

  /// True before 以上, 以内, 以下, 左右.
  private static func bounds(behind: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = behind.first, let second = behind.dropFirst().first else { return false }
    return first == "以" && "上内下".unicodeScalars.contains(second) || first == "左" && second == "右"
  }

  private static let places: Set<Unicode.Scalar> = Set("村社镇街乡县区市行自园校站点馆室部单机院科方环阶月工步层级小主重".unicodeScalars)

  /// The counter behind a number, behind 余, 多 and 万; nil where none is known.
  private static func unit(at place: Int, in clause: [Unicode.Scalar]) -> (String, Int)? {
    var place = place
    while place < clause.count, clause[place] == " " || "余多".unicodeScalars.contains(clause[place]) {
      place += 1
    }
    guard place < clause.count else { return nil }
    if clause[place] == "%" || clause[place] == "％" { return ("%", place + 1) }
    for length in [3, 2, 1] where place + length <= clause.count {
      let symbol = String(String.UnicodeScalarView(clause[place..<(place + length)]))
      if Unit(symbol).isKnown { return (symbol, place + length) }
    }
    return nil
  }

  /// At most 18 characters of a clause, with the number in it.
  private static func shortened(_ clause: [Unicode.Scalar], around range: Range<Int>) -> String {
    var clause = clause[...]
    // `1.`, `（2）` and blanks at the front are the list's.
    while let first = clause.first, clause.startIndex < range.lowerBound,
      first.isDigit || " .、（）()．".unicodeScalars.contains(first)
    { clause.removeFirst() }
    guard clause.count > 18 else { return String(String.UnicodeScalarView(clause)) }
    let start = max(clause.startIndex, min(range.lowerBound - 8, clause.endIndex - 18))
    let end = min(clause.endIndex, max(range.upperBound + 2, start + 18))
    return (start > clause.startIndex ? "…" : "") + String(String.UnicodeScalarView(clause[start..<end]))
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

  /// True for what a number can begin with.
  static func begins(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || (0xFF10...0xFF19).contains(scalar.value) || scalar == "十" || ones[scalar] != nil
  }

  private static let ones: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  init?(at place: Int, in clause: [Unicode.Scalar]) {
    start = place
    guard let first = Self.digit(clause[place]) else {
      guard let (value, end) = Self.word(at: place, in: clause) else { return nil }
      (self.end, self.value, isWord) = (end, value, true)
      return
    }
    // Parts of names and documents: A4, 12345热线, 2026-03.
    if place > 0, clause[place - 1].isASCII, clause[place - 1].properties.isAlphabetic { return nil }
    var digits = first
    var end = place + 1
    while end < clause.count {
      if let digit = Self.digit(clause[end]) {
        digits += digit
      } else if clause[end] == ".", end + 1 < clause.count, Self.digit(clause[end + 1]) != nil,
        !digits.contains(".")
      {
        digits += "."
      } else if clause[end] == ",", end + 1 < clause.count, Self.digit(clause[end + 1]) != nil {
        // thousands
      } else {
        break
      }
      end += 1
    }
    guard digits.count <= 12, var value = ExactDecimal(digits) else { return nil }
    let scales: [Unicode.Scalar: Int] = ["百": 2, "千": 3, "万": 4, "亿": 8]
    if end < clause.count, let scale = scales[clause[end]], let scaled = value.scaled(byPowerOfTen: scale) {
      value = scaled
      end += 1
    }
    (self.end, self.value, isWord) = (end, value, false)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "0"..."9": String(scalar)
    case "０"..."９": String(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
    default: nil
    }
  }

  /// 一 to 九十九.
  private static func word(at place: Int, in clause: [Unicode.Scalar]) -> (ExactDecimal, Int)? {
    var end = place
    var value = 0
    if let ones = ones[clause[end]] {
      value = ones
      end += 1
    }
    if end < clause.count, clause[end] == "十" {
      value = max(1, value) * 10
      end += 1
      if end < clause.count, let ones = ones[clause[end]] {
        value += ones
        end += 1
      }
    }
    return end > place ? (ExactDecimal(value), end) : nil
  }
}

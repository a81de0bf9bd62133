// The value of a library entry: sign, figure or blank, unit; the figure is usual, never a unit's own.
package import IndicatorValues
package import Quantities

/// `≥95%`, `≥__人次`, `≤__元/平方米`, `__月底前`.
package struct EntryValue: Sendable, Equatable {
  /// As the library's text has it.
  package let text: String
  /// The printed sign; nil where none is printed (`100%`, `0起`).
  package let comparator: Comparator?
  /// The usual figure, 万 multiplied out; nil where the clerk has to fill it in.
  package let number: ExactDecimal?
  /// What is counted, without 万; nil for a deadline.
  package let unit: Quantities.Unit?
  /// What it is counted over: 平方米 in 元/平方米.
  package let per: [Quantities.Unit]

  /// What stands for a figure that the clerk fills in.
  package static let blank = "__"

  /// True where the clerk has to fill in the figure.
  package var isBlank: Bool { number == nil }
  /// True for a deadline: `__月底前`.
  package var isDeadline: Bool { unit == nil }
  /// True for a percentage.
  package var isShare: Bool { unit == .percent }

  /// Reads sign, figure and units letter by letter, without the grammar of printed forms: the two must agree.
  ///
  ///     value = [sign] (digits | "__") (unit ["/" unit] | "月底前")
  ///
  /// Nil for a text that is no such value.
  package init?(_ text: String) {
    var rest = Substring(text)
    let signs: [(mark: Character, comparator: Comparator)] = [
      ("≥", .atLeast), ("≤", .atMost), (">", .moreThan), ("<", .lessThan),
    ]
    let sign = signs.first { $0.mark == rest.first }
    if sign != nil { rest.removeFirst() }
    if rest.hasPrefix(Self.blank) {
      number = nil
      rest = rest.dropFirst(Self.blank.count)
    } else {
      let digits = rest.prefix { Self.isFigure($0) && $0 != "_" }
      guard let read = ExactDecimal(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let scaled = read.scaled(byPowerOfTen: rest.first == Self.tenThousand ? 4 : 0) else { return nil }
      number = scaled
    }
    self.text = text
    comparator = sign?.comparator
    if rest == Self.deadlineEnd {
      guard sign == nil else { return nil }
      unit = nil
      per = []
      return
    }
    if rest.first == Self.tenThousand { rest.removeFirst() }
    let units = rest.split(separator: "/", omittingEmptySubsequences: false)
    guard units.count <= 2, units.allSatisfy({ !$0.isEmpty }), let first = units.first else { return nil }
    unit = Quantities.Unit(String(first))
    per = units.dropFirst().map { Quantities.Unit(String($0)) }
  }

  private static let deadlineEnd = "月底前"
  private static let tenThousand: Character = "万"

  /// The text with a figure in its blank; the text itself where it has none.
  package func filled(with figure: String) -> String { text.replacing(Self.blank, with: figure) }

  /// What stands behind the figure: `元/平方米`, `万元`.
  package var unitText: String { String(withoutSign.drop(while: Self.isFigure)) }

  /// The figure or blank as the text has it.
  package var figureText: String { String(withoutSign.prefix(while: Self.isFigure)) }

  private var withoutSign: Substring { comparator == nil ? Substring(text) : text.dropFirst() }

  private static func isFigure(_ character: Character) -> Bool {
    character == "_" || character == "." || character.isASCII && character.isNumber
  }

  /// True where the grammar of indicator values understands the filled-in text in the same sense.
  package var isUnderstood: Bool {
    let parsed = IndicatorValue.parse(filled(with: "6"))
    guard parsed.problems.isEmpty else { return false }
    switch parsed.value.meaning {
    case .deadline: return isDeadline
    case .measure(let measure):
      return measure.comparator == comparator && measure.per == per && measure.unit != nil
        && measure.unit?.dimension == unit?.dimension
    default: return false
    }
  }
}

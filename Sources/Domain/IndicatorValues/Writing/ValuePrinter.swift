// Prints a value in a house style; what is printed reads back as the same meaning.

import Quantities

extension IndicatorValue {
  /// The value in a house style. Law: `parse(printed(style)).value.meaning == meaning` for every value that
  /// a text without context can mean.
  ///
  /// Example: a measure of at least 15 场 is `≥15场`, `不少于15场` or `15场以上`.
  package func printed(_ style: HouseStyle = .signs) -> String {
    switch meaning {
    case .measure(let measure): (measure.subject ?? "") + measure.printed(style)
    case .frequency(let frequency): frequency.printed(style)
    case .deadline(let deadline): deadline.printed()
    case .composite(let composite): composite.printed(style)
    case .grade(let grade): grade.printed()
    case .yesNo(let yes): yes.map { $0 ? HouseStyle.yes : HouseStyle.no } ?? HouseStyle.open
    case .qualitative(let words): words.text
    case .placeholder(let slot): slot.text
    case .empty: ""
    case .text: source
    }
  }

  /// The value over the three columns of the data standard. Words stand under 定性 in the middle column.
  package var split: SplitValue {
    switch meaning {
    case .measure(let measure):
      SplitValue(
        comparator: measure.comparator == .between ? "" : measure.comparator?.rawValue ?? "",
        value: (measure.subject ?? "") + measure.columnNumber,
        unit: measure.ratioTo == nil ? measure.unitText : "")
    case .frequency(let frequency) where frequency.number != nil:
      SplitValue(
        comparator: frequency.comparator == .between ? "" : frequency.comparator?.rawValue ?? "",
        value: (frequency.subject ?? "") + frequency.numberText,
        unit: Self.unitText(frequency.unit, per: frequency.per))
    case .placeholder, .empty, .text:
      SplitValue(comparator: "", value: printed(), unit: "")
    default:
      SplitValue(comparator: HouseStyle.qualitative, value: printed(), unit: "")
    }
  }

  static func unitText(_ unit: Unit?, per: [Unit]) -> String {
    (unit?.symbol ?? "") + per.map { HouseStyle.per + $0.symbol }.joined()
  }
}

extension Measure {
  /// The unit with its per-units in printed order: `元/人/月`.
  package var unitText: String { IndicatorValue.unitText(unit, per: per) }

  /// The unit in the one order that statistics use, heads before things before time: `元/人·年`.
  package var normalUnitText: String {
    guard !per.isEmpty else { return unit?.symbol ?? "" }
    let ordered = per.enumerated().sorted { left, right in
      (Self.rank(left.element), left.offset) < (Self.rank(right.element), right.offset)
    }
    return (unit?.symbol ?? "") + HouseStyle.per + ordered.map(\.element.symbol).joined(separator: "·")
  }

  private static func rank(_ unit: Unit) -> Int {
    switch unit.dimension {
    case .people: 0
    case .households: 1
    case .time: 3
    default: 2
    }
  }

  func printed(_ style: HouseStyle) -> String {
    if comparator == .between { return range }
    let frame = style.frame(of: comparator)
    let about = isApproximate && comparator != .about ? HouseStyle.approximate : ""
    if comparator == .plusMinus {
      return about + (center?.description ?? "") + frame.before + number.description + unitText
    }
    return frame.before + about + numberText + unitAfterNumber + frame.behind
  }

  /// `3-5个`; ends below zero cannot stand beside a dash.
  private var range: String {
    guard let upper else { return number.description + unitText }
    let about = isApproximate ? HouseStyle.approximate : ""
    if number.isNegative || upper.isNegative {
      return about + "≥\(number)" + unitText + HouseStyle.together + "≤\(upper)" + unitText
    }
    return about + "\(number)-\(upper)" + unitText
  }

  private var numberText: String {
    guard let ratioTo else { return number.description }
    return "\(number):\(ratioTo)"
  }

  /// A ratio's unit is in its colon.
  private var unitAfterNumber: String { ratioTo == nil ? unitText : "" }

  var columnNumber: String {
    if comparator == .between, let upper { return "\(number)-\(upper)" }
    if let center { return "\(center)±\(number)" }
    return (isApproximate && comparator != .about ? HouseStyle.approximate : "") + numberText
  }
}

extension Frequency {
  var numberText: String {
    guard let number else { return "" }
    guard comparator == .between, let upper else { return number.description }
    return "\(number)-\(upper)"
  }

  func printed(_ style: HouseStyle) -> String {
    let unitText = IndicatorValue.unitText(unit, per: per)
    guard number != nil else {
      return HouseStyle.each + per.map(\.symbol).joined(separator: HouseStyle.each) + (subject ?? "")
    }
    let frame = style.frame(of: comparator)
    let about = isApproximate && comparator != .about ? HouseStyle.approximate : ""
    return (subject ?? "") + frame.before + about + numberText + unitText + frame.behind
  }
}

extension Grade {
  func printed() -> String {
    guard let choice else { return scale.joined(separator: "/") }
    switch comparator {
    case nil: return choice
    case .atLeast: return choice + HouseStyle.atLeastGrade
    case .atMost: return choice + HouseStyle.atMostGrade
    case let other?: return other.rawValue + choice
    }
  }
}

extension Composite {
  func printed(_ style: HouseStyle) -> String {
    let mark =
      switch connective {
      case .and: HouseStyle.also
      case .or: HouseStyle.alternative
      case .times: HouseStyle.times
      }
    return terms.map { $0.printed(style) }.joined(separator: mark)
  }
}

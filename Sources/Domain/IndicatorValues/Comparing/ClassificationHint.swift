// Facts about a value beside its name and level that review rules start from.

import Quantities

/// One thing that a reviewer would notice about the place of a value. Rules decide what it weighs.
package enum ClassificationHint: String, Sendable, CaseIterable {
  /// The name ends in 率 or 比例 and the value is no share.
  case shareWithoutPercent
  /// A share above 100 % where the name cannot exceed it.
  case shareAboveWhole
  /// A satisfaction that is no percentage.
  case satisfactionWithoutPercent
  /// A count under 质量.
  case countUnderQuality
  /// A share under 数量.
  case shareUnderQuantity
  /// A cost with ≥ or >, which rewards spending.
  case costWithLowerBound
  /// 时效 without date, duration, rhythm or share.
  case timelinessWithoutTime
  /// Words only, nothing to measure.
  case wordsOnly
}

extension IndicatorValue {
  /// The hints for this value in its context, in the order of the cases.
  package func hints(in context: ValueContext) -> [ClassificationHint] {
    let name = context.name.flatMap { NameReader.words(in: $0) } ?? NameReader.Words()
    let level = context.level2.flatMap { LevelReader.level(of: $0) }
    let isSatisfaction = level == .satisfaction || context.name.map(LevelReader.speaksOfSatisfaction) ?? false
    return ClassificationHint.allCases.filter { hint in
      switch hint {
      case .shareWithoutPercent: name.speaksOfShare && !isSatisfaction && !isShare && !isBareNumber
      case .shareAboveWhole: name.speaksOfShare && exceedsWhole
      case .satisfactionWithoutPercent: isSatisfaction && !isShare && !isBareNumber && !isSlot
      case .countUnderQuality: level == .quality && isCount
      case .shareUnderQuantity: level == .quantity && isShare
      case .costWithLowerBound: level == .cost && hasLowerBound && !isShare
      case .timelinessWithoutTime: level == .timeliness && !isTimely
      case .wordsOnly: isWords
      }
    }
  }

  private var measure: Measure? {
    if case .measure(let measure) = meaning { return measure }
    return nil
  }

  private var isShare: Bool { measure?.unit?.dimension == .share }
  private var isBareNumber: Bool { measure.map { $0.unit == nil } ?? false }
  private var hasLowerBound: Bool { measure?.comparator?.isLowerBound ?? false }

  private var exceedsWhole: Bool {
    guard let measure, measure.unit == .percent else { return false }
    return measure.number > .hundred
  }

  private var isCount: Bool {
    switch measure?.unit?.dimension {
    case .people, .personTimes, .households, .events, .things, .unknown: true
    default: false
    }
  }

  private var isTimely: Bool {
    switch meaning {
    case .deadline, .frequency, .composite, .empty, .placeholder: true
    case .measure(let measure): isShare || measure.unit == nil || measure.unit?.dimension == .time
    default: false
    }
  }

  private var isSlot: Bool { kind == .placeholder || kind == .empty }

  private var isWords: Bool {
    switch kind {
    case .qualitative, .yesNo, .grade: true
    default: false
    }
  }
}

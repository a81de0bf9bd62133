// The indicator values that are parsed: a mixture of all families, as forms have them.
import IndicatorValues

/// Values to parse.
enum BenchValues {
  static let texts = BenchWording.values

  /// Parses every text once.
  static func readAll() {
    for text in texts { _ = IndicatorValue.parse(text) }
  }
}

// One line for a parsed value, so that tables of cases read at a glance.

import Quantities

@testable import IndicatorValues

/// `measure ≥ 30 [人] /场 «subject» !problem`: kind, comparator, number, upper, unit, per-units, subject, days,
/// direction, grade, terms, problem codes; `–` for a day that is not there.
enum ValueSummary {
  static func of(line: String) -> String {
    let parsed = ValueLine(Array(line.utf8)[...]).parsed
    let problems = parsed.problems.map(\.code.rawValue).joined(separator: ",")
    return of(parsed.value) + (problems.isEmpty ? "" : " !" + problems)
  }

  static func of(_ value: IndicatorValue) -> String {
    ([value.kind.rawValue] + parts(of: value.meaning)).joined(separator: " ")
  }

  private static func parts(of meaning: IndicatorValue.Meaning) -> [String] {
    switch meaning {
    case .measure(let measure):
      let number = measure.ratioTo == nil ? measure.number.description : measure.fraction?.description ?? "?"
      return [
        measure.comparator?.rawValue, measure.center.map { "c=\($0)" }, number,
        measure.upper.map { "..\($0)" },
        measure.unit.map { "[\($0)]" }, pers(measure.per), measure.subject.map { "«\($0)»" },
      ].compactMap { $0 }
    case .frequency(let frequency):
      return [
        frequency.comparator?.rawValue, frequency.number?.description, frequency.upper.map { "..\($0)" },
        frequency.unit.map { "[\($0)]" }, pers(frequency.per), frequency.subject.map { "«\($0)»" },
      ].compactMap { $0 }
    case .deadline(let deadline):
      let from = deadline.settled(deadline.from)?.isoText ?? "–"
      let to = deadline.settled(deadline.to)?.isoText ?? "–"
      return [
        deadline.comparator?.rawValue, deadline.subject.map { "«\($0)»" },
        "\(from)→\(to) \(deadline.precision.rawValue)",
      ].compactMap { $0 }
    case .composite(let composite):
      let terms = composite.terms.map { of($0) }.joined(separator: " ; ")
      return ["\(composite.connective.rawValue){\(terms)}"]
    case .grade(let grade):
      return [grade.comparator?.rawValue, grade.choice.map { "g=\($0)" }].compactMap { $0 }
    case .yesNo(let yes):
      return yes.map { [$0 ? "yes" : "no"] } ?? []
    case .qualitative(let words):
      return words.direction.map { [$0.rawValue] } ?? []
    case .placeholder(let slot):
      return [slot.comparator?.rawValue, slot.unit.map { "[\($0)]" }, pers(slot.per)].compactMap { $0 }
    case .empty, .text:
      return []
    }
  }

  private static func pers(_ units: [Unit]) -> String? {
    units.isEmpty ? nil : "/" + units.map(\.symbol).joined(separator: "·")
  }
}

extension ValueLine {
  var parsed: ParsedValue { IndicatorValue.parse(value, context: context) }
}

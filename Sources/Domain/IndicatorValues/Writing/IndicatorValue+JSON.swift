// The JSON object of a value: the contract of `plumbline value --json`.

package import JSONText
import Quantities

extension ParsedValue {
  /// Writes the object of the contract: source, kind, comparator, number, upper, unit, per, subject,
  /// deadline, direction, terms, problems. All keys are always there; `connective`, `center`, `grade` and
  /// `yes` only where they say something.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      value.writeMembers(to: &json)
      json.member(
        "problems",
        array: { json in
          for problem in problems { problem.write(to: &json) }
        })
    }
  }
}

extension IndicatorValue {
  /// The object of one term.
  func write(to json: inout JSONWriter) {
    json.object { json in
      writeMembers(to: &json)
      json.member("problems", array: { _ in })
    }
  }

  func writeMembers(to json: inout JSONWriter) {
    let row = JSONRow(meaning)
    json.member("source", source)
    json.member("kind", kind.rawValue)
    json.member("comparator", row.comparator?.rawValue)
    json.member("number", row.number)
    json.member("upper", row.upper?.description)
    json.member("unit", row.unit?.symbol)
    json.member("per", array: { json in for unit in row.per { json.value(unit.symbol) } })
    json.member("subject", row.subject)
    json.key("deadline")
    if let deadline = row.deadline {
      json.object { json in
        json.member("from", deadline.settled(deadline.from)?.isoText)
        json.member("to", deadline.settled(deadline.to)?.isoText)
        json.member("precision", deadline.precision.rawValue)
      }
    } else {
      json.value(String?.none)
    }
    json.member("direction", row.direction?.rawValue)
    json.member("terms", array: { json in for term in row.terms { term.write(to: &json) } })
    if let connective = row.connective { json.member("connective", connective.rawValue) }
    if let center = row.center { json.member("center", center.description) }
    if let grade = row.grade { json.member("grade", grade) }
    if let yes = row.yes { json.member("yes", yes) }
  }
}

/// The flat row of the contract.
private struct JSONRow {
  var comparator: Comparator?
  var number: String?
  var upper: ExactDecimal?
  var center: ExactDecimal?
  var unit: Unit?
  var per: [Unit] = []
  var subject: String?
  var deadline: Deadline?
  var direction: Qualitative.Direction?
  var terms: [IndicatorValue] = []
  var connective: Composite.Connective?
  var grade: String?
  var yes: Bool?

  init(_ meaning: IndicatorValue.Meaning) {
    switch meaning {
    case .measure(let measure):
      comparator = measure.comparator
      number = measure.ratioTo == nil ? measure.number.description : measure.fraction?.description
      upper = measure.upper
      center = measure.center
      unit = measure.unit
      per = measure.per
      subject = measure.subject
    case .frequency(let frequency):
      comparator = frequency.comparator
      number = frequency.number?.description
      upper = frequency.upper
      unit = frequency.unit
      per = frequency.per
      subject = frequency.subject
    case .deadline(let deadline):
      comparator = deadline.comparator
      subject = deadline.subject
      self.deadline = deadline
    case .composite(let composite):
      terms = composite.terms
      connective = composite.connective
    case .grade(let grade):
      comparator = grade.comparator
      self.grade = grade.choice
    case .yesNo(let yes):
      self.yes = yes
    case .qualitative(let words):
      direction = words.direction
    case .placeholder(let slot):
      comparator = slot.comparator
      unit = slot.unit
      per = slot.per
    case .empty, .text:
      break
    }
  }
}

extension ValueProblem {
  /// `{"code":…,"from":…,"to":…,"message":…,"detail":…}`; from and to are UTF-8 bytes of the source.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", code.rawValue)
      json.member("from", bytes.lowerBound)
      json.member("to", bytes.upperBound)
      json.member("message", sentence)
      if let detail { json.member("detail", detail) }
    }
  }
}

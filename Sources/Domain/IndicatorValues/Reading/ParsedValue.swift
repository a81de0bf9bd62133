// What parsing gives: the value and everything doubtful about it.

/// A value and its problems, in the order in which they were met; a class, because rows and rules hand it on.
package final class ParsedValue: Sendable, Equatable {
  package let value: IndicatorValue
  package let problems: [ValueProblem]

  init(value: IndicatorValue, problems: [ValueProblem]) {
    self.value = value
    self.problems = problems
  }

  package static func == (left: ParsedValue, right: ParsedValue) -> Bool {
    left.value == right.value && left.problems == right.problems
  }
}

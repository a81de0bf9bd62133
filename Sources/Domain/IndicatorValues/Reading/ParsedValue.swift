// What parsing gives: the value and everything doubtful about it.

/// A value and its problems, in the order in which they were met.
package struct ParsedValue: Sendable, Equatable {
  package var value: IndicatorValue
  package var problems: [ValueProblem]
}

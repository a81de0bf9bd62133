// What a field of a form holds: prose, a whole number, money or a decimal.

/// The kind of a field, by which typed texts are read.
package enum FieldKind: String, Sendable, Hashable {
  /// Any text; nothing that is typed is wrong.
  case text
  /// A whole number, such as a year or a number of people.
  case whole
  /// Money, kept in yuan with two digits behind the point.
  case money
  /// A decimal without a sign behind it, such as 30 for 30%.
  case decimal
}

/// The lists of rows that forms have; raw values are those of the record format.
package enum DraftList: String, Sendable, Hashable, CaseIterable {
  case indicators, tasks, subgoals, measures, spendingPlan, funds
}

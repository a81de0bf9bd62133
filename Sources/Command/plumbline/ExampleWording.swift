// The Chinese texts in the examples of the help.

/// An indicator value and a name, as forms have them.
enum ExampleWording {
  static let value = "≥15场"
  static let name = "资金支付及时率(%)"

  /// A kind of the indicator library, and a vague wording to look up in it.
  static let kind = "培训"
  static let vague = "良好"
}

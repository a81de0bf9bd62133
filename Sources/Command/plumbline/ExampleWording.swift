// The Chinese texts in the examples of the help.

/// An indicator value and a name, as forms have them.
enum ExampleWording {
  static let value = "≥15场"
  static let name = "资金支付及时率(%)"
}

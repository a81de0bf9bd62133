// What is typed into the demonstration's forms.

enum DemonstrationWording {
  /// An account of the demonstration and its password, as its terminal shows them.
  static let signIn = ["account": "caizheng", "password": "Qingshan-2026"]
  /// The clerk of a unit.
  static let clerk = ["account": "jingban", "password": "Qingshan-2026"]

  static func projectName(_ number: Int) -> String { "第\(number)座桥梁维护" }

  /// What is typed into a value; another text each time.
  static func value(_ number: Int) -> String { "≥\(number)次" }

  /// What is typed key by key: a value without measure, for which there is a finding, and a sound one.
  static func typed(_ round: Int) -> String { round % 2 == 0 ? "有效提升" : "≥\(round)次" }

  /// A block of a spreadsheet: name, period value, annual value.
  static func rows(_ count: Int) -> [[String]] {
    (1...count).map { ["第\($0)个村巡查次数", "≥\($0 * 3)次", "≥\($0)次"] }
  }
}

// What is typed into the demonstration's forms.

enum DemonstrationWording {
  /// An account of the demonstration and its password, as its terminal shows them.
  static let signIn = ["account": "caizheng", "password": "Qingshan-2026"]
}

// Settings of the installation in the store: texts under keys.

/// A text under a key, such as `password.lengthMin`.
package struct Setting: Sendable, Hashable {
  package let key: String
  package var value: String

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// Reads settings.
package protocol SettingView {
  /// Nil where it was never set.
  func setting(_ key: String) throws(RecordError) -> Stored<Setting>?

  /// All, by key.
  func settings() throws(RecordError) -> [Stored<Setting>]
}

/// Changes settings.
package protocol SettingStore {
  /// - Parameter revision: 0 for a setting that is not there yet.
  /// - Throws: `.stale`.
  func save(_ setting: Setting, expecting revision: Int64) throws(RecordError)
}

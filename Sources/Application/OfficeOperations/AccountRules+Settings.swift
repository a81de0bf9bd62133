// The rules of accounts as the settings of the installation have them.
package import Accounts
package import Records

extension AccountRules {
  /// The rules in force; a setting that is missing or out of its range leaves the usual.
  package init(in records: any RecordView) throws(RecordError) {
    var figures: [AccountSetting: Int] = [:]
    for setting in AccountSetting.allCases {
      figures[setting] = try records.setting(setting.key).flatMap { setting.value($0.value.value) }
    }
    self.init(figures)
  }
}

extension AccountSetting {
  /// The key in the store.
  var key: String { "account-rules/\(rawValue)" }
}

// The Chinese words of the rules of accounts.
import Accounts

enum AccountRulesWording {
  static let lede = "出厂的数值合乎等级保护三级的习惯。改动从下一次操作起生效，并记入台账。"

  static let groups: [(title: String, fields: [AccountSetting])] = [
    (
      "密码",
      [
        .passwordCharactersMin, .passwordKindsMin, .passwordHistoryCount, .passwordDaysMax,
        .passwordHoursMin,
      ]
    ),
    ("登录", [.sessionIdleMinutes, .sessionHoursMax, .sessionCountMax]),
    (
      "密码错得太多时",
      [.accountFreeAttempts, .accountLongestMinutes, .addressFreeAttempts, .addressLongestMinutes]
    ),
  ]

  /// `8 到 64，出厂为 10`
  static func hint(_ setting: AccountSetting) -> String {
    "\(setting.range.lowerBound) 到 \(setting.range.upperBound)，出厂为 \(setting.usual)"
  }
}

// The Chinese words of the rules of accounts.
import OfficeOperations

enum AccountRulesWording {
  static let lede = "出厂的数值合乎等级保护三级的习惯。改动从下一次操作起生效，并记入台账。"

  static let groups: [(title: String, fields: [AccountRuleField])] = [
    (
      "密码",
      [
        .passwordCharactersMin, .passwordKindsMin, .passwordHistoryCount, .passwordDaysMax,
        .passwordHoursMin,
      ]
    ),
    ("登录", [.sessionIdleSeconds, .sessionAbsoluteSeconds, .sessionCountMax]),
    (
      "密码错得太多时，按账号锁定",
      [.accountFreeAttempts, .accountFirstSeconds, .accountLongestSeconds]
    ),
    (
      "密码错得太多时，按地址锁定",
      [.addressFreeAttempts, .addressFirstSeconds, .addressLongestSeconds]
    ),
  ]

  static func range(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) 到 \(range.upperBound)" }
}

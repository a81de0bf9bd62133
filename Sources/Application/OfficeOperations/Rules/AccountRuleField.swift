// The numbers of the rules of accounts, as settings and as fields of a form.
package import Accounts

/// One number of the rules; the raw value is the key of the setting and the name of the field.
package enum AccountRuleField: String, Sendable, CaseIterable {
  case passwordCharactersMin = "password.charactersMin"
  case passwordKindsMin = "password.kindsMin"
  case passwordHistoryCount = "password.historyCount"
  case passwordDaysMax = "password.daysMax"
  case passwordHoursMin = "password.hoursMin"
  case sessionIdleSeconds = "session.idleSeconds"
  case sessionAbsoluteSeconds = "session.absoluteSeconds"
  case sessionCountMax = "session.countMax"
  case accountFreeAttempts = "lockout.account.freeAttempts"
  case accountFirstSeconds = "lockout.account.firstSeconds"
  case accountLongestSeconds = "lockout.account.longestSeconds"
  case addressFreeAttempts = "lockout.address.freeAttempts"
  case addressFirstSeconds = "lockout.address.firstSeconds"
  case addressLongestSeconds = "lockout.address.longestSeconds"

  /// What the number may be; outside, the rules themselves take the nearest inside.
  package var range: ClosedRange<Int> {
    switch self {
    case .passwordCharactersMin: 8...64
    case .passwordKindsMin: 1...4
    case .passwordHistoryCount: 0...24
    case .passwordDaysMax: 0...3650
    case .passwordHoursMin: 0...720
    case .sessionIdleSeconds: 60...86_400
    case .sessionAbsoluteSeconds: 300...604_800
    case .sessionCountMax: 1...50
    case .accountFreeAttempts, .addressFreeAttempts: 1...100
    case .accountFirstSeconds, .addressFirstSeconds: 1...3600
    case .accountLongestSeconds, .addressLongestSeconds: 1...86_400
    }
  }
}

extension AccountRules {
  /// The number of a field.
  package subscript(_ field: AccountRuleField) -> Int {
    switch field {
    case .passwordCharactersMin: password.charactersMin
    case .passwordKindsMin: password.kindsMin
    case .passwordHistoryCount: password.historyCount
    case .passwordDaysMax: password.daysMax
    case .passwordHoursMin: password.hoursMin
    case .sessionIdleSeconds: session.idleSeconds
    case .sessionAbsoluteSeconds: session.absoluteSeconds
    case .sessionCountMax: session.countMax
    case .accountFreeAttempts: accountLockout.freeAttempts
    case .accountFirstSeconds: accountLockout.firstSeconds
    case .accountLongestSeconds: accountLockout.longestSeconds
    case .addressFreeAttempts: addressLockout.freeAttempts
    case .addressFirstSeconds: addressLockout.firstSeconds
    case .addressLongestSeconds: addressLockout.longestSeconds
    }
  }
}

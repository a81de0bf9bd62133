// The figures of the rules of accounts, one by one, as a form shows them and a store keeps them.

/// One figure that an administrator can set.
package enum AccountSetting: String, Sendable, CaseIterable {
  case passwordCharactersMin = "password-characters-min"
  case passwordKindsMin = "password-kinds-min"
  case passwordHistoryCount = "password-history-count"
  case passwordDaysMax = "password-days-max"
  case passwordHoursMin = "password-hours-min"
  case sessionIdleMinutes = "session-idle-minutes"
  case sessionHoursMax = "session-hours-max"
  case sessionCountMax = "session-count-max"
  case accountFreeAttempts = "account-free-attempts"
  case accountLongestMinutes = "account-longest-minutes"
  case addressFreeAttempts = "address-free-attempts"
  case addressLongestMinutes = "address-longest-minutes"

  /// What may be set; the ranges are those of the rules, in the units that people are shown.
  package var range: ClosedRange<Int> {
    switch self {
    case .passwordCharactersMin: 8...64
    case .passwordKindsMin: 1...4
    case .passwordHistoryCount: 0...24
    case .passwordDaysMax: 0...3650
    case .passwordHoursMin: 0...720
    case .sessionIdleMinutes: 1...1440
    case .sessionHoursMax: 1...168
    case .sessionCountMax: 1...50
    case .accountFreeAttempts, .addressFreeAttempts: 1...100
    case .accountLongestMinutes, .addressLongestMinutes: 1...1440
    }
  }

  /// The figure where nobody has set one.
  package var usual: Int { AccountRules()[self] }

  /// Reads what a person typed; nil when it is no whole number of the range.
  package func value(_ text: some StringProtocol) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), range.contains(number)
    else { return nil }
    return number
  }
}

extension AccountRules {
  /// The rules with the figures that were set; for the others the usual ones hold.
  package init(_ settings: [AccountSetting: Int]) {
    func figure(_ setting: AccountSetting, _ usual: Int) -> Int { settings[setting] ?? usual }
    let (password, session) = (PasswordRules(), SessionRules())
    let (account, address) = (LockoutRules.account, LockoutRules.address)
    self.init(
      password: PasswordRules(
        charactersMin: figure(.passwordCharactersMin, password.charactersMin),
        kindsMin: figure(.passwordKindsMin, password.kindsMin),
        historyCount: figure(.passwordHistoryCount, password.historyCount),
        daysMax: figure(.passwordDaysMax, password.daysMax),
        hoursMin: figure(.passwordHoursMin, password.hoursMin)),
      session: SessionRules(
        idleSeconds: figure(.sessionIdleMinutes, session.idleSeconds / 60).seconds(each: 60),
        absoluteSeconds: figure(.sessionHoursMax, session.absoluteSeconds / 3600).seconds(each: 3600),
        countMax: figure(.sessionCountMax, session.countMax)),
      accountLockout: LockoutRules(
        freeAttempts: figure(.accountFreeAttempts, account.freeAttempts), firstSeconds: account.firstSeconds,
        longestSeconds: figure(.accountLongestMinutes, account.longestSeconds / 60).seconds(each: 60)),
      addressLockout: LockoutRules(
        freeAttempts: figure(.addressFreeAttempts, address.freeAttempts), firstSeconds: address.firstSeconds,
        longestSeconds: figure(.addressLongestMinutes, address.longestSeconds / 60).seconds(each: 60)))
  }

  /// The figure of a setting, in the unit of its range.
  package subscript(setting: AccountSetting) -> Int {
    switch setting {
    case .passwordCharactersMin: password.charactersMin
    case .passwordKindsMin: password.kindsMin
    case .passwordHistoryCount: password.historyCount
    case .passwordDaysMax: password.daysMax
    case .passwordHoursMin: password.hoursMin
    case .sessionIdleMinutes: session.idleSeconds / 60
    case .sessionHoursMax: session.absoluteSeconds / 3600
    case .sessionCountMax: session.countMax
    case .accountFreeAttempts: accountLockout.freeAttempts
    case .accountLongestMinutes: accountLockout.longestSeconds / 60
    case .addressFreeAttempts: addressLockout.freeAttempts
    case .addressLongestMinutes: addressLockout.longestSeconds / 60
    }
  }
}

extension Int {
  /// So many units as seconds; a number that is no number of seconds becomes the greatest.
  fileprivate func seconds(each unit: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: unit)
    return isTooLarge ? (self < 0 ? .min : .max) : product
  }
}
